"""What commands open before they work, settings and knowledge; a Failure tells why they can't."""

from __future__ import annotations

import gc
from argparse import Namespace
from pathlib import Path
from random import Random

from bot.archive import Archive
from bot.cli.failure import BAD_KNOWLEDGE, BAD_USE, Failure
from bot.library import Library, LoadError
from bot.settings import Settings, SettingsError, load_settings
from bot.text import one_line

__all__ = ["facts_folder", "open_archive", "open_library", "open_settings"]


def open_settings(arguments: Namespace) -> Settings:
    """The settings, with `--facts` in place of FACTS_DIR where it is given."""
    try:
        settings = load_settings()
    except SettingsError as error:
        raise Failure(one_line(str(error)), BAD_USE) from None
    folder = _nearby(arguments.facts or settings.facts_dir)
    return settings.model_copy(update={"facts_dir": folder})


def facts_folder(arguments: Namespace) -> Path:
    """The folder that `--facts` names; only without it do the settings matter."""
    return _nearby(arguments.facts) if arguments.facts else open_settings(arguments).facts_dir


def open_library(folder: Path) -> Library:
    """The knowledge in `folder`, which can be reloaded."""
    try:
        return Library(folder)
    except LoadError as error:
        raise _broken(error) from None


def open_archive(arguments: Namespace) -> Archive:
    """The archive of the facts folder, for a command that asks it and then ends."""
    gc.disable()  # nothing of it is ever dropped, and looking for that takes a fifth of the time
    try:
        return Archive(open_library(facts_folder(arguments)), Random())
    finally:
        gc.freeze()
        gc.enable()


def _broken(error: LoadError) -> Failure:
    return Failure("\n".join(one_line(str(problem)) for problem in error.problems), BAD_KNOWLEDGE)


def _nearby(folder: Path) -> Path:
    """`folder` as seen from the current one if it lies beneath, so that its problems read short."""
    try:
        return folder.relative_to(Path.cwd())
    except (ValueError, OSError):  # it lies elsewhere, or the current folder is gone
        return folder
