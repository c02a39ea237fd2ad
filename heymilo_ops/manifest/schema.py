"""The JSON Schemas that come with the program. ``make schemas`` writes them from the models (``schemas/generator``)."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

FOR_EDITORS = ("config", "defaults", "exceptions", "posting", "question")
"""Names of the schemas of files as they are written, for an editor. ``resolved`` is the schema of what lint checks."""


def schema_text(name: str) -> str:
    """Return the text of a schema."""
    return resources.files(__package__).joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")


@cache
def load_schema(name: str) -> dict[str, Any]:
    """Return a schema as data. Nobody may change it."""
    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema
