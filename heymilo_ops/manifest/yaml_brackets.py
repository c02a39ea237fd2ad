"""Change values in brackets where they stand, by the positions of their nodes in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.manifest.fmt import ORDER, Path
from heymilo_ops.manifest.item_pairing import is_same, pair_items
from heymilo_ops.manifest.yaml_dump import Commented, dump_in_brackets
from heymilo_ops.manifest.yaml_nodes import Node
from heymilo_ops.manifest.yaml_scalars import write_text


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its node, its path, what it reads as ``now``, and what it has to read as."""

    node: Node
    path: Path
    now: Any
    desired: Any

    @property
    def is_same(self) -> bool:
        return is_same(self.now, self.desired)

    def at(self, node: Node, step: str | int, now: Any, desired: Any) -> Value:
        """Return a value inside of this one."""
        return Value(node, (*self.path, step), now, desired)


def edit_in_brackets(text: str, value: Value) -> str | None:
    """Return the text of a value in brackets; ``None`` where it would need lines of its own.

    Where the same keys or items stay, only their values are replaced. Else the collection must be on one line.
    """
    node, desired = value.node, value.desired
    is_one_line = node.start.line == node.end.line
    if value.is_same:
        return node_text(text, node)
    if any(new_comments(desired)):
        return None
    if not (node.entries and isinstance(desired, dict)) and not (node.items and isinstance(desired, list)):
        return dump_in_brackets(desired) if is_one_line or node.kind == "scalar" else None
    pieces = _map_pieces(text, value) if node.entries else _list_pieces(text, value)
    if any(piece.text is None for piece in pieces):
        return None
    if [piece.node for piece in pieces] == (node.items or [inner for _, inner in node.entries]):
        return _replace_spans(text, node, pieces)
    inner = ", ".join(f"{piece.before}{piece.text}" for piece in pieces)
    return None if not is_one_line else f"{{{inner}}}" if node.entries else f"[{inner}]"


def _map_pieces(text: str, value: Value) -> list[_Piece]:
    entries, desired = value.node.entries, value.desired
    new = new_keys(value)
    pieces = [_new_piece(name, desired[name]) for name in new.get("", ())]
    for key, node in entries:
        name = key.value
        if name in desired:
            inner = value.at(node, name, value.now[name], desired[name])
            before = text[key.start.index : node.start.index]
            if is_empty(node) and not inner.is_same:
                pieces.append(_Piece(None, f"{node_text(text, key)}: ", dump_in_brackets(desired[name])))
            else:
                pieces.append(_Piece(node, before, edit_in_brackets(text, inner)))
        pieces += [_new_piece(name, desired[name]) for name in new.get(name, ())]
    return pieces


def _list_pieces(text: str, value: Value) -> list[_Piece]:
    came_from = pair_items(value.now, value.desired)
    is_as_long = len(value.now) == len(value.desired)
    pieces = []
    for number, (index, desired) in enumerate(zip(came_from, value.desired, strict=True)):
        old = number if index is None and is_as_long and number not in came_from else index
        if old is None:
            pieces.append(_Piece(None, "", dump_in_brackets(desired)))
        else:
            inner = value.at(value.node.items[old], number, value.now[old], desired)
            pieces.append(_Piece(inner.node, "", edit_in_brackets(text, inner)))
    return pieces


def _replace_spans(text: str, node: Node, pieces: Sequence[_Piece]) -> str:
    """Return the text of a node with new texts in the place of values inside of it."""
    written, at = "", node.start.index
    for piece in pieces:
        assert piece.node is not None
        written += f"{text[at : piece.node.start.index]}{piece.text}"
        at = piece.node.end.index
    return written + text[at : node.end.index]


def node_text(text: str, node: Node) -> str:
    """Return the text of a node as it is written."""
    return text[node.start.index : node.end.index]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One entry in brackets: its node where it stays, what stands before its value, and the text of its value."""

    node: Node | None
    before: str
    text: str | None


def _new_piece(name: str, value: Any) -> _Piece:
    return _Piece(None, f"{write_text(name, flow=True)}: ", dump_in_brackets(value))


def new_keys(value: Value) -> dict[str, list[str]]:
    """Return the keys that aren't there yet, in the usual order, by the key that they come after (``""``: none)."""
    names = {key.value: None for key, _ in value.node.entries}
    ranks = {name: rank for rank, name in enumerate(ORDER.of(value.path))}
    by_rank: dict[int, list[str]] = {}
    for name in value.desired:
        if name not in names:
            by_rank.setdefault(ranks.get(name, len(ranks)), []).append(name)
    new: dict[str, list[str]] = {}
    for rank in sorted(by_rank):
        before = next((name for name in reversed(names) if ranks.get(name, len(ranks)) <= rank), "")
        new.setdefault(before, []).extend(by_rank[rank])
    return new


def is_empty(node: Node) -> bool:
    """Return whether a value is null by nothing being written there."""
    return node.kind == "scalar" and not node.style and not node.value


def new_comments(value: Any) -> Iterator[str]:
    """Yield the comments that come with new values."""
    if isinstance(value, Commented):
        yield f"# {value.comment}"
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from new_comments(inner)
