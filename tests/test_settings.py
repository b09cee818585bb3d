"""The settings, and the example file that newcomers copy."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from bot.knowledge.layers import Layer
from bot.settings import LogFormat, LogLevel, Settings, SettingsError, load_settings

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
    shipped, community = settings.facts_dir
    assert (shipped.name, community.name) == ("shipped", "community")
    assert (shipped.folder / "people.yaml").is_file()
    assert community.folder == Path("data/facts")
    assert settings.data_dir == Path("data")
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


@pytest.mark.parametrize("name", ["HOME_GUILD_ID", "DISCORD_TOKEN_FILE", "LOG_LEVEL"])
def test_a_token_in_the_wrong_place_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    message = wrong(monkeypatch, **{name: TOKEN})
    assert TOKEN not in message
    assert TOKEN[-30:] not in message


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
