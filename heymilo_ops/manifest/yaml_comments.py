"""Where the comments and blank lines of a YAML text stand, told apart from ``#`` inside values."""

from __future__ import annotations

from dataclasses import dataclass

from heymilo_ops.manifest.yaml_nodes import Node


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
