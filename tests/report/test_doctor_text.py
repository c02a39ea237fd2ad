"""Every check of ``doctor`` has words, and what a terminal shows fits it."""

from __future__ import annotations

import pytest

from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.model.setup_check import SetupCheck, SetupCode, SetupPart
from heymilo_ops.report.doctor_text import check_data, render_check
from heymilo_ops.report.writer import Writer

ARGS: dict[str, str | int] = {
    **dict.fromkeys(
        ("version", "python", "project", "root", "commit", "names", "location", "workspace", "repository"), "X"
    ),
    **dict.fromkeys(("remote", "scheme", "writers", "variable", "url", "name", "id", "repository"), "X"),
    **dict.fromkeys(("manifests", "errors", "serial", "postings", "commits", "open", "unmanaged"), 2),
    **dict.fromkeys(("entries", "old", "unchecked"), 2),
}


@pytest.mark.parametrize("code", [code for code in SetupCode if code is not SetupCode.FAILED])
def test_every_code_has_a_message(code: SetupCode) -> None:
    data = check_data(SetupCheck(SetupPart.STATE, code, ARGS))
    assert data["message"] and "{" not in data["message"] + data["help"]
    assert (data["check"], data["ok"], data["exit"]) == ("state", True, Exit.DONE)


def test_one_is_no_plural_and_nobody_needs_no_help() -> None:
    counts = SetupCheck(SetupPart.MANIFESTS, SetupCode.MANIFESTS_VALID, {"manifests": 1, "errors": 0})
    assert check_data(counts)["message"] == "1 manifest, 0 errors"
    postings = SetupCheck(SetupPart.POSTINGS, SetupCode.POSTINGS, {"open": 3, "unmanaged": 0, "workspace": "w"})
    assert check_data(postings)["help"] == ""
    bucket = SetupCheck(SetupPart.LOCATION, SetupCode.BUCKET, {"scheme": "gs"})
    assert "(Google Cloud Storage, experimental)" in check_data(bucket)["message"]


def test_what_stopped_a_check_is_its_message() -> None:
    failed = SetupCheck(SetupPart.STATE, SetupCode.FAILED, exit=Exit.ATTENTION, error=AttentionError("no", "do it"))
    assert render_check(failed, Writer(False)) == "FAIL  state: no\n      do it"
    narrow = render_check(SetupCheck(SetupPart.LOCATION, SetupCode.FOLDER), Writer(False, 60))
    assert max(map(len, narrow.splitlines())) <= 60 and narrow.startswith("ok    its place: a folder:")


def test_old_law_data_is_a_warning_that_ends_in_nothing() -> None:
    old = SetupCheck(SetupPart.LAW, SetupCode.LAW_OLD, {"entries": 9, "old": 2, "unchecked": 3})
    first, help = render_check(old, Writer(False)).splitlines()
    assert first.startswith("warn  law data: of 9 entries, 2 were compared") and first.endswith("ago, 3 never")
    assert "Upgrade" in help and check_data(old)["ok"]
