"""What is said of an edit in place: why there is none, what stops one, and what it came to."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.model.reason import ReasonCode

EDITS: Mapping[ReasonCode, str] = {
    ReasonCode.ON_CHANGE_HOLD_CLASS: "its design changed, and on_change is hold for {0} changes",
    ReasonCode.EDITED_IN_PLACE: "its design changed, in the posting that is live",
    ReasonCode.HALF_EDITED: (
        "an edit in place to revision {0}, begun at {1}, has not ended: the posting is between revisions {2} and {0}"
    ),
    ReasonCode.MAY_BE_HALF_EDITED: (
        "the state was rebuilt without this manifest, and whether an edit in place to revision {0} ended was not "
        "compared: {1:rebuild} compares it"
    ),
    ReasonCode.HEYMILO_WRITES_ONCE: (
        "it can't be edited in place: HeyMilo writes questions by itself only when a posting is created"
    ),
    ReasonCode.STEP_UNKNOWN: (
        "it can't be edited in place: it has two {0} steps, and HeyMilo doesn't say to which of them a question belongs"
    ),
    ReasonCode.NOT_CLEARABLE: ("it can't be edited in place: HeyMilo documents no way to take {0} off what is live"),
    ReasonCode.OVER_UPDATE_MAX: (
        "it can't be edited in place: HeyMilo takes this value of {0} only on create; an update takes at most {1}"
    ),
    ReasonCode.UNDER_UPDATE_MIN: (
        "it can't be edited in place: HeyMilo takes this value of {0} only on create; an update takes at least {1}"
    ),
    ReasonCode.QUESTIONS_ALIKE: (
        "questions {0:and} at HeyMilo are of one kind and have the same text, '{1}', and which of them is meant can't "
        "be told: delete or reword one of them there"
    ),
    ReasonCode.QUESTION_MISSING: (
        "HeyMilo doesn't have the question '{0}' any more: somebody changed or deleted it there; put it back there, or "
        "let `on_change: replace` make a new posting"
    ),
    ReasonCode.QUESTION_UNKNOWN: (
        "HeyMilo has a question that isn't from here, {0} '{1}': add it to the manifest, or delete it at HeyMilo"
    ),
    ReasonCode.STEPS_CHANGED: (
        "HeyMilo has other steps than were applied: put them back there, or let `on_change: replace` make a new posting"
    ),
    ReasonCode.EDIT_STOPPED: (
        "the edit in place stopped half-way, and the posting is between two revisions; the next apply goes on: {0}"
    ),
    ReasonCode.EDIT_TOO_LONG: "after {0} rounds HeyMilo still shows it otherwise than it was sent",
    ReasonCode.READS_OTHERWISE: "HeyMilo shows {0} otherwise than it was sent, each time: that counts as done",
}
