"""What can be set from outside, as one typed Settings object."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails

from bot.environment import Origin, Unreadable, read_environment
from bot.knowledge.layers import Layer
from bot.redaction import holds_token

__all__ = [
    "SHIPPED",
    "Loaded",
    "LogFormat",
    "LogLevel",
    "Settings",
    "SettingsError",
    "load_settings",
    "load_with_origin",
]

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED_FACTS = _PACKAGE / "facts"
_CHECKOUT_FACTS = _PACKAGE.parent / "facts"

SHIPPED = "shipped"
"""What stands in FACTS_DIR for the facts that came with the bot."""

_SHIPPED_LAYER = Layer(SHIPPED, _INSTALLED_FACTS if _INSTALLED_FACTS.is_dir() else _CHECKOUT_FACTS)

_SHOWN = 20
"""Characters of a wrong value that an error shows: too few to give a misplaced token away."""

_SECRET = frozenset({"discord_token", "https_proxy", "database_url"})
"""Settings of which an error shows nothing; an address can hold a password."""

_DRIVERS = {
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
}
"""What SQLAlchemy calls the databases that DATABASE_URL may name."""

_DISCORD = "discord.com"

_TOKEN = re.compile(r"[!-~]+")

Snowflake = Annotated[int, Field(gt=0, lt=2**63)]
"""An id of Discord's."""


class _AnyCase(StrEnum):
    """Members are found in capitals and small letters alike."""

    @classmethod
    def _missing_(cls, value: object) -> _AnyCase | None:
        wanted = str(value).strip().casefold()
        return next((member for member in cls if member.casefold() == wanted), None)


