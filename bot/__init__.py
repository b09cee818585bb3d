"""Hyosan: a Discord chatbot that the fans of a series can trust."""

from importlib.metadata import PackageNotFoundError, version

from bot.blas import compute_in_one_thread

__all__ = ["__version__"]

compute_in_one_thread()  # here, as numpy must not be imported before, wherever the program starts

try:
    __version__ = version("hyosan-bot")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0.0.0"
