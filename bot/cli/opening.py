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
from bot.cli import streams
from bot.cli.failure import BAD_KNOWLEDGE, BAD_USE, Failure
from bot.knowledge.layers import Layer
from bot.library import InProcess, Library, Loader, LoadError
from bot.settings import Loaded, Settings, SettingsError, load_with_origin
from bot.text import one_line

__all__ = ["load", "open_archive", "open_layers", "open_library", "open_settings"]


def load(arguments: Namespace) -> Loaded:
    """The settings, with `--facts` in place of FACTS_DIR where it is given, and their origin.

    Without it, what moderators have written in Discord lies over the layers of FACTS_DIR.
    """
    try:
        loaded = load_with_origin()
    except SettingsError as error:
        raise Failure(one_line(str(error)), BAD_USE) from None
    settings = loaded.settings
    if arguments.facts:
        layers = _only(arguments.facts)
    else:
        has_own = settings.moderators_layer.folder.is_dir()
        found = settings.layers if has_own else settings.facts_dir
        layers = tuple(replace(layer, folder=_nearby(layer.folder)) for layer in found)
    return replace(loaded, settings=settings.model_copy(update={"facts_dir": layers}))


def open_settings(arguments: Namespace) -> Settings:
    """The settings; what was probably meant otherwise is told at once."""
    loaded = load(arguments)
    for warning in loaded.origin.warnings:
        streams.complain(f"warning: {one_line(warning)}")
    return loaded.settings


def open_layers(arguments: Namespace) -> tuple[Layer, ...]:
    """The folder that `--facts` names, and only without it the layers of the settings."""
    return _only(arguments.facts) if arguments.facts else open_settings(arguments).facts_dir


def open_library(layers: Sequence[Layer], loader: Loader) -> Library:
    """The knowledge in `layers`, which can be reloaded; `loader` makes it, as Library has it.

    Makes the folder of the community's own layer, so that there is one to put files into.
    """
    for layer in layers:
        if layer.is_optional:
            with contextlib.suppress(OSError):  # the knowledge can do without it
                layer.folder.mkdir(parents=True, exist_ok=True)
    return _library(layers, loader)


def open_archive(arguments: Namespace) -> Archive:
    """The archive of these layers, for a command that asks it and then ends."""
    settings = open_settings(arguments)
    return Archive(_library(settings.facts_dir, InProcess(settings.data_dir)), Random())


def _library(layers: Sequence[Layer], loader: Loader) -> Library:
    gc.disable()  # nothing of it is ever dropped, and looking for that takes a fifth of the time
    try:
        return Library(layers, loader)
    except LoadError as error:
        raise _broken(error) from None
    finally:
        gc.freeze()
        gc.enable()


def _broken(error: LoadError) -> Failure:
    return Failure("\n".join(one_line(str(problem)) for problem in error.problems), BAD_KNOWLEDGE)


def _only(folder: Path) -> tuple[Layer, ...]:
    with contextlib.suppress(RuntimeError):  # without such a home folder, it is told as not there
        folder = folder.expanduser()  # shells leave the ~ of --facts=~/folder as it is
    return (Layer.of(_nearby(folder)),)


def _nearby(folder: Path) -> Path:
    """`folder` as seen from the current one if it lies beneath, so that its problems read short."""
    try:
        return folder.relative_to(Path.cwd())
    except (ValueError, OSError):  # it lies elsewhere, or the current folder is gone
        return folder
