"""A saved plan held against a plan made now: its digests show that it is whole, not that it is true.

Fields, classes, revisions and most reasons follow from the manifests and the state alone, and must be the same. What
HeyMilo showed may have moved since: a sentence that is new is named, and one that is no longer true is refused. A
sentence that follows without asking HeyMilo can't be new: a file that lacks it is refused.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from heymilo_ops.model.people import Impact
from heymilo_ops.model.reason import Words
from heymilo_ops.plan.change import Action, LiveRef, Plan, rows
from heymilo_ops.plan.document import ChangeDocument, FindingDocument, OptionsDocument, to_json
from heymilo_ops.plan.impact import CODES, COMPLETED_NOTE, OPTION
from heymilo_ops.plan.planfile import SEAL, SavedPlan
from heymilo_ops.plan.shared_changes import FEWEST

_NAMES = {
    "after_digest": "digest after",
    "before_digest": "digest before",
    "moved_from": "earlier name",
    "source": "file",
}
_WHOLE = ("partial", "pending")
_BY_LISTING = ("compared", "permissions")
"""What depends on whether HeyMilo was asked."""
_BY_GIT = "PL601"
"""The finding on a setting that another commit had otherwise: once that is merged, there is none."""

_Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison came to.

    Attributes:
        same: names of which the file says what a plan made now says.
        otherwise: what the file says otherwise, a phrase each: ``nurse: its fields``.
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
    """Compare a file with ``plan``.

    Args:
        words: puts the plan's reasons into the sentences that a file has.
        seen: the plan knows all that the file can know. Without it (nobody asked HeyMilo, as the file did) what the
            file says beyond the plan can't be compared.
        begun: the file's own apply was broken off, so that only the rest of it can be compared.
        unasked: the same plan made without what HeyMilo shows. What both have must stand in the file.
    """
    firm = to_json(unasked, words) if unasked is not None else {}
    draining = frozenset(drain.posting_id for change in plan.changes for drain in change.drains)
    comparing = _Comparing(saved, to_json(plan, words), seen, firm, draining)
    comparing.compare_people(words(COMPLETED_NOTE))
    comparing.compare_changes({row[0]: row for row in rows(plan.changes)} if begun else None)
    comparing.compare_shared()
    comparing.compare_keys()
    if begun:
        comparing.unknown.append("part of this plan was carried out already: its notes are not compared")
    else:
        comparing.compare_whole()
    return Comparison(tuple(comparing.same), tuple(comparing.otherwise), tuple(comparing.unknown))


_COUNTS = ("registered", "completed", "not_completed")


def _people(impact: _Data | None) -> str:
    if impact is None:
        return "no people"
    left = impact["not_completed"]
    return "people unknown" if left is None else f"{left} people not completed"


def _without_people(data: _Data, note: str) -> _Data:
    """Return a plan's document without whom it concerns, and what follows of that."""
    return {
        **data,
        "changes": [{key: change[key] for key in change if key != "impact"} for change in data["changes"]],
        "findings": [finding for finding in data["findings"] if finding["code"] not in CODES],
        "notes": [text for text in data["notes"] if text != note],
        "permissions": [option for option in data["permissions"] if not option.startswith(f"{OPTION} ")],
    }


