"""What a saved plan tells, held against a plan made anew: its digests say that it is whole, not that it is true.

Fields, classes, revisions and most reasons follow from the manifests and the state alone, and must be the same. What
HeyMilo showed may have moved since: a sentence that is new is named, and one that is no longer true is refused. A
sentence that follows without asking HeyMilo can't be new: a file that lacks it is refused.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.model.reason import Words
from heymilo_ops.plan.change import Action, Plan
from heymilo_ops.plan.digest import rows
from heymilo_ops.plan.planfile import SEAL, SavedPlan, to_json

_NAMES = {
    "after_digest": "digest after",
    "before_digest": "digest before",
    "moved_from": "earlier name",
    "reasons": "reasons",
    "source": "file",
}
_WHOLE = ("partial", "pending")
_OF_WHAT_IS_SHOWN = ("compared", "permissions")
_OPTIONS = frozenset(("targets", "recreate", "allow_namesake", "allow_large_change", "refresh"))
_LIVE = frozenset(("posting_id", "updated_at", "archived"))
_FINDING = frozenset(("code", "name", "severity", "message", "help", "address", "pointer"))
_FEWEST = 2
_BY_GIT = "PL601"
"""The finding on a setting that another commit had otherwise: once that is merged, there is none."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it.

    Attributes:
        same: addresses of which the file tells what a plan made anew tells.
        otherwise: what the file tells otherwise, a phrase each: ``nurse: its fields``.
        unknown: what could not be compared, a sentence each, without a full stop.
    """

    same: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def compare(
    saved: SavedPlan,
    plan: Plan,
    words: Words,
    *,
    seen: bool = True,
    begun: bool = False,
    unasked: Plan | None = None,
) -> Comparison:
    """Hold a file against ``plan``.

    Args:
        words: puts the plan's reasons into the sentences that a file has.
        seen: the plan knows all that the file can know. Without it (nobody asked HeyMilo, as the file did) what the
            file tells beyond the plan can't be compared.
        begun: the file's own apply was broken off, so that only the rest of it can be compared.
        unasked: the same plan made without what HeyMilo shows. What both have must stand in the file.
    """
    comparing = _Comparing(saved, to_json(plan, words), seen, to_json(unasked, words) if unasked is not None else {})
    comparing.changes({row[0]: row for row in rows(plan.changes)} if begun else None)
    comparing.shared()
    comparing.keys()
    if begun:
        comparing.unknown.append("part of this plan was carried out already: its notes are not compared")
    else:
        comparing.whole()
    return Comparison(tuple(comparing.same), tuple(comparing.otherwise), tuple(comparing.unknown))


class _Comparing:
    def __init__(self, saved: SavedPlan, plan: Mapping[str, Any], seen: bool, firm: Mapping[str, Any]) -> None:
        self.saved = saved
        self.file = saved.document.data()
        self.plan = plan
        self.seen = seen
        self.firm = firm
        self.held = {each["address"]: each for each in firm.get("changes", ()) if each["action"] == Action.HOLD}
        self.same: list[str] = []
        self.otherwise: list[str] = []
        self.unknown: list[str] = []

    def changes(self, left: Mapping[str, Any] | None) -> None:
        """Each change. ``left``: the rows that are still to be carried out, where not all are."""
        told = {each["address"]: each for each in self.file["changes"]}
        now = {each["address"]: each for each in self.plan["changes"]}
        of_file = {row[0]: row for row in rows(self.saved.document.changes)}
        for address in sorted(told.keys() | now.keys()):
            if left is not None and left.get(address) != of_file.get(address):
                continue  # done, or only its second half is left
            self._change(address, told.get(address), now.get(address))

    def _change(self, address: str, told: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> None:
        if told is None or now is None or told["action"] != now["action"]:
            self._moved(address, told, now)
            return
        differing = [key for key in now if key not in ("live", "reasons") and _differs(told.get(key), now[key])]
        if self._is_another(address, told["live"] or {}, now["live"] or {}):
            differing.append("posting")
        self._unwritten(told, now.keys(), f"{address}: ")
        self._reasons(address, told, now)
        if differing:
            said = ", ".join(_NAMES.get(key, key) for key in differing)
            self.otherwise.append(f"{address}: its {said}")
        else:
            self.same.append(address)

    def _is_another(self, address: str, told: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
        """Whether the posting is another one, or tells of itself what it doesn't.

        Its time may differ: a posting that was changed since is refused elsewhere, by that time. So it must be there.
        """
        self._unwritten(told, _LIVE, f"{address}: live.")
        if _differs(told.get("archived"), now.get("archived")) and not self.seen:
            self.unknown.append(f"{address}: whether its posting is archived is only what the file says")
        elif _differs(told.get("archived"), now.get("archived")):
            return True
        timeless = told.get("updated_at") is None and now.get("updated_at") is not None
        return told.get("posting_id") != now.get("posting_id") or (self.seen and timeless)

    def _moved(self, address: str, told: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> None:
        """What is held depends on what HeyMilo shows; what is done is covered by the plan's digest."""
        was = told["action"] if told else "left alone"
        is_now = now["action"] if now else "left alone"
        is_certain = is_now == Action.HOLD and address in self.held
        if self.seen and Action.HOLD in (was, is_now) and not is_certain:
            self.unknown.append(f"{address}: {was} in the file, {is_now} now")
        else:
            self.otherwise.append(f"{address}: {was} in the file, {is_now} in a plan made here")

    def _reasons(self, address: str, told: Mapping[str, Any], now: Mapping[str, Any]) -> None:
        name = f"{address}: the reason"
        if told["action"] == Action.HOLD or not self.seen:
            firm = self.held.get(address, {}).get("reasons", ())
            self._sentences(name, told["reasons"], now["reasons"], firm)
        elif told["reasons"] != now["reasons"]:
            self.otherwise.append(f"{address}: its reasons")

    def _sentences(self, name: str, told: Sequence[str], now: Sequence[str], firm: Sequence[str] = ()) -> None:
        """Sentences that may come from what HeyMilo shows; those in ``firm`` do not."""
        extra = [each for each in told if each not in now]
        missing = [each for each in now if each not in told]
        if self.seen:
            self.otherwise += [f"{name} '{each}', which is not so now" for each in extra]
            self.otherwise += [f"{name} '{each}' is missing" for each in missing if each in firm]
            new = [each for each in missing if each not in firm]
            self.unknown += [f"{name} '{each}' is new since the plan was made" for each in new]
        else:
            self.unknown += [f"{name} '{each}' is only what the file says" for each in extra]
            self.otherwise += [f"{name} '{each}' is missing" for each in missing]

    def shared(self) -> None:
        """The shared changes, as far as they are of what was compared."""
        entries, compared = self.file.get("shared") or (), set(self.same)
        told = {_said(each) for each in _within(entries, compared)}
        now = {_said(each) for each in _within(self.plan["shared"], compared)}
        changed = {each["address"] for each in self.file["changes"]}
        if told != now or not all(changed.issuperset(each["addresses"]) for each in entries):
            self.otherwise.append("the changes that several postings share")

    def keys(self) -> None:
        """Keys that no release of this version writes. What another version writes beyond these is only named."""
        self._unwritten(self.file, {*self.plan, "options", SEAL})
        self._unwritten(self.file["state"], self.plan["state"].keys(), "state.")
        self._unwritten(self.file.get("options") or {}, _OPTIONS, "options.")
        for told in self.file.get("findings") or ():
            self._unwritten(told, _FINDING, f"the finding {told['code']}: ")

    def _unwritten(self, told: Mapping[str, Any], known: Collection[str], where: str = "") -> None:
        names = [f"'{where}{key}'" for key in told if key not in known]
        if self.file.get("tool_version") == self.plan["tool_version"]:
            self.otherwise += [f"{name}, a key that this release does not write" for name in names]
        else:
            self.unknown += [
                f"{name}, a key that this release does not know, is only what the file says" for name in names
            ]

    def whole(self) -> None:
        """What is told of the plan as a whole."""
        for key in (*_WHOLE, *(_OF_WHAT_IS_SHOWN if self.seen else ())):
            if _differs(self.file.get(key), self.plan[key]):
                self.otherwise.append(f"what it says of '{key}'")
        if not self.seen:
            self._sentences("the permission", self.file.get("permissions") or (), self.plan["permissions"])
        if self.seen and _counts(self.file["summary"]) != _counts(self.plan["summary"]):
            self.otherwise.append("its summary")
        for key, name in (("notes", "the note"), ("differing", "the difference at HeyMilo of")):
            self._sentences(name, self.file.get(key) or (), self.plan[key], self.firm.get(key, ()))
        self._unmanaged()
        self._findings()
        shown, today = (list(map(_said, each.get("safety") or ())) for each in (self.file, self.plan))
        self.unknown += [f"the setting {each} is only what the file says" for each in shown if each not in today]
        self.otherwise += [f"the setting {each} is missing" for each in today if each not in shown]

    def _unmanaged(self) -> None:
        """How many postings nobody manages: at HeyMilo that may have moved, so it is no more than named."""
        told, now = self.file.get("unmanaged", 0), self.plan["unmanaged"]
        if not _differs(told, now):
            return
        if not self.seen:
            self.unknown.append(f"the count of unmanaged postings, {told}, is only what the file says")
        elif self.firm == self.plan:
            self.otherwise.append("what it says of 'unmanaged'")
        else:
            self.unknown.append(f"the count of unmanaged postings is {told} in the file, {now} now")

    def _findings(self) -> None:
        moved = {_finding(each) for each in self.file.get("findings") or () if each["code"] == _BY_GIT}
        lists = (each.get("findings") or () for each in (self.file, self.plan, self.firm))
        told, now, firm = (list(map(_finding, each)) for each in lists)
        self.unknown += [f"the finding '{each}' is not so now" for each in told if each in moved and each not in now]
        self._sentences("the finding", [each for each in told if each not in moved or each in now], now, firm)
        places = {(_finding(each), each["name"], each["pointer"]) for each in self.plan["findings"]}
        for each in self.file.get("findings") or ():
            if _finding(each) in now and (_finding(each), each["name"], each.get("pointer")) not in places:
                self.otherwise.append(f"the finding {each['code']}: its name or its place")


def _finding(data: Mapping[str, Any]) -> str:
    return f"{data['code']} {data['severity']} {data['address'] or ''}: {data['message']}; {data['help']}"


def _counts(summary: Mapping[str, int]) -> dict[str, int]:
    """The summary with what is held among what stays: that depends on what HeyMilo shows."""
    held = summary.get(Action.HOLD, 0) + summary.get(Action.UNCHANGED, 0)
    return {**summary, Action.HOLD: 0, Action.UNCHANGED: held}


def _within(entries: Iterable[Mapping[str, Any]], compared: set[str]) -> Iterator[Mapping[str, Any]]:
    """The entries with the addresses that were compared, where that leaves them shared."""
    for each in entries:
        addresses = [name for name in each["addresses"] if name in compared]
        if len(addresses) >= _FEWEST:
            yield {**each, "addresses": addresses}


def _differs(one: Any, other: Any) -> bool:
    """Whether two JSON values differ; ``1`` and ``true`` do."""
    return _said(one) != _said(other)


def _said(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
