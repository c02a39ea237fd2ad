"""The words of the findings of a plan: what is wrong, and what to do, by code and case."""

from __future__ import annotations

from collections.abc import Mapping

_RENAMED = (
    "ops.moved_from: {old} in {source} keeps its history: revisions, rollback, a hold, and on_replace decides on the "
    "old posting. As it is, {old} {removed} and {new} begins anew. Either way {new} gets a new posting and a new "
    "candidate link, since HeyMilo is sent the name; only name: {old} keeps both"
)
_PROTECTED = "set protect: false and apply that alone; then make the change"
_LARGE = "read the plan, then pass --allow-large-change; or go in steps with --target NAME"

WORDS: Mapping[str, tuple[str, str]] = {
    "PL101.current": (
        "{name} is protected, and this plan would {action} it",
        _PROTECTED,
    ),
    "PL101.one": (
        "{name} is protected, and this plan would archive {ids}, which it replaced earlier and which is open",
        _PROTECTED,
    ),
    "PL101.several": (
        "{name} is protected, and this plan would archive {ids}, which it replaced earlier and which are open",
        _PROTECTED,
    ),
    "PL102": (
        "{total} of {managed} managed postings would be replaced or archived{cause}",
        _LARGE,
    ),
    "PL102.older": (
        "{total} postings would be replaced or archived, {older} of them open since an earlier replace; {managed} are "
        "managed{cause}",
        _LARGE,
    ),
    "PL103": (
        "no manifest is left for workspace {workspace}, and {number} of its postings are live",
        "put the files back, or archive one by one: heymilo-ops apply --target NAME",
    ),
    "PL104.one": (
        "{paths} {reason}, and may be the manifest of {names}: it is not removed",
        "{help}",
    ),
    "PL104.several": (
        "{paths} {reason}, and may be the manifest of any of {names}: none of them is removed",
        "{help}",
    ),
    "PL105": (
        "this would remove it, and on_remove: error refuses that",
        "put the file back; or set on_remove to archive or forget, apply, then remove it",
    ),
    "PL106": (
        "{number} postings would be created, and HeyMilo lists open postings that nobody manages",
        "see whether some of them are there already, under other names: `heymilo-ops -w {workspace} list --unmanaged`; "
        "then pass --allow-large-change, or go in steps with --target NAME",
    ),
    "PL201": (
        "{setting} was taken out, and HeyMilo documents no way to take it off a live posting",
        "set a value, or `heymilo-ops apply --recreate {name}` (a new posting with a new link)",
    ),
    "PL202": (
        "its design changed, and this release can't edit a design in place",
        "set on_change to replace, or to hold",
    ),
    "PL301": (
        "moved_from names {old}, which still has a manifest",
        "remove the old manifest, or the moved_from line",
    ),
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
    "PL401": ("{option} {unknown}: there is no posting of that name", "`heymilo-ops list` shows the names"),
    "PL401.near": ("{option} {unknown}: there is no posting of that name", "did you mean {near}?"),
    "PL503": ("the list of postings at HeyMilo didn't come to its end: {endless}", "plan again"),
    "PL505.held": (
        "{namesakes}; its create is held",
        "look at it at HeyMilo, and leave it as it is if there are candidates in it: remove the manifest until this "
        "release can take a posting over; or make another one beside it with `--allow-namesake {name}`",
    ),
    "PL505.allowed": (
        "{namesakes}; another one is made beside it, as --allow-namesake says",
        "see at HeyMilo which of them candidates should enter at",
    ),
    "PL506": ("posting {posting_id} {reason}", "{help}"),
    "PL507": ("posting {posting_id} {reason}", "{help}"),
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
        "restore state, project and the name of the workspace in heymilo.yaml; a state is moved by `heymilo-ops state "
        "pull` from the old place and `heymilo-ops state push FILE` to the new one",
    ),
}
"""Message and help, as templates: ``CODE``, or ``CODE.case`` where a code has several."""
