"""Putting a form of sharing in the place of a value: every comment stays, and every line of what stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from heymilo_ops.manifest.quoting import write_text
from heymilo_ops.manifest.yaml_comments import Layout
from heymilo_ops.manifest.yaml_nodes import Mark, Node, compose


class Splice:
    """A text and its node tree. ``root`` is ``None`` where the text can't be edited: broken, or with anchors."""

    def __init__(self, text: str) -> None:
        self.text = text
        tree = compose(text)
        self.root = None if tree.anchors else tree.root
        self.lines = text.split("\n")
        if self.root is not None:
            self.layout = Layout(text, self.root)

    def comments(self) -> Counter[str]:
        """Every comment, and how often it stands there."""
        return Counter(each.text for each in self.layout.comments.values()) if self.root is not None else Counter()

    def node(self, pointer: str) -> Node:
        """The node at a JSON pointer, which must lead somewhere."""
        node = self.root
        for part in pointer.split("/")[1:]:
            assert node is not None
            step = part.replace("~1", "/").replace("~0", "~")
            if node.kind == "list":
                node = node.items[int(step)]
            else:
                node = next(value for key, value in node.entries if key.value == step)
        assert node is not None
        return node

    def offset(self, mark: Mark) -> int:
        """Where a mark is in the text."""
        return sum(len(line) + 1 for line in self.lines[: mark.line]) + mark.column

    def written(self, begin: Mark, end: Mark) -> str:
        """The text between two marks."""
        return self.text[self.offset(begin) : self.offset(end)]


def with_values(text: str, pointers: Iterable[str], form: str) -> str | None:
    """The text with ``form`` in the place of each value; ``None`` where that would lose a comment."""
    splice = Splice(text)
    if splice.root is None:
        return None
    edits = sorted((_value_edit(splice, splice.node(each), form) for each in pointers), reverse=True)
    edited = text
    for start, end, new in edits:
        edited = edited[:start] + new + edited[end:]
    return edited if Splice(edited).comments() == splice.comments() else None


def _value_edit(splice: Splice, node: Node, form: str) -> tuple[int, int, str]:
    if node.style not in ("|", ">"):
        return splice.offset(node.start), splice.offset(node.end), form
    last = splice.layout.content_end(node) - 1
    end = sum(len(line) + 1 for line in splice.lines[:last]) + len(splice.lines[last])
    beside = splice.layout.trailing(node.start.line, node.start.line)
    return splice.offset(node.start), end, form + "".join(f"  {comment}" for comment in beside)


def with_use(text: str, pointer: str, name: str, kept: Collection[str], nulls: Sequence[str]) -> str | None:
    """The text with the question at ``pointer`` as ``use: name``, the keys ``kept`` as they stand, and ``nulls``.

    Comments in what goes stand below the ``use``. ``None`` where that would lose one.
    """
    splice = Splice(text)
    if splice.root is None:
        return None
    node = splice.node(pointer)
    more = [f"{key}: null" for key in nulls]
    edited = _flow_use(splice, node, name, kept, more) if node.flow else _block_use(splice, node, name, kept, more)
    return edited if Splice(edited).comments() == splice.comments() else None


def _flow_use(splice: Splice, node: Node, name: str, kept: Collection[str], more: Sequence[str]) -> str:
    parts = [f"use: {write_text(name, flow=True)}"]
    for key, value in node.entries:
        if key.value in kept:
            parts.append(f"{key.value}: {splice.written(value.start, value.end)}")
    whole = "{" + ", ".join([*parts, *more]) + "}"
    return splice.text[: splice.offset(node.start)] + whole + splice.text[splice.offset(node.end) :]


def _block_use(splice: Splice, node: Node, name: str, kept: Collection[str], more: Sequence[str]) -> str:
    lines, layout = splice.lines, splice.layout
    first, column = node.start.line, node.start.column
    head = f"{lines[first][:column]}use: {write_text(name)}"
    out: list[str] = []
    end = first
    for key, value in node.entries:
        begin = key.start.line
        out += [" " * column + each for each in layout.between(end, begin) if each]
        end = layout.content_end(value)
        if key.value in kept:
            out += [" " * column + lines[begin][column:], *lines[begin + 1 : end]]
            continue
        found = [layout.comments[number] for number in range(begin, end) if number in layout.comments]
        if begin == first and found and not found[0].own:
            head += f"  {found.pop(0).text}"
        out += [" " * column + each.text for each in found]
    out += [" " * column + each for each in more]
    return "\n".join([*lines[:first], head, *out, *lines[end:]])


def entry_lines(text: str, pointer: str, key: str) -> list[str]:
    """The lines of one key of a mapping, without indentation and without comments; none where it stands in braces."""
    splice = Splice(text)
    node = splice.node(pointer)
    if node.flow:
        return []
    at, value = next(entry for entry in node.entries if entry[0].value == key)
    lines = splice.lines[at.start.line : splice.layout.content_end(value)]
    found = []
    for number, line in enumerate(lines, at.start.line):
        comment = splice.layout.comments.get(number)
        bare = line[: line.rindex(comment.text)].rstrip() if comment is not None else line
        if bare.strip() or comment is None:
            found.append(bare[node.start.column :])
    return found
