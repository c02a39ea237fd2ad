"""The version of this release: the one place that says it, and whether it is one that a repo asks for."""

from __future__ import annotations

import re

__version__ = "0.1.0"

_PART = r"(?:>=|==|<)\s*\d+(?:\.\d+)*"
SPECIFIERS = rf"^\s*{_PART}(?:\s*,\s*{_PART})*\s*$"
"""What ``required_version`` may be: ``>=1.2``, ``>=1.2,<2``, ``==1.4.0``."""

_VERSION = re.compile(r"^(\d+(?:\.\d+)*)((?:a|b|rc|\.dev)\d+)?")


def satisfies(specifiers: str, version: str = __version__) -> bool:
    """Return whether a version is one of those asked for. A pre-release comes before its release.

    Raises ``ValueError`` where ``specifiers`` are not of the form that ``SPECIFIERS`` has.
    """
    if not re.match(SPECIFIERS, specifiers):
        raise ValueError(f"not a version specifier: {specifiers!r}")
    return all(_holds(part.strip(), version) for part in specifiers.split(","))


def is_newer(version: str, than: str) -> bool:
    """Return whether one version is newer than another; ``False`` where either of them is none."""
    try:
        return _key(version) > _key(than)
    except ValueError:
        return False


def _holds(part: str, version: str) -> bool:
    own = _key(version)
    if part.startswith(">="):
        return own >= _key(part[2:])
    if part.startswith("=="):
        return own == _key(part[2:])
    return own[0] < _key(part[1:])[0]  # 2.0b1 is not below 2: it has what is new in 2


def _key(version: str) -> tuple[tuple[int, ...], bool]:
    """Numbers without zeros at the end, and whether it is a release."""
    match = _VERSION.match(version.strip())
    if match is None:
        raise ValueError(f"not a version: {version!r}")
    numbers = [int(part) for part in match[1].split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers), match[2] is None