class _Comparing:
    """``file`` is what the file says, ``plan`` a plan made now, ``firm`` that without what HeyMilo shows.

    ``draining``: the postings that the plan leaves open as long as somebody is in them.
    """

    def __init__(self, saved: SavedPlan, plan: _Data, seen: bool, firm: _Data, draining: frozenset[str]) -> None:
        self.saved = saved
        self.file: _Data = _with_unknown(saved.document.model_dump(mode="json"), saved.data)
        self.plan = plan
        self.seen = seen
        self.firm = firm
        self.draining = draining
        self.held = {change["address"]: change for change in firm.get("changes", ()) if _is_hold(change)}
        self.same: list[str] = []
        self.otherwise: list[str] = []
        self.unknown: list[str] = []

    def compare_people(self, note: str) -> None:
        """Compare whom the plan concerns and take that out of all, so that the rest is compared without it.

        People register at any time, so other numbers are only named. What is too many is decided anew by each apply,
        and by its own options. ``note`` is the one that goes with numbers.
        """
        written, planned = (
            {it["address"]: it.get("impact") for it in data["changes"]} for data in (self.file, self.plan)
        )
        for name in sorted(written.keys() & planned.keys()):
            before, now = written[name], planned[name]
            self._unwritten(before or (), Impact.__dataclass_fields__, f"{name}: impact.")
            if any((before or {}).get(key) != (now or {}).get(key) for key in _COUNTS):
                self.unknown.append(f"{name}: {_people(before)} in the file, {_people(now)} now")
        kept = {_finding(finding) for finding in self.plan["findings"]}
        texts = [_finding(finding) for finding in self.file["findings"] if finding["code"] in CODES]
        self.unknown += [f"the finding '{text}' is only what the file says" for text in texts if text not in kept]
        self.file, self.plan, self.firm = (
            _without_people(data, note) if data else data for data in (self.file, self.plan, self.firm)
        )

    def compare_changes(self, left: _Data | None) -> None:
        """Compare each change. ``left``: the rows that are still to be carried out, where not all are."""
        written, planned = (
            {it["address"]: it for it in data["changes"] if it["action"] != Action.UNCHANGED}
            for data in (self.file, self.plan)
        )
        of_file = {row[0]: row for row in rows(self.saved.document.changes)}
        for name in sorted(written.keys() | planned.keys()):
            if left is not None and left.get(name) != of_file.get(name):
                continue  # done, or only its second half is left
            self._compare_change(name, written.get(name), planned.get(name))

    def _compare_change(self, name: str, written: _Data | None, planned: _Data | None) -> None:
        if written is None or planned is None or written["action"] != planned["action"]:
            self._compare_actions(name, written, planned)
            return
        apart = ("drains", "drift", "live", "overwrites", "reasons")
        keys = [*planned, *(key for key in written if key in ChangeDocument.model_fields and key not in planned)]
        differing = [key for key in keys if key not in apart and _differs(written.get(key), planned.get(key))]
        if _differs(*(self._drains(change) for change in (written, planned))):
            differing.append("draining")
        if written.get("drift") and not self.seen:
            self.unknown.append(f"{name}: what was changed outside is only what the file says")
        elif self.seen and _differs(written.get("drift"), planned.get("drift")):
            differing.append("drift")
        if self._is_another(name, written["live"] or {}, planned["live"] or {}):
            differing.append("posting")
        self._unwritten(written, ChangeDocument.model_fields.keys() | planned.keys(), f"{name}: ")
        self._compare_reasons(name, written, planned)
        if differing:
            self.otherwise.append(f"{name}: its {', '.join(_NAMES.get(key, key) for key in differing)}")
        else:
            self.same.append(name)

    def _drains(self, change: _Data) -> list[_Data]:
        """Return what drains, without the end of what has not begun: that moves from day to day.

        What had begun may be archived at HeyMilo by now.
        """
        new = [{**drain, "until": ""} for drain in change["drains"] if drain["since"] is None]
        return new + [drain for drain in change["drains"] if self.seen and drain["since"] is not None]

    def _is_another(self, name: str, written: _Data, planned: _Data) -> bool:
        """Return whether the posting is another one, or the file says of it what it isn't.

        Its time may differ: a posting that was changed since is refused elsewhere, by that time. So it must be there.
        """
        self._unwritten(written, LiveRef.__dataclass_fields__, f"{name}: live.")
        if _differs(written.get("archived"), planned.get("archived")):
            if self.seen:
                return True
            self.unknown.append(f"{name}: whether its posting is archived is only what the file says")
        timeless = written.get("updated_at") is None and planned.get("updated_at") is not None
        return written.get("posting_id") != planned.get("posting_id") or (self.seen and timeless)

    def _compare_actions(self, name: str, written: _Data | None, planned: _Data | None) -> None:
        """Compare actions that differ. What is held depends on what HeyMilo shows; the digest covers what is done."""
        archived = written["archives"] if written else ()
        if archived and not self.seen and self.draining >= set(archived):
            self.unknown.append(f"{name}: whether nobody is left in {', '.join(archived)} is only what the file says")
            return
        before = written["action"] if written else "left alone"
        now = planned["action"] if planned else "left alone"
        is_certain = now == Action.HOLD and name in self.held
        is_live = self.seen or bool(written and written.get("drift"))
        if is_live and (Action.HOLD in (before, now) or not self.seen) and not is_certain:
            self.unknown.append(f"{name}: {before} in the file, {now} now")
        else:
            self.otherwise.append(f"{name}: {before} in the file, {now} in a plan made here")

    def _compare_reasons(self, name: str, written: _Data, planned: _Data) -> None:
        if _is_hold(written) or not self.seen:
            firm = self.held.get(name, {}).get("reasons", ())
            self._sentences(f"{name}: the reason", written["reasons"], planned["reasons"], firm)
        elif written["reasons"] != planned["reasons"]:
            self.otherwise.append(f"{name}: its reasons")

    def _sentences(self, what: str, written: Sequence[str], planned: Sequence[str], firm: Sequence[str] = ()) -> None:
        """Compare sentences that may come from what HeyMilo shows; those in ``firm`` do not."""
        extra = [text for text in written if text not in planned]
        missing = [text for text in planned if text not in written]
        if self.seen:
            self.otherwise += [f"{what} '{text}', which is not so now" for text in extra]
            self.otherwise += [f"{what} '{text}' is missing" for text in missing if text in firm]
            new = [text for text in missing if text not in firm]
            self.unknown += [f"{what} '{text}' is new since the plan was made" for text in new]
        else:
            self.unknown += [f"{what} '{text}' is only what the file says" for text in extra]
            self.otherwise += [f"{what} '{text}' is missing" for text in missing]

    def compare_shared(self) -> None:
        """Compare the shared changes, as far as they are of what was compared."""
        entries, compared = self.file["shared"], set(self.same)
        written, planned = (
            {_text(it) for it in _within(shared, compared)} for shared in (entries, self.plan["shared"])
        )
        changed = {change["address"] for change in self.file["changes"]}
        if written != planned or not all(changed.issuperset(entry["addresses"]) for entry in entries):
            self.otherwise.append("the changes that several postings share")

    def compare_keys(self) -> None:
        """Name keys that no release of this version writes."""
        self._unwritten(self.file, {*self.plan, "options", "requires", "review_findings", SEAL})
        self._unwritten(self.file["state"], self.plan["state"].keys(), "state.")
        self._unwritten(self.file.get("options") or (), OptionsDocument.model_fields, "options.")
        for finding in self.file["findings"]:
            self._unwritten(finding, FindingDocument.model_fields, f"the finding {finding['code']}: ")

    def _unwritten(self, written: Iterable[str], known: Collection[str], where: str = "") -> None:
        names = [f"'{where}{key}'" for key in written if key not in known]
        if self.file["tool_version"] == self.plan["tool_version"]:
            self.otherwise += [f"{name}, a key that this release does not write" for name in names]
        else:
            self.unknown += [
                f"{name}, a key that this release does not know, is only what the file says" for name in names
            ]

    def compare_whole(self) -> None:
        """Compare what is said of the plan as a whole."""
        for key in (*_WHOLE, *(_BY_LISTING if self.seen else ())):
            if _differs(self.file[key], self.plan[key]):
                self.otherwise.append(f"what it says of '{key}'")
        if not self.seen:
            self._sentences("the permission", self.file["permissions"], self.plan["permissions"])
        if self.seen and _counts(self.file["summary"]) != _counts(self.plan["summary"]):
            self.otherwise.append("its summary")
        for key, what in (("notes", "the note"), ("differing", "the difference at HeyMilo of")):
            self._sentences(what, self.file[key], self.plan[key], self.firm.get(key, ()))
        self._compare_unmanaged()
        self._compare_findings()
        written, planned = (list(map(_text, data["safety"])) for data in (self.file, self.plan))
        self.unknown += [f"the setting {text} is only what the file says" for text in written if text not in planned]
        self.otherwise += [f"the setting {text} is missing" for text in planned if text not in written]

    def _compare_unmanaged(self) -> None:
        """Compare how many postings nobody manages: at HeyMilo that may have moved, so it is no more than named."""
        written, planned = self.file["unmanaged"], self.plan["unmanaged"]
        if written == planned:
            return
        if not self.seen:
            self.unknown.append(f"the count of unmanaged postings, {written}, is only what the file says")
        elif self.firm == self.plan:
            self.otherwise.append("what it says of 'unmanaged'")
        else:
            self.unknown.append(f"the count of unmanaged postings is {written} in the file, {planned} now")

    def _compare_findings(self) -> None:
        moved = {_finding(finding) for finding in self.file["findings"] if finding["code"] == _BY_GIT}
        lists = (data.get("findings", ()) for data in (self.file, self.plan, self.firm))
        written, planned, firm = (list(map(_finding, findings)) for findings in lists)
        gone = [text for text in written if text in moved and text not in planned]
        self.unknown += [f"the finding '{text}' is not so now" for text in gone]
        self._sentences("the finding", [text for text in written if text not in gone], planned, firm)
        places = {(_finding(finding), finding["name"], finding["pointer"]) for finding in self.plan["findings"]}
        for finding in self.file["findings"]:
            text = _finding(finding)
            if text in planned and (text, finding["name"], finding["pointer"]) not in places:
                self.otherwise.append(f"the finding {finding['code']}: its name or its place")


