"""Hyosan: a Discord chatbot that the fans of a series can trust."""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["__version__"]

try:
    __version__ = version("hyosan-bot")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0.0.0"
