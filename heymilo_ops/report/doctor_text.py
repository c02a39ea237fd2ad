"""What ``doctor`` checked, in words and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heymilo_ops.errors import Advice, AdviceKind, Exit
from heymilo_ops.model.setup_check import SetupCheck, SetupCode
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.advice import command, help_text
from heymilo_ops.review.plan_words import unmanaged_words
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import sanitize
from heymilo_ops.text.width import fold

_STATE = "serial {serial} in {location}, {postings}"
_HISTORY = "{commits} by {writers}"
_PROTECTED = "; whether the remote protects it can't be seen by git"
_MESSAGES: Mapping[SetupCode, str] = {
    SetupCode.TOOL: "{version} on Python {python}",
    SetupCode.CONFIG: "project {project} in {root}",
    SetupCode.COMMIT: "at commit {commit}",
    SetupCode.NO_COMMIT: "no commit here; revisions will name none",
    SetupCode.PUBLIC: "{repository} is public: candidates can read its scoring guides and knock-out answers",
    SetupCode.PUBLIC_ACCEPTED: "{repository} is public, as heymilo.yaml accepts: reviews show no people and no rubrics",
    SetupCode.AUDIENCE_UNSEEN: "whether everybody can read this repository can't be seen from here",
    SetupCode.SCHEMAS_FRESH: "fresh",
    SetupCode.SCHEMAS_STALE: "stale: {names}",
    SetupCode.MANIFESTS_VALID: "{manifests}, {errors}",
    SetupCode.MANIFESTS_WRONG: "{manifests}, {errors}",
    SetupCode.LAW_FRESH: "{entries} entries, compared with their sources within a year",
    SetupCode.LAW_OLD: "of {entries} entries, {old} were compared with their source over a year ago, {unchecked} never",
    SetupCode.NO_STATE: "none yet in {location}: nothing was applied to '{workspace}'",
    SetupCode.STATE: _STATE,
    SetupCode.STATE_UNKNOWN: f"{_STATE}; the outcome is unknown for {{names}}",
    SetupCode.FOLDER: "a folder: what was applied is known where that folder is, and nowhere else",
    SetupCode.BRANCH: "a branch: {remote} answers and lets git push; rules for single branches show at the first write",
    SetupCode.BUCKET: "a bucket{experimental}: it answers; whether it can be written: doctor --probe",
    SetupCode.BUCKET_WRITABLE: "a bucket{experimental}: it answers; it can be written, and honours conditions",
    SetupCode.HISTORY: f"{_HISTORY}{_PROTECTED}",
    SetupCode.HISTORY_UNSEEN: f"{_HISTORY}; whether it was rewritten before can't be seen from here{_PROTECTED}",
    SetupCode.NO_KEY: "{variable} is not set",
    SetupCode.SANDBOX: "the embedded sandbox answers; the key opens {name} ({id})",
    SetupCode.HEYMILO: "{url} answers; the key opens {name} ({id})",
    SetupCode.POSTINGS: "{open} open; {nobodys}",
}
_HELP: Mapping[SetupCode, str] = {
    SetupCode.PUBLIC: "Make it private, or write public_repo: accepted into heymilo.yaml.",
    SetupCode.SCHEMAS_STALE: "Write them: heymilo-ops schema",
    SetupCode.MANIFESTS_WRONG: "See: {lint}",
    SetupCode.LAW_OLD: "Upgrade heymilo-ops, and have counsel confirm what matters to you: heymilo-ops explain CODE",
    SetupCode.STATE_UNKNOWN: (
        "Apply again: heymilo-ops -w {workspace} apply. It looks in HeyMilo first, and sends nothing for {names} until "
        "it knows what became of it."
    ),
    SetupCode.NO_KEY: "Set {variable} to the workspace's API key.",
    SetupCode.POSTINGS: (
        "See: heymilo-ops -w {workspace} list --unmanaged\nMake manifests of them: heymilo-ops -w {workspace} import"
    ),
}
_NOUNS = {"commits": "newest commit", "errors": "error", "manifests": "manifest", "postings": "posting"}


def render_check(check: SetupCheck, writer: Writer, workspace: str = "") -> str:
    """Render a check, folded on a terminal and on one line elsewhere.

    ``workspace``: the one that was asked for, if any; commands that are advised name it.
    """
    mark = writer.green("ok  ") if check.exit is Exit.DONE else writer.red("FAIL")
    if check.code is SetupCode.LAW_OLD:
        mark = writer.yellow("warn")
    message, help = _words(check, workspace)
    first, *more = [line for part in (f"{check.part}: {message}", help) for line in _folded(part, writer)]
    return "\n      ".join([f"{mark}  {first}", *more])


def check_data(check: SetupCheck, workspace: str = "") -> dict[str, Any]:
    """Return a check as JSON data; ``workspace`` as for ``render_check``."""
    message, help = _words(check, workspace)
    ok = check.exit is Exit.DONE
    return {"check": check.part.value, "ok": ok, "message": message, "help": help, "exit": check.exit}


def _words(check: SetupCheck, workspace: str) -> tuple[str, str]:
    """Return the message of a check, and what to do."""
    if check.error is not None:
        return check.error.message, help_text(check.error.help, workspace)
    args = {key: counted(int(value), _NOUNS[key]) if key in _NOUNS else value for key, value in check.args.items()}
    args["lint"] = command(Advice(AdviceKind.LINT), workspace)
    args["experimental"] = " (Google Cloud Storage, experimental)" if args.get("scheme") == "gs" else ""
    unmanaged = int(check.args.get("unmanaged", 0))
    args["nobodys"] = unmanaged_words(unmanaged)
    needs_help = check.code is not SetupCode.POSTINGS or unmanaged
    return _MESSAGES[check.code].format(**args), _HELP.get(check.code, "").format(**args) if needs_help else ""


def _folded(message: str, writer: Writer) -> list[str]:
    message = sanitize(message)
    if writer.columns is not None:
        return fold(message, writer.columns - 6)
    return message.split("\n") if message else []
