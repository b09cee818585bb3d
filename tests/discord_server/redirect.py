"""Runs a program that uses discord.py against a loopback Discord.

    python -m tests.discord_server.redirect http://127.0.0.1:PORT/api/v10 -m bot run

does what `python -m bot run` does, but there.
"""

import runpy
import sys

from .pointing import point_at


def main(arguments: list[str]) -> None:
    """Run a module as `python -m` would."""
    if len(arguments) < 3 or arguments[1] != "-m":
        sys.exit("usage: python -m tests.discord_server.redirect API_URL -m MODULE [ARGUMENT ...]")
    api_url, _, module, *rest = arguments
    point_at(api_url)
    # runpy puts the module's own path in place of its name.
    sys.argv = [module, *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
