"""Keys and passwords in a file that goes to git, to HeyMilo and to candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, error

_SECRETS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, sign, re.compile(pattern))
    for name, sign, pattern in (
        ("an AWS access key", "AKIA", r"\bAKIA[0-9A-Z]{16}\b"),
        ("a GitHub token", "ghp_", r"\bghp_[A-Za-z0-9]{36}\b"),
        ("a GitHub token", "github_pat_", r"\bgithub_pat_[A-Za-z0-9_]{22,}"),
        ("a GitLab token", "glpat-", r"\bglpat-[A-Za-z0-9_-]{20}"),
        ("a Google API key", "AIza", r"\bAIza[A-Za-z0-9_-]{35}"),
        ("a JSON web token", "eyJ", r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"),
        ("an npm token", "npm_", r"\bnpm_[A-Za-z0-9]{36}\b"),
        ("an OpenAI or Anthropic key", "sk-", r"\bsk-(?=[A-Za-z_-]*\d)(?:proj-|ant-)?[A-Za-z0-9_-]{32,}"),
        ("a private key", "PRIVATE KEY", r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
        ("a SendGrid key", "SG.", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
        ("a Slack token", "xox", r"\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
        ("a Stripe key", "k_live_", r"\b[rs]k_live_[A-Za-z0-9]{20,}"),
        ("a password in a link", "://", r"://[^\s/:@]+:[^\s/:@{}<>$]+@[^\s/@]+"),
    )
)


@error("SC101")
def secret_in_text(subject: Subject) -> Iterator[Hit]:
    """No text holds a key, a token or a password.

    Manifests stay in git for ever, and their texts reach candidates. A key that has been there must be
    replaced, not only removed.

    PASS:
        instructions: Ask about Kubernetes, tokens and private keys.
    FAIL:
        instructions: Our key is AKIAIOSFODNN7EXAMPLE in case you need it.
    """
    for name, sign, pattern in _SECRETS:
        if sign not in subject.words or not pattern.search(subject.words):
            continue
        for pointer, text in subject.texts_with(sign):
            if pattern.search(text):
                yield Hit(
                    pointer,
                    f"the text holds what looks like {name}",
                    "remove it, and have the key or password replaced, because git remembers it",
                )
