"""What the rules find in a file with errors, and what of that may only follow from them.

The rules see the file without the values that are wrong. To them those aren't there, nor is what a misspelt key says:
nothing is judged on what isn't there.
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
    """Whether a rule's finding on a file may be a mere consequence of its errors."""
    if document.desired is not None:
        return lambda _: False
    wrong = list(_wrong(document))
    doubtful = document.doubtful.union(map(find_container, wrong))
    scopes = [(scope, re.compile(rf"\b(?:{'|'.join(names)})\b")) for scope, names in _names(wrong).items()]
    is_step_unknown = any(_STEP.fullmatch(pointer) for pointer in wrong)

    def is_consequence(found: Finding) -> bool:
        if find_container(found.pointer) in doubtful or (is_step_unknown and _OF_STEPS.fullmatch(found.pointer)):
            return True
        return any(_is_in(found.pointer, scope) and names.search(found.message) for scope, names in scopes)

    return is_consequence


def _wrong(document: PostingFile) -> Iterator[str]:
    """The pointers of the errors; of a misspelt key, that of the key that was meant as well."""
    for found in document.findings:
        if found.severity is Severity.ERROR:
            yield found.pointer
            if found.code == "SY101" and found.suggestion:
                yield join(found.suggestion, base=parent(found.pointer))


def _names(wrong: list[str]) -> dict[str, set[str]]:
    """The names of the wrong fields, by the step that they are about; by ``""`` for the whole posting.

    Only names that can't be words of a sentence. In a question, all findings are dropped anyway.
    """
    found: dict[str, set[str]] = {}
    for pointer in wrong:
        config = _OF_CONFIG.fullmatch(pointer) or _OF_CONFIG.fullmatch(parent(pointer))
        if _OF_CONFIG.fullmatch(pointer):
            names = {field for model in CONFIGS.values() for field in model.model_fields}
        else:
            names = {last(pointer)}
        if config is not None or not parent(pointer):
            found.setdefault(config[1] if config else "", set()).update(each for each in names if "_" in each)
    return {scope: {re.escape(each) for each in names} for scope, names in found.items() if names}


def _is_in(pointer: str, scope: str) -> bool:
    return pointer == scope or pointer.startswith(f"{scope}/")
