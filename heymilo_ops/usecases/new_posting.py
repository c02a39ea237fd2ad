"""Start a posting: a commented file with the steps that are asked for, or a copy of another one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from importlib import resources

from heymilo_ops import files
from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.text.sentences import sentences
from heymilo_ops.usecases.atomic_write import existing_bytes, file_errors
from heymilo_ops.usecases.check import read_repo
from heymilo_ops.usecases.project import Project
from heymilo_ops.usecases.state_lookup import find_document

STEPS = ("resume", "form", "conversational_sms", "web_interview")
"""The steps in the order in which a new posting has them: what costs candidates least comes first."""
LANGUAGES = ("de", "en", "es", "fr", "nl")
_SHORT = {"sms": "conversational_sms", "interview": "web_interview"}
_ASKS = frozenset({"conversational_sms", "web_interview"})
"""Steps in which an AI asks."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEXT = re.compile(r"^(?P<lead> *(?:- )?)(?P<field>\w+): @(?P<key>\w+)@$", re.MULTILINE)
_ONLY_SMS = re.compile(r"^@sms@\n(.*?)^@/sms@\n", re.MULTILINE | re.DOTALL)
_LONG = 90
_SCHEMA = "schemas/posting.schema.json"
_PHONE = "REPLACE-WITH-ITS-ID"
_OF_ONE = ("activate", "adopt", "lifecycle", "moved_from")
"""Keys of ``ops`` that are about one posting and no copy of it."""


def parse_steps(asked: str) -> tuple[str, ...]:
    """Return the steps of a list such as ``resume,form``, in the order of ``STEPS``. Raises ``UsageError``."""
    names = [_SHORT.get(name, name) for name in (part.strip().lower() for part in asked.split(",")) if name]
    for name in names:
        if name not in STEPS:
            raise UsageError(f"There is no step '{name}'", f"Choose from {', '.join(STEPS)}.")
    if not names:
        raise UsageError("No step is asked for", f"Choose from {', '.join(STEPS)}.")
    return tuple(step for step in STEPS if step in names)


def new_posting(project: Project, name: str, steps: Sequence[str], language: str) -> str:
    """Write the manifest of a new posting; its path.

    Raises ``UsageError`` for a name or a language that can't be, ``AttentionError`` where the posting or the file is
    there.
    """
    if language not in LANGUAGES:
        raise UsageError(
            f"There are no texts in '{language}'", f"Choose from {', '.join(LANGUAGES)}, and translate the texts."
        )
    path = _free_path(project, name)
    has_schema = files.kind(project.root, _SCHEMA) is not None
    return _write(project, path, posting_text(name, steps, language, datetime.now(UTC), has_schema=has_schema))


def new_posting_like(project: Project, name: str, other: str) -> str:
    """Write a copy of another posting's manifest under a new name; its path. Raises as ``new_posting``.

    What is about that one posting alone isn't copied: that it was adopted or renamed, and whether it is closed.
    """
    from heymilo_ops.manifest.yaml_edit import edit_or_rewrite

    path = _free_path(project, name)
    source = find_document(read_repo(project.root, project.variables(project.chosen_workspace())), other).source
    data = dict(source.data or {})
    ops = {key: value for key, value in dict(data.get("ops") or {}).items() if key not in _OF_ONE}
    data = {**data, "name": name, **({"ops": ops} if ops else {})}
    if not ops:
        data.pop("ops", None)
    return _write(project, path, edit_or_rewrite(source.text, data))


def posting_text(name: str, steps: Sequence[str], language: str, now: datetime, *, has_schema: bool) -> str:
    """Return the text of a new manifest."""
    texts = _texts(language)
    process = [texts["process"]] if _ASKS.intersection(steps) else []
    process += [*(texts[f"process_{step}"] for step in steps), texts["process_end"]]
    whole = _template("posting.yaml")
    whole = _ONLY_SMS.sub(r"\1" if "conversational_sms" in steps else "", whole)
    whole = whole.replace("workflow:\n", "workflow:\n" + "".join(_template(f"{step}.yaml") for step in steps), 1)
    head = f"# yaml-language-server: $schema=../{_SCHEMA}\n" if has_schema else ""
    values = {
        **texts,
        "name": name,
        "language": language,
        "phone": _PHONE,
        "process": " ".join(process),
    }
    closes = (now + timedelta(days=90)).strftime("%Y-%m-%dT18:00:00Z")
    return _filled(whole.replace("@schema@\n", head).replace("@deadline@", closes), values)


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Put values in the place of ``@key@``, each as YAML: long ones as a block, one sentence a line."""
    from heymilo_ops.manifest.yaml_dump import dump_entry

    def written(match: re.Match[str]) -> str:
        lead, field, value = match["lead"], match["field"], values[match["key"]]
        if len(value) <= _LONG:
            return lead + dump_entry((field,), value)[0]
        return "\n".join([f"{lead}{field}: >-", *(" " * (len(lead) + 2) + line for line in sentences(value))])

    return _TEXT.sub(written, text)


def _texts(language: str) -> dict[str, str]:
    parts = (line.partition(": ") for line in _template(f"{language}.txt").splitlines())
    return {key: text for key, _, text in parts}


def _template(name: str) -> str:
    return resources.files("heymilo_ops.usecases").joinpath("templates", "new", name).read_text(encoding="utf-8")


def _free_path(project: Project, name: str) -> str:
    """Where the file of a new posting goes."""
    from heymilo_ops.manifest.listing import FOLDER

    if not _SLUG.fullmatch(name) or len(name) > 100:
        raise UsageError(f"'{name}' can't be a posting's name", "Use lower case letters, digits and single hyphens.")
    path = f"{FOLDER}/{name}.yaml"
    repo = read_repo(project.root, project.variables(project.chosen_workspace()))
    if name in repo.by_address:
        raise AttentionError(f"There is a posting '{name}', in {repo.by_address[name].path}", "Choose another name.")
    if existing_bytes(project.root, path) is not None:
        raise AttentionError(f"{path} is there", "Choose another name, or move that file.")
    return path


def _write(project: Project, path: str, text: str) -> str:
    with file_errors(f"{path} can't be written", "Put a plain folder there."):
        files.write(project.root, path, text.encode())
    return path
