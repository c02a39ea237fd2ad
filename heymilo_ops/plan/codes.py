"""The PL family: what a plan can find, and the words of it. Its pages are in ``usecases/pages/plans.md``."""

from __future__ import annotations

from collections.abc import Mapping

from heymilo_ops.finding import CodeInfo, Finding, Severity

_RENAMED = (
    "ops.moved_from: {old} in {source} keeps its history: revisions, rollback, a hold, and on_replace decides on the "
    "old posting. As it is, {old} {removed} and {new} begins anew. Either way {new} gets a new posting and a new "
    "candidate link, since HeyMilo is sent the name; only name: {old} keeps both"
)
_PROTECTED = (
    "this takes two steps: set protect: false and apply that alone; then make the change. Who may lift the protection "
    "is not known to this tool"
)
_BIND = "`heymilo-ops -w {workspace} state resolve {name} --adopt {posting_id}`"
_MARKED = "posting {posting_id} at HeyMilo carries the mark {mark}"
_LATE = (
    "posting {posting_id} of {mark} (operation {operation}, attempt {attempt}) appeared after it had been taken as not "
    "made"
)
_ARCHIVE_LATE = "archive {posting_id} at HeyMilo, or let its candidates finish first where its link is in use"
_RESOLVE = (
    "bring back the state that made it; or make one of the marks at HeyMilo: `heymilo-ops -w {workspace} state "
    f"rebuild`; or bind this posting alone: {_BIND}"
)
_STRAY = "it was forgotten, or another branch made it; archive it at HeyMilo if nobody needs it"
_LARGE = "read the plan, then pass --allow-large-change; or go in steps with --target NAME"

_LEFT = "who registered have not completed (who was knocked out or gave up is among them)"

