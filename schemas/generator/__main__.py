"""Write the schemas that heymilo_ops ships, from its models: ``make schemas``."""

from __future__ import annotations

import json
from pathlib import Path

from schemas.generator.authoring import authoring_schema, defaults_schema, question_schema
from schemas.generator.posting import config_schema, exceptions_schema, posting_schema

FOLDER = Path(__file__).parents[2] / "heymilo_ops" / "manifest" / "schemas"


def schema_texts() -> dict[str, str]:
    """Return the content of every schema by file name."""
    schemas = {
        "config": config_schema(),
        "defaults": defaults_schema(),
        "exceptions": exceptions_schema(),
        "posting": authoring_schema(),
        "question": question_schema(),
        "resolved": posting_schema(),
    }
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def main() -> None:
    """Write each schema."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in schema_texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
