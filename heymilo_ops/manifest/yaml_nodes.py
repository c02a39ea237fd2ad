"""YAML text to a tree of nodes that know their place, by libyaml's events.

The slow reader builds on it: it knows every position, every duplicate key and how each scalar was written. It never
raises for content; what is wrong comes back as a ``Problem``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, Protocol

MAX_DEPTH = 64
MAX_ALIASES = 100
MAX_EXPANDED = 100_000


class YamlMark(Protocol):
    """A position: 0-based line, column and index, in characters."""

    line: int
    column: int
    index: int


@dataclass(slots=True)
class Node:
    """One value of the file.

    ``style`` is ``""`` (plain), ``'``, ``"``, ``|`` or ``>`` for scalars. ``size`` and ``height`` count
    what the node unfolds to when its aliases are followed.
    """

    kind: Literal["scalar", "list", "map", "alias"]
    start: YamlMark
    end: YamlMark
    value: str = ""
    style: str = ""
    flow: bool = False
    tag: str | None = None
    anchor: str | None = None
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Node, Node]] = field(default_factory=list)
    target: Node | None = None
    size: int = 1
    height: int = 1
    closed: bool = True

    @property
    def real(self) -> Node:
        """The node itself, or what the alias stands for."""
        return self.target or self

    @property
    def last_part(self) -> Node:
        """The part of a block collection that stands last; a collection in brackets ends with its bracket."""
        node = self
        while not node.flow and (node.items or node.entries):
            node = node.items[-1] if node.items else node.entries[-1][1]
        return node


# Scalars are most of a file, so they share these; only collections grow their own.
_NO_ITEMS: list[Node] = []
_NO_ENTRIES: list[tuple[Node, Node]] = []


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text could not be composed: ``code`` of the catalogue, libyaml's words and marks."""

    code: str
    words: str
    mark: YamlMark | None
    context: str = ""
    context_mark: YamlMark | None = None


@dataclass(slots=True)
class Tree:
    """What a text was composed to: the root (``None`` when empty or broken), anchors, and the problem."""

    root: Node | None = None
    problem: Problem | None = None
    anchors: list[Node] = field(default_factory=list)
    aliases: list[Node] = field(default_factory=list)


class _StopError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def compose_nodes(text: str) -> Tree:
    """Return the node tree of a text. Limits: depth 64, 100 aliases, 100,000 unfolded nodes, one document."""
    import yaml

    tree = Tree()
    try:
        _Composer(text, tree).run()
    except _StopError as stop:
        tree.root, tree.problem = None, stop.problem
    except yaml.MarkedYAMLError as error:
        words, context = error.problem or "", error.context or ""
        tree.root = None
        tree.problem = Problem("SY005", words, error.problem_mark, context, error.context_mark)
    except (yaml.YAMLError, UnicodeError) as error:
        tree.root, tree.problem = None, Problem("SY005", str(error).partition("\n")[0], None)
    return tree


