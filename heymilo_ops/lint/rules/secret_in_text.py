"""Keys and passwords in a file that goes to git, to HeyMilo and to candidates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from heymilo_ops.lint.rule import Hit, Subject, error

# A text of a mebibyte must not take quadratic time: no pattern reads on and on from places that lie close together.
_TOKEN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_JWT_HEAD = re.compile(r"\beyJ[A-Za-z0-9_-]{10,}\Z")
_JWT_REST = re.compile(r"\.eyJ[A-Za-z0-9_-]{10,}+(?=\.[A-Za-z0-9_-]{10})")
_SLACK = re.compile(r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}")
_SK_KEY = re.compile(r"\bsk-[A-Za-z0-9_-]{32,}")


def _has_web_token(text: str) -> bool:
    """Whether a JSON web token stands in the text: two parts that begin with ``eyJ``, and a third."""
    for rest in _JWT_REST.finditer(text):
        end = start = rest.start()
        while start and text[start - 1] in _TOKEN:
            start -= 1
        if _JWT_HEAD.search(text, start, end):
            return True
    return False


def _with_digit(pattern: re.Pattern[str]) -> Callable[[str], object]:
    """Whether a key stands in a text; without a digit it is words with hyphens."""
    return lambda text: any(any(map(str.isdigit, match.group())) for match in pattern.finditer(text))


def _pattern(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern).search


_SAMPLE = (
    r"[^\s/:@]+:(?:(?:my|your)?[-_]?(?:key|pass|passphrase|passwd|password|passwort|pw|pwd|secret"
    r"|token)|\.{3}|…|\*+|[xX]{3,})@"
    r"|(?P<name>[^\s/:@]+):(?P=name)@(?:localhost|127\.0\.0\.1|host(?:name)?|(?:[\w-]+\.)?example(?:\.\w+)?)(?![\w.-])"
)
"""A user and a password that only show where they stand: ``user:pass@``; or a tool's own default at no real host."""

_SECRETS: tuple[tuple[str, str, Callable[[str], object]], ...] = tuple(
    (name, sign, _pattern(detector) if isinstance(detector, str) else detector)
    for name, sign, detector in (
        ("an AWS access key", "AKIA", r"\bAKIA[0-9A-Z]{16}\b"),
        ("a GitHub token", "ghp_", r"\bghp_[A-Za-z0-9]{36}\b"),
        ("a GitHub token", "github_pat_", r"\bgithub_pat_[A-Za-z0-9_]{22,}"),
        ("a GitLab token", "glpat-", r"\bglpat-[A-Za-z0-9_-]{20}"),
        ("a Google API key", "AIza", r"\bAIza[A-Za-z0-9_-]{35}"),
        ("a JSON web token", "eyJ", _has_web_token),
        ("an npm token", "npm_", r"\bnpm_[A-Za-z0-9]{36}\b"),
        ("an OpenAI or Anthropic key", "sk-", _with_digit(_SK_KEY)),
        ("a private key", "PRIVATE KEY", r"-----BEGIN (?:[A-Z]++ )*PRIVATE KEY-----"),
        ("a SendGrid key", "SG.", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
        ("a Slack token", "xox", _with_digit(_SLACK)),
        ("a Stripe key", "k_live_", r"\b[rs]k_live_[A-Za-z0-9]{20,}"),
        ("a password in a link", "://", rf"://(?!{_SAMPLE})[^\s/:@]+:[^\s/:@{{}}<>$]+@[^\s/@]+"),
    )
)


def secrets_in(text: str) -> list[str]:
    """Return what the text looks like it holds: ``a GitHub token``."""
    return [name for name, sign, is_in in _SECRETS if sign in text and is_in(text)]


@error("SC101")
def secret_in_text(subject: Subject) -> Iterator[Hit]:
    """No text holds a key, a token or a password.

    Manifests stay in git for ever, and their texts reach candidates. A key that has been there must be
    replaced, not only removed. A link such as ftp://user:pass@host is no secret, and neither is a word about keys.

    PASS:
        instructions: Our key is in the vault in case you need it.
    FAIL:
        instructions: Our key is AKIAIOSFODNN7EXAMPLE in case you need it.
    """
    words = subject.words
    for name, sign, is_in in _SECRETS:
        if sign not in words or not is_in(words):
            continue
        for pointer, text in subject.texts_with(sign):
            if is_in(text):
                yield Hit(
                    pointer,
                    f"the text holds what looks like {name}",
                    "remove it, and have the key or password replaced, because git remembers it",
                )
