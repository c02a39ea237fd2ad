"""Who owns a posting by its marks. The state says which posting to write to; the marks say whether it may.

Whoever can write the state can't write the marks, so they also show what a revision was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from heymilo_ops.errors import AttentionError
from heymilo_ops.model.live import Live
from heymilo_ops.model.state import PostingState, Revision


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is written to a posting.

    Attributes:
        unmarked: it carries no marks, which ``--allow-unmarked`` lets pass; else they name something else.
        reason: a clause that follows the posting's id.
        help: what to do.
    """

    unmarked: bool
    reason: str
    help: str


@dataclass(frozen=True, slots=True)
class Owner:
    """What the marks of a posting must name before it is written to.

    Attributes:
        name: the posting's present name; ``earlier``: those that the state records from before.
        unmarked_allowed: somebody said that this posting may be written to although it carries no marks.
    """

    project: str
    workspace: str
    name: str
    earlier: frozenset[str] = frozenset()
    unmarked_allowed: bool = False

    def refusal(self, live: Live) -> Refusal | None:
        """Return why this owner must not write to the posting; ``None`` where its marks say that it may."""
        mark = live.mark
        if mark is None:
            return None if self.unmarked_allowed else self._unmarked(live)
        if not mark.belongs_to(self.project, self.workspace):
            theirs, ours = f"{mark.project}/{mark.workspace}", f"{self.project}/{self.workspace}"
            return self._foreign(live, f"carries the marks of {theirs}, and this is {ours}")
        if mark.name != self.name and mark.name not in self.earlier:
            return self._foreign(live, f"carries the marks of {mark.name}, not those of {self.name}")
        return None

    def _unmarked(self, live: Live) -> Refusal:
        return Refusal(
            True,
            "carries no marks of heymilo-ops, so nothing at HeyMilo shows that it is ours",
            f"look at {live.posting_id} at HeyMilo: if it is {self.name}, run this again with "
            f"`--allow-unmarked {self.name}`; an update puts the marks back",
        )

    def _foreign(self, live: Live, reason: str) -> Refusal:
        return Refusal(
            False,
            reason,
            f"the state is wrong about {live.posting_id}: it was edited, or mixed up with another project's; bring "
            f"back an earlier version of it, or take the entry out: `heymilo-ops -w {self.workspace} state forget "
            f"{self.name}`",
        )


def owner_of(
    entry: PostingState | None,
    name: str,
    moved_from: str | None = None,
    *,
    project: str,
    workspace: str,
    unmarked_allowed: frozenset[str] = frozenset(),
) -> Owner:
    """Return the owner of a posting that the state knows as ``entry``, and that is called ``name`` from now on.

    Args:
        moved_from: the name under which the state knows it so far, where that is another.
        unmarked_allowed: names whose postings may be written to without marks.
    """
    recorded = (entry.ops.moved_from, *entry.formerly) if entry else ()
    earlier = frozenset(former for former in (moved_from, *recorded) if former is not None)
    return Owner(project, workspace, name, earlier, name in unmarked_allowed)


PUT_BACK = "Put back a state that was not edited, or edit the manifest and apply."


def is_marked(live: Live) -> bool:
    """Return whether the posting says what was sent."""
    return live.mark is not None and bool(live.mark.digest)


def refuse_contradicted(
    entry: PostingState, revision: Revision, live: Live, owner: Owner, same: Callable[[Revision], bool], part: str
) -> None:
    """Refuse where the marks of a revision's posting name something else than the state does.

    Args:
        live: that posting, which is marked.
        same: whether another revision has the same ``part``, by what their snapshots hold.
        part: the part that matters, in words.
    """
    posting_id, mark = revision.posting_id, live.mark
    refusal = owner.refusal(live)
    if mark is None or refusal is not None:
        reason = refusal.reason if refusal is not None else "carries no marks"
        raise AttentionError(f"{owner.name}: posting {posting_id} {reason}", PUT_BACK)
    marked = (made for made in entry.revisions if (made.number, made.posting_id) == (mark.revision, posting_id))
    made = next(marked, None)
    if made is None or made.digest != mark.digest:
        number, digest = (made.number, made.digest) if made else (revision.number, revision.digest)
        raise AttentionError(
            f"the state says that revision {number} is {digest}, and posting {posting_id} at HeyMilo carries the mark "
            f"of revision {mark.revision}, {mark.digest}: one of them was edited",
            PUT_BACK,
        )
    if made is not revision and not same(made):
        raise AttentionError(
            f"the state says that revision {revision.number} was posting {posting_id}, which has another {part} by its "
            f"marks, that of revision {made.number}: the state was edited",
            PUT_BACK,
        )
