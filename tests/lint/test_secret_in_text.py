from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.secret_in_text import secret_in_text

# Put together here, so that no scanner takes this file for a leak.
SECRETS = {
    "an AWS access key": "AKIA" + "IOSFODNN7EXAMPLE",
    "a GitHub token": "ghp_" + "a1B2" * 9,
    "a GitLab token": "glpat-" + "a1B2-" * 4,
    "a Google API key": "AIza" + "a1B2_" * 7,
    "a JSON web token": ".".join(["eyJ" + "hbGciOiJIUzI1", "eyJ" + "zdWIiOiIxMjM0", "c2lnbmF0dXJl"]),
    "an npm token": "npm_" + "a1B2" * 9,
    "an OpenAI or Anthropic key": "sk-" + "proj-" + "a1B2" * 8,
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----",
    "a SendGrid key": "SG." + "a" * 22 + "." + "b" * 43,
    "a Slack token": "xoxb-" + "1234567890-abcdef",
    "a Stripe key": "sk_live_" + "a1B2" * 6,
    "a password in a link": "https://jo:" + "hunter2@larkfield.com/x",
}


@pytest.mark.parametrize(
    "text",
    [
        "Ask about Kubernetes, tokens and private keys.",
        "A PRIVATE KEY never belongs in a repo.",
        "Tell us about risk-assessment-in-a-very-long-hyphenated-word-of-forty-letters.",
        "We use sk-learn, npm_modules and AKIA as examples.",
        "See https://larkfield.com:8443/jobs and mail jobs@larkfield.com.",
        "Write git@github.com:larkfield/ledger.git or ssh://git@github.com/x.",
        "A DSN looks like postgres://USER:$PASSWORD@host or postgres://<user>:<password>@host.",
        "eyJust kidding, xoxo",
        "v1." + "eyJ" + "hbGciOiJIUzI1.zdWIiOiIxMjM0",
        "Why is ftp://user:pass@host a bad idea in a script?",
        "What is wrong with https://jo:password@larkfield.com and https://jo:***@larkfield.com?",
        "Why not write mysql://app:your_password@db.larkfield.com:3306/x, or redis://:SECRET@x?",
        "How does postgres://postgres:postgres@localhost:5432/app differ from amqp://guest:guest@host/?",
        "Where would you keep xoxb-your-bot-token-here?",
        "91F07B2D and sha256:" + "ab12" * 16,
        "The magic number SG.1 is short.",
    ],
)
def test_no_secret(hits_of, text: str):
    assert hits_of(secret_in_text, {"instructions": text}) == []


@pytest.mark.parametrize("kind", SECRETS)
def test_secrets_are_named_and_not_shown(hits_of, kind: str):
    secret = SECRETS[kind]
    (hit,) = hits_of(secret_in_text, {"description": "A job.", "instructions": f"Use {secret} for it."})
    assert hit.pointer == "/instructions"
    assert kind in hit.message and secret not in hit.message + hit.help


@pytest.mark.parametrize(
    "link",
    [
        "ftp://user:pass1@host",
        "ftp://user:Passw0rd@host",
        "https://jo:passage-42@larkfield.com",
        "https://jo:jo@larkfield.com",
        "https://jo:jo@localhost.larkfield.com",
        "https://jo:xy@larkfield.com",
    ],
)
def test_a_password_that_somebody_may_have(hits_of, link: str):
    (hit,) = hits_of(secret_in_text, {"instructions": f"Fetch {link} first."})
    assert "a password in a link" in hit.message


def test_a_sample_does_not_hide_a_password_after_it(hits_of):
    text = "Not ftp://user:pass@host but " + SECRETS["a password in a link"]
    assert len(hits_of(secret_in_text, {"instructions": text})) == 1


def test_only_the_text_with_the_secret_is_named(hits_of):
    part = {"description": "Tokens begin with ghp_ here.", "instructions": SECRETS["a GitHub token"]}
    assert [hit.pointer for hit in hits_of(secret_in_text, part)] == ["/instructions"]


def test_metadata_and_questions_count(hits_of):
    secret = SECRETS["a GitHub token"]
    assert [hit.pointer for hit in hits_of(secret_in_text, {"metadata": {"note": secret}})] == ["/metadata/note"]
    hits = hits_of(secret_in_text, {"modality": "voice", "text": f"What is {secret}?"})
    assert [hit.pointer for hit in hits] == ["/workflow/0/questions/0/text"]
