"""``--json`` of the commands that once had none: one document on stdout, with its version."""

from __future__ import annotations

from typing import Any

from tests.cli.conftest import Ran, Repo, Served


def _document(ran: Ran, code: int = 0) -> dict[str, Any]:
    assert ran.code == code, ran.text
    data = dict(ran.json)
    assert data.pop("format_version") == "1.0"
    return data


def test_explain(repo: Repo) -> None:
    (one,) = _document(repo.cli("explain", "SY101", "--json"))["codes"]
    assert (one["code"], one["name"], one["severity"]) == ("SY101", "unknown-key", "error")
    assert "unknown keys" in one["page"]
    codes = [each["code"] for each in _document(repo.cli("explain", "--json"))["codes"]]
    assert codes == sorted(codes) and len(codes) > 50


def test_doctor(repo: Repo, served: Served) -> None:
    repo.cli("schema")
    checks = _document(repo.cli("doctor", "--json"))["checks"]
    assert all(each["ok"] and each["exit"] == 0 for each in checks)
    assert {"heymilo.yaml", "state", "HeyMilo"} <= {each["check"] for each in checks}
    repo.edit("title: Support", "titel: Support")
    wrong = [each for each in _document(repo.cli("doctor", "--json"), 1)["checks"] if not each["ok"]]
    assert [(each["check"], each["exit"], each["help"]) for each in wrong] == [("postings", 1, "See: heymilo-ops lint")]


def test_state(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    known = repo.posting()
    listed = _document(repo.cli("state", "list", "--json"))
    assert (listed["workspace"], listed["pending"]) == ("production", [])
    assert listed["postings"]["support"] == {
        "posting_id": known["posting_id"],
        "status": "active",
        "revision": 1,
        "digest": known["digest"],
    }
    shown = _document(repo.cli("state", "show", "support", "--json"))
    assert shown["name"] == "support"
    assert shown["posting"]["posting_id"] == known["posting_id"]
    assert len(shown["posting"]["revisions"]) == 1


def test_what_is_pending(repo: Repo, served: Served) -> None:
    served.leave_open()
    repo.cli("apply", "--auto-approve")
    (pending,) = _document(repo.cli("state", "list", "--json"))["pending"]
    assert (pending["address"], pending["kind"], pending["status"]) == ("support", "create", "sending")


def test_rollback(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    repo.edit("when a customer was angry", "when somebody was angry")
    assert repo.cli("apply", "--auto-approve", "--allow-large-change").code == 0
    done = repo.cli("rollback", "support", "--to", "1", "--no-write", "--auto-approve", "--json")
    (outcome,) = _document(done)["outcomes"]
    assert (outcome["address"], outcome["result"]) == ("support", "done")


def test_promote(repo: Repo, served: Served) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    promoted = ("promote", "support", "--from", "production", "--to", "sandbox", "--auto-approve", "--json")
    (outcome,) = _document(repo.cli(*promoted))["outcomes"]
    assert outcome["address"] == "support"
    assert _document(repo.cli(*promoted))["outcomes"] == []
