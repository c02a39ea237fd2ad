"""Plain data as YAML that our own reader reads back as the same data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from io import StringIO
from typing import Any, cast

from heymilo_ops.manifest.fmt import ORDER, Path, format_text
from heymilo_ops.manifest.yaml_scalars import (
    WIDTH,
    escape_char,
    is_plain_safe,
    resolve_scalar,
    split_sentences,
    write_folded,
    write_text,
)

_FAR = 1000
"""The column of a comment before the text is formatted: with one blank before it, it could be taken for a text."""


@dataclass(frozen=True, slots=True)
class Commented:
    """A value to be written with a comment behind it, which is one printable line."""

    value: Any
    comment: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """A value to be written with comment lines above its key or item, each printable."""

    value: Any
    lines: tuple[str, ...]


class FoldedText(str):
    """A text to be written as a block, one sentence a line, where that gives it back."""

    __slots__ = ()


class Bracketed(list[Any]):
    """A list of short values, or of mappings of such, to be written in brackets: one line for a list or a mapping."""

    __slots__ = ()


def dump(data: Mapping[str, Any]) -> str:
    """Write a manifest's data as YAML in the usual order: long texts as blocks, forms of sharing in braces."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.Representer = _representer()
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(_styled(dict(data)), stream)
    return format_text(stream.getvalue(), "", ORDER)


def dump_entry(path: Path, value: Any) -> list[str]:
    """Write a key or a list item with its value at a path: lines without indentation, keys in the order usual there."""
    is_short_text = isinstance(value, str) and "\n" not in value and len(value) < _FAR
    if is_short_text or value is None or isinstance(value, int | float):  # most values
        mark = f"{write_text(path[-1])}:" if isinstance(path[-1], str) else "-"
        return [f"{mark} {write_text(value) if isinstance(value, str) else dump_in_brackets(value)}"]
    whole: Any = value
    column = depth = 0
    for step in reversed(path):
        whole = {step: whole} if isinstance(step, str) else [whole]
    for step in path[:-1]:
        column += 2
        depth += isinstance(step, str)
    lines = dump(whole).removesuffix("\n").split("\n")[depth:]
    return [line[column:] for line in lines]


def dump_in_brackets(value: Any) -> str:
    """Write a value on one line, collections in brackets."""
    if isinstance(value, dict):
        entries = (f"{write_text(key, flow=True)}: {dump_in_brackets(inner)}" for key, inner in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(dump_in_brackets, value))}]"
    if isinstance(value, str):
        return write_text(value, flow=True)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return _decimal(value)


def dump_quoted(data: Any, is_hidden: Callable[[str], bool], indent: str = "") -> str:
    """Plain data as YAML with every text in double quotes, on one line.

    What ``is_hidden``, and a ``#`` before another, is escaped in there. For where a plain text or a block would show
    something that its reader would obey.
    """
    if isinstance(data, Mapping) and data:
        named = [(f"{_in_quotes(name, is_hidden)}:", value) for name, value in data.items()]
    elif isinstance(data, list | tuple) and data:
        named = [("-", value) for value in data]
    else:
        return f"{indent}{_in_quotes(data, is_hidden)}\n"
    lines = []
    for name, value in named:
        inner = dump_quoted(value, is_hidden, indent + "  ")
        is_leaf = not value or not isinstance(value, Mapping | list | tuple)
        lines.append(f"{indent}{name} {inner.lstrip()}" if is_leaf or name == "-" else f"{indent}{name}\n{inner}")
    return "".join(lines)


def _in_quotes(value: Any, is_hidden: Callable[[str], bool]) -> str:
    if isinstance(value, float):
        return _decimal(value)
    written = json.dumps(value, ensure_ascii=False).replace("##", "\\x23#")
    return "".join(escape_char(char) if is_hidden(char) else char for char in written)


def _decimal(value: float) -> str:
    """Return a number without an exponent, which our reader takes for a text."""
    return format(Decimal(repr(value)), "f")


