"""When a stream gets colours, without a library: so plain ``lint`` and ``plan`` load none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

ColorFlag = Literal["auto", "always", "never"]

STYLE = r"\x1b\[(?:[0-2]|3[1236])m"
"""A regular expression for the escapes that a ``Writer`` makes; no other may be printed."""


def want_color(flag: ColorFlag, stream_isatty: bool, env: Mapping[str, str]) -> bool:
    """Return whether a stream gets colours.

    ``always`` and ``never`` are obeyed. For ``auto``: ``NO_COLOR`` forbids, then ``FORCE_COLOR`` (other than
    ``0``) asks for them; else a terminal is needed, and neither ``TERM=dumb`` nor ``CI``. An empty variable
    counts as absent.
    """
    if flag != "auto":
        return flag == "always"
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream_isatty and env.get("TERM") != "dumb" and not env.get("CI")
