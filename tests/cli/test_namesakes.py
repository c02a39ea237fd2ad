"""What somebody made at HeyMilo under a name of ours: nothing is made beside it before somebody decides."""

from __future__ import annotations

from tests.cli.conftest import KEY, Repo, Served

GO = ("apply", "--auto-approve")


def names(served: Served) -> list[str]:
    return sorted(each["name"] for each in served.postings())


def test_the_second_posting_of_a_name_is_not_made_and_the_others_are(repo: Repo, served: Served) -> None:
    served.create("support")
    repo.write("other")
    planned = repo.cli("plan", "--detailed-exitcode")
    assert planned.code == 2
    assert "1 to create" in planned.out and "1 held" in planned.out and "PL505" in planned.out
    assert "archive it" not in planned.out
    applied = repo.cli(*GO)
    assert applied.code == 0, applied.text
    assert names(served) == ["other", "support"]
    again = repo.cli(*GO)
    assert (again.code, names(served)) == (0, ["other", "support"])
    assert "No changes. 1 held." in again.out


def test_it_is_made_where_somebody_decides_so(repo: Repo, served: Served) -> None:
    served.create("support")
    assert repo.cli(*GO, "--allow-namesake", "support").code == 0
    assert names(served) == ["support", "support"]
    assert repo.cli("plan", "--detailed-exitcode").code == 0


def test_or_where_its_manifest_is_removed(repo: Repo, served: Served) -> None:
    served.create("support")
    (repo.root / "postings/support.yaml").unlink()
    ran = repo.cli(*GO)
    assert (ran.code, names(served), "held" in ran.out) == (0, ["support"], False)


def test_a_saved_plan_does_not_carry_the_leave(repo: Repo, served: Served) -> None:
    served.create("support")
    path = str(repo.root / "plan.json")
    made = repo.cli("plan", "--out", path, "--allow-namesake", "support")
    assert "--allow-namesake support" in made.text.rpartition("To carry it out")[2]
    refused = repo.cli("apply", path)
    assert refused.code == 1
    assert "beside one of its name at HeyMilo" in refused.err
    assert names(served) == ["support"]
    assert repo.cli("apply", path, "--allow-namesake", "support").code == 0
    assert names(served) == ["support", "support"]


def test_a_leave_that_is_not_needed_is_not_asked_for_again(repo: Repo, served: Served) -> None:
    path = str(repo.root / "plan.json")
    assert repo.cli("plan", "--out", path, "--allow-namesake", "support").code == 0
    assert repo.cli("apply", path).code == 0


def test_how_many_are_managed_by_nobody(repo: Repo, served: Served) -> None:
    repo.cli("schema")
    said = "1 open posting at HeyMilo is managed by nobody"
    assert "Every open posting at HeyMilo is managed by a repo." in repo.cli("list", "--unmanaged").out
    made = served.create("by-hand")
    assert repo.cli(*GO).code == 0
    assert said in repo.cli("plan").out
    assert said in repo.cli("plan", "--format", "markdown").out
    assert repo.cli("plan", "--json").json["unmanaged"] == 1
    doctor = repo.cli("doctor")
    assert doctor.code == 0
    assert f"2 open; {said}" in doctor.out
    listed = repo.cli("list", "--unmanaged")
    assert listed.code == 0
    assert made in listed.out and said in listed.out and "support" not in listed.out
    (row,) = repo.cli("list", "--unmanaged", "--json").json["unmanaged"]
    assert (row["posting_id"], row["name"], row["title"]) == (made, "by-hand", "Somebody else's")


def test_people_that_heymilo_does_not_count_are_unknown(repo: Repo, served: Served) -> None:
    made = [served.create(f"by-hand-{number}") for number in range(4)]
    served.fault("refuse", method="GET", path="*/stats", times=1, skip=1)
    listed = {row["posting_id"]: row["people"] for row in repo.cli("list", "--unmanaged", "--json").json["unmanaged"]}
    assert [listed[posting_id] is None for posting_id in made] == [False, True, False, False]
    served.heal()
    served.forget_requests()
    served.fault("refuse", method="GET", path="*/stats")
    assert repo.cli("list", "--unmanaged").out.count(" unknown ") == 4
    assert sum("/stats" in request["path"] for request in served.requests()) == 2, "then it isn't asked for more"


def test_the_plain_list_asks_nobody(repo: Repo, served: Served) -> None:
    served.create("by-hand")
    served.forget_requests()
    assert "by-hand" not in repo.cli("list").out
    assert repo.cli("plan", "--refresh", "none").out.count("managed by nobody") == 0
    assert served.requests() == []


def test_a_list_that_fails_is_told(repo: Repo, served: Served) -> None:
    repo.cli("schema")
    served.fault("refuse", method="GET", body={"detail": "The account is suspended"})
    for command in (("list", "--unmanaged"), ("doctor",)):
        ran = repo.cli(*command)
        assert (ran.code, "HeyMilo answered 409: The account is suspended" in ran.text) == (5, True)
        assert KEY not in ran.text
