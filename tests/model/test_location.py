from __future__ import annotations

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.model.location import BranchLocation, BucketLocation, FolderLocation, is_loopback, parse_location


@pytest.mark.parametrize(
    "state",
    [
        "git:",
        "git:origin",
        "git:origin/",
        "git:/branch",
        "git:origin/-x",
        "git:origin/a..b",
        "git:origin/a.lock",
        "git:origin/a.",
        "git:origin/a b",
        "git:-x/branch",
        "git:https://user:sesame@example.org/x.git",
        "ftp://host/x",
        "S3://bucket",
        "s3://",
        "s3://b",
        "s3:///prefix",
        "s3://bucket/a//b",
        "s3://bucket/../b",
        "s3://bucket/a?versionId=1",
        "s3://bucket/a#b",
        "s3://key:sesame@bucket/a",
        "az://contäiner/a",
    ],
)
def test_what_is_no_address_is_refused_with_the_forms(state: str) -> None:
    with pytest.raises(StateError) as caught:
        parse_location(state)
    assert caught.value.help
    assert "sesame" not in caught.value.message + caught.value.help


@pytest.mark.parametrize(
    ("state", "address"),
    [
        (".heymilo/state/production", FolderLocation(".heymilo/state/production")),
        ("/srv/state", FolderLocation("/srv/state")),
        ("s3://acme-state", BucketLocation("s3", "acme-state", "")),
        ("s3://acme-state/heymilo/production/", BucketLocation("s3", "acme-state", "heymilo/production")),
        ("az://state/x", BucketLocation("az", "state", "x")),
        ("gs://state/x", BucketLocation("gs", "state", "x")),
        ("git:origin/heymilo-state", BranchLocation("origin", "heymilo-state")),
        ("git:origin/ops/heymilo.state", BranchLocation("origin", "ops/heymilo.state")),
    ],
)
def test_an_address(state: str, address: object) -> None:
    assert parse_location(state) == address


@pytest.mark.parametrize("state", ["s3://acme-state", "az://state/x/y", "git:origin/heymilo-state"])
def test_an_address_in_words_is_what_was_written(state: str) -> None:
    assert str(parse_location(state)) == state


def test_loopback() -> None:
    assert is_loopback("127.1.2.3")
    assert not is_loopback("192.168.0.1")
    assert not is_loopback("example.org")
