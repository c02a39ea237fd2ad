"""Colours for a terminal, without a library: so plain ``lint`` and ``plan`` load none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ColorFlag = Literal["auto", "always", "never"]

STYLE = r"\x1b\[(?:[0-2]|3[1236])m"
"""A regular expression for the escapes that ``Paint`` writes; no other may be printed."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Wraps texts in ANSI styles where ``enabled``, else gives them back as they are."""

    enabled: bool = False

    def red(self, text: str) -> str:
        """What goes, or an error."""
        return self._styled(text, "31")

    def green(self, text: str) -> str:
        """What comes, or a success."""
        return self._styled(text, "32")

    def yellow(self, text: str) -> str:
        """What changes, or a warning."""
        return self._styled(text, "33")

    def cyan(self, text: str) -> str:
        """What helps."""
        return self._styled(text, "36")

    def bold(self, text: str) -> str:
        """What to read first."""
        return self._styled(text, "1")

    def dim(self, text: str) -> str:
        """What to read last."""
        return self._styled(text, "2")

    def _styled(self, text: str, code: str) -> str:
        # One style never stands inside another here: the inner reset would end the outer one too.
        return f"\x1b[{code}m{text}\x1b[0m" if self.enabled and text else text


PLAIN = Paint(enabled=False)
"""No colour at all."""


def want_color(flag: ColorFlag, stream_isatty: bool, env: Mapping[str, str]) -> bool:
    """Whether a stream gets colours.

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
