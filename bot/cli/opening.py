"""What commands open before they work, settings and knowledge; a Failure tells why they can't."""

from __future__ import annotations

import contextlib
import gc
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from bot.archive import Archive
from bot.cli.failure import BAD_KNOWLEDGE, BAD_USE, Failure
from bot.knowledge.layers import Layer
from bot.library import Library, LoadError
from bot.settings import Settings, SettingsError, load_settings
from bot.text import one_line

__all__ = ["open_archive", "open_layers", "open_library", "open_settings"]

SENTENCES = "sentences.npz"
"""What sentences of the community's own facts mean, in DATA_DIR; made anew where it is missing."""


def open_settings(arguments: Namespace) -> Settings:
    """The settings, with `--facts` in place of FACTS_DIR where it is given."""
    try:
        settings = load_settings()
    except SettingsError as error:
        raise Failure(one_line(str(error)), BAD_USE) from None
    if arguments.facts:
        return settings.model_copy(update={"facts_dir": _only(arguments.facts)})
    layers = tuple(replace(layer, folder=_nearby(layer.folder)) for layer in settings.facts_dir)
    return settings.model_copy(update={"facts_dir": layers})


def open_layers(arguments: Namespace) -> tuple[Layer, ...]:
    """The folder that `--facts` names, and only without it the layers of the settings."""
    return _only(arguments.facts) if arguments.facts else open_settings(arguments).facts_dir


def open_library(settings: Settings) -> Library:
    """The knowledge in the layers of `settings`, which can be reloaded.

    Makes the folder of the community's own layer, so that there is one to put files into.
    """
    for layer in settings.facts_dir:
        if layer.is_optional:
            with contextlib.suppress(OSError):  # the knowledge can do without it
                layer.folder.mkdir(parents=True, exist_ok=True)
    return _library(settings.facts_dir, settings.data_dir)


def open_archive(arguments: Namespace) -> Archive:
    """The archive of these layers, for a command that asks it and then ends."""
    gc.disable()  # nothing of it is ever dropped, and looking for that takes a fifth of the time
    try:
        settings = open_settings(arguments)
        return Archive(_library(settings.facts_dir, settings.data_dir), Random())
    finally:
        gc.freeze()
        gc.enable()


def _library(layers: Sequence[Layer], data: Path) -> Library:
    try:
        return Library(layers, data / SENTENCES)
    except LoadError as error:
        raise _broken(error) from None


def _broken(error: LoadError) -> Failure:
    return Failure("\n".join(one_line(str(problem)) for problem in error.problems), BAD_KNOWLEDGE)


def _only(folder: Path) -> tuple[Layer, ...]:
    return (Layer.of(_nearby(folder)),)


def _nearby(folder: Path) -> Path:
    """`folder` as seen from the current one if it lies beneath, so that its problems read short."""
    try:
        return folder.relative_to(Path.cwd())
    except (ValueError, OSError):  # it lies elsewhere, or the current folder is gone
        return folder
