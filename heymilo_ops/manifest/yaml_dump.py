"""Plain data as YAML that our own reader reads back as the same data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from io import StringIO
from typing import Any, cast

from heymilo_ops.manifest.fmt import format_text
from heymilo_ops.manifest.key_order import ORDER
from heymilo_ops.manifest.yaml_scalars import resolve


def dump(data: Mapping[str, Any]) -> str:
    """A manifest's data as YAML in the usual order; long and multi-line texts as blocks."""
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
        return format(Decimal(repr(value)), "f")
    written = json.dumps(value, ensure_ascii=False).replace("##", "\\x23#")
    return "".join(_escape(char) if is_hidden(char) else char for char in written)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"


def _styled(value: Any) -> Any:
    if isinstance(value, dict):
        return {_styled_text(key, block=False): _styled(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_styled(each) for each in value]
    return _styled_text(value, block=True) if isinstance(value, str) else value


@cache
def _representer() -> Any:
    """Ruamel's own, but for numbers: no exponent, which our reader takes for a text."""
    from ruamel.yaml.representer import RoundTripRepresenter

    class Representer(RoundTripRepresenter):
        pass

    def number(representer: Any, value: float) -> Any:
        return representer.represent_scalar("tag:yaml.org,2002:float", format(Decimal(repr(value)), "f"))

    Representer.add_representer(float, number)
    return Representer


def _styled_text(text: str, *, block: bool) -> str:
    """The text with the style that gives it back: plain where it reads as itself, else a block, else quotes."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if text.isprintable() and text.strip() == text and text and isinstance(resolve(text), str):
        return text
    if block and "\n" in text.rstrip("\n") and not text.startswith((" ", "\n")) and _block_safe(text):
        return cast("str", LiteralScalarString(text))
    return cast("str", DoubleQuotedScalarString(text))


def _block_safe(text: str) -> bool:
    """Whether a literal block gives the text back: only line ends and printable characters."""
    return all(line.isprintable() and line.rstrip() == line for line in text.split("\n"))
