"""Registered commands: who sees which where, and what typing one sends."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .errors import InvalidInput, NotPermitted, NotRegistered
from .resolve import Resolver
from .wire import CommandKind, Context, Install, Json, OptionKind, Permission

if TYPE_CHECKING:
    from .people import Person
    from .places import Channel
    from .world import World

PICKS = {
    OptionKind.USER: {"users"},
    OptionKind.CHANNEL: {"channels"},
    OptionKind.ROLE: {"roles"},
    OptionKind.MENTIONABLE: {"users", "roles"},
    OptionKind.ATTACHMENT: {"attachments"},
}
TYPES: dict[int, tuple[type, ...]] = {
    OptionKind.STRING: (str,),
    OptionKind.INTEGER: (int,),
    OptionKind.NUMBER: (int, float),
    OptionKind.BOOLEAN: (bool,),
}


def register(world: "World", guild_id: int | None, bodies: list[Json]) -> list[Json]:
    """Bulk overwrite; a command that was there by that name keeps its id."""
    ids = {(c["type"], c["name"]): c["id"] for c in world.commands.get(guild_id, [])}
    world.commands[guild_id] = [complete(world, guild_id, body, ids) for body in bodies]
    return world.commands[guild_id]


def complete(
    world: "World", guild_id: int | None, body: Json, ids: Mapping[tuple[int, str], str]
) -> Json:
    """A command with the fields that Discord fills in."""
    kind = int(body.get("type") or CommandKind.SLASH)
    permissions = body.get("default_member_permissions")
    new_id = str(world.snowflakes.mint())
    return {
        "description": "",
        "options": [],
        "nsfw": False,
        "dm_permission": True,
        **body,
        "id": ids.get((kind, body["name"]), new_id),
        "application_id": str(world.application_id),
        "version": new_id,
        "type": kind,
        "default_member_permissions": None if permissions is None else str(permissions),
        **reach(world, guild_id, body),
    }


def reach(world: "World", guild_id: int | None, body: Json) -> Json:
    """Where a command can be used; one of a guild has contexts and installations in vain."""
    if guild_id is not None:
        return {"contexts": None, "integration_types": None, "guild_id": str(guild_id)}
    return {
        "contexts": body.get("contexts"),
        "integration_types": body.get("integration_types") or sorted(world.installs),
    }


def owners_at(world: "World", person: "Person", channel: "Channel") -> dict[Install, int]:
    """The installations through which a person meets the bot in a channel."""
    owners: dict[Install, int] = {}
    guild = channel.guild
    if guild and guild.installed:
        owners[Install.GUILD] = guild.id
    if channel.context is Context.BOT_DM and world.shares_guild(person.user):
        # Discord writes 0 for the guild when a guild's command is used in the bot's DM.
        owners[Install.GUILD] = 0
    if person.user.installed:
        owners[Install.USER] = person.user.id
    return owners


def why_absent(command: Json, channel: "Channel", owners: Mapping[Install, int]) -> str | None:
    """Why Discord's app would not offer a command in a channel; None if it would."""
    contexts = command["contexts"]
    if "guild_id" in command:
        if (
            channel.guild
            and channel.guild.installed
            and command["guild_id"] == str(channel.guild.id)
        ):
            return None
        return f"is registered to guild {command['guild_id']} only"
    if contexts is not None and channel.context not in contexts:
        return f"has contexts {contexts}, and this is {channel.context!r}"
    if not command["dm_permission"] and contexts is None and channel.guild is None:
        return "is not for direct messages"
    if not owners.keys() & set(command["integration_types"]):
        return f"has integration types {command['integration_types']}, none installed here"
    return None


def find(
    world: "World",
    person: "Person",
    channel: "Channel",
    name: str,
    *,
    force: bool,
    kind: CommandKind = CommandKind.SLASH,
) -> tuple[Json, dict[Install, int]]:
    """A command of a kind that a person can use in a channel, and by whose installation."""
    owners = owners_at(world, person, channel)
    reasons: list[str] = []
    for command in world.all_commands():
        if (command["name"], command["type"]) != (name, kind):
            continue
        if reason := why_absent(command, channel, owners):
            reasons.append(reason)
            continue
        if not force:
            check_permitted(command, person, channel)
        kinds = command["integration_types"]
        return command, {i: o for i, o in owners.items() if kinds is None or i in kinds}
    raise NotRegistered(f"/{name} " + ("; ".join(reasons) or "is not registered"))


