"""The JSON Schema of a knowledge file, for editors (draft 2020-12).

`python -m bot.knowledge.json_schema > facts/schema.json` writes that of the shipped facts; with a
folder as argument, that of the show in this folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from bot.knowledge.reader import read_folder
from bot.knowledge.schema import KnowledgeFile
from bot.knowledge.show import Show

__all__ = ["FORMAT", "SCHEMA_NAME", "file_schema"]

SCHEMA_NAME = "schema.json"

FORMAT = 2
"""Version of the knowledge format, kept in the schema."""


class _AsWritten(GenerateJsonSchema):
    """Describes a file as an editor sees it, for which 2022 is a number and null a value."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return super().str_schema(schema) | {"type": ["string", "number", "boolean"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        described = super().default_schema(schema)
        if described.get("default", ...) is None:
            del described["default"]
        return described


def file_schema(show: Show) -> dict[str, Any]:
    """The schema of a file about `show`, whose ratings it lists."""
    schema = KnowledgeFile.model_json_schema(schema_generator=_AsWritten)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"Hyosan knowledge file, format {FORMAT}"
    one: dict[str, Any] = {"type": "string"}
    if show.seasons:
        one["enum"] = list(show.ratings())
    several = {"type": "array", "items": one, "minItems": 1}
    for name in ("FactEntry", "Part", "Quote"):
        spoiler = schema["$defs"][name]["properties"]["spoiler"]
        spoiler.pop("default", None)
        spoiler["oneOf"] = [one, several]
    return schema


def main() -> None:
    """Write the schema of the show in a folder to standard output."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "facts")
    knowledge = read_folder(folder).knowledge
    if knowledge is None:
        sys.exit(f"{folder} has errors; see `python -m bot check {folder}`.")
    print(json.dumps(file_schema(knowledge.show), indent=2))


if __name__ == "__main__":
    main()
