"""Changing a manifest file in place: its comments, order and layout stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heymilo_ops.finding import Severity, escaped
from heymilo_ops.manifest.dump import dump
from heymilo_ops.manifest.events import compose
from heymilo_ops.manifest.order import ORDER
from heymilo_ops.manifest.source import Source, read


def with_values(text: str, wanted: Mapping[str, Any]) -> str:
    """The text changed so that it reads as ``wanted``: root keys that differ are set or taken out, the rest stays.

    Every line of a key that stays is left as it is, and so is every comment between keys. Where an edit in place
    can't give exactly that (the text is broken, or reads otherwise afterwards), the data is written anew, without
    comments.
    """
    source = read(text, "")
    if source.data == wanted and not _is_broken(source):
        return text
    edited = _edited(source, wanted)
    again = read(edited, "")
    return edited if again.data == dict(wanted) and not _is_broken(again) else dump(wanted)


def _is_broken(source: Source) -> bool:
    return any(item.severity is Severity.ERROR for item in source.findings)


def _edited(source: Source, wanted: Mapping[str, Any]) -> str:
    """The text with the lines of each key that differs replaced; nothing where it isn't a plain block mapping."""
    root = compose(source.text).root
    if source.data is None or root is None or not root.entries or root.flow:
        return ""
    lines = source.text.rstrip("\n").split("\n")
    held = [key.real.value for key, _ in root.entries]
    begins = [key.start.line for key, _ in root.entries] + [len(lines)]
    fresh = _fresh(wanted, held)
    out = lines[: begins[0]] + fresh.get("", [])
    for number, name in enumerate(held):
        begin, (end, rest) = begins[number], _end(source, name)
        stays = name in wanted and wanted[name] == source.data[name]
        out += lines[begin:end] if stays else _written(name, wanted, rest)
        out += fresh.get(name, []) + lines[end : begins[number + 1]]
    return "\n".join(out) + "\n"


def _end(source: Source, name: str) -> tuple[int, str]:
    """The line after a root key's value, 0-based, and what stands behind the value on its last line."""
    place = source.locator.place("/" + escaped(name))
    line, column = place.end_line or place.line, place.end_column or place.column
    return line, source.line(line)[column - 1 :].strip()


def _written(name: str, wanted: Mapping[str, Any], rest: str) -> list[str]:
    """The lines of a root key, none where it isn't wanted; the comment behind its old value stays with it."""
    if name not in wanted:
        return []
    lines = _lines(name, wanted[name])
    if not rest.startswith("#"):
        return lines
    return [f"{lines[0]}  {rest}"] if len(lines) == 1 else [rest, *lines]


def _fresh(wanted: Mapping[str, Any], held: list[str]) -> dict[str, list[str]]:
    """The lines of each key that the file doesn't have yet, by the key of the file that they come after."""
    found: dict[str, list[str]] = {}
    for name in sorted(wanted.keys() - held, key=_rank):
        before = [other for other in held if _rank(other) < _rank(name)]
        found.setdefault(before[-1] if before else "", []).extend(_lines(name, wanted[name]))
    return found


def _rank(name: str) -> int:
    return ORDER.root.index(name) if name in ORDER.root else len(ORDER.root)


def _lines(name: str, value: Any) -> list[str]:
    return dump({name: value}).removesuffix("\n").split("\n")
