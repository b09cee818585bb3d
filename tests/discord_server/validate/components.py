"""Message and modal components: nesting, lengths, totals."""

from collections.abc import Callable, Collection

from .. import limits
from ..wire import SELECTS, ButtonStyle, Json, Part
from .form import Form

LEGACY_TOP = frozenset({Part.ROW})
LAYOUT_TOP = frozenset(
    {
        Part.ROW,
        Part.SECTION,
        Part.TEXT,
        Part.GALLERY,
        Part.FILE,
        Part.SEPARATOR,
        Part.CONTAINER,
    }
)
MODAL_TOP = frozenset({Part.ROW, Part.TEXT, Part.LABEL})
IN_CONTAINER = LAYOUT_TOP - {Part.CONTAINER}
IN_ROW = SELECTS | {Part.BUTTON}
IN_SECTION = frozenset({Part.TEXT})
ACCESSORIES = frozenset({Part.BUTTON, Part.THUMBNAIL})
IN_LABEL = SELECTS | {
    Part.TEXT_INPUT,
    Part.FILE_UPLOAD,
    Part.RADIO_GROUP,
    Part.CHECKBOX_GROUP,
    Part.CHECKBOX,
}


class Walk:
    """One pass over a component tree, counting what is limited in total."""

    def __init__(self, form: Form, filenames: Collection[str], *, modal: bool = False) -> None:
        self.form = form
        self.filenames = filenames
        self.modal = modal
        self.count = 0
        self.text_length = 0
        self.custom_ids: set[str] = set()

    def all(self, components: list[Json], path: str, allowed: Collection[int]) -> None:
        """Check siblings."""
        for index, component in enumerate(components):
            self.one(component, f"{path}.{index}", allowed)

    def one(self, component: Json, path: str, allowed: Collection[int]) -> None:
        """Check one component, and what it holds."""
        kind = component.get("type")
        if kind not in allowed:
            listed = ", ".join(str(int(number)) for number in sorted(allowed))
            self.form.wrong(
                f"{path}.type",
                "UNION_TYPE_CHOICES",
                f'Value of field "type" must be one of ({listed},).',
            )
            return
        self.count += 1
        RULES[Part(kind)](self, component, path)

    def number(self, component: Json, path: str, key: str, low: int, high: int) -> None:
        """Require a number within bounds, unless it is left to Discord."""
        if (value := component.get(key)) is not None:
            self.form.between(f"{path}.{key}", value, low, high)

    def custom_id(self, component: Json, path: str) -> None:
        """Require a custom id, unlike any other on the message."""
        custom_id = component.get("custom_id")
        self.form.length(f"{path}.custom_id", custom_id, 1, limits.CUSTOM_ID_LENGTH)
        if custom_id in self.custom_ids:
            self.form.wrong(
                f"{path}.custom_id",
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            )
        self.custom_ids.add(custom_id or "")

    def media(self, media: Json | None, path: str) -> None:
        """Require a web address, or the name of a file that comes with the message."""
        url = (media or {}).get("url") or ""
        self.form.length(f"{path}.url", url, 1, 2048)
        name = url.removeprefix("attachment://")
        if name != url and name not in self.filenames:
            self.form.wrong(
                path,
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                f"The referenced attachment {name} was not found",
            )

    def options(self, component: Json, path: str, low: int, high: int) -> None:
        """Check the things to choose from."""
        options = component.get("options") or []
        self.form.length(f"{path}.options", options, low, high)
        for index, option in enumerate(options):
            at = f"{path}.options.{index}"
            self.form.length(f"{at}.label", option.get("label"), 1, limits.OPTION_LABEL_LENGTH)
            self.form.length(f"{at}.value", option.get("value"), 1, limits.OPTION_VALUE_LENGTH)
            self.form.length(
                f"{at}.description", option.get("description"), 0, limits.OPTION_DESCRIPTION_LENGTH
            )
        values = [option.get("value") for option in options]
        if len(set(values)) < len(values):
            self.form.wrong(
                f"{path}.options",
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used",
            )


