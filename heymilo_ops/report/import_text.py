"""What an import did, in words and as JSON."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from heymilo_ops.importer.file_record import FileResult, ImportedFile
from heymilo_ops.importer.personal_data import PersonalData, PersonalKind
from heymilo_ops.importer.selection import Omission, OmissionCause
from heymilo_ops.importer.suggestion import SharingSuggestion
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.words import counted
from heymilo_ops.text.phrase import first_few
from heymilo_ops.text.sanitize import one_line

_RESULTS: Mapping[FileResult, str] = {
    FileResult.PLANNED: "would be written",
    FileResult.PRESENT: "there already",
    FileResult.TAKEN: "not written: something else has this path, and stays as it is",
    FileResult.WITHHELD: "not written: nobody has said yes to what it holds",
    FileResult.WRITTEN: "written",
}
_KINDS: Mapping[PersonalKind, str] = {
    PersonalKind.MAIL: "a mail address",
    PersonalKind.PHONE: "a phone number",
    PersonalKind.NAME: "a person's name",
    PersonalKind.CREDENTIAL: "a credential",
    PersonalKind.URL_TOKEN: "a token in a link",
}
_OMISSIONS: Mapping[OmissionCause, str] = {
    OmissionCause.ARCHIVED: "archived",
    OmissionCause.BLUEPRINT: "what the template {whose} copies; marks on it would be copied too",
    OmissionCause.MANAGED: "managed here already, as {whose}",
    OmissionCause.MARKED: "marked as {whose}; only the repo that made it may take it over",
    OmissionCause.TEST: "a test posting",
}
_MOST = 3
"""Titles named of those that are left out for one cause."""

_MOST_SHARED = 10
"""What can be shared is listed so often; the rest is counted."""


def personal_lines(file: ImportedFile, writer: Writer) -> list[str]:
    """Render what in a file looks like personal data or a credential."""
    what = (
        "holds what looks like personal data or a credential" if file.needs_approval else "is of a posting to look at"
    )
    return [writer.yellow(f"{one_line(file.path)} {what}:"), *writer.bullets(map(_personal, file.personal))]


def _personal(item: PersonalData) -> str:
    excerpt = one_line(item.excerpt, 100)
    if item.kind is PersonalKind.ATS:
        return f"an ATS is connected to the posting, which stays so; no file says it (ats_metadata: {excerpt})"
    return f"{_KINDS[item.kind]} in {one_line(item.pointer)}: {excerpt}"


def render_files(files: Sequence[ImportedFile], writer: Writer, *, by_id: bool = False) -> str:
    """Render what became of each file, with what it doesn't say.

    Those that were there are only counted, unless their postings were asked for by id.
    """
    listed = [file for file in files if by_id or file.result is not FileResult.PRESENT]
    lines = [line for file in listed for line in _file(file, writer)]
    return "".join(f"{line}\n" for line in lines)


def _file(file: ImportedFile, writer: Writer) -> Iterator[str]:
    style = {FileResult.TAKEN: writer.red, FileResult.WITHHELD: writer.yellow, FileResult.WRITTEN: writer.green}
    title = one_line(file.live.title) or "no title"
    yield f"{one_line(file.path)}: {style.get(file.result, str)(_RESULTS[file.result])}{writer.dim(f' ({title})')}"
    yield from writer.bullets(_notes(file))


def _notes(file: ImportedFile) -> Iterator[str]:
    """Yield what a person should know of a file."""
    if not file.live.name:
        yield f"it has no name at HeyMilo, and is called {file.address} here"
    elif file.live.name != file.address:
        there = one_line(file.live.name, 100)
        yield f"it is called {file.address} here; at HeyMilo it stays '{there}' until a replace"
    if file.live.status in ("draft", "expired"):
        yield f"it is {'a draft' if file.live.status == 'draft' else 'expired'}, and takes nobody"
    if file.manifest is None:
        return
    if file.is_set_aside:
        yield "set aside, since it asks for another posting than the one at HeyMilo: correct it, then rename it"
    yield from map(one_line, file.manifest.loss_sentences)
    yield from (f"{finding.code}: {one_line(finding.message)}" for finding in file.manifest.findings)


def render_omissions(omissions: Iterable[Omission], writer: Writer, *, by_id: bool) -> str:
    """Render what is left out and why: each of those asked for by id, else by cause with a few titles."""
    ordered = sorted(omissions, key=lambda omission: omission.cause)
    if by_id:
        texts = [f"{_title(omission)} is {_cause(omission)}" for omission in ordered]
    else:
        groups = [(cause, list(group)) for cause, group in groupby(ordered, lambda omission: omission.cause)]
        texts = [_group(cause, group) for cause, group in groups]
    return "\n".join(["Left out:", *writer.bullets(texts)]) + "\n" if texts else ""


def _group(cause: OmissionCause, group: Sequence[Omission]) -> str:
    if cause in (OmissionCause.ARCHIVED, OmissionCause.TEST, OmissionCause.MANAGED):
        words = {
            OmissionCause.ARCHIVED: counted(len(group), "archived posting"),
            OmissionCause.TEST: counted(len(group), "test posting"),
            OmissionCause.MANAGED: f"{counted(len(group), 'posting')} managed here already",
        }[cause]
        return f"{words}: {first_few([_title(omission) for omission in group], _MOST)}"
    return "; ".join(f"{_title(omission)} is {_cause(omission)}" for omission in group)


def _title(omission: Omission) -> str:
    return f"{one_line(omission.live.title, 60) or 'without a title'} ({omission.live.posting_id})"


def _cause(omission: Omission) -> str:
    return _OMISSIONS[omission.cause].format(whose=one_line(omission.whose, 100))


def summary(files: Sequence[ImportedFile], writer: Writer) -> str:
    """Render how many files came of it, in one sentence."""
    order = list(FileResult)
    ordered = sorted(files, key=lambda file: order.index(file.result))
    counts = Counter(_RESULTS[file.result].partition(":")[0] for file in ordered)
    aside = sum(file.is_set_aside for file in files if file.result in (FileResult.WRITTEN, FileResult.PLANNED))
    parts = [f"{number} {words}" for words, number in counts.items()]
    if aside:
        parts.append(f"{aside} of them set aside")
    return writer.bold(f"{', '.join(parts)}." if parts else "There is nothing to import.") + "\n"


def render_suggestions(suggestions: Sequence[SharingSuggestion], workspace: str, writer: Writer) -> str:
    """Render what several postings say alike, with the command that shares it; what saves most lines first."""
    if not suggestions:
        return ""
    lines = [writer.prose("\nSeveral postings say this alike. Each command puts it into one file; no digest changes:")]
    for suggestion in suggestions[:_MOST_SHARED]:
        who = f"{counted(len(suggestion.postings), 'posting')}, about {counted(suggestion.saved, 'line')} less"
        lines.append(f"  {share_command(suggestion, workspace)}{writer.dim(f'  # {who}')}\n")
    if more := len(suggestions) - _MOST_SHARED:
        lines += [f"  and {more} more that save less\n"] if more > 0 else []
    return "".join(lines)


def share_command(suggestion: SharingSuggestion, workspace: str) -> str:
    """Return the command that shares something, as a shell takes it."""
    return shlex.join(["heymilo-ops", "-w", workspace, *suggestion.arguments])


def suggestion_data(suggestions: Iterable[SharingSuggestion], workspace: str) -> list[dict[str, Any]]:
    """Return what can be shared as JSON data."""
    return [
        {
            "kind": suggestion.kind,
            "subject": suggestion.subject,
            "name": suggestion.name,
            "postings": list(suggestion.postings),
            "saved_lines": suggestion.saved,
            "command": share_command(suggestion, workspace),
        }
        for suggestion in suggestions
    ]


def import_data(files: Iterable[ImportedFile], omissions: Iterable[Omission]) -> dict[str, Any]:
    """Return an import as JSON data."""
    return {
        "files": [_file_data(file) for file in files],
        "left_out": [
            {
                "posting_id": omission.live.posting_id,
                "title": omission.live.title,
                "cause": omission.cause.value,
                "whose": omission.whose or None,
            }
            for omission in omissions
        ],
    }


def _file_data(file: ImportedFile) -> dict[str, Any]:
    made = file.manifest
    return {
        "posting_id": file.live.posting_id,
        "title": file.live.title,
        "status": file.live.status,
        "address": file.address,
        "live_name": file.live.name,
        "path": file.path,
        "result": file.result.value,
        "set_aside": file.is_set_aside,
        "questions": made.questions if made is not None else None,
        "losses": [
            {"code": loss.code.value, "pointer": loss.pointer, "message": sentence, "set_aside": loss.changes_posting}
            for loss, sentence in (zip(made.losses, made.loss_sentences, strict=True) if made is not None else ())
        ],
        "personal": [
            {"kind": item.kind.value, "pointer": item.pointer, "excerpt": item.excerpt} for item in file.personal
        ],
    }


def interrupted(files: Sequence[ImportedFile]) -> str:
    """Say what an import that was interrupted did."""
    written = sum(file.result is FileResult.WRITTEN for file in files)
    return f"{counted(written, 'file')} written, each whole. Run the same command again: what has a file is skipped."


def next_steps(files: Sequence[ImportedFile]) -> list[str]:
    """Return what to do next, a line each."""
    results = {file.result for file in files}
    lines = []
    if results & {FileResult.PLANNED, FileResult.WITHHELD, FileResult.WRITTEN}:
        lines.append(
            'Names of people are found by cues beside them only ("contact", "regards", "Ms"). Read the files before '
            "you commit them."
        )
    if FileResult.WITHHELD in results:
        lines.append("What is listed above may be meant for git: then run it again with --auto-approve.")
    if FileResult.TAKEN in results:
        lines.append("Move what has the path, or import into another folder: --dir postings/imported")
    if results == {FileResult.PRESENT}:
        lines.append("To import a posting anew, delete its file first.")
    return lines
