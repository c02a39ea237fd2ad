"""The shared files by themselves: a mistake in one is found even where no manifest shows it.

Each file is put into a made-up manifest and checked as one, so that it is held to the same schema, in the same words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from heymilo_ops.finding import Finding, Place
from heymilo_ops.manifest.check import check_resolved, unknown_key, wrong_mapping
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.likely_cause import step_of
from heymilo_ops.manifest.sharing.library import DEFAULTS, KINDS, Library
from heymilo_ops.manifest.sharing.resolve import NOT_IN_DEFAULTS, ResolvedManifest, ValueOrigin, resolve_data
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.model.question import QUESTIONS as MODELS
from heymilo_ops.model.step import STEPS, USUAL_MODALITY

_NEEDED = {"name": "x", "title": "Abc"}
"""What a posting can't do without, and defaults can."""


def check_shared(library: Library, named: Collection[str] | None = None) -> list[Finding]:
    """Return the findings of the shared files: of all, or of those that something used or ``asked`` names; in order."""
    findings: list[Finding] = []
    for kind in KINDS:
        for path in library.paths(kind):
            if named is not None and path not in named and path not in library.opened:
                continue
            source = library.read(kind, path).source
            findings += source.findings
            if source.data is not None:
                findings += _defaults(source, library) if kind is DEFAULTS else _question(source, library)
    return findings


def find_unused(library: Library) -> Iterator[Finding]:
    """Yield a finding on each shared file that no manifest uses, or could use."""
    for kind in KINDS:
        for path in library.paths(kind):
            if path not in library.opened:
                message = "no manifest uses this shared file"
                yield file_finding("SY164", message, Place(path), help="use it, or delete it")
    yield from find_unusable(library)


def find_unusable(library: Library) -> Iterator[Finding]:
    """Yield a finding on each file in the shared folder that no manifest could use."""
    for path in library.strays():
        message = "no manifest can use this: it is no file of defaults/, questions/ or texts/"
        help = "move it there, defaults and questions as .yaml; a link is not followed"
        yield file_finding("SY164", message, Place(path), help=help)


def _defaults(source: Source, library: Library) -> list[Finding]:
    data = source.data or {}
    chained = [_chained(source, key) for key in NOT_IN_DEFAULTS if key in data]
    root = {key: value for key, value in data.items() if key not in ("steps", *NOT_IN_DEFAULTS)}
    origins = {"": ValueOrigin(source, "")}
    steps, wrong = _steps(source)
    for i, step in enumerate(steps):
        origins[f"/workflow/{i}/config"] = ValueOrigin(source, f"/steps/{step['type']}")
    made = {**_NEEDED, **root, **({"workflow": steps} if steps else {})}
    return [*chained, *wrong, *_checked(resolve_data(made, origins, library.unseen()))]


def _steps(source: Source) -> tuple[list[dict[str, Any]], list[Finding]]:
    """Return the configs of defaults as steps, and what is wrong with the mapping that holds them."""
    steps = (source.data or {}).get("steps")
    if steps is None:
        return [], []
    if not isinstance(steps, Mapping):
        return [], [wrong_mapping("/steps", steps, source.locator)]
    wrong = [unknown_key(f"/steps/{key}", STEPS, "steps", source.locator) for key in steps if key not in STEPS]
    return [{"type": key, "config": value} for key, value in steps.items() if key in STEPS], wrong


def _question(source: Source, library: Library) -> list[Finding]:
    """Return the findings of a question by its modality; where it names none, by that which it fits best."""
    data = {key: value for key, value in (source.data or {}).items() if key != "use"}
    chained = [_chained(source, "use")] if "use" in (source.data or {}) else []
    best: list[Finding] | None = None
    for modality in _modalities(data):
        findings = _checked(_as(modality, data, source, library))
        best = findings if best is None or len(findings) < len(best) else best
        if not best:
            break
    return [*chained, *(best or ())]


def _modalities(data: Mapping[str, Any]) -> list[str]:
    """The modality that a question names (voice if there is none of that name), or all, best known fields first."""
    modality = data.get("modality")
    if modality is None:
        usual = sorted(MODELS, key=lambda name: (name not in USUAL_MODALITY.values(), name != "voice"))
        return sorted(usual, key=lambda name: len(data.keys() - MODELS[name].model_fields.keys()))
    return [modality if isinstance(modality, str) and modality in MODELS else "voice"]


def _as(modality: str, data: Mapping[str, Any], source: Source, library: Library) -> ResolvedManifest:
    """Return a manifest that asks the question."""
    question = {"text": "…", **data, "modality": data.get("modality", modality)}
    made = {**_NEEDED, "workflow": [{"type": step_of(modality), "questions": [question]}]}
    origins = {"": ValueOrigin(source, ""), "/workflow/0/questions/0": ValueOrigin(source, "")}
    return resolve_data(made, origins, library.unseen())


def _checked(composed: ResolvedManifest) -> list[Finding]:
    """Return what sharing and schema say, less what is wrong with a stand-in; by the pointers of the file."""
    checked = check_resolved(composed.data, composed, composed.failed | composed.variables.keys())
    return [
        replace(finding, pointer=composed.origin(finding.pointer).pointer) for finding in (*composed.findings, *checked)
    ]


def _chained(source: Source, key: str) -> Finding:
    place = source.locator.place(f"/{key}", key=True)
    message = f"'{key}' can't stand in a shared file"
    return file_finding("SY162", message, place, help="move it to the manifests", pointer=f"/{key}")
