"""Which postings an import takes, and which one an id or a link means."""

from __future__ import annotations

from typing import Any

import pytest

from heymilo_ops.importer.selection import OmissionCause, referred_to, select, with_title
from heymilo_ops.model.live import Live, Mark
from heymilo_ops.plan.ownership import Ownership, Relation, classify

MARK = Mark("acme", "production", "support", 1, "a" * 32, 1, "sha256:" + "b" * 64)


def live(posting_id: str, **more: Any) -> Live:
    return Live(
        **{"posting_id": posting_id, "title": "Porter", "name": None, "status": "active", "archived": False, **more}
    )


def chosen(*lives: Live, by_id: bool = False, blueprints: dict[str, str] | None = None) -> dict[str, Any]:
    owners = classify(None, lives, "acme", "production")
    selection = select(lives, owners, blueprints or {}, by_id=by_id)
    assert len(selection.chosen) + len(selection.omitted) == len(lives)
    return {omission.live.posting_id: (omission.cause, omission.whose) for omission in selection.omitted}


@pytest.mark.parametrize("status", ["active", "draft", "expired", "paused", ""])
def test_open_drafts_and_expired_ones_are_taken(status: str) -> None:
    assert chosen(live("A", status=status)) == {}


@pytest.mark.parametrize("by_id", [False, True])
def test_what_must_not_be_taken_over_is_not(by_id: bool) -> None:
    lives = (
        live("A", status="archived", archived=True),
        live("B"),
        live("C", metadata=MARK.metadata()),
        live("D", metadata=Mark("other", "production", "x", 3, "", 0, "").metadata()),
        live("E"),
    )
    assert chosen(*lives, by_id=by_id, blueprints={"B": "Warehouse"}) == {
        "A": (OmissionCause.ARCHIVED, ""),
        "B": (OmissionCause.BLUEPRINT, "Warehouse"),
        "C": (OmissionCause.MARKED, "acme/production/support@1"),
        "D": (OmissionCause.MARKED, "other/production/x@3"),
    }


def test_a_test_posting_is_taken_only_by_its_id() -> None:
    posting = live("A", document={"test_posting": True})
    assert chosen(posting) == {"A": (OmissionCause.TEST, "")}
    assert chosen(posting, by_id=True) == {}


def test_a_managed_one_is_named() -> None:
    posting = live("A", archived=True)
    owners = {"A": Ownership(posting, Relation.SUPERSEDED, "porter")}
    (omission,) = select([posting], owners, {}, by_id=True).omitted
    assert (omission.cause, omission.whose) == (OmissionCause.MANAGED, "porter")


def test_the_first_made_comes_first() -> None:
    lives = [live("B", created_at=2.0), live("C"), live("A", created_at=1.0)]
    taken = select(lives, classify(None, lives, "acme", "production"), {}, by_id=False).chosen
    assert [posting.posting_id for posting in taken] == ["A", "B", "C"]


def test_words_of_the_title() -> None:
    lives = [live("A", title="Night PORTER"), live("B", title="Baker")]
    assert [posting.posting_id for posting in with_title(lives, "porter")] == ["A"]
    assert with_title(lives, "") == lives


LIVES = [
    live(
        "13D77095",
        candidate_url="https://app.heymilo.ai/acme/night-porter",
        review_url="https://app.heymilo.ai/review/13D77095?tab=all",
    ),
    live("AB12", candidate_url="https://app.heymilo.ai/acme/night-baker", review_url=None),
    live("CD34", candidate_url="https://app.heymilo.ai:bad/x"),
]


@pytest.mark.parametrize(
    ("reference", "ids"),
    [
        ("13D77095", ["13D77095"]),
        (" 13D77095 ", ["13D77095"]),
        ("https://app.heymilo.ai/acme/night-porter", ["13D77095"]),
        ("https://APP.heymilo.ai/acme/night-porter/?utm_source=x#top", ["13D77095"]),
        ("app.heymilo.ai/acme/night-baker", ["AB12"]),
        ("https://app.heymilo.ai/review/13D77095", ["13D77095"]),
        ("https://app.heymilo.ai/postings/AB12/edit", ["AB12"]),
        ("https://app.heymilo.ai/edit?posting=AB12", ["AB12"]),
        ("https://app.heymilo.ai/#/postings/AB12?tab=1", ["AB12"]),
        ("https://app.heymilo.ai/AB12/13D77095", ["13D77095", "AB12"]),
        ("https://app.heymilo.ai/acme", []),
        ("https://[bad/13D77095", []),
        ("EF56", []),
        ("", []),
    ],
)
def test_an_id_or_a_link_leads_to_a_posting(reference: str, ids: list[str]) -> None:
    assert [posting.posting_id for posting in referred_to(reference, LIVES)] == ids
