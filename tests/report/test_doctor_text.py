"""Every check of ``doctor`` has words, and what a terminal shows fits it."""

from __future__ import annotations

import pytest

from heymilo_ops.errors import AttentionError, Exit
from heymilo_ops.model.setup_check import SetupCheck, SetupCode, SetupPart
from heymilo_ops.report.doctor_text import check_data, render_check
from heymilo_ops.report.writer import Writer

ARGS: dict[str, str | int] = {
    **dict.fromkeys(("version", "python", "project", "root", "commit", "names", "location", "workspace"), "X"),
    **dict.fromkeys(("remote", "scheme", "writers", "variable", "url", "name", "id"), "X"),
    **dict.fromkeys(("manifests", "errors", "serial", "postings", "commits", "open", "unmanaged"), 2),
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
