"""What of a saved plan was recomputed, and what is only read from its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heymilo_ops.plan.comparison import Comparison
from heymilo_ops.review.document import Callout, CalloutKind, foreign
from heymilo_ops.review.words import counted
from heymilo_ops.text.sanitize import one_line

_MOST = 20


def comparison_paragraphs(compared: Comparison, why: str) -> list[str]:
    """Return a paragraph on each kind of result; ``why``: nothing could be recomputed."""
    if why:
        return [f"Nothing of this was recomputed: {one_line(why)}. All of it is only what the file says."]
    texts = []
    if compared.otherwise:
        texts.append(f"THE FILE TELLS OTHERWISE than a plan made here: {_listed(compared.otherwise)}.")
    if compared.same or not compared.otherwise:
        texts.append(
            "Recomputed from the manifests and the state here, without asking HeyMilo: what is done to "
            f"{counted(len(compared.same), 'posting')}, with every field, class and revision."
        )
    if compared.unknown:
        texts.append(f"Only read from the file: {_listed(compared.unknown)}.")
    return texts


def comparison_callout(texts: Iterable[str]) -> Callout:
    """Return these paragraphs as a callout, to stand below the document of the plan."""
    return Callout(CalloutKind.NOTE, tuple((foreign(text),) for text in texts))


def _listed(phrases: Sequence[str]) -> str:
    more = [f"and {len(phrases) - _MOST} more"] if len(phrases) > _MOST else []
    return "; ".join([*_phrases(phrases[:_MOST]), *more])


def _phrases(phrases: Iterable[str]) -> Iterable[str]:
    return (one_line(phrase).rstrip(".") for phrase in phrases)
