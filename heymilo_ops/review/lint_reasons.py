"""What is why of the errors of lint rules in a plan, and of findings that don't count."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from heymilo_ops.errors import Advice, AdviceKind
from heymilo_ops.model.reason import ReasonCode
from heymilo_ops.review.advice import command


def _bars(number: int, codes: tuple[str, ...], workspace: str) -> str:
    return f"lint finds {_errors(number)} in it ({', '.join(codes)}): correct what `{_lint(workspace)}` shows"


def _stand(number: int, codes: tuple[str, ...]) -> str:
    return (
        f"lint finds {_errors(number)} in it ({', '.join(codes)}); that bars creating or replacing it and an edit of "
        "that text, which this plan doesn't do"
    )


def _lint(workspace: str) -> str:
    return command(Advice(AdviceKind.LINT), workspace)


def _errors(number: int) -> str:
    return "an error" if number == 1 else f"{number} errors"


def _because(where: str) -> Callable[[str, str], str]:
    def words(reason: str, ticket: str) -> str:
        why = "; ".join(filter(None, (reason, ticket)))
        return f"{where}: {why}" if why else where

    return words


def _count(number: int, errors: int, ways: tuple[str, ...], workspace: str) -> str:
    number_words = "1 finding doesn't count" if number == 1 else f"{number} findings don't count"
    worth = f", {errors} of them errors" if errors and number > 1 else ""
    return f"{number_words}{worth}: {', '.join(ways)}. `{_lint(workspace)} --format json` has them."


LINT: Mapping[ReasonCode, str | Callable[..., str]] = {
    ReasonCode.LINT_BARS: _bars,
    ReasonCode.LINT_ERRORS: _stand,
    ReasonCode.LINT_DISMISSED: "{0} {1}, an error, doesn't count, {2}",
    ReasonCode.LINT_DISMISSED_COUNT: _count,
    ReasonCode.DISMISSED_BY_COMMENT: _because("by a comment"),
    ReasonCode.DISMISSED_BY_EXCEPTION: _because("by heymilo-exceptions.yaml"),
    ReasonCode.DISMISSED_BY_BASELINE: _because("by the baseline"),
    ReasonCode.DISMISSED_BY_CONFIG: _because("by heymilo.yaml"),
}