class LogLevel(_AnyCase):
    """How much is logged."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class LogFormat(_AnyCase):
    """Lines for people, or JSON objects for a log collector."""

    TEXT = "text"
    JSON = "json"


class SettingsError(Exception):
    """One or more settings are wrong; the message names each and what is right, in one line."""


class Settings(BaseModel):
    """Everything that can be set from outside.

    A description says what is right for the setting; the error for a wrong value shows it.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    discord_token_file: Path | None = Field(
        None, description="a file that holds the bot's token and nothing else"
    )
    discord_token: SecretStr | None = Field(
        None,
        validate_default=True,
        description="the bot's token, one word without spaces, as the developer portal shows it",
    )
    """Also holds the token from DISCORD_TOKEN_FILE; the field above has to come first for that."""
    home_guild_id: Snowflake | None = Field(
        None,
        description="the id of the server whose moderators may use /facts, "
        "a whole number such as 123456789012345678",
    )
    moderator_role_ids: frozenset[Snowflake] = Field(
        frozenset(),
        description="ids of roles of that server that may use /facts too, "
        "whole numbers with commas between them",
    )
    log_channel_id: Snowflake | None = Field(
        None,
        description="the id of the channel that is told of every change that moderators make, "
        "a whole number such as 123456789012345678",
    )
    data_dir: Path = Field(Path("data"), description="the folder for what the bot remembers")
    database_url: SecretStr | None = Field(
        None,
        description="the address of a PostgreSQL database, such as "
        "postgresql://user:password@host/name, or a file of SQLite's, such as sqlite:///file",
    )
    """As SQLAlchemy has it; without one, a file of SQLite's in DATA_DIR."""
    facts_dir: tuple[Layer, ...] = Field(
        (),
        validate_default=True,
        description="folders with knowledge files, the later over the earlier, "
        f"with '{os.pathsep}' between them; '{SHIPPED}' is the facts that came with the bot",
    )
    """Layers; without any, the shipped facts and over them the community's in DATA_DIR. What
    moderators write in Discord lies over all of these: see `layers`."""
    watch_facts: bool = Field(
        False,
        description="true or false: whether knowledge files are read anew as soon as they change",
    )
    stale_after_days: int = Field(
        180,
        gt=0,
        le=36_500,
        description="after how many days `check` advises to look again at what is true as of a "
        "date, a whole number from 1 to 36500",
    )
    unanswered_days: int = Field(
        90,
        gt=0,
        le=3650,
        description="for how many days questions without an answer are kept for moderators, "
        "a whole number from 1 to 3650",
    )
    log_level: LogLevel = Field(LogLevel.INFO, description="DEBUG, INFO, WARNING or ERROR")
    log_format: LogFormat = Field(LogFormat.TEXT, description="text or json")
    https_proxy: SecretStr | None = Field(
        None, description="the address of an HTTP proxy, such as http://proxy.example:3128"
    )
    """Used as `proxy`, and only then checked: it is set for other programs too."""
    no_proxy: str = Field("", description="hosts that are reached without it, or *")

    @field_validator("discord_token_file", "data_dir")
    @classmethod
    def _possible_path(cls, value: Path | None) -> Path | None:
        return value if value is None else _expanded(value)

    @field_validator("discord_token_file")
    @classmethod
    def _readable(cls, value: Path | None) -> Path | None:
        if value is not None:
            _read_token(value)
        return value

    @field_validator("discord_token", mode="before")
    @classmethod
    def _from_file(cls, value: Any, info: ValidationInfo) -> Any:
        """Take the token from DISCORD_TOKEN_FILE where DISCORD_TOKEN itself is not set."""
        path = info.data.get("discord_token_file")
        return _read_token(path) if value is None and path is not None else value

    @field_validator("discord_token")
    @classmethod
    def _one_word(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        token = value.get_secret_value().strip()
        if not _TOKEN.fullmatch(token):
            raise ValueError("it has spaces or characters that no token has")
        return SecretStr(token)

    @field_validator("database_url")
    @classmethod
    def _possible_database(cls, value: SecretStr | None) -> SecretStr | None:
        return value and SecretStr(_database(value.get_secret_value().strip()))

    @field_validator("watch_facts")
    @classmethod
    def _possible_watch(cls, value: bool) -> bool:
        if value and importlib.util.find_spec("watchfiles") is None:
            raise ValueError("it needs the extra: python -m pip install 'hyosan-bot[watch]'")
        return value

    @field_validator("facts_dir", mode="before")
    @classmethod
    def _to_layers(cls, value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, str):
            return value or (_SHIPPED_LAYER, _community(info))
        layers = [_layer(part.strip(), info) for part in value.split(os.pathsep) if part.strip()]
        if not layers:
            raise ValueError("it names no folder")
        folders = [layer.folder for layer in layers]
        if len(set(folders)) < len(folders):
            raise ValueError("it names a folder twice")
        return tuple(layers)

    @field_validator("moderator_role_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: Any) -> Any:
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("*", mode="before")
    @classmethod
    def _no_misplaced_token(cls, value: Any, info: ValidationInfo) -> Any:
        """Refuse what would go on to be a folder's name, or part of a message."""
        if info.field_name != "discord_token" and isinstance(value, str) and holds_token(value):
            raise ValueError("it holds a token, which belongs in DISCORD_TOKEN alone")
        return value

    @property
    def moderators_layer(self) -> Layer:
        """What moderators write in Discord: a folder that nobody but the bot writes to."""
        folder = self.data_dir / "moderators"
        return Layer("moderators", folder, is_optional=True, is_forgiving=True)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers of FACTS_DIR, and over them what moderators have written."""
        if any(layer.is_forgiving for layer in self.facts_dir):  # it is among them already
            return self.facts_dir
        return (*self.facts_dir, self.moderators_layer)

    @property
    def proxy(self) -> str | None:
        """The address of the proxy between here and Discord; raises SettingsError."""
        if self.https_proxy is None or _is_excepted(_DISCORD, self.no_proxy):
            return None
        address = self.https_proxy.get_secret_value()
        address = address if "://" in address else f"http://{address}"
        if not _is_http(address):
            raise SettingsError(_wrong("https_proxy", "", " (it is no address of an HTTP proxy)"))
        return address


def _is_excepted(host: str, exceptions: str) -> bool:
    """Whether NO_PROXY names `host`, a domain that it is in, or everything."""
    names = [name.strip().lstrip(".").lower() for name in exceptions.split(",")]
    return any(name == "*" or (name and f".{host}".endswith(f".{name}")) for name in names)


def _is_http(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number
        return False


def _database(address: str) -> str:
    """The address with the driver that the bot uses; raises ValueError, never with the address."""
    scheme, colon, rest = address.partition(":")
    driver = _DRIVERS.get(scheme.lower())
    if driver is None or not rest.startswith("//"):
        raise ValueError("it is no address of a database that I know")
    if driver.startswith("sqlite"):
        if not rest.startswith("///") or rest == "///":
            raise ValueError("it names no file")
        return f"{driver}{colon}{rest}"
    try:
        parts = urlsplit(f"postgresql:{rest}")
        is_whole = bool(parts.hostname) and parts.port != 0 and len(parts.path) > 1
    except ValueError:  # a port that is no number
        is_whole = False
    if not is_whole:
        raise ValueError("it names no host or no database")
    if importlib.util.find_spec("asyncpg") is None:
        raise ValueError("PostgreSQL needs the extra: python -m pip install 'hyosan-bot[postgres]'")
    return f"{driver}{colon}{rest}"


def _expanded(path: Path) -> Path:
    """`path` with the home folder for `~`; raises ValueError for what can be no path."""
    if "\0" in str(path):
        raise ValueError("no file has such a name")
    try:
        return path.expanduser()
    except RuntimeError:
        raise ValueError("there is no such home folder") from None


def _community(info: ValidationInfo) -> Layer:
    """The community's own layer: what a `git pull` never touches."""
    data_dir: Path = info.data.get("data_dir") or Path("data")  # missing where it is wrong
    return Layer("community", data_dir / "facts", is_optional=True)


def _layer(part: str, info: ValidationInfo) -> Layer:
    """A layer by what stands for it in FACTS_DIR; raises ValueError."""
    if part == SHIPPED:
        return _SHIPPED_LAYER
    folder = _expanded(Path(part))
    community = _community(info)
    return community if folder.absolute() == community.folder.absolute() else Layer.of(folder)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and how they came about."""

    settings: Settings
    origin: Origin


def load_settings() -> Settings:
    """Settings from the environment and `.env`; raises SettingsError that names what is wrong."""
    return load_with_origin().settings


def load_with_origin() -> Loaded:
    """As `load_settings`, with where they are from and what was probably meant otherwise."""
    try:
        values, origin = read_environment(Settings.model_fields.keys())
        return Loaded(Settings.model_validate(values), origin)
    except ValidationError as error:
        raise SettingsError(_explain(error.errors())) from None  # the cause holds the token
    except Unreadable as error:
        raise SettingsError(str(error)) from None


def _read_token(path: Path) -> str:
    """The token in a file; raises ValueError, never with what the file or its name holds."""
    try:
        token = path.read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        raise ValueError("that file is not UTF-8 text") from None
    except OSError as error:
        raise ValueError(f"that file cannot be read: {error.strerror}") from None
    if not _TOKEN.fullmatch(token):
        raise ValueError("that file is empty, or has spaces or characters that no token has")
    return token


def _explain(details: Iterable[ErrorDetails]) -> str:
    """Each wrong setting once, with what is right, all in one line."""
    sentences = {str(detail["loc"][0]): _sentence(detail) for detail in details}
    return " ".join(sentences.values())


def _sentence(detail: ErrorDetails) -> str:
    name = str(detail["loc"][0])
    error = detail.get("ctx", {}).get("error")
    return _wrong(name, _shown(name, detail["input"]), f" ({error})" if error else "")


def _wrong(name: str, shown: str, reason: str) -> str:
    right = Settings.model_fields[name].description
    return f"{name.upper()} is wrong{shown}{reason}. Right is: {right}."


def _shown(name: str, value: object) -> str:
    text = str(value)
    if name in _SECRET or holds_token(text):
        return ""
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f": {cut!r}"
