"""The settings, and the example file that newcomers copy."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.settings import (
    LogFormat,
    LogLevel,
    Settings,
    SettingsError,
    load_settings,
    load_with_origin,
)

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / ".env.example"
TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def _nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty current folder and none of the settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def wrong(monkeypatch: pytest.MonkeyPatch, **settings: str) -> str:
    """The message for settings that are wrong."""
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_defaults() -> None:
    settings = load_settings()
    assert settings.discord_token is None
    assert settings.home_guild_id is None
    assert settings.moderator_role_ids == frozenset()
    assert settings.stale_after_days == 180
    shipped, community = settings.facts_dir
    assert (shipped.name, community.name) == ("shipped", "community")
    assert (shipped.folder / "people.yaml").is_file()
    assert community.folder == Path("data/facts")
    assert settings.data_dir == Path("data")
    assert settings.database_url is None
    assert (settings.log_level, settings.log_format) == (LogLevel.INFO, LogFormat.TEXT)


def test_the_example_file_as_it_is_sets_nothing_but_defaults(tmp_path: Path) -> None:
    defaults = load_settings()
    shutil.copy(EXAMPLE, tmp_path / ".env")
    assert load_settings() == defaults


def test_the_example_file_filled_in(tmp_path: Path) -> None:
    values = {
        "DISCORD_TOKEN": TOKEN,
        "HOME_GUILD_ID": "123456789012345678",
        "MODERATOR_ROLE_IDS": "1, 2,,3 ",
        "FACTS_DIR": "my facts",
        "DATA_DIR": "/var/lib/hyosan",
        "DATABASE_URL": "postgres://hyosan:secret@db.example:5433/facts?ssl=require",
        "STALE_AFTER_DAYS": "90",
        "LOG_LEVEL": "debug",
        "LOG_FORMAT": "JSON",
    }
    text = EXAMPLE.read_text(encoding="utf-8")
    for name, value in values.items():
        text, count = re.subn(rf"^{name}=.*$", f"{name}={value}", text, flags=re.MULTILINE)
        assert count == 1
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    settings = load_settings()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN
    assert settings.home_guild_id == 123456789012345678
    assert settings.moderator_role_ids == {1, 2, 3}
    assert settings.facts_dir == (Layer.of(Path("my facts")),)
    assert settings.data_dir == Path("/var/lib/hyosan")
    assert settings.database_url is not None
    address = "postgresql+asyncpg://hyosan:secret@db.example:5433/facts?ssl=require"
    assert settings.database_url.get_secret_value() == address
    assert "secret" not in repr(settings)
    assert settings.stale_after_days == 90
    assert (settings.log_level, settings.log_format) == (LogLevel.DEBUG, LogFormat.JSON)
    assert TOKEN not in repr(settings)


def test_the_example_file_has_exactly_the_settings_each_explained() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = [number for number, line in enumerate(lines) if "=" in line]
    assert sorted(lines[number].partition("=")[0] for number in named) == sorted(NAMES)
    assert all(lines[number - 1].startswith("# ") for number in named)


def test_every_setting_is_described_and_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        assert field.description
        assert f"| `{name.upper()}` |" in readme


def test_the_environment_comes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=ERROR\nDATA_DIR=here\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    monkeypatch.setenv("DATA_DIR", "")
    settings = load_settings()
    assert settings.log_level is LogLevel.WARNING
    assert settings.data_dir == Path("here")


@pytest.mark.parametrize(
    ("name", "value", "right"),
    [
        ("HOME_GUILD_ID", "my server", "a whole number such as"),
        ("HOME_GUILD_ID", "0", "a whole number such as"),
        ("HOME_GUILD_ID", str(2**63), "a whole number such as"),
        ("MODERATOR_ROLE_IDS", "1;2", "whole numbers with commas between them"),
        ("MODERATOR_ROLE_IDS", "1,-2,x", "whole numbers with commas between them"),
        ("STALE_AFTER_DAYS", "0", "a whole number from 1 to 36500"),
        ("STALE_AFTER_DAYS", "1.5", "a whole number from 1 to 36500"),
        ("STALE_AFTER_DAYS", "36501", "a whole number from 1 to 36500"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING or ERROR"),
        ("LOG_FORMAT", "xml", "text or json"),
        ("DISCORD_TOKEN_FILE", "nowhere", "No such file or directory"),
        ("DISCORD_TOKEN_FILE", "/", "Is a directory"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_right(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, right: str
) -> None:
    message = wrong(monkeypatch, **{name: value})
    assert message.startswith(f"{name} is wrong: ")
    assert right in message
    assert message.count("is wrong") == 1


def test_several_wrong_values_are_all_named(monkeypatch: pytest.MonkeyPatch) -> None:
    message = wrong(
        monkeypatch,
        DISCORD_TOKEN="two words",
        DISCORD_TOKEN_FILE="nowhere",
        HOME_GUILD_ID="x",
        MODERATOR_ROLE_IDS="x,y",
        LOG_LEVEL="x",
        LOG_FORMAT="x",
    )
    assert message.count("is wrong") == 6


@pytest.mark.parametrize("value", [f"Bot {TOKEN}", f"{TOKEN}\x1b", f"“{TOKEN}”"])
def test_a_wrong_token_is_not_shown(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    message = wrong(monkeypatch, DISCORD_TOKEN=value)
    assert "DISCORD_TOKEN is wrong" in message
    assert TOKEN not in message


@pytest.mark.parametrize("name", [name for name in NAMES if name != "DISCORD_TOKEN"])
@pytest.mark.parametrize("value", [TOKEN, f"Bot {TOKEN}", f"DISCORD_TOKEN={TOKEN}"])
def test_a_token_in_the_wrong_place_is_an_error_that_shows_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    message = wrong(monkeypatch, **{name: value})
    assert message.startswith(f"{name} is wrong (it holds a token, which belongs in DISCORD_TOKEN")
    assert TOKEN[:10] not in message


def test_the_token_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    settings = load_settings()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == TOKEN
    monkeypatch.setenv("DISCORD_TOKEN", "another")
    settings = load_settings()
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "another"


@pytest.mark.parametrize("content", [b"", b"\xff", b"two words"])
def test_a_token_file_without_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    (tmp_path / "token").write_bytes(content)
    message = wrong(monkeypatch, DISCORD_TOKEN_FILE="token")
    assert message.startswith("DISCORD_TOKEN_FILE is wrong: 'token' (that file ")
    assert "two words" not in message


def test_an_env_file_that_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff")
    assert wrong(monkeypatch) == ".env is not UTF-8 text. Save it as UTF-8."


def test_a_path_that_cannot_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_bytes(b"FACTS_DIR='a\0b'\n")
    assert "FACTS_DIR is wrong" in wrong(monkeypatch)


def layers(monkeypatch: pytest.MonkeyPatch, **settings: str) -> list[tuple[str, Path]]:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return [(layer.name, layer.folder) for layer in load_settings().facts_dir]


def test_layers_one_over_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped, community = layers(monkeypatch, DATA_DIR="kept")
    assert community == ("community", Path("kept/facts"))
    listed = os.pathsep.join(["shipped", " other ", "", "kept/facts"])
    assert layers(monkeypatch, FACTS_DIR=listed) == [shipped, ("other", Path("other")), community]


def test_a_list_without_the_shipped_facts_is_another_knowledge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert layers(monkeypatch, FACTS_DIR=str(tmp_path)) == [(str(tmp_path), tmp_path)]


def test_a_layer_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    ((_, folder),) = layers(monkeypatch, FACTS_DIR="~/ours")
    assert folder == tmp_path / "ours"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (os.pathsep, "it names no folder"),
        (f"a{os.pathsep}a", "it names a folder twice"),
        (f"shipped{os.pathsep}shipped", "it names a folder twice"),
        ("~nobody-of-this-name/facts", "there is no such home folder"),
    ],
)
def test_layers_that_cannot_be(monkeypatch: pytest.MonkeyPatch, value: str, reason: str) -> None:
    message = wrong(monkeypatch, FACTS_DIR=value)
    assert message.startswith("FACTS_DIR is wrong: ")
    assert reason in message
    assert "'shipped' is the facts that came with the bot" in message


@pytest.mark.parametrize("name", ["DISCORD_TOKEN_FILE", "DATA_DIR"])
def test_the_home_folder_in_every_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "kept").write_text(TOKEN, encoding="utf-8")
    monkeypatch.setenv(name, "~/kept")
    assert getattr(load_settings(), name.lower()) == tmp_path / "kept"


def test_the_communitys_layer_follows_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    _, community = layers(monkeypatch, DATA_DIR="~/kept")
    assert community == ("community", tmp_path / "kept" / "facts")


@pytest.mark.parametrize("name", ["DISCORD_TOKEN_FILE", "DATA_DIR"])
def test_a_home_folder_that_is_not_there(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    message = wrong(monkeypatch, **{name: "~nobody-of-this-name/kept"})
    assert message.startswith(f"{name} is wrong: ")
    assert "there is no such home folder" in message


@pytest.mark.parametrize("name", ["DISCORD_TOKEN_FILE", "DATA_DIR", "FACTS_DIR"])
def test_a_path_with_nul(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / ".env").write_bytes(f"{name}='a\0b'\n".encode())
    message = wrong(monkeypatch)
    assert message.startswith(f"{name} is wrong: ")
    assert "no file has such a name" in message


def test_a_token_with_spaces_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", f"  {TOKEN}\t")
    assert token() == TOKEN


def test_a_byte_order_mark_in_the_token_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_text(TOKEN, encoding="utf-8-sig")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    assert token() == TOKEN


def token() -> str:
    found = load_settings().discord_token
    assert found is not None
    return found.get_secret_value()


def test_an_env_file_as_windows_saves_it(tmp_path: Path) -> None:
    text = f"DISCORD_TOKEN={TOKEN}\r\nHOME_GUILD_ID=7\r\nDATA_DIR=\r\nLOG_LEVEL=error\r\n"
    (tmp_path / ".env").write_bytes(text.encode("utf-8-sig"))
    assert token() == TOKEN
    settings = load_settings()
    assert (settings.home_guild_id, settings.data_dir) == (7, Path("data"))
    assert settings.log_level is LogLevel.ERROR


def test_carriage_returns_that_docker_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=WARNING\n", encoding="utf-8")
    values = {
        "DISCORD_TOKEN": TOKEN,
        "HOME_GUILD_ID": "7",
        "MODERATOR_ROLE_IDS": "1,2",
        "DATA_DIR": "kept",
        "FACTS_DIR": "shipped",
        "LOG_LEVEL": "",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, f"{value}\r")
    settings = load_settings()
    assert token() == TOKEN
    assert (settings.home_guild_id, settings.moderator_role_ids) == (7, {1, 2})
    assert settings.data_dir == Path("kept")
    assert [layer.name for layer in settings.facts_dir] == ["shipped"]
    assert settings.log_level is LogLevel.WARNING


def test_an_env_file_that_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").mkdir()
    assert wrong(monkeypatch).startswith(".env cannot be read (")


def test_which_env_file_was_read(tmp_path: Path) -> None:
    assert load_with_origin().origin.file is None
    (tmp_path / ".env").write_text("", encoding="utf-8")
    assert load_with_origin().origin.file == tmp_path / ".env"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("HOME_GUILDID=7", "HOME_GUILD_ID"),
        ("HOME_GIULD_ID=7", "HOME_GUILD_ID"),
        ("GUILD_ID=7", "HOME_GUILD_ID"),
        ("TOKEN=abc", "DISCORD_TOKEN"),
        ("DISCORD_BOT_TOKEN=abc", "DISCORD_TOKEN"),
        ("discord_tokn=abc", "DISCORD_TOKEN"),
        ("MODERATOR_ROLES=1", "MODERATOR_ROLE_IDS"),
        ("LOGLEVEL=DEBUG", "LOG_LEVEL"),
        ("HTTP_PROXY=http://proxy.example", "HTTPS_PROXY"),
    ],
)
def test_a_misspelt_setting_of_the_file(tmp_path: Path, line: str, meant: str) -> None:
    (tmp_path / ".env").write_text(f"{line}\n", encoding="utf-8")
    name = line.partition("=")[0].upper()
    assert load_with_origin().origin.warnings == (f"{name} is no setting; did you mean {meant}?",)


def test_a_misspelt_setting_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME_GILD_ID", "7")
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example")
    monkeypatch.setenv("XDG_DATA_DIRS", "/usr/share")
    monkeypatch.setenv("GITHUB_TOKEN", "abc")
    warnings = load_with_origin().origin.warnings
    assert warnings == ("HOME_GILD_ID is no setting; did you mean HOME_GUILD_ID?",)


@pytest.mark.parametrize("line", ["COMPOSE_PROJECT_NAME=x", "TZ=Asia/Seoul", "HOME_GUILD_IDS=9"])
def test_names_of_others_and_of_settings_that_are_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    (tmp_path / ".env").write_text(f"{line}\n", encoding="utf-8")
    monkeypatch.setenv("HOME_GUILD_ID", "7")
    assert load_with_origin().origin.warnings == ()


@pytest.mark.parametrize("line", [TOKEN, f"{TOKEN}=x", f"DISCORD_TOKEN: {TOKEN}", f"A={TOKEN}"])
def test_a_token_that_stands_anywhere_in_the_file_is_in_no_warning(
    tmp_path: Path, line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".env").write_text(f"{line}\n", encoding="utf-8")
    assert TOKEN[:10] not in repr(load_with_origin())
    assert TOKEN[:10] not in "".join(capfd.readouterr())


@pytest.mark.skipif(os.name != "posix", reason="Windows has other means")
def test_an_env_file_with_the_token_that_everybody_can_read(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"DISCORD_TOKEN={TOKEN}\n", encoding="utf-8")
    file.chmod(0o644)
    (warning,) = load_with_origin().origin.warnings
    assert "every user of this machine can read it" in warning
    assert "chmod 600 .env" in warning
    file.chmod(0o640)
    assert load_with_origin().origin.warnings == ()
    file.chmod(0o644)
    file.write_text("LOG_LEVEL=ERROR\n", encoding="utf-8")
    assert load_with_origin().origin.warnings == ()


@pytest.mark.parametrize(
    ("https", "no", "used"),
    [
        ("http://user:pass@proxy.example:3128", "", "http://user:pass@proxy.example:3128"),
        ("https://proxy.example", "localhost,127.0.0.1", "https://proxy.example"),
        ("proxy.example:3128", "", "http://proxy.example:3128"),
        ("http://proxy.example", "*", None),
        ("http://proxy.example", "localhost, discord.com", None),
        ("http://proxy.example", ".com", None),
        ("", "", None),
    ],
)
@pytest.mark.parametrize("in_capitals", [True, False])
def test_the_proxy_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, https: str, no: str, used: str | None, in_capitals: bool
) -> None:
    for name, value in {"HTTPS_PROXY": https, "NO_PROXY": no}.items():
        monkeypatch.setenv(name if in_capitals else name.lower(), value)
    settings = load_settings()
    assert settings.proxy == used
    assert "pass" not in repr(settings)


@pytest.mark.parametrize(
    "address", ["socks5://me:secret@a:1080", "http://", "http://secret:port", "http://a:99999999"]
)
def test_a_proxy_that_cannot_be_used_is_told_when_it_would_be(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    settings = load_settings()
    with pytest.raises(SettingsError) as caught:
        _ = settings.proxy
    assert str(caught.value) == (
        "HTTPS_PROXY is wrong (it is no address of an HTTP proxy). "
        "Right is: the address of an HTTP proxy, such as http://proxy.example:3128."
    )


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("sqlite:///kept/hyosan.sqlite3", "sqlite+aiosqlite:///kept/hyosan.sqlite3"),
        ("sqlite+aiosqlite:////var/a", "sqlite+aiosqlite:////var/a"),
        (" PostgreSQL://host/name ", "postgresql+asyncpg://host/name"),
        ("postgresql+asyncpg://u:p@h/n", "postgresql+asyncpg://u:p@h/n"),
    ],
)
def test_addresses_of_databases(monkeypatch: pytest.MonkeyPatch, given: str, address: str) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    url = load_settings().database_url
    assert url is not None
    assert url.get_secret_value() == address


@pytest.mark.parametrize(
    "given",
    [
        "mysql://u:hidden@host/name",
        "hidden",
        "sqlite://hidden",
        "sqlite:///",
        "postgresql:hidden",
        "postgresql://u:hidden@/name",
        "postgresql://u:hidden@host",
        "postgresql://u:hidden@host:x/name",
        "postgresql://u:hidden@host:99999/name",
    ],
)
def test_a_wrong_address_of_a_database_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    message = wrong(monkeypatch, DATABASE_URL=given)
    assert message.startswith("DATABASE_URL is wrong (it ")
    assert "Right is: the address of a PostgreSQL database" in message
    assert "hidden" not in message
