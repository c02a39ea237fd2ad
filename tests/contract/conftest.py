"""The vendor's document, where it is present. Nothing of it is kept in this repo."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

BESIDE = Path(__file__).parents[2] / ".." / "shared" / "api" / "heymilo-openapi.json"


@pytest.fixture(scope="session")
def vendor() -> dict[str, Any]:
    """The schemas of the vendor's OpenAPI document, by name."""
    path = Path(os.environ.get("HEYMILO_OPENAPI") or BESIDE)
    if not path.is_file():
        pytest.skip("vendor document not present; set HEYMILO_OPENAPI")
    schemas: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["components"]["schemas"]
    return schemas