def check_permitted(command: Json, person: "Person", channel: "Channel") -> None:
    """Default member permissions hide a command; they mean nothing outside of guilds."""
    wanted = command["default_member_permissions"]
    if wanted is None or channel.guild is None:
        return
    has = person.permissions_in(channel)
    # No bits at all stands for administrators only.
    needed = int(wanted) or int(Permission.ADMINISTRATOR)
    if has & needed != needed:
        raise NotPermitted(f"/{command['name']} needs permissions {needed}; {person} has {has}")


def descend(command: Json, path: list[str]) -> tuple[list[Json], list[Json]]:
    """Follow subcommand names: the steps taken, and the options at the end."""
    steps: list[Json] = []
    options: list[Json] = command["options"]
    for name in path:
        step = next((o for o in options if o["name"] == name and o["type"] <= 2), None)
        if step is None:
            raise NotRegistered(f"/{command['name']} has no subcommand {name!r}")
        steps.append(step)
        options = step.get("options") or []
    if any(option["type"] <= OptionKind.GROUP for option in options):
        raise NotRegistered(f"/{command['name']} cannot be used without a subcommand")
    return steps, options


def invocation(
    world: "World",
    command: Json,
    path: list[str],
    values: Mapping[str, Any],
    *,
    focused: str | None = None,
) -> Json:
    """The data of a command interaction, or of autocomplete for the focused option."""
    steps, specs = descend(command, path)
    if unknown := values.keys() - {spec["name"] for spec in specs}:
        raise InvalidInput(f"/{command['name']} has no option {sorted(unknown)}")
    resolver = Resolver(world)
    options = [
        filled(resolver, spec, values[spec["name"]], focused=spec["name"] == focused)
        for spec in specs
        if spec["name"] in values
    ]
    missing = [s["name"] for s in specs if s.get("required") and s["name"] not in values]
    if missing and focused is None:
        raise InvalidInput(f"/{command['name']} requires {missing}")
    for step in reversed(steps):
        options = [{"type": step["type"], "name": step["name"], "options": options}]
    data: Json = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return resolver.with_resolved(data)


def filled(resolver: Resolver, spec: Json, value: Any, *, focused: bool) -> Json:
    """One option with its value."""
    kind = spec["type"]
    option: Json = {"type": kind, "name": spec["name"]}
    if focused:
        if not spec.get("autocomplete"):
            raise InvalidInput(f"option {spec['name']!r} has no autocomplete")
        return option | {"value": value, "focused": True}
    if picks := PICKS.get(kind):
        return option | {"value": resolver.pick(value, picks)}
    return option | {"value": checked(spec, value)}


def checked(spec: Json, value: Any) -> Any:
    """A typed value, if Discord's app would send it."""
    name, kind = spec["name"], spec["type"]
    choices = {choice["name"]: choice["value"] for choice in spec.get("choices") or []}
    value = choices.get(value, value)
    if choices and value not in choices.values():
        raise InvalidInput(f"option {name!r} offers {list(choices)}, not {value!r}")
    is_stray_bool = isinstance(value, bool) and kind != OptionKind.BOOLEAN
    if is_stray_bool or not isinstance(value, TYPES[kind]):
        raise InvalidInput(f"option {name!r} is a {OptionKind(kind).name}, not {value!r}")
    size = len(value) if isinstance(value, str) else value
    bounds = "length" if isinstance(value, str) else "value"
    low, high = spec.get(f"min_{bounds}"), spec.get(f"max_{bounds}")
    if (low is not None and size < low) or (high is not None and size > high):
        raise InvalidInput(f"option {name!r} is limited to {low}..{high}, not {value!r}")
    return value
