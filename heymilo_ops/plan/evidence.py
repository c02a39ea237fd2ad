"""What HeyMilo shows of an operation whose outcome is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heymilo_ops.model.high_water import first_made, is_probable
from heymilo_ops.model.state import Intent
from heymilo_ops.plan.inputs import PlanInput
from heymilo_ops.plan.ownership import Ownership, made_by
from heymilo_ops.plan.superseded import gone


@dataclass(frozen=True, slots=True)
class Evidence:
    """What HeyMilo shows of an operation.

    Attributes:
        words: of it, ``""`` where it shows nothing.
        candidates: ids of the postings between which only a person can choose.
    """

    words: str = ""
    candidates: tuple[str, ...] = ()


def listed(names: Iterable[str]) -> str:
    """``p1``, ``p1 and p2``, ``p1, p2 and p3``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def evidence(given: PlanInput, intent: Intent) -> Evidence:
    """What HeyMilo shows of a write whose outcome isn't known."""
    live = given.listing.postings.get(intent.target or "") if given.listing else None
    if intent.kind == "create":
        original, mine = made_by(given.ownership.values(), intent)
        return _created(original, mine, intent) if mine else _probable(given, intent)
    if intent.kind == "archive" and intent.target and gone(intent.target, given.listing):
        return Evidence(f"HeyMilo shows that posting {intent.target} is archived or deleted")
    if intent.kind == "update" and live and live.mark and live.mark.op_id == intent.op_id:
        return Evidence(f"HeyMilo lists posting {intent.target} with its mark")
    return Evidence()


def _created(original: Ownership | None, mine: Sequence[Ownership], intent: Intent) -> Evidence:
    ids = tuple(owned.posting_id for owned in mine)
    attempts = {owned.attempt[1]: owned.carriers for owned in mine if owned.attempt}
    if len(attempts) > 1:
        marked = (f"{listed(carriers)} with the marks of its attempt {number}" for number, carriers in attempts.items())
        return Evidence(f"HeyMilo lists posting {listed(marked)}", ids)
    ((number, carriers),) = attempts.items()
    mark = "its mark" if number == intent.attempt else f"the mark of its attempt {number}"
    if original:
        return Evidence(f"HeyMilo lists posting {original.posting_id} with {mark}")
    undated = "" if first_made(owned.live for owned in mine) else ", and doesn't say which of them was made first"
    return Evidence(f"HeyMilo lists postings {listed(carriers)} with {mark}{undated}", ids)


def _probable(given: PlanInput, intent: Intent) -> Evidence:
    """Postings without our marks that were made since, and that look like what was sent."""
    postings = given.listing.postings.values() if given.listing else ()
    known = given.state.posting_ids if given.state else frozenset()

    def title() -> object:
        return _title(given, intent)

    alike = sorted(live.posting_id for live in postings if is_probable(live, intent, title, known))
    if not alike:
        return Evidence()
    words = f"HeyMilo lists posting {listed(alike)}, made since, with its name or title and without our marks"
    return Evidence(f"{words}: it is probably what was made", tuple(alike))


def _title(given: PlanInput, intent: Intent) -> object:
    """The title that was sent, as far as it is known."""
    snapshot = given.snapshots.get(intent.digest or "")
    if snapshot:
        return snapshot.request.get("title")
    return next((desired.manifest.title for desired in given.desired if desired.under(intent.digest or "")), None)
