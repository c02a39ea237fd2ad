"""What looks like personal data or a credential, and what doesn't."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.importer.personal_data import PersonalData, PersonalKind, find_personal_data, looks_secret

KIND = PersonalKind


def items(text: str, field: str = "instructions") -> list[tuple[PersonalKind, str]]:
    return [(item.kind, item.excerpt) for item in find_personal_data({field: text}, {})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to jobs@solano.example, or call.", [(KIND.MAIL, "jobs@solano.example")]),
        ("Ring +44 (0)20 7946 0018 before noon.", [(KIND.PHONE, "+44 (0)20 7946 0018")]),
        ("Call 030 901820-55 now", [(KIND.PHONE, "030 901820-55")]),
        ("Dr. Ada Lovelace decides.", [(KIND.NAME, "Ada Lovelace")]),
        ("Please contact Jane van Doe.", [(KIND.NAME, "Jane van Doe")]),
        ("Regards,\nJane Doe", [(KIND.NAME, "Jane Doe")]),
        ("Contact Jane Doe", [(KIND.NAME, "Jane Doe")]),
        ("Ask for Ms. Doe at the desk.", [(KIND.NAME, "Doe")]),
        ("interviewer: Jane Doe", [(KIND.NAME, "Jane Doe")]),
        ("Interviewer: Jane", [(KIND.NAME, "Jane")]),
        ("Your manager is Jane Doe.", [(KIND.NAME, "Jane Doe")]),
        ("Hello,\nthis is Jane Doe from Acme", [(KIND.NAME, "Jane Doe")]),
        ("Best, Jane", [(KIND.NAME, "Jane")]),
        ("See you soon.\nThanks,\n\nJane", [(KIND.NAME, "Jane")]),
        ("See you.\n-- \nJane Doe", [(KIND.NAME, "Jane Doe")]),
        ("See you.\n— Jane Doe", [(KIND.NAME, "Jane Doe")]),
        ("Frau Dr. Schmidt", [(KIND.NAME, "Schmidt")]),
        ("Mit freundlichen Grüßen\nAnna Müller", [(KIND.NAME, "Anna Müller")]),
        ("Ihr Ansprechpartner: Lukas Öztürk", [(KIND.NAME, "Lukas Öztürk")]),
        ("Bien cordialement,\nÉmilie Dupont", [(KIND.NAME, "Émilie Dupont")]),
        ("Contactpersoon: Sanne ten Hove", [(KIND.NAME, "Sanne ten Hove")]),
        ("Hola, me llamo Inés Álvarez.", [(KIND.NAME, "Inés Álvarez")]),
        ("See https://x.example/book?token=5f2c9a7d1e8b now", [(KIND.URL_TOKEN, "token=…")]),
        ("https://x.example/a?b=1&X-Amz-Signature=abcdef012345", [(KIND.URL_TOKEN, "X-Amz-Signature=…")]),
        ("ftp://jo:s3cr3tpw@files.solano.example", [(KIND.CREDENTIAL, "a password in a link"), (KIND.MAIL, ...)]),
        ("key AKIAIOSFODNN7EXAMPLE", [(KIND.CREDENTIAL, "an AWS access key")]),
    ],
)
def test_what_to_look_at_before_a_file_goes_to_git(text: str, expected: list[tuple[PersonalKind, Any]]) -> None:
    found = items(text)
    assert [kind for kind, _ in found] == [kind for kind, _ in expected]
    assert all(theirs in (excerpt, ...) for (_, excerpt), (_, theirs) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Training starts on 2027-03-01 and 01.03.2027, 12 weeks long.",
        "The pay is 27,400 pounds a year, and 29,900 after training.",
        "Contact your lead. Call us. Dr. means doctor.",
        "https://x.example/book?page=12345678&tokens=1",
        "Order 1234 of 5678, section 9.",
        "Best practices matter. Thanks, we will be in touch.",
        "Contact Customer Support. The manager: Human Resources.",
        "— First Aid\n— Night Shift\n- Forklift Licence",
        "Best Western Hotel, M. Sc., Best Buy",
        "@everyone, a@b",
    ],
)
def test_what_is_nobody_s_data(text: str) -> None:
    assert items(text) == []


def test_each_is_found_where_it_stands_and_once() -> None:
    request = {
        "title": "Baker",
        "metadata": {"owner": "Jane Doe <jane@solano.example>", "colour": "Navy Blue"},
        "workflow": [{"type": "form", "questions": [{"text": "Mail a@solano.example or a@solano.example"}]}],
    }
    assert find_personal_data(request, {"ats_metadata": {"ats_job_id": "J", "source": "x"}}) == (
        PersonalData(KIND.MAIL, "/metadata/owner", "jane@solano.example"),
        PersonalData(KIND.NAME, "/metadata/owner", "Jane Doe"),
        PersonalData(KIND.MAIL, "/workflow/0/questions/0/text", "a@solano.example"),
        PersonalData(KIND.ATS, "/ats_metadata", "ats_job_id, source"),
    )
    assert find_personal_data({}, {"ats_metadata": None}) == ()


def test_no_token_is_shown() -> None:
    text = "https://x.example/?api_key=5f2c9a7d1e8b4c60 and sk-abcdefghij0123456789abcdefghij0123"
    assert looks_secret(text)
    assert "5f2c9a" not in repr(find_personal_data({"a": text}, {}))
    assert "abcdefghij" not in repr(find_personal_data({"a": text}, {}))


def test_a_hostile_text_takes_no_long_time() -> None:
    for part in ("http://", "a.", "1 ", "&token", "Dr. A", "contact ", "Best,\n", "Aa van ", "Mr Mr ", "—\n"):
        find_personal_data({"a": part * 50_000}, {})
