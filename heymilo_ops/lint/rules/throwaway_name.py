"""Names that were meant for a trial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning

_THROWAWAY = re.compile(r"^(agent|copy|draft|foo|interview|new|posting|sample|temp|test|tmp|untitled)(-?\d+)?(-copy)?$")


@warning("ST101")
def throwaway_name(subject: Subject) -> Iterator[Hit]:
    """A posting's name says which role it is for.

    The name is part of the link that candidates see, and changing it later changes the link.

    PASS:
        name: test-engineer-leeds
    FAIL:
        name: test-1
    """
    name = subject.manifest.name
    if _THROWAWAY.match(name):
        yield Hit(
            "/name",
            f"the name {name} says nothing about the role, and candidates see it in the link",
            "name role and place, such as support-specialist-leeds",
        )
