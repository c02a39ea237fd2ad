"""What ``--allow-impact`` allows: how many people the change of one posting may concern."""

from __future__ import annotations

ANY = "unknown"
"""What ``--allow-impact NAME=…`` has instead of a number where nobody can say how many they are."""


def allowance(text: str) -> tuple[str, int | None]:
    """Take ``NAME=N`` or ``NAME=unknown`` (``None``) apart. Raises ``ValueError`` for anything else."""
    name, _, number = text.partition("=")
    if not name or not (number == ANY or (number.isascii() and number.isdigit() and len(number) <= 9)):
        raise ValueError(f"{text!r} is neither NAME=N nor NAME={ANY}")
    return name, None if number == ANY else int(number)
