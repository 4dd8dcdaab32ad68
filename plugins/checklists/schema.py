"""The tables of fields -> a JSON Schema for editors. ``python -m checklists.schema`` writes it beside this module.

An editor finds it by the first line of a checklist: ``# yaml-language-server: $schema=…``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from located import shown_path

from .fields import CHECKLIST, ITEM, SECTION, Table
from .values import WRITTEN, Schema

PATH = Path(__file__).with_name("checklist.schema.json")


def schema() -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Checklist",
        "description": "A checklist: a title, and items to tick.",
        **_mapping(CHECKLIST),
        "oneOf": [{"required": ["items"]}, {"required": ["sections"]}],
        "$defs": {
            "section": _mapping(SECTION),
            "items": _list_of("item"),
            "item": _mapping(ITEM),
            "subitems": _list_of("subitem"),
            "subitem": _mapping(ITEM, without="items"),
        },
    }


def _mapping(table: Table, without: str = "") -> Schema:
    fields = [field for field in table.fields if field.key != without]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field.key for field in fields if field.required],
        "properties": {field.key: {"description": field.doc, **field.form.schema} for field in fields},
    }


def _list_of(name: str) -> Schema:
    return {"type": "array", "minItems": 1, "items": {"anyOf": [WRITTEN, {"$ref": f"#/$defs/{name}"}]}}


def schema_text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    PATH.write_text(schema_text(), encoding="utf-8")
    print(f"{shown_path(PATH)} is up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
