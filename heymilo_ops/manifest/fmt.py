"""The canonical form of a manifest file: key order, quoting, indentation. Comments stay with their key.

The formatter writes from the node tree of the slow reader, and reads its own output back: if a value or a comment
were lost, the text would be returned as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.finding import Severity, worst
from heymilo_ops.manifest.sharing.library import DEFAULTS, QUESTIONS
from heymilo_ops.manifest.yaml_file import normalise_text, read_slow
from heymilo_ops.manifest.yaml_nodes import Layout, Node, Tree, compose_nodes
from heymilo_ops.manifest.yaml_reader import read_tree
from heymilo_ops.manifest.yaml_scalars import WIDTH, resolve_scalar, write_folded, write_literal, write_text
from heymilo_ops.model.posting import Manifest, Ops
from heymilo_ops.model.question import FormQuestion, VoiceQuestion, VoiceTag
from heymilo_ops.model.step import CONFIGS, WebInterviewStep

Path = tuple[str | int, ...]

_MODELINE = "# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """The order of keys in each kind of mapping. Keys that aren't named come after, in the order found."""

    root: tuple[str, ...] = ()
    step: tuple[str, ...] = ()
    config: tuple[str, ...] = ()
    question: tuple[str, ...] = ()
    ops: tuple[str, ...] = ()

    def of(self, path: Path) -> tuple[str, ...]:
        """Return the order of the mapping at a path of keys and indices."""
        match path:
            case ():
                return self.root
            case ("ops",):
                return self.ops
            case ("workflow", int()):
                return self.step
            case ("workflow", int(), "config") | ("steps", str()):
                return self.config
            case ("workflow", int(), "questions", int()):
                return self.question
        return ()


def _fields(*models: type) -> tuple[str, ...]:
    """Return the fields of all models, each once, in the order of declaration."""
    return tuple(dict.fromkeys(name for model in models for name in model.model_fields))  # type: ignore[attr-defined]


_FIRST = ("use", "key", "modality", "text", "question_type", "expected_answer", "expected_value", "is_dealbreaker")

ORDER = KeyOrder(
    root=("name", "extends", *_fields(Manifest)[1:]),
    step=_fields(WebInterviewStep),
    config=_fields(*CONFIGS.values()),
    question=tuple(dict.fromkeys((*_FIRST, *_fields(VoiceQuestion, VoiceTag, FormQuestion)))),
    ops=_fields(Ops),
)

SHARED_ORDER = {
    DEFAULTS: KeyOrder(root=(*_fields(Manifest), "steps"), config=ORDER.config, ops=ORDER.ops),
    QUESTIONS: KeyOrder(root=ORDER.question),
}
"""The order of keys in each kind of shared file."""


def format_text(text: str, path: str, order: KeyOrder) -> str:
    """Return the canonical form of a manifest.

    A text with errors is returned as it is (``source.read`` says what they are), and so is one with
    anchors, whose order matters, or directives. The data is the same but for white space at the end of
    texts. Formatting twice is formatting once.
    """
    source = read_slow(normalise_text(text), path)
    if source.root is None or worst(source.findings) is Severity.ERROR:
        return text
    tree = compose_nodes(source.text)
    if tree.root is None or tree.anchors or source.text.startswith("%"):
        return text
    layout = Layout(source.text, tree.root)
    written = _Writer(layout, order).document(tree.root)
    return written if _is_same(written, layout, source.data, path) else text


def _is_same(written: str, layout: Layout, data: Any, path: str) -> bool:
    tree: Tree = compose_nodes(written)
    if tree.root is None:
        return False
    again, findings = read_tree(tree, written, path)
    before = Counter(comment.text for comment in layout.comments.values())
    after = Counter(comment.text for comment in Layout(written, tree.root).comments.values())
    return not findings and before == after and _bare(again) == _bare(data)