class _Composer:
    def __init__(self, text: str, tree: Tree) -> None:
        from yaml._yaml import CParser

        self.parser: Any = CParser(text)
        self.tree = tree
        self.stack: list[Node] = []
        self.keys: list[Node | None] = []
        self.names: dict[str, Node] = {}
        self.documents = 0

    def run(self) -> None:
        from yaml import events

        handlers: dict[type, Callable[[Any], None]] = {
            events.ScalarEvent: self.scalar,
            events.MappingStartEvent: partial(self.open, "map"),
            events.SequenceStartEvent: partial(self.open, "list"),
            events.MappingEndEvent: self.close,
            events.SequenceEndEvent: self.close,
            events.AliasEvent: self.alias,
            events.DocumentStartEvent: self.document,
        }
        get_event = self.parser.get_event
        while (event := get_event()) is not None:
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)
        if self.tree.root is not None:
            self.check(self.tree.root)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _StopError(Problem("SY012", "a second document starts here", event.start_mark))

    def scalar(self, event: Any) -> None:
        style = event.style or ""
        node = Node(
            "scalar", event.start_mark, event.end_mark, event.value, style, items=_NO_ITEMS, entries=_NO_ENTRIES
        )
        self.describe(node, event)
        self.add(node)

    def open(self, kind: Literal["map", "list"], event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _StopError(Problem("SY020", "nested more than 64 levels deep", event.start_mark))
        node = Node(kind, event.start_mark, event.end_mark, flow=bool(event.flow_style), closed=False)
        self.describe(node, event)
        self.add(node)
        self.stack.append(node)
        self.keys.append(None)

    def describe(self, node: Node, event: Any) -> None:
        """Give a node its tag and its anchor."""
        node.tag, node.anchor = event.tag, event.anchor
        if node.anchor is not None:
            self.names[node.anchor] = node
            self.tree.anchors.append(node)

    def close(self, event: Any) -> None:
        node = self.stack.pop()
        self.keys.pop()
        node.end, node.closed = event.end_mark, True
        size, height = 1, 0
        for child in node.items or [part for entry in node.entries for part in entry]:
            size += child.size
            if child.height > height:
                height = child.height
        node.size, node.height = size, height + 1

    def alias(self, event: Any) -> None:
        target = self.names.get(event.anchor)
        if target is None:
            raise _StopError(Problem("SY008", f"*{event.anchor}", event.start_mark))
        if not target.closed:
            raise _StopError(Problem("SY021", "an alias inside its own anchor", event.start_mark))
        if len(self.tree.aliases) >= MAX_ALIASES:
            raise _StopError(Problem("SY021", "more than 100 aliases", event.start_mark))
        node = Node("alias", event.start_mark, event.end_mark, target=target)
        node.size, node.height = target.size, target.height
        self.tree.aliases.append(node)
        self.add(node)

    def add(self, node: Node) -> None:
        if not self.stack:
            self.tree.root = node
            return
        parent = self.stack[-1]
        if parent.kind == "list":
            parent.items.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = node
        else:
            parent.entries.append((key, node))
            self.keys[-1] = None

    def check(self, root: Node) -> None:
        if root.size > MAX_EXPANDED:
            words = "more than 100,000 values when its aliases are followed"
            raise _StopError(Problem("SY021", words, self.tree.aliases[-1].start if self.tree.aliases else None))
        if root.height > MAX_DEPTH + 1:
            raise _StopError(Problem("SY020", "nested more than 64 levels deep", root.start))


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. ``own`` means that nothing but a list dash stands before it; ``column`` is 0-based."""

    text: str
    column: int
    own: bool


class Layout:
    """Comments by line (0-based) and blank lines of a text. ``root`` is ``None`` where the text can't be read."""

    def __init__(self, text: str, root: Node | None) -> None:
        self.lines = text.split("\n")
        self._values: dict[int, list[tuple[int, int]]] = {}
        if root is not None:
            self._mark(root)
        self.comments: dict[int, Comment] = {}
        for number, line in enumerate(self.lines):
            column = self._comment_column(number, line) if "#" in line else None
            if column is not None:
                before = line[:column]
                own = not before.strip(" -\t") and number not in self._values
                at = len(before) - len(before.lstrip()) if own else column
                self.comments[number] = Comment(line[column:].rstrip(), at, own)

    def between(self, first: int, last: int) -> list[str]:
        """Return the comments of their own in lines ``first`` to ``last`` (exclusive), ``""`` for blank lines."""
        lines: list[str] = []
        for number in range(first, min(last, len(self.lines))):
            comment = self.comments.get(number)
            if comment is not None and comment.own:
                lines.append(comment.text)
            elif self.is_blank(number) and lines[-1:] != [""]:
                lines.append("")
        return lines

    def is_blank(self, number: int) -> bool:
        """Return whether the line has nothing on it, or only the mark where a document begins or ends."""
        return self.lines[number].rstrip() in ("", "---", "...")

    def own_at(self, number: int, column: int) -> bool:
        """Return whether a comment of its own stands on the line, no deeper than the column."""
        comment = self.comments.get(number)
        return comment is not None and comment.own and comment.column <= column

    def trailing(self, first: int, last: int) -> list[str]:
        """Return the comments behind something in lines ``first`` to ``last`` (inclusive)."""
        comments = (self.comments.get(number) for number in range(first, last + 1))
        return [comment.text for comment in comments if comment is not None and not comment.own]

    def boundary(self, behind: int, following: int, column: int) -> int:
        """Return the line where what belongs to an entry ends: comments no deeper than it belong to the next."""
        line = next((n for n in range(behind, following) if self.own_at(n, column)), following)
        while line > behind and self.is_blank(line - 1):
            line -= 1
        return line

    def content_end(self, node: Node) -> int:
        """Return the line (0-based, exclusive) behind the last line of a value that isn't blank."""
        node = node.last_part
        end = node.end.line if node.style in ("|", ">") and node.end.column == 0 else node.end.line + 1
        while node.style in ("|", ">") and end > node.start.line + 1 and self.is_blank(end - 1):
            end -= 1
        return end

    def _mark(self, root: Node) -> None:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            waiting.extend(node.items)
            waiting.extend(part for entry in node.entries for part in entry)
            if node.kind == "scalar":
                self._mark_scalar(node)

    def _mark_scalar(self, node: Node) -> None:
        first = node.start.line
        if node.style in ("|", ">"):
            first += 1  # a comment may stand on the header line
        for number in range(first, node.end.line + 1):
            start = node.start.column if number == node.start.line else 0
            end = node.end.column if number == node.end.line else len(self.lines[number])
            if end == 0:
                continue  # a block ends where the next line begins
            self._values.setdefault(number, []).append((start, end))

    def _comment_column(self, number: int, line: str) -> int | None:
        """Return the column where a comment begins: a ``#`` behind a blank, and in no value. Takes linear time."""
        spans = sorted(self._values.get(number, ()), reverse=True)
        column = line.find("#")
        while column >= 0:
            while spans and spans[-1][1] <= column:
                spans.pop()
            is_inside = bool(spans) and spans[-1][0] <= column
            if not is_inside and (column == 0 or line[column - 1] in " \t"):
                return column
            column = line.find("#", column + 1)
        return None