WORDS: Mapping[str, tuple[str, str]] = {
    "PL101.current": ("{name} is protected, and this plan would {action} it", _PROTECTED),
    "PL101.one": (
        "{name} is protected, and this plan would archive {ids}, which it replaced earlier and which is open",
        _PROTECTED,
    ),
    "PL101.several": (
        "{name} is protected, and this plan would archive {ids}, which it replaced earlier and which are open",
        _PROTECTED,
    ),
    "PL102": ("{total} of {managed} managed postings would be replaced or archived{cause}", _LARGE),
    "PL102.older": (
        "{total} postings would be replaced or archived, {older} of them open since an earlier replace; {managed} are "
        "managed{cause}",
        _LARGE,
    ),
    "PL103": (
        "no manifest is left for workspace {workspace}, and {number} of its postings are live",
        "put the files back, or archive one by one: `heymilo-ops -w {workspace} apply --target NAME`",
    ),
    "PL104.one": ("{paths} {reason}, and may be the manifest of {names}: it is not removed", "{help}"),
    "PL104.several": ("{paths} {reason}, and may be the manifest of any of {names}: none of them is removed", "{help}"),
    "PL105": (
        "its posting would be removed, and on_remove: error refuses that",
        "put the file back; or set on_remove to archive or forget, apply, then remove it",
    ),
    "PL106": (
        "{number} postings would be created, and HeyMilo lists open postings that nobody manages",
        "see whether some of them are there already, under other names: `heymilo-ops -w {workspace} list --unmanaged`; "
        "then pass --allow-large-change, or go in steps with --target NAME",
    ),
    "PL110": (
        "posting {posting_id} can't be taken over: it has {number} entries of metadata, and HeyMilo takes {most} "
        "beside the tool's own: {keys}",
        "remove {more} of them at HeyMilo that nobody needs, or leave the posting out",
    ),
    "PL130": (
        f"it would be {{done}}, and {{count}} people {_LEFT}: more than {{limit}}",
        "look at them at HeyMilo, or wait until they have completed; or allow it with `{option}`",
    ),
    "PL130.hidden": (
        f"it would be {{done}}, and more people {_LEFT} than {{limit}}",
        "look at them at HeyMilo, or wait until they have completed; or allow it with `{option}`",
    ),
    "PL130.unknown": (
        "it would be {done}, and how many people in it have not completed is unknown, which counts as more than "
        "{limit}",
        "try again when HeyMilo gives the stats of its posting; or allow it with `{option}`",
    ),
    "PL131": (
        f"an apply would stop: it would be {{done}}, and as of {{as_of}} {{count}} people {_LEFT}: more than {{limit}}",
        "an apply asks HeyMilo again; `{option}` on its command line allows it",
    ),
    "PL131.hidden": (
        f"an apply would stop: it would be {{done}}, and more people {_LEFT} than {{limit}}",
        "an apply asks HeyMilo again; `{option}` on its command line allows it",
    ),
    "PL131.unknown": (
        "an apply would stop where HeyMilo doesn't say how many people are in it: it would be {done}, and here that is "
        "not known, which counts as more than {limit}",
        "an apply asks HeyMilo itself; a plan that is made with the key keeps the numbers beside the state",
    ),
    "PL132": (
        "how many people its posting {posting_id} has is unknown: {why}",
        "plan again later; it may be anything from nobody to all who were sent its link",
    ),
    "PL133": (
        "{option} allows it to concern more people than {limit}",
        "an apply needs that option as well, and asks HeyMilo again before it writes",
    ),
    "PL140": (
        "ops.lifecycle is {lifecycle}, so it isn't made anew by --recreate",
        "leave --recreate out; or set lifecycle: open, and apply that",
    ),
    "PL141.replace": (
        "an ATS is connected to posting {ids} (ats_metadata), and this plan replaces it: the ATS mapping, webhooks and "
        "the ingestion key stay behind",
        "have them set up again for the new posting as soon as it is there, and allow it with `--allow-disconnect "
        "{name}`",
    ),
    "PL141.archive": (
        "an ATS is connected to posting {ids} (ats_metadata), and this plan archives it: what the ATS, webhooks or the "
        "ingestion key send there reaches nobody any more",
        "end the connection in the ATS, and allow it with `--allow-disconnect {name}`",
    ),
    "PL201": (
        "{setting} was taken out, and HeyMilo documents no way to take it off a live posting",
        "set a value, or `heymilo-ops -w {workspace} apply --recreate {name}` (a new posting with a new link)",
    ),
    "PL203": (
        "{field} of {question} is {amount}, and a new posting takes at most {most}: HeyMilo keeps it in the posting "
        "that has it, and this plan would make another",
        "make it {most} or less; or keep the posting: leave its design as it is, or set on_change to update or to hold",
    ),
    "PL204": (
        "posting {posting_id} was taken over with values that no manifest can say, and the new posting won't have "
        "them: {places}",
        "look at them at HeyMilo and set them again in the new posting; or keep the posting: leave its design as it "
        "is, or set on_change to update or to hold",
    ),
    "PL301": ("moved_from names {old}, which still has a manifest", "remove the old manifest, or the moved_from line"),
    "PL302": (
        "moved_from names {old}, whose history {taker} takes over",
        "take the moved_from line out of one of the two",
    ),
    "PL303": (
        "moved_from names {old}, which is live, but {name} has a history of its own already",
        "give the manifest a name that was never applied; or take the moved_from line out, and {old} is treated as "
        "removed",
    ),
    "PL304.file": (
        "{new} looks like {old} under a new name: {source} is the file that {old} was applied from",
        _RENAMED,
    ),
    "PL304.design": ("{new} looks like {old} under a new name: {source} has its design", _RENAMED),
    "PL401": (
        "{option} {unknown}: there is no posting of that name",
        "`heymilo-ops -w {workspace} list` shows the names",
    ),
    "PL401.near": ("{option} {unknown}: there is no posting of that name", "did you mean {near}?"),
    "PL501.ahead": (
        f"{_MARKED}; the state knows revision {{revision}}",
        "bring back the newer state that made it; or bring this one up to date: `heymilo-ops -w {workspace} state "
        "rebuild`",
    ),
    "PL501.ambiguous": (
        "postings {ids} at HeyMilo carry the same marks, {mark}, and HeyMilo doesn't say which of them was made first: "
        "the others are copies of it",
        "look at them there, archive the copies, and plan again",
    ),
    "PL501.newer": (f"{_MARKED}; the state knows revision {{revision}}", _RESOLVE),
    "PL501.rival": (
        f"{_MARKED}; the state knows revision {{revision}}",
        "bring back the state that made it; or archive {posting_id} at HeyMilo if nobody needs it",
    ),
    "PL501.unknown": (f"{_MARKED}, which the state doesn't know", _RESOLVE),
    "PL502": (f"{_MARKED}, which neither the manifests nor the state know", _STRAY),
    "PL502.several": (
        "postings {ids} at HeyMilo carry the mark {mark}, which neither the manifests nor the state know",
        _STRAY,
    ),
    "PL503": ("the list of postings at HeyMilo didn't come to its end: {endless}", "plan again"),
    "PL504.past": (
        f"{_LATE}; the state is at revision {{revision}}, and it takes candidates beside that",
        _ARCHIVE_LATE,
    ),
    "PL504.archived": (
        f"{_LATE}; the state has posting {{recorded}} for that revision, which is archived, and this one takes "
        "candidates",
        _ARCHIVE_LATE,
    ),
    "PL504.both": (
        f"{_LATE}; the state has posting {{recorded}} for that revision, and both take candidates",
        _ARCHIVE_LATE,
    ),
    "PL504.attempt": (
        f"{_LATE}, and the outcome of another attempt is unknown",
        f"if it is the one that counts, {_BIND}",
    ),
    "PL504.operation": (
        f"{_LATE}, and the outcome of another operation is unknown",
        "the next apply settles that first; plan again then",
    ),
    "PL504.second": (
        f"{_LATE}, and no posting is on record for that revision: this plan would make a second one",
        f"bind it: {_BIND}; or archive it at HeyMilo, and the next plan makes another",
    ),
    "PL504.unrecorded": (
        f"{_LATE}, and no posting is on record for that revision",
        f"archive it at HeyMilo if nobody needs it; or bind it: {_BIND}",
    ),
    "PL505.held": (
        "{namesakes}; its create is held",
        "look at it at HeyMilo: if there are candidates in it, take it over as it is, with ops.adopt in its "
        "manifest; or make another one beside it with `--allow-namesake {name}`",
    ),
    "PL505.allowed": (
        "{namesakes}; another one is made beside it, as --allow-namesake says",
        "see at HeyMilo which of them candidates should enter at",
    ),
    "PL506": ("posting {posting_id} {reason}", "{help}"),
    "PL507": ("posting {posting_id} {reason}", "{help}"),
    "PL508": (
        "posting {posting_id} at HeyMilo has the name {name} and the marks of {owner}, not of {ours}, and nothing was "
        "applied from here yet; another one would be made",
        "if {owner} was this repo, restore that in heymilo.yaml; if it is another repo's, choose another name, or "
        "allow a second one with `--recreate {name}`",
    ),
    "PL601": (
        "{setting} in heymilo.yaml is {after}; at the last apply it was {before}{trouble}",
        "make sure that this is meant{rests}",
    ),
    "PL601.commit": (
        "{setting} in heymilo.yaml is {after}; in commit {commit} it was {before}{trouble}",
        "make sure that this is meant{rests}",
    ),
    "PL602": (
        "heymilo.yaml in commit {commit} keeps the state in {before}, which knows {postings} that the state in {after} "
        "doesn't",
        "restore state, project and the name of the workspace in heymilo.yaml; a state is moved by "
        "`heymilo-ops -w {workspace} state pull` from the old place and `heymilo-ops -w {workspace} state push FILE` "
        "to the new one",
    ),
}
"""Message and help, as templates: ``CODE``, or ``CODE.case`` where a code has several."""

