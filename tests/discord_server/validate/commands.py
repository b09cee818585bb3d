"""Application commands, and the choices of autocomplete."""

import unicodedata
from collections import Counter

from .. import limits
from ..wire import CommandKind, Context, Install, Json, OptionKind
from .form import Form

NESTING = frozenset({OptionKind.SUBCOMMAND, OptionKind.GROUP})
MAY_HOLD = (
    frozenset(OptionKind),  # a command
    frozenset({OptionKind.SUBCOMMAND}),  # a group
    frozenset(OptionKind) - NESTING,  # a subcommand
)
WITH_CHOICES = frozenset({OptionKind.STRING, OptionKind.INTEGER, OptionKind.NUMBER})


def check_commands(commands: list[Json]) -> None:
    """A bulk overwrite: each command, and how many there are of a kind."""
    form = Form()
    for index, command in enumerate(commands):
        check_command(form, command, str(index))
    names = Counter((kind_of(command), command.get("name")) for command in commands)
    for index, command in enumerate(commands):
        if names[kind_of(command), command.get("name")] > 1:
            form.wrong(
                f"{index}.name",
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
    for kind, count in Counter(map(kind_of, commands)).items():
        if count > limits.COMMANDS.get(kind, 0):
            form.wrong(
                "commands",
                "APPLICATION_COMMANDS_MAX",
                f"Maximum number of application commands of type {kind} reached",
            )
    form.finish()


def kind_of(command: Json) -> int:
    """Slash commands may leave their type out."""
    return command.get("type") or CommandKind.SLASH


def check_command(form: Form, command: Json, path: str) -> None:
    """One command, with everything below it."""
    form.choice(f"{path}.type", kind_of(command), frozenset(CommandKind))
    if kind_of(command) == CommandKind.SLASH:
        check_name(form, command, path)
        check_description(form, command, path)
        check_options(form, command, path, depth=0)
    else:
        form.length(f"{path}.name", command.get("name"), 1, limits.COMMAND_NAME_LENGTH)
        form.length(f"{path}.description", command.get("description"), 0, 0)
    check_each(form, f"{path}.contexts", command.get("contexts"), frozenset(Context))
    check_each(
        form, f"{path}.integration_types", command.get("integration_types"), frozenset(Install)
    )
    if size(command) > limits.COMMAND_TOTAL_LENGTH:
        form.wrong(
            path,
            "APPLICATION_COMMAND_TOO_LARGE",
            f"Command exceeds maximum size ({limits.COMMAND_TOTAL_LENGTH})",
        )


def check_each(form: Form, path: str, values: list[int] | None, allowed: frozenset[int]) -> None:
    """A list of numbers, without repeats; may be left out, but not be empty."""
    if values is None:
        return
    form.length(path, values, 1, len(allowed))
    for index, value in enumerate(values):
        form.choice(f"{path}.{index}", value, allowed)
    if len(set(values)) < len(values):
        form.wrong(path, "SET_TYPE_ITEM_DUPLICATE", "Items must be unique")


def check_name(form: Form, item: Json, path: str) -> None:
    r"""Discord's `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, in lower case."""
    name = item.get("name") or ""
    fits = 1 <= len(name) <= limits.COMMAND_NAME_LENGTH and all(map(is_name_character, name))
    if not fits or name != name.lower():
        form.wrong(f"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def is_name_character(character: str) -> bool:
    """Whether a slash command's name may have it."""
    in_marked_script = "\u0900" <= character <= "\u097f" or "\u0e00" <= character <= "\u0e7f"
    return character in "-_'" or unicodedata.category(character)[0] in "LN" or in_marked_script


def check_description(form: Form, item: Json, path: str) -> None:
    """Between one and a hundred characters."""
    description = item.get("description")
    form.length(f"{path}.description", description, 1, limits.COMMAND_DESCRIPTION_LENGTH)


def check_options(form: Form, item: Json, path: str, depth: int) -> None:
    """Options of a command, a group or a subcommand."""
    options = item.get("options") or []
    form.length(f"{path}.options", options, 0, limits.COMMAND_OPTIONS)
    for index, option in enumerate(options):
        check_option(form, option, f"{path}.options.{index}", depth)
    check_names_differ(form, options, f"{path}.options")
    check_required_first(form, options, f"{path}.options")
    kinds = {option.get("type") in NESTING for option in options}
    if len(kinds) > 1:
        form.wrong(
            f"{path}.options",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-command and sub-command group option types are mutually exclusive "
            "to all other types",
        )


def check_option(form: Form, option: Json, path: str, depth: int) -> None:
    """One option, and what it holds."""
    kind = option.get("type")
    if not form.choice(f"{path}.type", kind, MAY_HOLD[depth]):
        return
    check_name(form, option, path)
    check_description(form, option, path)
    if kind in NESTING:
        check_options(form, option, path, depth=1 if kind == OptionKind.GROUP else 2)
    choices = option.get("choices") or []
    check_choices(form, choices, f"{path}.choices", OptionKind(kind))
    for key, least in (("min_length", 0), ("max_length", 1)):
        if (length := option.get(key)) is not None:
            form.between(f"{path}.{key}", length, least, limits.STRING_OPTION_LENGTH)
    if option.get("autocomplete") and (choices or kind not in WITH_CHOICES):
        form.wrong(
            f"{path}.autocomplete",
            "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID",
            "Autocomplete needs a text or number option without choices",
        )


def check_names_differ(form: Form, options: list[Json], path: str) -> None:
    """No two options by one name."""
    names = Counter(option.get("name") for option in options)
    for index, option in enumerate(options):
        if names[option.get("name")] > 1:
            form.wrong(
                f"{path}.{index}.name",
                "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE",
                "Option names must be unique",
            )


def check_required_first(form: Form, options: list[Json], path: str) -> None:
    """Required options stand before the others."""
    optional_seen = False
    for index, option in enumerate(options):
        if option.get("required") and optional_seen:
            form.wrong(
                f"{path}.{index}",
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional_seen |= not option.get("required")


def check_choices(form: Form, choices: list[Json], path: str, kind: OptionKind) -> None:
    """Choices of one option, fixed or autocompleted."""
    form.length(path, choices, 0, limits.CHOICES)
    for index, choice in enumerate(choices):
        at = f"{path}.{index}"
        form.length(f"{at}.name", choice.get("name"), 1, limits.CHOICE_NAME_LENGTH)
        value = choice.get("value")
        if kind == OptionKind.STRING:
            text = value if isinstance(value, str) else ""
            form.length(f"{at}.value", text, 1, limits.CHOICE_VALUE_LENGTH)
        elif isinstance(value, bool) or not isinstance(value, int | float):
            form.wrong(f"{at}.value", "NUMBER_TYPE_COERCE", f'Value "{value}" is not a number.')


def check_autocomplete(choices: list[Json], kind: OptionKind) -> None:
    """The answer to an autocomplete interaction."""
    form = Form()
    check_choices(form, choices, "choices", kind)
    form.finish()


def size(item: Json) -> int:
    """Names, descriptions and choice values, all the way down."""
    own = len(item.get("name") or "") + len(item.get("description") or "")
    choices = sum(
        len(choice.get("name") or "") + len(str(choice.get("value") or ""))
        for choice in item.get("choices") or []
    )
    return own + choices + sum(map(size, item.get("options") or []))
