"""What is said of a role that ends, of what its postings are connected to, and of who met a design in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from heymilo_ops.model.reason import ReasonCode


def _registered_between(revision: int, number: int | str, as_of: str) -> str:
    people = "Nobody" if number == 0 else f"{number} people"
    who = people[:1].upper() + people[1:]
    met = "" if number == 0 else ", and met another design"
    return f"{who} registered since revision {revision} was replaced{met} (HeyMilo, {as_of})."


ENDINGS: Mapping[ReasonCode, str | Callable[..., str]] = {
    ReasonCode.ROLE_CLOSED: (
        "ops.lifecycle is closed: posting {0} is archived and its link stops for new people; its file and history "
        "stay, and no other is made while it says so"
    ),
    ReasonCode.ROLE_DRAINED: (
        "ops.lifecycle is draining and nobody is left in posting {0}: it is archived and its link stops for new people"
    ),
    ReasonCode.ROLE_DRAINED_BY_TIME: (
        "ops.lifecycle is draining and its {1} days are over: posting {0} is archived even if people are in it, and "
        "its link stops for new people"
    ),
    ReasonCode.ROLE_DRAINS: (
        "ops.lifecycle is draining: a later apply archives posting {0}, when nobody is left in it or {1} days after "
        "this one; until then its link takes new people, since HeyMilo has no pause"
    ),
    ReasonCode.ROLE_DRAINS_ON_OLD_DESIGN: "ops.lifecycle is draining, so another design is not applied",
    ReasonCode.ROLE_REOPENS: (
        "its role was closed after revision {0} and is open again: a new posting with a new link; the old link stays "
        "closed"
    ),
    ReasonCode.ROLE_NOT_MADE: "ops.lifecycle is {0}, so no posting is made",
    ReasonCode.KEPT_STAYS_OPEN: "kept open by on_replace: keep: {0}",
    ReasonCode.STILL_DRAINS: (
        "posting {0} drains: an apply archives it when nobody is left in it, at the latest on {1}; until then its link "
        "takes new people"
    ),
    ReasonCode.RECONNECT: (
        "set up again for the new posting, as soon as it is there: the ATS mapping, webhooks and the ingestion key, "
        "which stay behind with {0}"
    ),
    ReasonCode.DISCONNECTS: (
        "what the ATS, webhooks or the ingestion key send to {0} reaches nobody any more: end the connection in the ATS"
    ),
    ReasonCode.REGISTERED_BETWEEN: _registered_between,
    ReasonCode.REGISTERED_UNKNOWN: (
        "How many people registered since revision {0} was replaced, and met another design, is not known: {1}."
    ),
    ReasonCode.REGISTERED_IN_ONE_POSTING: (
        "they entered the same posting as those before them, and HeyMilo doesn't say when"
    ),
}
