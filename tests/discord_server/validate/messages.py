"""A whole message, as it would stand after the request."""

from typing import TYPE_CHECKING

from .. import limits
from ..errors import Refused
from ..wire import Flag, Json
from .components import check_layout, check_legacy
from .form import Form

if TYPE_CHECKING:
    from ..messages import Draft

EMBED_LENGTHS = {
    "title": limits.EMBED_TITLE_LENGTH,
    "description": limits.EMBED_DESCRIPTION_LENGTH,
    "footer.text": limits.EMBED_FOOTER_LENGTH,
    "author.name": limits.EMBED_AUTHOR_LENGTH,
}
MENTION_KINDS = frozenset({"users", "roles", "everyone"})


def check_message(draft: "Draft", allowed_mentions: Json | None) -> None:
    """Refuse what Discord would not post."""
    form = Form()
    form.length("content", draft.content, 0, limits.CONTENT_LENGTH)
    form.length("attachments", draft.attachments, 0, limits.ATTACHMENTS)
    check_embeds(form, draft.embeds)
    check_allowed_mentions(form, allowed_mentions)
    if draft.flags & Flag.COMPONENTS_V2:
        check_no_legacy_fields(form, draft)
        check_layout(form, draft.components, [file.filename for file in draft.attachments])
    else:
        check_legacy(form, draft.components)
    form.finish()
    if any(len(file.data) > limits.ATTACHMENT_BYTES for file in draft.attachments):
        raise Refused(40005)
    if draft.is_empty():
        raise Refused(50006)


def check_no_legacy_fields(form: Form, draft: "Draft") -> None:
    """Content and embeds cannot stand beside a layout."""
    for field in ("content", "embeds"):
        if getattr(draft, field):
            form.wrong(
                field,
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )


def check_embeds(form: Form, embeds: list[Json]) -> None:
    """Lengths of each, and of all together."""
    form.length("embeds", embeds, 0, limits.EMBEDS)
    total = sum(check_embed(form, embed, f"embeds.{n}") for n, embed in enumerate(embeds))
    if total > limits.EMBED_TOTAL_LENGTH:
        form.wrong(
            "embeds",
            "MAX_EMBED_SIZE_EXCEEDED",
            f"Embed size exceeds maximum size of {limits.EMBED_TOTAL_LENGTH}",
        )


def check_embed(form: Form, embed: Json, path: str) -> int:
    """Check one embed; returns how many characters it has."""
    texts = {"title": embed.get("title"), "description": embed.get("description")}
    texts["footer.text"] = (embed.get("footer") or {}).get("text")
    texts["author.name"] = (embed.get("author") or {}).get("name")
    for field, text in texts.items():
        form.length(f"{path}.{field}", text, 0, EMBED_LENGTHS[field])
    fields = embed.get("fields") or []
    form.length(f"{path}.fields", fields, 0, limits.EMBED_FIELDS)
    for index, field in enumerate(fields):
        at = f"{path}.fields.{index}"
        form.length(f"{at}.name", field.get("name"), 1, limits.EMBED_FIELD_NAME_LENGTH)
        form.length(f"{at}.value", field.get("value"), 1, limits.EMBED_FIELD_VALUE_LENGTH)
    in_fields = sum(len(f.get("name") or "") + len(f.get("value") or "") for f in fields)
    return in_fields + sum(len(text or "") for text in texts.values())


def check_allowed_mentions(form: Form, allowed: Json | None) -> None:
    """Kinds that exist, and not both a kind and a list of its ids."""
    allowed = allowed or {}
    for index, kind in enumerate(allowed.get("parse") or []):
        if kind not in MENTION_KINDS:
            form.wrong(
                f"allowed_mentions.parse.{index}",
                "BASE_TYPE_CHOICES",
                "Value must be one of ('users', 'roles', 'everyone').",
            )
    for kind in ("users", "roles"):
        ids = allowed.get(kind) or []
        form.length(f"allowed_mentions.{kind}", ids, 0, limits.ALLOWED_MENTION_IDS)
        if ids and kind in (allowed.get("parse") or []):
            form.wrong(
                "allowed_mentions",
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )
