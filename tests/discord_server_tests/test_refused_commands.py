"""What commands are refused."""

import pytest

from tests.discord_server import DiscordServer
from tests.discord_server_tests.payloads import Json, choices, command, option
from tests.discord_server_tests.raw import Raw, error_codes

REFUSED_COMMANDS: dict[str, tuple[list[Json], str]] = {
    "capitals": ([command(name="X")], "0.name:APPLICATION_COMMAND_INVALID_NAME"),
    "space": ([command(name="x y")], "0.name:APPLICATION_COMMAND_INVALID_NAME"),
    "long name": ([command(name="x" * 33)], "0.name:APPLICATION_COMMAND_INVALID_NAME"),
    "no description": ([command(description="")], "0.description:BASE_TYPE_REQUIRED"),
    "long description": (
        [command(description="x" * 101)],
        "0.description:BASE_TYPE_BAD_LENGTH",
    ),
    "same name": ([command(), command()], "1.name:APPLICATION_COMMANDS_DUPLICATE_NAME"),
    "hundred and one": (
        [command(name=f"x{n}") for n in range(101)],
        "commands:APPLICATION_COMMANDS_MAX",
    ),
    "unknown type": ([command(type=9)], "0.type:BASE_TYPE_CHOICES"),
    "described menu": ([command(type=2)], "0.description:BASE_TYPE_MAX_LENGTH"),
    "unknown context": ([command(contexts=[3])], "0.contexts.0:BASE_TYPE_CHOICES"),
    "no context": ([command(contexts=[])], "0.contexts:BASE_TYPE_REQUIRED"),
    "context twice": ([command(contexts=[0, 0])], "0.contexts:SET_TYPE_ITEM_DUPLICATE"),
    "unknown installation": (
        [command(integration_types=[2])],
        "0.integration_types.0:BASE_TYPE_CHOICES",
    ),
    "twenty-six options": (
        [command(options=[option(name=f"x{n}") for n in range(26)])],
        "0.options:BASE_TYPE_MAX_LENGTH",
    ),
    "same option": (
        [command(options=[option(), option()])],
        "0.options.1.name:APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE",
    ),
    "required last": (
        [command(options=[option(), option(name="y", required=True)])],
        "0.options.1:APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    "bad option name": (
        [command(options=[option(name="X")])],
        "0.options.0.name:APPLICATION_COMMAND_INVALID_NAME",
    ),
    "unknown option type": (
        [command(options=[option(type=99)])],
        "0.options.0.type:BASE_TYPE_CHOICES",
    ),
    "value beside subcommand": (
        [command(options=[option(), option(type=1, name="y")])],
        "0.options:APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ),
    "value in group": (
        [command(options=[option(type=2, options=[option()])])],
        "0.options.0.options.0.type:BASE_TYPE_CHOICES",
    ),
    "subcommand in subcommand": (
        [command(options=[option(type=1, options=[option(type=1)])])],
        "0.options.0.options.0.type:BASE_TYPE_CHOICES",
    ),
    "twenty-six choices": (
        [command(options=[option(choices=choices(26))])],
        "0.options.0.choices:BASE_TYPE_MAX_LENGTH",
    ),
    "long choice": (
        [command(options=[option(choices=choices(name="x" * 101))])],
        "0.options.0.choices.0.name:BASE_TYPE_BAD_LENGTH",
    ),
    "text for a number": (
        [command(options=[option(type=4, choices=choices())])],
        "0.options.0.choices.0.value:NUMBER_TYPE_COERCE",
    ),
    "longer than text can be": (
        [command(options=[option(max_length=6001)])],
        "0.options.0.max_length:NUMBER_TYPE_RANGE",
    ),
    "choices and autocomplete": (
        [command(options=[option(choices=choices(), autocomplete=True)])],
        "0.options.0.autocomplete:APPLICATION_COMMAND_AUTOCOMPLETE_INVALID",
    ),
    "too large": (
        [
            command(
                options=[
                    option(name=f"x{n}", choices=choices(4, name="x" * 50, value="x" * 50))
                    for n in range(20)
                ]
            )
        ],
        "0:APPLICATION_COMMAND_TOO_LARGE",
    ),
}


@pytest.mark.parametrize("name", REFUSED_COMMANDS)
async def test_refused_commands(discord_server: DiscordServer, raw: Raw, name: str) -> None:
    body, expected = REFUSED_COMMANDS[name]
    path = f"/applications/{discord_server.application_id}/commands"
    status, answer = await raw("PUT", path, body)
    assert (status, answer["code"]) == (400, 50035)
    assert expected in error_codes(answer["errors"])
    assert discord_server.command_puts == []


async def test_names_in_other_scripts(discord_server: DiscordServer, raw: Raw) -> None:
    path = f"/applications/{discord_server.application_id}/commands"
    body = [command(name=name) for name in ("효산", "हिन्दी", "ภาษาไทย", "it's_1-2")]
    assert (await raw("PUT", path, body))[0] == 200
