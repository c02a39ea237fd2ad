"""Node tree to plain data, with a finding for everything that is not what it looks like."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.likely_cause import next_item
from heymilo_ops.manifest.syntax_hints import swallowed_words
from heymilo_ops.manifest.yaml_nodes import Node, Tree, YamlMark
from heymilo_ops.manifest.yaml_scalars import LOOK_ALIKES, is_too_large, resolve_scalar
from heymilo_ops.model.pointer import escape

_QUOTES = "put it in double quotes if it is meant as a text"


def read_tree(tree: Tree, text: str, path: str) -> tuple[Any, list[Finding]]:
    """Return the data of a composed tree and all findings, in the order of the file.

    Of a key that stands twice the first counts. A value that is not understood counts as its text.
    """
    if tree.root is None:
        empty = file_finding("SY014", "the file is empty", Place(path), help="write the posting or delete the file")
        return None, [empty]
    builder = _Builder(text, path)
    data = builder.value(tree.root, "")
    used = {id(alias.target) for alias in tree.aliases}
    for node in tree.anchors:
        if id(node) not in used:
            message = f"'&{node.anchor}' is taken for the name of an anchor and dropped from the text"
            builder.report("SY022", message, f"{_QUOTES}, or remove the anchor", node.start)
    if not isinstance(data, dict):
        message = "the file must be a mapping, lines of the form 'key: value'"
        help = "begin with lines such as 'name: night-porter' and 'title: Night Porter'"
        builder.report("SY013", message, help, tree.root.start)
        data = None
    return data, sorted(builder.findings, key=attrgetter("position"))


class _Builder:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.lines: list[str] | None = None
        self.findings: list[Finding] = []

    def report(self, code: str, message: str, help: str, mark: YamlMark, pointer: str = "") -> None:
        place = Place(self.path, mark.line + 1, mark.column + 1)
        self.findings.append(file_finding(code, message, place, help=help, pointer=pointer))

    def value(self, node: Node, pointer: str) -> Any:
        if node.kind == "alias":
            # The findings of the anchored value were reported where it stands.
            seen = len(self.findings)
            data = self.value(node.real, pointer)
            del self.findings[seen:]
            return data
        if node.tag is not None and not (node.tag == "!" and node.style):
            self.report(
                "SY015", f"the tag '{_tag(node)}' is not supported", f"remove it; {_QUOTES}", node.start, pointer
            )
        if node.kind == "scalar":
            return self.scalar(node, pointer)
        if node.kind == "list":
            return [self.value(item, f"{pointer}/{index}") for index, item in enumerate(node.items)]
        return self.mapping(node, pointer)

    def scalar(self, node: Node, pointer: str) -> Any:
        value = node.value
        if node.style:
            return value
        if value in LOOK_ALIKES:
            help = f'write {value.lower()}, or "{value}" in quotes if the word is meant'
            self.report("SY018", f"{value} with capitals is a text to some YAML readers", help, node.start, pointer)
        elif is_too_large(value):
            message = "the number is larger than JSON can carry exactly"
            self.report("SY019", message, "put it in double quotes", node.start, pointer)
        data = resolve_scalar(value)
        if isinstance(data, str) or not value:
            self.comment(node, pointer)
        return data

    def comment(self, node: Node, pointer: str) -> None:
        if self.lines is None:
            self.lines = self.text.split("\n")
        line = self.lines[node.end.line] if node.end.line < len(self.lines) else ""
        if swallowed_words(line, node.end.column, node.value, pointer):
            message = "everything from ' #' on is taken for a comment and dropped from the text"
            help = "put the whole text in double quotes; if it is a comment, put two spaces before the #"
            place = Place(self.path, node.end.line + 1, node.end.column + 2, node.end.line + 1, len(line) + 1)
            self.findings.append(file_finding("SY010", message, place, help=help, pointer=pointer))

    def mapping(self, node: Node, pointer: str) -> Any:
        braces = _braces(node)
        if braces is not None:
            message = "the text begins with {{, which YAML takes for a mapping"
            self.report("SY009", message, "put the whole text in double quotes", node.start, pointer)
            return self.text[node.start.index : node.end.index]
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.entries:
            key = self.key(key_node, pointer)
            if key is None:
                continue
            step = f"{pointer}/{escape(key)}"
            value = self.value(value_node, step)
            if key in data:
                message = f"the key '{key}' stands twice; it is first on line {lines[key]}"
                help = "remove one of them"
                if next_item(pointer, key, next(iter(data))):
                    help = (
                        f"if the next item of the list begins here, write '- ' before '{key}:'; else remove one of them"
                    )
                self.report("SY011", message, help, key_node.start, step)
                continue
            data[key], lines[key] = value, key_node.start.line + 1
        return data

    def key(self, node: Node, pointer: str) -> str | None:
        real = node.real
        if real.kind != "scalar":
            self.report("SY017", f"a {real.kind} can't be a key", "put it in double quotes", node.start, pointer)
            return None
        if real.tag is not None and not real.style:
            self.report("SY015", f"the tag '{_tag(real)}' is not supported", "remove it", node.start, pointer)
        if real.style or isinstance(resolve_scalar(real.value), str):
            if real.value == "<<" and not real.style:
                help = "write the keys out, or share them by 'extends'"
                self.report("SY016", "the merge key '<<' is not supported", help, node.start, pointer)
                return None
            return real.value
        written = real.value or "an empty key"
        self.report("SY017", f"the key {written} is not a text", _QUOTES, node.start, pointer)
        return real.value


def _tag(node: Node) -> str:
    """Return the tag as it is written."""
    return (node.tag or "").replace("tag:yaml.org,2002:", "!!")


def _braces(node: Node) -> Node | None:
    """Return the inner mapping of an unquoted ``{{word}}``."""
    if not (node.flow and len(node.entries) == 1):
        return None
    key = node.entries[0][0]
    return key if key.kind == "map" and key.flow and key.start.index == node.start.index + 1 else None