_E, _W = Severity.ERROR, Severity.WARNING

CODES: Mapping[str, CodeInfo] = {
    "PL101": CodeInfo("protected", _E),
    "PL102": CodeInfo("large-change", _E),
    "PL103": CodeInfo("nothing-desired", _E),
    "PL104": CodeInfo("unreadable-file", _E),
    "PL105": CodeInfo("removal-refused", _E),
    "PL106": CodeInfo("many-creates", _E),
    "PL110": CodeInfo("too-much-metadata", _E),
    "PL130": CodeInfo("too-many-people", _E),
    "PL131": CodeInfo("would-stop", _W),
    "PL132": CodeInfo("people-unknown", _W),
    "PL133": CodeInfo("impact-allowed", Severity.INFO),
    "PL140": CodeInfo("recreate-of-closed", _E),
    "PL141": CodeInfo("ats-disconnected", _E),
    "PL201": CodeInfo("setting-not-clearable", _E),
    "PL203": CodeInfo("not-creatable", _E),
    "PL204": CodeInfo("lost-by-replace", _W),
    "PL301": CodeInfo("moved-from-exists", _E),
    "PL302": CodeInfo("moved-from-twice", _E),
    "PL303": CodeInfo("moved-from-two-histories", _E),
    "PL304": CodeInfo("looks-like-rename", _W),
    "PL401": CodeInfo("unknown-target", _E),
    "PL501": CodeInfo("unknown-posting", _E),
    "PL502": CodeInfo("stray-posting", _W),
    "PL503": CodeInfo("incomplete-listing", _E),
    "PL504": CodeInfo("late-commit", _W),
    "PL505": CodeInfo("namesake", _W),
    "PL506": CodeInfo("unmarked-posting", _E),
    "PL507": CodeInfo("foreign-posting", _E),
    "PL508": CodeInfo("namesake-of-another", _E),
    "PL601": CodeInfo("safety-setting-changed", _W),
    "PL602": CodeInfo("state-left-behind", _E),
}
"""Every code of the family, sorted. A code is never used again for something else."""


def make_finding(
    case: str, name: str | None = None, pointer: str = "", severity: Severity | None = None, /, **values: str | int
) -> Finding:
    """Return the finding of a case, ``CODE`` or ``CODE.case``, with its words filled in.

    ``severity``: where it weighs more than its code does.
    """
    code = case.partition(".")[0]
    message, help = (words.format(name=name, **values) for words in WORDS[case])
    known = CODES[code]
    return Finding(code, known.name, severity or known.severity, message, help, address=name, pointer=pointer)
