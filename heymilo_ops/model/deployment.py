"""What a workspace runs under one name, and how it compares with what another one runs: ids don't count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from heymilo_ops.model.canonical import CANONS, canonical, design_part, digest, request_of

if TYPE_CHECKING:
    from heymilo_ops.model.state import PostingState, Revision

Relation = Literal["same", "settings", "other"]
"""``same``: design and settings; ``settings``: the same design with other settings; ``other``: another design."""


@dataclass(frozen=True)
class Deployment:
    """The revision that one workspace runs.

    Attributes:
        workspace: its name.
        template: the manifest as plain data, before variables were filled in; ``None`` where it isn't known any more.
        keys: JSON pointer of each keyed question, with its key.
        source: path of the manifest, relative to the repo.
    """

    workspace: str
    entry: PostingState
    template: Mapping[str, Any] | None
    keys: Mapping[str, str]
    source: str

    @property
    def revision(self) -> Revision:
        """The revision that runs."""
        return self.entry.current

    @property
    def title(self) -> str:
        """``staging r4``."""
        return f"{self.workspace} r{self.revision.number}"

    @cached_property
    def form(self) -> Mapping[str, Any] | None:
        """The portable form, canonical: each variable stands as ``{"var": name}``."""
        return canonical(request_of(self.template)) if self.template is not None else None

    @cached_property
    def digest(self) -> str:
        """Of ``form``; as it was recorded where that isn't known any more."""
        return digest(self.form) if self.form is not None else self.revision.portable_digest

    @cached_property
    def design_digest(self) -> str | None:
        """Of ``form`` without settings."""
        return digest(design_part(self.form)) if self.form is not None else None

    def has(self, recorded: str) -> bool:
        """Return whether ``form`` has a digest that an earlier release may have recorded."""
        if self.template is None or recorded == self.digest:
            return recorded == self.digest
        return any(digest(canonical(request_of(self.template), canon)) == recorded for canon in CANONS)


def relation(one: Deployment, other: Deployment) -> Relation:
    """Return how what two workspaces run compares."""
    if one.has(other.digest) or other.has(one.digest):
        return "same"
    known = one.design_digest is not None and one.design_digest == other.design_digest
    return "settings" if known else "other"


def overall(running: Sequence[Deployment]) -> Relation | None:
    """Return the widest relation among what several workspaces run; ``None`` where fewer than two run anything."""
    relations = {relation(running[0], other) for other in running[1:]}
    return next((candidate for candidate in _WIDEST if candidate in relations), None)


_WIDEST: tuple[Relation, ...] = ("other", "settings", "same")


def is_variable(value: Any, key: str = "") -> bool:
    """Return whether a value of a manifest is ``{"var": name}``. Below ``metadata``, var is a key as good as any."""
    return isinstance(value, Mapping) and value.keys() == {"var"} and key != "metadata"


def variables(data: Any, key: str = "") -> Iterator[str]:
    """Yield the name of each variable in a manifest where they aren't filled in."""
    if is_variable(data, key):
        yield data["var"]
    elif isinstance(data, Mapping):
        for name, value in data.items():
            yield from variables(value, name)
    elif isinstance(data, list):
        for item in data:
            yield from variables(item)


def filled(data: Any, values: Mapping[str, Any], key: str = "") -> Any:
    """Return the manifest with its variables filled in. Raises ``KeyError`` for one without a value."""
    if is_variable(data, key):
        return values[data["var"]]
    if isinstance(data, Mapping):
        return {name: filled(value, values, name) for name, value in data.items()}
    return [filled(item, values) for item in data] if isinstance(data, list) else data


def comes_to(portable: Any, sent: Any, key: str = "") -> bool:
    """Return whether a portable form, canonical, comes to the canonical form that was sent for some values of its
    variables.

    A variable may stand for a documented default, which a canonical form leaves out.
    """
    if is_variable(portable, key):
        return not isinstance(sent, Mapping | list)
    if isinstance(portable, Mapping):
        return (
            isinstance(sent, Mapping)
            and portable.keys() >= sent.keys()
            and all(
                comes_to(value, sent[name], name) if name in sent else _may_be_left_out(value, name)
                for name, value in portable.items()
            )
        )
    if isinstance(portable, list):
        return isinstance(sent, list) and len(portable) == len(sent) and _items_come_to(portable, sent)
    return type(portable) is type(sent) and bool(portable == sent)


def _items_come_to(portable: list[Any], sent: list[Any]) -> bool:
    if any(is_variable(item) for item in portable):  # of texts, which may be sorted: a variable takes any place
        left = list(sent)
        for item in portable:
            if not is_variable(item):
                if item not in left:
                    return False
                left.remove(item)
        return all(comes_to({"var": ""}, item) for item in left)
    return all(map(comes_to, portable, sent))


def _may_be_left_out(portable: Any, key: str) -> bool:
    """Return whether there is nothing in it but variables."""
    if isinstance(portable, Mapping) and not is_variable(portable, key):
        return all(_may_be_left_out(value, name) for name, value in portable.items())
    return is_variable(portable, key)


@dataclass(frozen=True, slots=True)
class PostingRow:
    """One posting as ``list`` shows it.

    Attributes:
        status: ``active``, ``active, a design is held``, ``archived``, ``not applied`` or ``has errors``.
        deadline: ISO 8601, ``None`` where the manifest has none.
    """

    name: str
    status: str
    revision: int | None = None
    deadline: str | None = None
    candidate_url: str | None = None
