"""`python -m bot` and `python -m bot run`, as far as they go without Discord; and wrong use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from command_line import Hyosan

from bot.__main__ import main
from bot.client import app
from bot.client.connection import BAD_TOKEN


@pytest.mark.parametrize("arguments", [(), ("run",)])
def test_no_token(hyosan: Hyosan, arguments: tuple[str, ...]) -> None:
    done = hyosan(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "DISCORD_TOKEN" in done.err
    assert "python -m bot chat" in done.err


def test_a_token_that_is_none_never_shows(hyosan: Hyosan) -> None:
    done = hyosan("run", DISCORD_TOKEN="my secret token", LOG_LEVEL="LOUD")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "DISCORD_TOKEN is wrong" in done.err
    assert "LOG_LEVEL is wrong: 'LOUD'" in done.err
    assert "secret" not in done.err


@pytest.mark.parametrize(
    ("failure", "status", "said"),
    [
        (
            app.LoginFailed(BAD_TOKEN),
            2,
            "Discord does not take this token. Copy a new one from https://",
        ),
        (app.Unreachable("The proxy refuses.\nMend it."), 3, "The proxy refuses. Mend it. "),
    ],
    ids=["token", "network"],
)
def test_what_keeps_it_from_discord(
    facts: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    untouched_logging: None,
    failure: Exception,
    status: int,
    said: str,
) -> None:
    def refuse(*_: object) -> int:
        raise failure

    monkeypatch.setattr(app, "run", refuse)
    monkeypatch.setenv("DISCORD_TOKEN", "abc")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    monkeypatch.chdir(tmp_path)
    assert main(["run", "--facts", "facts"]) == status
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(said)
    assert err.endswith("python -m bot chat\n")


def test_a_misspelt_token_is_named(hyosan: Hyosan, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKN=abc.def\n", encoding="utf-8")
    done = hyosan("run")
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "DISCORD_TOKN is no setting; did you mean DISCORD_TOKEN?" in done.err
    assert "abc.def" not in done.err


def test_a_misspelt_setting_is_named_before_the_answer(
    hyosan: Hyosan, facts: Path, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("LOG_LEVL=INFO\n", encoding="utf-8")
    done = hyosan("ask", "--json", "anything", FACTS_DIR="facts")
    assert done.status == 0
    assert done.err == "warning: LOG_LEVL is no setting; did you mean LOG_LEVEL?\n"
    assert done.out.count("\n") == 1


@pytest.mark.parametrize("is_there", [True, False])
def test_the_log_says_which_settings_were_read(
    hyosan: Hyosan, facts: Path, tmp_path: Path, is_there: bool
) -> None:
    if is_there:
        text = "DISCORD_TOKEN=abc\nHOME_GILD_ID=7\n"
        (tmp_path / ".env").write_text(text, encoding="utf-8")
        (tmp_path / ".env").chmod(0o644)
    (facts / "b.yaml").write_text("facts: 7\n", encoding="utf-8")
    done = hyosan("run", "--facts", "facts", **({} if is_there else {"DISCORD_TOKEN": "abc"}))
    assert done.status == 1
    if is_there:
        assert f"settings are from the environment and {tmp_path / '.env'}\n" in done.err
        assert "WARNING bot.logs: HOME_GILD_ID is no setting; did you mean HOME_" in done.err
        assert ("every user of this machine can read it" in done.err) == (os.name == "posix")
    else:
        assert "the environment alone: there is no .env in this folder\n" in done.err


def test_a_proxy_that_cannot_be_used(hyosan: Hyosan, facts: Path) -> None:
    settings = {"HTTPS_PROXY": "socks5://me:secret@127.0.0.1:1", "LOG_LEVEL": "ERROR"}
    done = hyosan("run", "--facts", "facts", DISCORD_TOKEN="abc", **settings)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("HTTPS_PROXY is wrong (it is no address of an HTTP proxy). ")
    assert done.err.count("\n") == 1
    assert "secret" not in done.err
    assert hyosan("ask", "--json", "--facts", "facts", "anything", **settings).status == 0


def test_broken_knowledge(hyosan: Hyosan, facts: Path) -> None:
    (facts / "b.yaml").write_text("facts: 7\n", encoding="utf-8")
    done = hyosan("run", "--facts", "facts", DISCORD_TOKEN="abc", LOG_LEVEL="WARNING")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("facts/b.yaml:1:")
    assert "Traceback" not in done.err


def test_settings_from_a_file_that_is_no_text(hyosan: Hyosan, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\n")
    done = hyosan("ask", "anything")
    assert (done.status, done.err) == (2, ".env is not UTF-8 text. Save it as UTF-8.\n")


@pytest.mark.parametrize(
    "arguments", [("sing",), ("--facts",), ("--",), ("ask",), ("quote", "--jsn", "park")]
)
def test_wrong_use(hyosan: Hyosan, arguments: tuple[str, ...]) -> None:
    done = hyosan(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: hyosan")
    assert "Traceback" not in done.err


def test_help_names_every_command(hyosan: Hyosan) -> None:
    done = hyosan("--help")
    assert done.status == 0
    for name in ("run", "chat", "ask", "quote", "check"):
        assert f"    {name} " in done.out
    assert hyosan("--version").out.startswith("hyosan ")
