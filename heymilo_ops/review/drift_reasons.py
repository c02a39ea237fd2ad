"""The words of what was changed outside."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.model.reason import ReasonCode

DRIFT: Mapping[ReasonCode, str] = {
    ReasonCode.HELD_AS_ARCHIVED: (
        "posting {0} was archived at HeyMilo; nothing is made in its place until {1:recreate {2}}; to go on with it, "
        "unarchive it in HeyMilo's own pages; to end it, remove its manifest"
    ),
    ReasonCode.HELD_AS_DELETED: (
        "HeyMilo has no posting {0} any more: it was deleted there; nothing is made in its place until "
        "{1:recreate {2}}; to end it, remove its manifest"
    ),
    ReasonCode.DRIFT_HOLDS: (
        "it was changed outside, and that would be written over: {0}; take it into the manifest with "
        "{1:accept {2}}, or undo it with {1:revert {2}}"
    ),
    ReasonCode.ACCEPTED: "HeyMilo shows already what the manifest says: a revision is recorded, and nothing is sent",
    ReasonCode.REVERTED: "--revert: what was changed outside is put back in place; the posting and its link stay",
    ReasonCode.REVERT_NEEDS_APPLIED: (
        "--revert: the design that was applied can't be made again by this release; put it back at HeyMilo by hand"
    ),
    ReasonCode.REVERT_NOT_POSSIBLE: (
        "--revert: this release can't put back {0} in place; put it back at HeyMilo by hand, or take it into the "
        "manifest with {1:accept {2}}"
    ),
    ReasonCode.ACTIVATES: "ops.activate: draft {0} is activated and takes candidates from then on",
    ReasonCode.DRIFTED: (
        "changed outside since the last apply: {0}; take it into the manifest with {1:accept {2}}, or undo it with "
        "{1:revert {2}}"
    ),
    ReasonCode.DRAFT: "posting {0} is a draft and takes nobody until it is activated at HeyMilo",
    ReasonCode.AWAITS_ACTIVATION: (
        "posting {0} is a draft that waits to be activated, and takes nobody; with ops: {{activate: true}} apply "
        "activates it"
    ),
    ReasonCode.EXPIRED: "posting {0} has expired; a later deadline may or may not open it again",
    ReasonCode.CLOSED_OUTSIDE: (
        "posting {0} takes nobody any more: its deadline was changed outside, and is past; a later one may or may not "
        "open it again"
    ),
    ReasonCode.NOT_READABLE: "HeyMilo doesn't give back {0:and}, so a change of that outside is not seen.",
    ReasonCode.BASELINE_NOT_READ: (
        "what HeyMilo shows of it could not be read back ({0}); the next apply does, and drift is shown from then on"
    ),
}
"""Templates, filled as those of ``reasons.py``."""
