"""The environment and `.env`, as one typed Settings object; nothing else reads the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.knowledge.layers import Layer

__all__ = ["SHIPPED", "LogFormat", "LogLevel", "Settings", "SettingsError", "load_settings"]

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED_FACTS = _PACKAGE / "facts"
_CHECKOUT_FACTS = _PACKAGE.parent / "facts"

SHIPPED = "shipped"
"""What stands in FACTS_DIR for the facts that came with the bot."""

_SHIPPED_LAYER = Layer(SHIPPED, _INSTALLED_FACTS if _INSTALLED_FACTS.is_dir() else _CHECKOUT_FACTS)

_SHOWN = 20
"""Characters of a wrong value that an error shows: too few to give a misplaced token away."""

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


class Settings(BaseSettings):
    """Everything that can be set from outside. Empty values count as not set.

    A description says what is right for the setting; the error for a wrong value shows it.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

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
    moderator_role_ids: Annotated[frozenset[Snowflake], NoDecode] = Field(
        frozenset(),
        description="ids of roles of that server that may use /facts too, "
        "whole numbers with commas between them",
    )
    data_dir: Path = Field(Path("data"), description="the folder for what the bot remembers")
    facts_dir: Annotated[tuple[Layer, ...], NoDecode] = Field(
        (),
        validate_default=True,
        description="folders with knowledge files, the later over the earlier, "
        f"with '{os.pathsep}' between them; '{SHIPPED}' is the facts that came with the bot",
    )
    """Layers; without any, the shipped facts and over them the community's in DATA_DIR."""
    log_level: LogLevel = Field(LogLevel.INFO, description="DEBUG, INFO, WARNING or ERROR")
    log_format: LogFormat = Field(LogFormat.TEXT, description="text or json")

    @field_validator("discord_token_file", "data_dir")
    @classmethod
    def _possible_path(cls, value: Path | None) -> Path | None:
        if value is not None and "\0" in str(value):
            raise ValueError("no file has such a name")
        return value

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


def _community(info: ValidationInfo) -> Layer:
    """The community's own layer: what a `git pull` never touches."""
    data_dir: Path = info.data.get("data_dir") or Path("data")  # missing where it is wrong
    return Layer("community", data_dir / "facts", is_optional=True)


def _layer(part: str, info: ValidationInfo) -> Layer:
    """A layer by what stands for it in FACTS_DIR; raises ValueError."""
    if part == SHIPPED:
        return _SHIPPED_LAYER
    if "\0" in part:
        raise ValueError("no folder has such a name")
    try:
        folder = Path(part).expanduser()
    except RuntimeError:
        raise ValueError("there is no such home folder") from None
    community = _community(info)
    return community if folder.absolute() == community.folder.absolute() else Layer.of(folder)


def load_settings() -> Settings:
    """Settings from the environment and `.env`; raises SettingsError that names what is wrong."""
    try:
        return Settings()  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        raise SettingsError(_explain(error.errors())) from None  # the cause holds the token
    except UnicodeDecodeError:
        raise SettingsError(".env is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise SettingsError(f".env cannot be read ({error.strerror}).") from None


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
    right = Settings.model_fields[name].description
    error = detail.get("ctx", {}).get("error")
    reason = f" ({error})" if error else ""
    return f"{name.upper()} is wrong{_shown(name, detail['input'])}{reason}. Right is: {right}."


def _shown(name: str, value: object) -> str:
    if name == "discord_token":
        return ""
    text = str(value)
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f": {cut!r}"
