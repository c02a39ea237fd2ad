"""The schemas that are shipped: loaded as they are, and made by no start of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

import heymilo_ops
from heymilo_ops.manifest.schema import FOR_EDITORS, load_schema, schema_text

PACKAGE = Path(heymilo_ops.__file__ or "").parent


@pytest.mark.parametrize("name", [*FOR_EDITORS, "resolved"])
def test_a_schema_is_read_once_from_its_file(name: str) -> None:
    assert load_schema(name) is load_schema(name)
    assert schema_text(name) == (PACKAGE / "manifest" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")


def test_no_module_asks_pydantic_for_a_schema_of_manifests() -> None:
    rooms = ("manifest", "cli", "usecases", "config.py")
    files = [
        path
        for room in rooms
        for path in ([PACKAGE / room] if room.endswith(".py") else (PACKAGE / room).rglob("*.py"))
    ]
    assert [path for path in files if "model_json_schema" in path.read_text(encoding="utf-8")] == []