def check_row(walk: Walk, row: Json, path: str) -> None:
    """Up to five buttons, or one select; in a modal one text input."""
    children = row.get("components") or []
    if walk.modal:
        walk.form.length(f"{path}.components", children, 1, 1)
        walk.all(children, f"{path}.components", {Part.TEXT_INPUT})
        return
    walk.form.length(f"{path}.components", children, 1, limits.ROW_BUTTONS)
    kinds = [child.get("type") for child in children]
    if any(kind in SELECTS for kind in kinds) and len(kinds) > limits.ROW_SELECTS:
        walk.form.wrong(
            f"{path}.components",
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "The specified component exceeds the maximum width",
        )
    walk.all(children, f"{path}.components", IN_ROW)


def check_button(walk: Walk, button: Json, path: str) -> None:
    """A label or an emoji, and either a custom id or an address."""
    form = walk.form
    form.length(f"{path}.label", button.get("label"), 0, limits.BUTTON_LABEL_LENGTH)
    style = button.get("style")
    if not form.choice(f"{path}.style", style, frozenset(ButtonStyle)):
        return
    if style != ButtonStyle.PREMIUM and not (button.get("label") or button.get("emoji")):
        form.wrong(
            path,
            "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
            "A button must have a label or an emoji",
        )
    if style in (ButtonStyle.LINK, ButtonStyle.PREMIUM):
        check_no_custom_id(walk, button, path)
    else:
        walk.custom_id(button, path)
        if button.get("url"):
            form.wrong(path, *BOTH_CUSTOM_ID_AND_URL)


BOTH_CUSTOM_ID_AND_URL = (
    "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    "A custom id and url cannot both be specified",
)


def check_no_custom_id(walk: Walk, button: Json, path: str) -> None:
    """Links and shop buttons send no interaction."""
    if button.get("custom_id"):
        walk.form.wrong(path, *BOTH_CUSTOM_ID_AND_URL)
    if button["style"] == ButtonStyle.PREMIUM:
        return
    url = button.get("url")
    walk.form.length(f"{path}.url", url, 1, limits.URL_LENGTH)
    if url and not url.startswith(("http://", "https://", "discord://")):
        walk.form.wrong(
            f"{path}.url",
            "URL_TYPE_INVALID_SCHEME",
            "Scheme must be one of ('http', 'https', 'discord').",
        )


def check_select(walk: Walk, select: Json, path: str) -> None:
    """A custom id; for strings, one to twenty-five options."""
    walk.custom_id(select, path)
    walk.form.length(
        f"{path}.placeholder", select.get("placeholder"), 0, limits.SELECT_PLACEHOLDER_LENGTH
    )
    walk.number(select, path, "min_values", 0, limits.SELECT_OPTIONS)
    walk.number(select, path, "max_values", 1, limits.SELECT_OPTIONS)
    if select["type"] == Part.STRING_SELECT:
        walk.options(select, path, 1, limits.SELECT_OPTIONS)


def check_section(walk: Walk, section: Json, path: str) -> None:
    """One to three texts beside a button or a thumbnail."""
    texts = section.get("components") or []
    walk.form.length(f"{path}.components", texts, 1, limits.SECTION_TEXTS)
    walk.all(texts, f"{path}.components", IN_SECTION)
    if accessory := section.get("accessory"):
        walk.one(accessory, f"{path}.accessory", ACCESSORIES)
    else:
        walk.form.wrong(f"{path}.accessory", "BASE_TYPE_REQUIRED", "This field is required")


def check_text(walk: Walk, text: Json, path: str) -> None:
    """Something to read."""
    content = text.get("content") or ""
    walk.form.length(f"{path}.content", content.strip(), 1, limits.TEXT_TOTAL_LENGTH)
    walk.text_length += len(content)


def check_thumbnail(walk: Walk, thumbnail: Json, path: str) -> None:
    """A small picture."""
    walk.media(thumbnail.get("media"), f"{path}.media")
    walk.form.length(
        f"{path}.description", thumbnail.get("description"), 0, limits.MEDIA_DESCRIPTION_LENGTH
    )


def check_gallery(walk: Walk, gallery: Json, path: str) -> None:
    """One to ten pictures."""
    items = gallery.get("items") or []
    walk.form.length(f"{path}.items", items, 1, limits.GALLERY_ITEMS)
    for index, item in enumerate(items):
        check_thumbnail(walk, item, f"{path}.items.{index}")


def check_file(walk: Walk, file: Json, path: str) -> None:
    """An uploaded file."""
    walk.media(file.get("file"), f"{path}.file")


def check_separator(walk: Walk, separator: Json, path: str) -> None:
    """A small or a large gap."""
    walk.form.choice(f"{path}.spacing", separator.get("spacing") or 1, {1, 2})


