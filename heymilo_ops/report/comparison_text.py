"""What of a saved plan was recomputed, and what is only read from its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heymilo_ops.plan.comparison import Comparison
from heymilo_ops.report.markdown import escape, quote
from heymilo_ops.report.writer import Writer
from heymilo_ops.review.shared_change_words import postings
from heymilo_ops.text.sanitize import one_line
from heymilo_ops.text.width import folded

_MOST = 20


def paragraphs(compared: Comparison, why: str) -> list[str]:
    """A paragraph on each kind; ``why``: nothing could be recomputed."""
    if why:
        return [f"Nothing of this was recomputed: {one_line(why)}. All of it is only what the file says."]
    said = []
    if compared.otherwise:
        said.append(f"THE FILE TELLS OTHERWISE than a plan made here: {_listed(compared.otherwise)}.")
    if compared.same or not compared.otherwise:
        said.append(
            "Recomputed from the manifests and the state here, without asking HeyMilo: what is done to "
            f"{postings(len(compared.same))}, with every field, class and revision."
        )
    if compared.unknown:
        said.append(f"Only read from the file: {_listed(compared.unknown)}.")
    return said


def text(said: Sequence[str], writer: Writer) -> str:
    """For a terminal."""
    return "\n".join(line for each in said for line in folded(each, max(writer.width, 40))) + "\n"


def markdown(said: Sequence[str]) -> str:
    """For a pull request."""
    lines = ["[!NOTE]"]
    for each in said:
        lines += [escape(each), ""]
    return quote(lines[:-1]) + "\n"


def _listed(said: Sequence[str]) -> str:
    more = [f"and {len(said) - _MOST} more"] if len(said) > _MOST else []
    return "; ".join([*_clean(said[:_MOST]), *more])


def _clean(said: Iterable[str]) -> Iterable[str]:
    return (one_line(each).rstrip(".") for each in said)