def _with_unknown(known: Any, written: Any) -> Any:
    """Return what a document holds with the keys that only its file has, so that they can be named."""
    if isinstance(known, dict) and isinstance(written, dict):
        return {**written, **{key: _with_unknown(value, written.get(key)) for key, value in known.items()}}
    if isinstance(known, list) and written is not None:
        return [_with_unknown(*pair) for pair in zip(known, written, strict=True)]
    return known


def _is_hold(change: _Data) -> bool:
    return bool(change["action"] == Action.HOLD)


def _finding(data: _Data) -> str:
    return f"{data['code']} {data['severity']} {data['address'] or ''}: {data['message']}; {data['help']}"


def _counts(summary: Mapping[str, int]) -> dict[str, int]:
    """Return the summary with what is held among what stays: that depends on what HeyMilo shows."""
    held = summary.get(Action.HOLD, 0) + summary.get(Action.UNCHANGED, 0)
    return {**summary, Action.HOLD: 0, Action.UNCHANGED: held}


def _within(entries: Iterable[_Data], compared: set[str]) -> Iterator[_Data]:
    """Yield the entries with the names that were compared, where that leaves them shared."""
    for entry in entries:
        names = [name for name in entry["addresses"] if name in compared]
        if len(names) >= FEWEST:
            yield {**entry, "addresses": names}


def _differs(one: Any, other: Any) -> bool:
    """Return whether two JSON values differ; ``1`` and ``true`` do."""
    return _text(one) != _text(other)


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
