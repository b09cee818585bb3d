"""What runs the bot for months: the systemd unit, the image, the compose file, and their page."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.failure import BAD_USE
from tests.program import REPOSITORY, clean_environment

UNIT = REPOSITORY / "deploy" / "hyosan.service"
DOCKERFILE = REPOSITORY / "Dockerfile"
CONTEXT = ("pyproject.toml", "README.md", "LICENSE", "bot", "facts")
SCHOOL = "What is the name of the high school in the series?"
TAG = "hyosan-under-test"


def call(*command: str | Path, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )


# -- systemd


@pytest.fixture
def service() -> dict[str, str]:
    """What the unit sets, by name."""
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if re.match(r"\w+=", line))


def test_the_unit_is_one_for_systemd(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    here = tmp_path / UNIT.name
    text = UNIT.read_text(encoding="utf-8")
    text = text.replace("/opt/hyosan/.venv/bin/python", sys.executable)
    here.write_text(text.replace("/opt/hyosan", str(REPOSITORY)), encoding="utf-8")
    done = call("systemd-analyze", "verify", here)
    assert (done.returncode, done.stderr) == (0, "")


def test_its_command_is_one_of_the_program(service: dict[str, str], tmp_path: Path) -> None:
    program, *arguments = shlex.split(service["ExecStart"])
    assert program == f"{service['WorkingDirectory']}/.venv/bin/python"
    name, _, folder = service["Environment"].partition("=")
    assert folder == f"/var/lib/{service['StateDirectory']}"
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=tmp_path,
        env=clean_environment(**{name: str(tmp_path)}),
        capture_output=True,
        check=False,
    )
    assert done.returncode == BAD_USE
    assert b"DISCORD_TOKEN" in done.stderr


def test_what_no_restart_mends_is_not_started_again(service: dict[str, str]) -> None:
    assert service["Restart"] == "on-failure"
    assert service["RestartPreventExitStatus"].split() == [str(BAD_USE)]


# -- containers


def test_the_image_is_made_of_what_is_there_and_of_no_secret() -> None:
    text = DOCKERFILE.read_text(encoding="utf-8")
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, flags=re.MULTILINE)
    sources = [source for line in copied for source in line.split()]
    assert sorted(sources) == sorted(CONTEXT)
    assert all((REPOSITORY / source).exists() for source in sources)
    ignored = (REPOSITORY / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignored[0] == "*"
    assert {line[1:] for line in ignored if line.startswith("!")} == set(CONTEXT)


def test_compose_keeps_the_data_and_nothing_else() -> None:
    text = (REPOSITORY / "compose.yaml").read_text(encoding="utf-8")
    service: dict[str, Any] = yaml.safe_load(text)["services"]["hyosan"]
    assert service["volumes"] == ["./data:/data"]
    assert service["environment"] == {"DATA_DIR": "/data"}
    assert service["env_file"] == ".env"
    assert service["read_only"] is True


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone as small as it may be, with a filled-in `.env` that holds no token."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in (*CONTEXT, "Dockerfile", "compose.yaml", ".dockerignore"):
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    shutil.copy(REPOSITORY / ".env.example", folder / ".env")
    (folder / "data").mkdir()
    return folder


@pytest.fixture(scope="module")
def image(checkout: Path) -> Iterator[str]:
    """The image, built; skips where that cannot be, and says why."""
    if shutil.which("docker") is None:
        pytest.skip("Docker is not installed")
    if (asked := call("docker", "info")).returncode != 0:
        pytest.skip(f"Docker does not run here: {_last_line(asked.stderr)}")
    text = DOCKERFILE.read_text(encoding="utf-8")
    for base in set(re.findall(r"^FROM (\S+)", text, flags=re.MULTILINE)):
        if call("docker", "image", "inspect", base).returncode != 0:
            pulled = call("docker", "pull", base)
            if pulled.returncode != 0:
                pytest.skip(f"{base} cannot be had: {_last_line(pulled.stderr)}")
    built = call("docker", "build", "--tag", TAG, ".", cwd=checkout)
    assert built.returncode == 0, built.stderr
    yield TAG
    call("docker", "image", "rm", "--force", TAG)


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1]


def in_container(image: str, checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command under all that compose.yaml takes away from it."""
    return call(
        "docker", "run", "--rm", "--init", "--network=none", "--read-only", "--tmpfs=/tmp",
        "--cap-drop=ALL", "--security-opt=no-new-privileges:true", "--memory=768m",
        f"--user={os.getuid()}:{os.getgid()}", f"--volume={checkout / 'data'}:/data",
        image, *arguments,
    )  # fmt: skip


def test_the_image_answers(image: str, checkout: Path) -> None:
    done = in_container(image, checkout, "ask", "--json", SCHOOL)
    assert json.loads(done.stdout)["status"] == "answered", done.stderr


def test_the_image_runs_the_bot(image: str, checkout: Path) -> None:
    done = in_container(image, checkout)
    assert done.returncode == BAD_USE
    assert "There is no Discord token." in done.stderr


def test_compose_builds_and_runs(image: str, checkout: Path) -> None:
    if call("docker", "compose", "version").returncode != 0:
        pytest.skip("Docker has no compose here")
    own = checkout / "data" / "facts"
    own.mkdir(exist_ok=True)
    (own / "own.yaml").write_text("facts: 7\n", encoding="utf-8")
    done = call("docker", "compose", "run", "--rm", "--build", "hyosan", "check", cwd=checkout)
    assert "/data/facts/own.yaml:1:" in done.stdout, done.stderr
    call("docker", "compose", "down", "--rmi", "local", cwd=checkout)


# -- the page


@pytest.mark.parametrize("page", ["README.md", "docs/running.md", "facts/README.md"])
def test_links_within_the_repository_lead_somewhere(page: str) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    folder = (REPOSITORY / page).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_the_page_knows_what_data_dir_holds() -> None:
    """Whatever the package writes into DATA_DIR has a row on the page."""
    page = (REPOSITORY / "docs" / "running.md").read_text(encoding="utf-8")
    written = {
        name
        for path in (REPOSITORY / "bot").rglob("*.py")
        for name in re.findall(r'data_dir / "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert written
    assert {name for name in written if not re.search(rf"^\| `{name}/?` \|", page, re.M)} == set()
