from __future__ import annotations

from heymilo_ops.model.notices import NoticeElsewhere


def test_where_a_notice_is_given_in_words():
    assert NoticeElsewhere(given_in="application-form").words == "application-form"
    given = NoticeElsewhere.model_validate({"given_in": "careers page", "url": "https://jobs.acme.com/ai"})
    assert given.words == "careers page (https://jobs.acme.com/ai)"