def _styled(value: Any) -> Any:
    if isinstance(value, dict):
        return _styled_mapping(value)
    if isinstance(value, Bracketed):
        return _styled_in_brackets(value)
    if isinstance(value, list | tuple):
        return _styled_list(value)
    if isinstance(value, FoldedText):
        return _styled_prose(str(value))
    return _styled_text(value, block=True) if isinstance(value, str) else value


def _styled_list(values: Sequence[Any]) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    styled: Any = CommentedSeq([_styled(value.value if isinstance(value, Remarked) else value) for value in values])
    for index, value in enumerate(values):
        if isinstance(value, Remarked):
            styled.yaml_set_comment_before_after_key(index, before="\n".join(value.lines))
    return styled


def _styled_in_brackets(values: Bracketed) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    styled: Any = CommentedSeq([_quoted_in_brackets(_styled(value)) for value in values])
    in_brackets: list[Any] = [value for value in styled if isinstance(value, dict)] or [styled]
    for item in in_brackets:
        item.fa.set_flow_style()
    return styled


def _quoted_in_brackets(styled: Any) -> Any:
    """Return a text, or a mapping of texts, in quotes where brackets make it unsafe: ruamel writes ``[:0]`` plain."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(styled, dict):
        for key, value in styled.items():
            styled[key] = _quoted_in_brackets(value)
    elif isinstance(styled, str) and not is_plain_safe(styled, flow=True):
        return DoubleQuotedScalarString(styled)
    return styled


def _styled_mapping(data: Mapping[str, Any]) -> Any:
    from ruamel.yaml.comments import CommentedMap

    styled: Any = CommentedMap()
    for key, value in data.items():
        written = _styled_text(key, block=False)
        styled[written] = _styled(value.value if isinstance(value, Commented | Remarked) else value)
        if isinstance(value, Commented):
            styled.yaml_add_eol_comment(f"# {value.comment}", key=written, column=_FAR)
        if isinstance(value, Remarked):
            styled.yaml_set_comment_before_after_key(written, before="\n".join(value.lines))
    if len(data) == 1 and data.keys() <= {"file", "var"} and isinstance(next(iter(data.values())), str):
        styled.fa.set_flow_style()
    return styled


@cache
def _representer() -> Any:
    """Return ruamel's own, but for numbers."""
    from ruamel.yaml.representer import RoundTripRepresenter

    class Representer(RoundTripRepresenter):
        pass

    def number(representer: Any, value: float) -> Any:
        return representer.represent_scalar("tag:yaml.org,2002:float", _decimal(value))

    Representer.add_representer(float, number)
    return Representer


def _styled_text(text: str, *, block: bool) -> str:
    """Return the text with the style that gives it back: plain where it reads as itself, else a block, else quotes."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if text.isprintable() and text.strip() == text and text and isinstance(resolve_scalar(text), str):
        return text
    if block and "\n" in text.rstrip("\n") and not text.startswith((" ", "\n")) and _block_safe(text):
        return cast("str", LiteralScalarString(text))
    return cast("str", DoubleQuotedScalarString(text))


def _styled_prose(text: str) -> str:
    """Return the text as a folded block, whose lines ``format_text`` breaks behind each sentence.

    As a literal one where it has several lines, and each is short and one sentence: a list, a verse.
    """
    from ruamel.yaml.scalarstring import FoldedScalarString

    lines = text.split("\n")
    is_list = len(lines) > 1 and all(len(line) <= WIDTH and len(split_sentences(line)) == 1 for line in lines)
    header, _ = write_folded(text) or ("", [])
    if is_list or not header.startswith(">") or not _block_safe(text):
        return _styled_text(text, block=True)
    return cast("str", FoldedScalarString(text))


def _block_safe(text: str) -> bool:
    """Return whether a literal block gives the text back: only line ends and printable characters."""
    return all(line.isprintable() and line.rstrip() == line for line in text.split("\n"))
