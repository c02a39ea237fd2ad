"""The PL family: what a plan can find, with its documentation page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from heymilo_ops.finding import CodeInfo, Finding, Severity

_CODES = {
    "PL101": CodeInfo(
        "protected",
        Severity.ERROR,
        "The plan would replace or archive a posting with `ops.protect: true`, or archive one that it replaced earlier "
        "and that was kept open or drained. The state remembers `protect` as last applied, so deleting the file or the "
        "line doesn't lift it in the same step. Way out: set `protect: false`, apply that alone, then make the change.",
    ),
    "PL102": CodeInfo(
        "large-change",
        Severity.ERROR,
        "The plan replaces or archives more postings than a usual change does: more than 10, or more than 30 % of "
        "those managed (three are always allowed). Each of them loses its candidate link. Postings that earlier "
        "replaces kept open or drained count as well; what an apply that broke off left to archive was counted then. "
        "Way out: read the plan, then pass `--allow-large-change`, or go in steps with `--target NAME`.",
    ),
    "PL103": CodeInfo(
        "nothing-desired",
        Severity.ERROR,
        "No manifest is left for this workspace, and postings are live. An empty folder, a wrong folder and a wrong "
        "workspace look the same, so this never archives everything. Way out: put the files back, or archive one by "
        "one with `heymilo-ops apply --target NAME`.",
    ),
    "PL104": CodeInfo(
        "unreadable-file",
        Severity.ERROR,
        "Something below `postings/` may be the manifest of a posting that would be archived or forgotten, and isn't "
        "read: its `name` can't be read, its ending is another one, a link leads to nothing, a folder can't be "
        "listed, or git left it out (a sparse checkout, a submodule). Where it has the posting's name in it, or the "
        "path that the posting was applied from, it keeps that one; else it keeps all. Way out: repair it, rename it, "
        "or delete it; `heymilo-ops lint` shows what was passed over.",
    ),
    "PL105": CodeInfo(
        "removal-refused",
        Severity.ERROR,
        "The manifest is gone and `ops.on_remove: error`, as last applied, refuses that. Way out: put the file back; "
        "or set `on_remove: archive` or `forget`, apply, then remove it.",
    ),
    "PL106": CodeInfo(
        "many-creates",
        Severity.ERROR,
        "The plan creates more than 10 postings, and HeyMilo lists open postings that nobody manages: some of those "
        "may be the same interviewers, made by hand, and would then be open twice. Way out: look at them with "
        "`heymilo-ops list --unmanaged`; then pass `--allow-large-change`, or go in steps with `--target NAME`.",
    ),
    "PL201": CodeInfo(
        "setting-not-clearable",
        Severity.ERROR,
        "A setting was taken out of the manifest, and HeyMilo documents no way to take it off a live posting: an "
        "update leaves what it doesn't name as it is, and what null does there isn't documented. Way out: set a value, "
        "or make the posting anew with `heymilo-ops apply --recreate NAME`, which gives it a new candidate link.",
    ),
    "PL202": CodeInfo(
        "edit-in-place-unavailable",
        Severity.ERROR,
        "`ops.on_change: update` asks for a changed design to be edited in the live posting. This release replaces "
        "postings and doesn't edit designs in place. Way out: `on_change: replace`, or `hold` to leave the design as "
        "it is.",
    ),
    "PL301": CodeInfo(
        "moved-from-exists",
        Severity.ERROR,
        "`ops.moved_from` names a posting that still has a manifest, so its history can't move. Way out: remove the "
        "old manifest, or the `moved_from` line.",
    ),
    "PL302": CodeInfo(
        "moved-from-twice",
        Severity.ERROR,
        "Two manifests name the same posting in `ops.moved_from`; its history can go on under one name only. Way out: "
        "take the line out of all but one.",
    ),
    "PL303": CodeInfo(
        "moved-from-two-histories",
        Severity.ERROR,
        "`ops.moved_from` names a live posting, and the new name was applied before: it has a history of its own, and "
        "two can't become one. Way out: choose a name that was never applied; or take the `moved_from` line out, and "
        "the old posting is treated as removed.",
    ),
    "PL304": CodeInfo(
        "looks-like-rename",
        Severity.WARNING,
        "A manifest asks for a new posting, no manifest has the name of a live one any more, and both are of one file, "
        "or of one design. If it is one posting with another name, `ops.moved_from` names the old one, and its history "
        "goes on: revisions, rollback, a hold, and `on_replace` decides on the old posting. Without it the old posting "
        "is treated as removed. Either way there is a new posting with a new candidate link, since HeyMilo is sent the "
        "name. Way out: `moved_from`, or the old name, or nothing where they are two postings.",
    ),
    "PL401": CodeInfo(
        "unknown-target",
        Severity.ERROR,
        "`--target`, `--recreate`, `--allow-unmarked` or `--allow-namesake` names a posting that neither the manifests "
        "nor the state know, or one that can't be made because it has no manifest. Way out: check the spelling; "
        "`heymilo-ops list` shows the names.",
    ),
    "PL501": CodeInfo(
        "unknown-posting",
        Severity.ERROR,
        "HeyMilo holds a posting with the mark of this project and workspace that the state doesn't know, or a newer "
        "revision than it knows. The state was lost, is an old copy, or somebody applies with another one; to go on "
        "would make postings twice. Way out: bring back the state that made them, or bind the posting with "
        "`heymilo-ops state resolve NAME --adopt ID`.",
    ),
    "PL502": CodeInfo(
        "stray-posting",
        Severity.WARNING,
        "HeyMilo holds a posting with the mark of this project and workspace under a name that neither the manifests "
        "nor the state know: it was forgotten, or another branch made it. Nothing here touches it. Way out: archive it "
        "at HeyMilo if nobody needs it.",
    ),
    "PL503": CodeInfo(
        "incomplete-listing",
        Severity.ERROR,
        "The list of postings didn't come to its end, so the plan can't tell whether what it would create is there "
        "already. Way out: plan again.",
    ),
    "PL504": CodeInfo(
        "late-commit",
        Severity.WARNING,
        "HeyMilo made a posting later than anyone could wait for: its answer was lost, it was looked for long enough "
        "and not found, and so it was taken as not made. Now it shows, by the marks of that attempt. It is never taken "
        "into the state unasked. Where the state has another posting for that revision, both take candidates. Where it "
        "has none and the plan would make one, this is an error, since there would be two. Way out: archive the late "
        "one at HeyMilo; or, where the state has none, bind it with `heymilo-ops state resolve NAME --adopt ID`.",
    ),
    "PL505": CodeInfo(
        "namesake",
        Severity.WARNING,
        "HeyMilo holds a posting, not archived, that has the name of one that the plan would make, and that nobody "
        "manages: somebody made it at HeyMilo, or it is one of ours whose marks were taken away and that the state "
        "lost. Nothing here touches it. The create is held, since candidates could enter at both; the other postings "
        "go on. Way out: where there are candidates in it, leave it as it is and remove the manifest for now; to make "
        "another one beside it, pass `--allow-namesake NAME`.",
    ),
    "PL506": CodeInfo(
        "unmarked-posting",
        Severity.ERROR,
        "The plan would change or archive a posting that is on record and that carries no marks at HeyMilo. Somebody "
        "took the marks off there, or the state is wrong and the posting is not ours. Way out: look at the posting at "
        "HeyMilo; if it is ours, pass `--allow-unmarked NAME`, and an update puts the marks back.",
    ),
    "PL507": CodeInfo(
        "foreign-posting",
        Severity.ERROR,
        "The plan would change or archive a posting whose marks at HeyMilo name another project, another workspace, or "
        "a posting that the state doesn't record as this one under an earlier name. The state was edited, or mixed up "
        "with another project's. No option lets this pass. Way out: bring back an earlier version of the state, or "
        "take the entry out with `heymilo-ops state forget NAME`; the posting itself stays as it is.",
    ),
    "PL508": CodeInfo(
        "namesake-of-another",
        Severity.ERROR,
        "Nothing was ever applied from this state, and HeyMilo holds an open posting that has the name of one that the "
        "plan would make, with the marks of another project or workspace. Another repo made it, or `project:` or the "
        "name of the workspace was changed here: then a second posting of that name would be made, and the first "
        "would be nobody's. Way out: restore `project:` and the workspace in heymilo.yaml; if it is another repo's, "
        "choose another name, or say so once with `--recreate NAME`.",
    ),
    "PL601": CodeInfo(
        "safety-setting-changed",
        Severity.WARNING,
        "heymilo.yaml says otherwise than at the last apply, or than on the default branch, on something that safety "
        "rests on: where HeyMilo is, which variable holds the key, whose postings these are, where the state is. "
        "Whoever can write to a branch can change it. Way out: make sure that it is meant, before this is merged; the "
        "next apply records it.",
    ),
    "PL602": CodeInfo(
        "state-left-behind",
        Severity.ERROR,
        "On the default branch heymilo.yaml says that the state is in another place, and the state there knows live "
        "postings that the state of today doesn't know. They would be made a second time, and the first ones would be "
        "nobody's. Way out: restore `state:`, `project:` and the workspace's name in heymilo.yaml. To move a state: "
        "`heymilo-ops state pull` with the old heymilo.yaml, then `heymilo-ops state push FILE` with the new one.",
    ),
}

CODES: Mapping[str, CodeInfo] = MappingProxyType(_CODES)
"""Every code of the family, sorted. A code is never used again for something else."""


def finding(
    code: str,
    message: str,
    help: str,
    address: str | None = None,
    pointer: str = "",
    severity: Severity | None = None,
) -> Finding:
    """Return a finding with the name of its code, and its severity where no other is given."""
    known = CODES[code]
    return Finding(code, known.name, severity or known.severity, message, help, address=address, pointer=pointer)
