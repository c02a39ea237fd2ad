"""What the rules find in a file with errors, and what of that may only follow from them.

The rules see the file without the values that are wrong. To them those aren't there, nor is what a misspelt key says:
nothing is reported of what isn't there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from heymilo_ops.finding import Finding, Severity
from heymilo_ops.manifest.model_lookup import find_container
from heymilo_ops.manifest.repo import PostingFile
from heymilo_ops.model.pointer import join, last, parent
from heymilo_ops.model.step import CONFIGS

_STEP = re.compile(r"(/workflow/\d+)(/type)?")
_OF_STEPS = re.compile(r"/workflow(/\d+/type)?")
_OF_CONFIG = re.compile(r"(/workflow/\d+)/config")


def find_consequences(document: PostingFile) -> Callable[[Finding], bool]:
    """Return whether a rule's finding on a file may be a mere consequence of its errors."""
    if document.desired is not None:
        return lambda _: False
    wrong = list(_wrong(document))
    doubtful = document.doubtful.union(map(find_container, wrong))
    scopes = _wrong_fields(wrong)
    is_step_unknown = any(_STEP.fullmatch(pointer) for pointer in wrong)

    def is_consequence(finding: Finding) -> bool:
        pointer = finding.pointer
        if find_container(pointer) in doubtful or (is_step_unknown and _OF_STEPS.fullmatch(pointer)):
            return True
        return any(_is_in(pointer, scope) and not names.isdisjoint(finding.fields) for scope, names in scopes.items())

    return is_consequence


def _wrong(document: PostingFile) -> Iterator[str]:
    """Yield the pointers of the errors; of a misspelt key, that of the key that was meant as well."""
    for finding in document.findings:
        if finding.severity is Severity.ERROR:
            yield finding.pointer
            if finding.code == "SY101" and finding.suggestion:
                yield join(finding.suggestion, base=parent(finding.pointer))


def _wrong_fields(wrong: list[str]) -> dict[str, set[str]]:
    """Return the names of the wrong fields, by the pointer of their step; by ``""`` for those of the posting."""
    fields: dict[str, set[str]] = {}
    for pointer in wrong:
        if config := _OF_CONFIG.fullmatch(pointer):
            names = {field for model in CONFIGS.values() for field in model.model_fields}
            fields.setdefault(config[1], set()).update(names)
        elif config := _OF_CONFIG.fullmatch(parent(pointer)):
            fields.setdefault(config[1], set()).add(last(pointer))
        elif not parent(pointer):
            fields.setdefault("", set()).add(last(pointer))
    return fields


def _is_in(pointer: str, scope: str) -> bool:
    return pointer == scope or pointer.startswith(f"{scope}/")