def _bare(data: Any) -> Any:
    """Return the data with texts stripped at their end; true and 1 stay different."""
    if isinstance(data, dict):
        return {key: _bare(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_bare(value) for value in data]
    return (type(data), data.rstrip() if isinstance(data, str) else data)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One value, or one entry of a mapping or list: the lines above it and its own lines."""

    lead: list[str]
    body: list[str]

    @property
    def lines(self) -> list[str]:
        return [*self.lead, *self.body]


class _Writer:
    """Writes a node tree. Lines are built without indentation; the collection around them indents them."""

    def __init__(self, layout: Layout, order: KeyOrder) -> None:
        self.layout = layout
        self.order = order

    def document(self, root: Node) -> str:
        header, begin = self.header(root.start.line)
        if _is_block(root):
            lines = self.block(root, (), begin, len(self.layout.lines)).lines
        else:
            tail = self.layout.between(self.layout.content_end(root), len(self.layout.lines))
            above = self.layout.between(begin, root.start.line)
            lines = above + self.value("", root, (), root.start.line).lines + _without_last_blank(tail)
        return "\n".join([*header, *_without_first_blank(lines)]) + "\n"

    def header(self, start: int) -> tuple[list[str], int]:
        """Return the comments about the file, and the line behind them: modelines, and all down to a blank line."""
        blanks = [number for number in range(start) if self.layout.is_blank(number)]
        behind = blanks[-1] + 1 if blanks else 0
        while (comment := self.layout.comments.get(behind)) and comment.text.startswith(_MODELINE):
            behind += 1
        return _without_first_blank(self.layout.between(0, behind)), behind

    def block(self, node: Node, path: Path, begin: int, end: int) -> _Piece:
        """Return the entries of a block collection that has the lines ``begin`` to ``end`` for itself."""
        pieces: list[_Piece] = []
        entries = _entries(node)
        for number, (mark, step, line, value) in enumerate(entries):
            following = entries[number + 1][2] if number + 1 < len(entries) else end
            boundary = self.layout.boundary(self.layout.content_end(value), following, node.start.column)
            lead = self.layout.between(begin, line)
            piece = self.entry(mark, value, (*path, step), line, boundary)
            pieces.append(_Piece(lead + piece.lead, piece.body))
            begin = boundary
        first, *others = (pieces[index] for index in self.sorted(node, path))
        tail = _without_last_blank(self.layout.between(begin, end))
        return _Piece(
            _without_first_blank(first.lead), [*first.body, *(line for piece in others for line in piece.lines), *tail]
        )

    def sorted(self, node: Node, path: Path) -> list[int]:
        """Return the indices of a collection's entries in canonical order; the items of a list stay in theirs."""
        order: dict[str | int, int] = {key: rank for rank, key in enumerate(self.order.of(path))}
        ranks = [order.get(step, len(order)) for _, step, _, _ in _entries(node)]
        return sorted(range(len(ranks)), key=lambda index: ranks[index])

    def entry(self, mark: str, value: Node, path: Path, line: int, boundary: int) -> _Piece:
        """Return one entry behind its mark: ``key:`` or a dash."""
        if not _is_block(value):
            piece = self.value(mark, value, path, line)
            left = self.layout.between(self.layout.content_end(value), boundary)
            is_text = value.style in ("|", ">") or (value.kind == "scalar" and self.is_long(value))
            return _Piece(piece.lead, piece.body + (left if is_text else indented(left)))
        if mark != "-":
            lines = self.block(value, path, line + 1, boundary).lines
            return _Piece([], [mark + _eol(self.layout.trailing(line, line)), *indented(lines)])
        inner = self.block(value, path, line, boundary)
        return _Piece([text for text in inner.lead if text], [f"- {inner.body[0]}", *indented(inner.body[1:])])

    def value(self, mark: str, node: Node, path: Path, line: int) -> _Piece:
        """Return a scalar or a collection in brackets behind its mark, with the comments beside it."""
        beside = self.layout.trailing(line, node.start.line - 1)
        beside += self.beside(node)
        above = [text for text in self.layout.between(line + 1, node.start.line) if text]
        lines = self.scalar(node) if node.kind == "scalar" else self.flow(mark, node, path)
        at = -1 if lines[-1].endswith(("]", "}")) and node.flow else 0
        body = [f"{mark} {lines[0]}".strip(), *indented(lines[1:])]
        body[at] += _eol(beside)
        return _Piece(above + beside[1:], body)

    def beside(self, node: Node) -> list[str]:
        """Return the comments behind a value, or behind the header of a block of text."""
        if node.style in ("|", ">"):
            return self.layout.trailing(node.start.line, node.start.line)
        comment = self.layout.comments.get(node.end.line)
        is_behind = comment is not None and not comment.own and comment.column >= node.end.column
        return [comment.text] if comment is not None and is_behind else []

    def scalar(self, node: Node) -> list[str]:
        """Return the lines of a scalar, the first of which stands beside its mark."""
        text = node.value
        if not node.style and not isinstance(resolve_scalar(text), str):
            return [text if text not in ("", "~") else "null"]
        block = None
        if node.style == "|":
            block = write_literal(text)
        elif node.style == ">" or self.is_long(node):
            block = write_folded(text)
        return [block[0], *block[1]] if block is not None else [write_text(text)]

    def is_long(self, node: Node) -> bool:
        """Return whether an unquoted or quoted text went over several lines and reads better folded."""
        text = node.value
        if node.start.line == node.end.line or text != text.rstrip():
            return False
        return (len(text) > WIDTH - 20 or "\n" in text) and text.replace("\n", "").isprintable()

    def flow(self, mark: str, node: Node, path: Path) -> list[str]:
        """Return a collection in brackets: on one line where it fits, with its comments as it stands, or as a block."""
        if any(self.inside(node, number) for number in range(node.start.line, node.end.line + 1)):
            return self.verbatim(node)  # ends with its bracket, where the comment behind it goes
        line = self.flow_line(node, path)
        if len(line) + len(mark) + 2 * len(path) <= WIDTH or not path:
            return [line]
        lines = self.loose(node, path)
        return ["", *lines] if mark != "-" else lines

    def inside(self, node: Node, number: int) -> bool:
        comment = self.layout.comments.get(number)
        return comment is not None and (number < node.end.line or comment.column < node.end.column)

    def verbatim(self, node: Node) -> list[str]:
        lines = self.layout.lines[node.start.line : node.end.line + 1]
        lines[-1] = lines[-1][: node.end.column]
        lines[0] = lines[0][node.start.column :]
        return [line.strip() for line in lines]

    def flow_line(self, node: Node, path: Path) -> str:
        if node.kind == "scalar":
            is_text = node.style or isinstance(resolve_scalar(node.value), str)
            return write_text(node.value, flow=True) if is_text else self.scalar(node)[0]
        if node.kind == "list":
            items = (self.flow_line(item, (*path, index)) for index, item in enumerate(node.items))
            return f"[{', '.join(items)}]"
        entries = (node.entries[index] for index in self.sorted(node, path))
        parts = (f"{_key(key, flow=True)} {self.flow_line(value, (*path, key.value))}" for key, value in entries)
        return f"{{{', '.join(parts)}}}"

    def loose(self, node: Node, path: Path) -> list[str]:
        """Return a collection in brackets, without comments, as the lines of a block."""
        lines: list[str] = []
        entries = _entries(node)
        for index in self.sorted(node, path):
            mark, step, _, value = entries[index]
            inner = self.flow(mark, value, (*path, step)) if value.kind != "scalar" else self.scalar(value)
            lines += [f"{mark} {inner[0]}".rstrip(), *indented(inner[1:])]
        return lines


def _is_block(node: Node) -> bool:
    return not node.flow and bool(node.items or node.entries)


def _entries(node: Node) -> list[tuple[str, str | int, int, Node]]:
    """Return the mark of each entry of a collection, its key or index, the line where it begins, and its value."""
    keys = [(_key(key), key.value, key.start.line, value) for key, value in node.entries]
    return [*keys, *(("-", index, item.start.line, item) for index, item in enumerate(node.items))]


def _key(node: Node, *, flow: bool = False) -> str:
    return f"{write_text(node.value, flow=flow)}:"


def _eol(comments: list[str]) -> str:
    return f"  {comments[0]}" if comments else ""


def indented(lines: Sequence[str], column: int = 2) -> list[str]:
    """Return the lines deeper by some columns; blank ones stay empty."""
    return [" " * column + line if line else "" for line in lines]


def _without_first_blank(lines: list[str]) -> list[str]:
    return lines[1:] if lines[:1] == [""] else lines


def _without_last_blank(lines: list[str]) -> list[str]:
    return lines[:-1] if lines[-1:] == [""] else lines
