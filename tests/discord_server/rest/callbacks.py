"""Acknowledging interactions."""

from collections.abc import Callable

from aiohttp import web

from ..errors import Refused
from ..interactions import Interaction
from ..messages import Draft, Message
from ..validate import Form, check_autocomplete, check_modal
from ..wire import Callback, Flag, Json, OptionKind
from ..world import World
from .request import BODY, WORLD, Body, answer, compose, nothing, number, rewrite

routes = web.RouteTableDef()
Effect = Callable[[World, Interaction, Body], Message | None]


@routes.post("/interactions/{interaction_id}/{token}/callback")
async def acknowledge(request: web.Request) -> web.Response:
    """The one answer to an interaction."""
    world = request.app[WORLD]
    interaction = world.interactions.get(request.match_info["token"])
    if interaction is None or interaction.id != number(request, "interaction_id"):
        raise Refused(10062)
    interaction.check_acknowledgeable(world.clock.now())
    body = request[BODY]
    callback = callback_of(interaction, body.fields)
    message = carry_out(world, interaction, callback, Body(body.fields.get("data"), body.files))
    interaction.callback = callback
    world.pulse.beat()
    if request.query.get("with_response", "false").lower() in ("1", "true"):
        return answer(response_to(interaction, callback, message))
    return nothing()


def callback_of(interaction: Interaction, body: Json) -> Callback:
    """The type of an acknowledgement, if this kind of interaction can have it."""
    form = Form()
    form.choice("type", body.get("type"), interaction.allowed_callbacks())
    form.finish()
    return Callback(body["type"])


def carry_out(
    world: World, interaction: Interaction, callback: Callback, body: Body
) -> Message | None:
    """Do what an acknowledgement asks for; its errors are reported below `data`."""
    try:
        return EFFECTS[callback](world, interaction, body)
    except Refused as refused:
        errors = refused.errors and {"data": refused.errors}
        raise Refused(refused.code, errors) from None


def send(world: World, interaction: Interaction, body: Body) -> Message:
    """Answer with a message."""
    interaction.original = world.write(
        interaction.channel,
        compose(world, body, body.flags),
        allowed_mentions=body.allowed_mentions,
        interaction=interaction,
    )
    return interaction.original


def think(world: World, interaction: Interaction, body: Body) -> Message:
    """Show that the application is thinking."""
    flags = Flag.LOADING | (body.flags & Flag.EPHEMERAL)
    interaction.original = world.write(
        interaction.channel, Draft(flags=flags), interaction=interaction
    )
    return interaction.original


def accept(world: World, interaction: Interaction, body: Body) -> Message | None:
    """Let the message with the component stand, for now."""
    interaction.original = interaction.source
    return interaction.original


def update(world: World, interaction: Interaction, body: Body) -> Message | None:
    """Edit the message with the component."""
    source = interaction.original = interaction.source
    if source:
        rewrite(world, source, body)
    return source


def offer(world: World, interaction: Interaction, body: Body) -> None:
    """Offer choices for the option that is being typed."""
    choices = body.fields.get("choices") or []
    check_autocomplete(choices, focused_kind(interaction.data["options"]))
    interaction.choices = choices


def focused_kind(options: list[Json]) -> OptionKind:
    """The type of the option that the person is typing into."""
    while "focused" not in (option := next(o for o in options if is_on_the_way(o))):
        options = option["options"]
    return OptionKind(option["type"])


def is_on_the_way(option: Json) -> bool:
    """Whether an option is the focused one, or a subcommand, which leads to it."""
    return "focused" in option or option["type"] <= OptionKind.GROUP


def open_modal(world: World, interaction: Interaction, body: Body) -> None:
    """Open a form."""
    check_modal(body.fields)
    interaction.modal = body.fields


EFFECTS: dict[Callback, Effect] = {
    Callback.MESSAGE: send,
    Callback.DEFERRED_MESSAGE: think,
    Callback.DEFERRED_UPDATE: accept,
    Callback.UPDATE: update,
    Callback.CHOICES: offer,
    Callback.MODAL: open_modal,
}


def response_to(interaction: Interaction, callback: Callback, message: Message | None) -> Json:
    """What the bot learns about its own answer."""
    about: Json = {"id": str(interaction.id), "type": int(interaction.kind)}
    resource: Json = {"type": int(callback)}
    if message:
        about["response_message_id"] = str(message.id)
        about["response_message_loading"] = message.loading
        about["response_message_ephemeral"] = message.ephemeral
        # A deferred update makes nothing, so there is no message to tell about.
        if callback is not Callback.DEFERRED_UPDATE:
            resource["message"] = message.payload()
    return {"interaction": about, "resource": resource}
