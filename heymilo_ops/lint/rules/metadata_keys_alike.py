"""Metadata keys that are meant to be one."""

from __future__ import annotations

from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, warning
from heymilo_ops.model.pointer import escape


@warning("AP108")
def metadata_keys_alike(subject: Subject) -> Iterator[Hit]:
    """No two metadata keys differ in case, spaces, hyphens and underscores alone.

    Whoever reads the metadata later finds one of them and misses the other.

    PASS:
        metadata: {cost_centre: "4410", requisition: REQ-2291}
    FAIL:
        metadata: {cost_centre: "4410", Cost-Centre: "4411"}
    """
    first: dict[str, str] = {}
    for key in subject.manifest.metadata or ():
        plain = "".join(character for character in key.lower() if character not in " -_")
        if first.setdefault(plain, key) != key:
            yield Hit(
                f"/metadata/{escape(key)}",
                f"the metadata keys {first[plain]} and {key} differ in spelling alone",
                "keep one of them",
            )
