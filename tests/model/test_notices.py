from __future__ import annotations

from heymilo_ops.model.notices import NoticeElsewhere, Notices


def test_only_what_is_given_elsewhere_is_stated():
    given = Notices.model_validate({"ai": {"given_in": "careers page", "url": "https://jobs.acme.com/ai"}})
    assert given.stated == {"ai": NoticeElsewhere(given_in="careers page", url="https://jobs.acme.com/ai")}
    assert Notices().stated == {}