def check_container(walk: Walk, container: Json, path: str) -> None:
    """Anything but another container."""
    children = container.get("components") or []
    walk.form.length(f"{path}.components", children, 1, limits.COMPONENTS_TOTAL)
    walk.all(children, f"{path}.components", IN_CONTAINER)


def check_label(walk: Walk, label: Json, path: str) -> None:
    """A heading over one field of a modal."""
    walk.form.length(f"{path}.label", label.get("label"), 1, limits.LABEL_LENGTH)
    walk.form.length(
        f"{path}.description", label.get("description"), 0, limits.LABEL_DESCRIPTION_LENGTH
    )
    walk.one(label.get("component") or {}, f"{path}.component", IN_LABEL)


def check_text_input(walk: Walk, field: Json, path: str) -> None:
    """A line or a paragraph to fill in."""
    form = walk.form
    walk.custom_id(field, path)
    form.choice(f"{path}.style", field.get("style"), {1, 2})
    form.length(f"{path}.label", field.get("label"), 0, limits.LABEL_LENGTH)
    form.length(f"{path}.placeholder", field.get("placeholder"), 0, limits.INPUT_PLACEHOLDER_LENGTH)
    form.length(f"{path}.value", field.get("value"), 0, limits.INPUT_LENGTH)
    walk.number(field, path, "min_length", 0, limits.INPUT_LENGTH)
    walk.number(field, path, "max_length", 1, limits.INPUT_LENGTH)


def check_file_upload(walk: Walk, field: Json, path: str) -> None:
    """Up to ten files to hand in."""
    walk.custom_id(field, path)
    walk.number(field, path, "min_values", 0, limits.UPLOAD_FILES)
    walk.number(field, path, "max_values", 1, limits.UPLOAD_FILES)


def check_radio_group(walk: Walk, field: Json, path: str) -> None:
    """One of several."""
    walk.custom_id(field, path)
    walk.options(field, path, *limits.RADIO_OPTIONS)


def check_checkbox_group(walk: Walk, field: Json, path: str) -> None:
    """Any of several."""
    walk.custom_id(field, path)
    walk.options(field, path, *limits.CHECKBOX_OPTIONS)


RULES: dict[Part, Callable[[Walk, Json, str], None]] = {
    Part.ROW: check_row,
    Part.BUTTON: check_button,
    Part.SECTION: check_section,
    Part.TEXT: check_text,
    Part.THUMBNAIL: check_thumbnail,
    Part.GALLERY: check_gallery,
    Part.FILE: check_file,
    Part.SEPARATOR: check_separator,
    Part.CONTAINER: check_container,
    Part.LABEL: check_label,
    Part.TEXT_INPUT: check_text_input,
    Part.FILE_UPLOAD: check_file_upload,
    Part.RADIO_GROUP: check_radio_group,
    Part.CHECKBOX_GROUP: check_checkbox_group,
    Part.CHECKBOX: Walk.custom_id,
    **dict.fromkeys(SELECTS, check_select),
}


def check_legacy(form: Form, components: list[Json]) -> None:
    """Rows of buttons and selects under a message that has content."""
    form.length("components", components, 0, limits.LEGACY_ROWS)
    Walk(form, ()).all(components, "components", LEGACY_TOP)


def check_layout(form: Form, components: list[Json], filenames: Collection[str]) -> None:
    """A message that is nothing but components."""
    walk = Walk(form, filenames)
    walk.all(components, "components", LAYOUT_TOP)
    if walk.count > limits.COMPONENTS_TOTAL:
        form.wrong(
            "components",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The total number of components exceeds {limits.COMPONENTS_TOTAL}",
        )
    if walk.text_length > limits.TEXT_TOTAL_LENGTH:
        form.wrong(
            "components",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"Components displayable text size exceeds maximum size of {limits.TEXT_TOTAL_LENGTH}",
        )


def check_modal(modal: Json) -> None:
    """A form to fill in."""
    form = Form()
    components = modal.get("components") or []
    form.length("title", modal.get("title"), 1, limits.MODAL_TITLE_LENGTH)
    form.length("custom_id", modal.get("custom_id"), 1, limits.CUSTOM_ID_LENGTH)
    form.length("components", components, 1, limits.MODAL_COMPONENTS)
    Walk(form, (), modal=True).all(components, "components", MODAL_TOP)
    form.finish()
