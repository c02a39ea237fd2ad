from __future__ import annotations

import pytest

from heymilo_ops.lint.rules.placeholder_host import placeholder_host


@pytest.mark.parametrize(
    "link",
    [
        None,
        "https://careers.larkfield.com/thanks",
        "https://example-shop.com/jobs",
        "https://myexample.com",
        "https://latest.larkfield.com",
        "https://test.larkfield.com",
        "https://stagecraft.org/?next=https://example.com",
        "https://10.example-host.io",
        "https://local.news/jobs",
    ],
)
def test_hosts_that_people_can_reach(hits_of, link):
    assert hits_of(placeholder_host, {"redirect_url": link}) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com/x",
        "https://jobs.Example.ORG",
        "https://larkfield.example",
        "https://larkfield.test:8443/x",
        "https://app.localhost",
        "https://staging.larkfield.com",
        "https://jobs.stg.larkfield.com/x",
        "https://127.0.0.1",
        "https://192.168.1.20/x",
        "https://wiki.internal/x",
        "https://example.com./x",
    ],
)
def test_hosts_that_they_cannot(hits_of, link: str):
    assert [hit.pointer for hit in hits_of(placeholder_host, {"scheduling_url": link})] == ["/scheduling_url"]


def test_pictures_count(hits_of):
    assert hits_of(placeholder_host, {"type": "web_interview", "config": {}}) == []
    room = {
        "avatar_image_url": "https://cdn.example.com/a.png",
        "backdrop_image_url": "https://cdn.larkfield.com/b.png",
    }
    hits = hits_of(placeholder_host, {"type": "web_interview", "config": {"web_interview_config": room}})
    assert [hit.pointer for hit in hits] == ["/workflow/0/config/web_interview_config/avatar_image_url"]
