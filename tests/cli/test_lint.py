"""``lint`` by the command line."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Repo, Served


def test_everything_at_once_with_place_snippet_help_and_code(repo: Repo) -> None:
    repo.edit("title: Support Agent", "titel: Support Agent")
    repo.edit("score_weight: 4", 'score_weight: "4"')
    repo.write("second")
    repo.edit("      - key: angry\n", "      - key: plain\n", "second")
    (repo.root / "postings/third.yaml").write_text("name: third\ntitle: a: b\n", encoding="utf-8")
    linted = repo.cli("lint")
    assert linted.code == 1
    for expected in (
        "postings/support.yaml:4:1: error SY101 unknown-key: 'titel' is not known in a posting",
        "help: did you mean 'title'?",
        "postings/support.yaml:19:23: error SY104 wrong-type:",
        "postings/third.yaml:2:",
        "SY007",
        "postings/second.yaml:",
        "^",
    ):
        assert expected in linted.out, linted.out
    assert "SY102" not in linted.out  # the missing title is the misspelt one
    fixable, placeless = linted.err.splitlines()
    assert fixable.startswith("1 finding can be fixed with --fix")
    assert placeless.startswith("ops.jurisdictions is not set in 1 posting: ")


def test_of_a_thousand_files_three_are_broken(repo: Repo) -> None:
    for number in range(997):
        repo.write(f"support-agent-{number}")
    (repo.root / "postings/support.yaml").unlink()
    broken = {"a.yaml": "name: [\n", "b.yaml": "\tname: x\n", "c.yaml": ""}
    for name, text in broken.items():
        (repo.root / "postings" / name).write_text(text, encoding="utf-8")
    repo.edit("Support Agent", "x", "support-agent-500")  # too short: it shows that the others are looked at
    linted = repo.cli("lint", "--json")
    assert linted.code == 1
    found = {each["path"] for each in linted.json["findings"]}
    assert found == {f"postings/{name}" for name in broken} | {"postings/support-agent-500.yaml"}
    assert "4 of 1000 files" in repo.cli("lint").out


def test_json_has_the_documented_keys(repo: Repo) -> None:
    repo.edit("Support Agent", "x")
    (found,) = repo.cli("lint", "--format", "json").json["findings"]
    assert list(found) == [
        "code",
        "name",
        "severity",
        "message",
        "help",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "address",
        "pointer",
    ]
    assert (found["path"], found["line"], found["column"]) == ("postings/support.yaml", 4, 8)
    assert (found["address"], found["pointer"]) == ("support", "/title")


def test_github_annotations(repo: Repo) -> None:
    repo.edit("Support Agent", "x")
    out = repo.cli("lint", "--format", "github").out
    assert out.startswith("::error file=postings/support.yaml,line=4,col=8,")


def test_github_shows_the_gravest_first_and_is_told_of_the_rest(repo: Repo) -> None:
    from heymilo_ops.finding import Finding, Place, Severity
    from heymilo_ops.report.findings import github_annotations

    counts = {Severity.INFO: 1, Severity.WARNING: 12, Severity.ERROR: 11}
    findings = [
        Finding("CX101", "long", severity, "it is long", place=Place("postings/a.yaml", number))
        for severity, count in counts.items()
        for number in range(count)
    ]
    kinds = [line.split(" ")[0] for line in github_annotations(findings).splitlines()]
    assert kinds == ["::error"] * 11 + ["::warning"] * 12 + ["::notice"] * 2
    (notice,) = [line for line in github_annotations(findings).splitlines() if "more than" in line]
    assert "1 error, 2 warnings more than GitHub shows here" in notice
    assert "more than" not in github_annotations(findings[:5])


def test_several_formats_at_once_and_one_exit_code(repo: Repo) -> None:
    repo.edit("Support Agent", "x")
    files = {name: repo.root / f"lint.{name}" for name in ("json", "sarif", "junit", "github")}
    targets = [part for name, file in files.items() for part in ("--format", f"{name}:{file}")]
    linted = repo.cli("lint", "--format", "text", *targets)
    assert linted.code == 1
    assert linted.out == repo.cli("lint").out
    for name, file in files.items():
        alone = repo.cli("lint", "--format", name)
        assert (alone.code, alone.out) == (1, file.read_text(encoding="utf-8"))
    assert repo.cli("lint", "--format", "text", "--json").json["findings"]
    for args in (("--format", "xml"), ("--format", "text", "--format", "json")):
        assert repo.cli("lint", *args).code == 64
    assert repo.cli("lint", "--format", f"json:{files['json']}", "--output", str(files["sarif"])).code == 64


def test_rules_for_english_words_say_which_postings_they_do_not_read(repo: Repo) -> None:
    assert "English" not in repo.cli("lint").err
    repo.edit("title: Support Agent", "language: nl\ntitle: Support Agent")
    linted = repo.cli("lint", "--json")
    assert "1 posting is not in English. Not read there: " in linted.err
    assert linted.json["english_rules"]["unread_postings"] == 1
    assert "FR101" in linted.json["english_rules"]["codes"]


def test_output_goes_to_a_file(repo: Repo) -> None:
    path = repo.root / "findings.json"
    linted = repo.cli("lint", "--json", "--output", str(path))
    assert linted.out == ""
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written.pop("texts").keys() == {"read", "unreadable", "topics_not_covered"}
    assert written == {"format_version": "1.0", "findings": []}


def test_only_the_paths_that_are_given(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("second")
    repo.edit("Support Agent", "x", "second")
    assert repo.cli("lint", "postings/support.yaml").code == 0
    assert repo.cli("lint", "postings/second.yaml").code == 1
    assert repo.cli("lint", "postings").code == 1
    monkeypatch.chdir(repo.root / "postings")
    from heymilo_ops.cli.main import run

    assert run(["lint", "second.yaml"]) == 1


def test_what_is_not_a_manifest_is_skipped(repo: Repo) -> None:
    for name in ("_draft.yaml", ".hidden.yaml", "_drafts/x.yaml", "notes.md"):
        path = repo.root / "postings" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("nonsense: [", encoding="utf-8")
    assert "1 file, no finding" in repo.cli("lint").out


def test_two_files_of_one_name(repo: Repo) -> None:
    (repo.root / "postings/copy.yaml").write_text(repo.read(), encoding="utf-8")
    linted = repo.cli("lint")
    assert linted.code == 1
    assert linted.out.count("SY150") == 2
    assert "postings/copy.yaml" in linted.out


def test_a_past_deadline_matters_only_where_it_would_be_sent(repo: Repo, served: Served) -> None:
    repo.edit("2035-01-31", "2020-01-31")
    assert repo.cli("lint").code == 1  # nothing was applied: a plan would create it

    repo.edit("2020-01-31", "2035-01-31")
    assert repo.cli("apply", "--auto-approve").code == 0
    state = repo.root / ".heymilo/state/production/state.json"
    repo.edit("2035-01-31", "2020-01-31")
    assert repo.cli("lint").code == 1  # a plan would send it

    digest = json.loads(state.read_text(encoding="utf-8"))["postings"]["support"]["digest"]
    snapshots = state.parent / "snapshots"
    from heymilo_ops.manifest.repo import load_repo

    (desired,) = load_repo(repo.root).desired
    text = state.read_text(encoding="utf-8").replace(digest, desired.digest)
    state.write_text(text, encoding="utf-8")
    assert snapshots.is_dir()
    linted = repo.cli("lint")  # as it was applied: nobody would send it again
    assert linted.code == 0
    assert "0 errors" in linted.out or "hint" in linted.out


def test_a_suppression_needs_a_reason_and_a_finding(repo: Repo) -> None:
    repo.edit('deadline: "2035-01-31T18:00:00Z"\n', "")
    code = repo.cli("lint", "--json").json["findings"][0]["code"]
    repo.edit("name: support\n", f"# heymilo-ops: allow {code} the vendor closes it\nname: support\n")
    assert repo.cli("lint", "--json").json["findings"] == []
    repo.edit(f"allow {code} the", "allow XY999 the")
    codes = {each["code"] for each in repo.cli("lint", "--json").json["findings"]}
    assert codes == {code, "SY024"}


def test_explain_every_code(repo: Repo) -> None:
    listed = [line.split()[0] for line in repo.cli("explain").out.splitlines()]
    assert len(listed) == len(set(listed)) > 60
    assert {code[:2] for code in listed} >= {"SY", "AP", "RB", "KO", "CX", "SC", "PL"}
    for code in listed:
        page = repo.cli("explain", code)
        assert page.code == 0
        assert page.out.startswith(code)
        assert len(page.out.splitlines()) >= 3
    assert repo.cli("explain", "sy101").out == repo.cli("explain", "unknown-key").out


def test_a_comment_that_allows_is_not_called_idle_where_an_error_is_in_the_way(repo: Repo) -> None:
    repo.edit('deadline: "2035-01-31T18:00:00Z"\n', "")
    repo.edit("name: support", "# heymilo-ops: allow AP152 it stays open all year\nname: support")
    assert repo.cli("lint").out.startswith("1 file, no finding; ")
    repo.edit("title: Support Agent", "title: Support: Agent")
    assert [each["code"] for each in repo.cli("lint", "--json").json["findings"]] == ["SY007"]
    repo.edit("title: Support: Agent", "title: 12")
    assert [each["code"] for each in repo.cli("lint", "--json").json["findings"]] == ["SY104"]


def test_a_wrong_value_is_not_a_missing_one_to_the_rules(repo: Repo) -> None:
    repo.edit("  - type: web_interview\n", "  - type: web_interview\n    config: {phone_calls_enabled: true}\n")
    assert [each["code"] for each in repo.cli("lint", "--json").json["findings"]] == ["AP121"]
    repo.edit("title: Support Agent\n", "title: Support Agent\nphone_number_id: 123\n")
    assert [each["code"] for each in repo.cli("lint", "--json").json["findings"]] == ["SY104"]


def test_an_error_in_ops_hides_nothing_else(repo: Repo) -> None:
    repo.edit('deadline: "2035-01-31T18:00:00Z"\n', "ops: {protect: maybe}\n")
    codes = {each["code"] for each in repo.cli("lint", "--json").json["findings"]}
    assert codes == {"SY104", "AP152"}


def test_without_findings_it_says_what_was_read(repo: Repo) -> None:
    assert repo.cli("lint").out.endswith("texts read, 0 not readable in their language, 0 topics not covered\n")
    repo.edit("name: support", "language: pl\nname: support")
    linted = repo.cli("lint", "--json")
    assert linted.code == 0 and "FR210" in [each["code"] for each in linted.json["findings"]]
    assert linted.json["texts"]["unreadable"] > 0


_QUESTION = "text: Tell me about a time when a customer was angry with you.\nquestion_type: scored\n"
_KINDS = ("questions/angry.yaml", "texts/about.md", "defaults/house.yaml")


def _share(repo: Repo) -> None:
    for name, text in zip(_KINDS, (_QUESTION, "We insure boats.\n", "language: en\n"), strict=True):
        path = repo.root / "postings/_shared" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", ["postings/_shared", *(f"postings/_shared/{kind}" for kind in _KINDS)])
def test_a_shared_file_that_is_named_is_judged_as_one(repo: Repo, path: str) -> None:
    _share(repo)
    linted = repo.cli("lint", str(repo.root / path))
    assert linted.code == 0, linted.text
    assert "no finding" in linted.out
    assert "neither" not in linted.err
    assert ("3 files" if path.endswith("_shared") else "1 file,") in linted.out


def test_a_mistake_in_a_shared_file_that_is_named_is_found(repo: Repo) -> None:
    _share(repo)
    path = repo.root / "postings/_shared/questions/angry.yaml"
    path.write_text(_QUESTION.replace("question_type", "question_typ"), encoding="utf-8")
    for asked in (path, path.parent, path.parent.parent, repo.root / "postings"):
        (found,) = repo.cli("lint", "--json", str(asked)).json["findings"]
        assert (found["code"], found["path"]) == ("SY101", "postings/_shared/questions/angry.yaml")
    assert repo.cli("lint", str(repo.root / "postings/support.yaml")).code == 0


def test_a_file_in_the_shared_folder_that_nothing_can_use_is_a_warning(repo: Repo) -> None:
    _share(repo)
    (repo.root / "postings/_shared/notes.txt").write_text("x", encoding="utf-8")
    (found,) = repo.cli("lint", "--json", str(repo.root / "postings/_shared/notes.txt")).json["findings"]
    assert (found["code"], found["path"]) == ("SY164", "postings/_shared/notes.txt")


def test_heymilo_yaml_that_is_named_is_judged_as_that(repo: Repo) -> None:
    config = repo.root / "heymilo.yaml"
    linted = repo.cli("lint", str(config))
    assert linted.code == 0 and "1 file, no finding" in linted.out
    assert "neither" not in linted.err
    assert "2 files, no finding" in repo.cli("lint", str(config), str(repo.root / "postings/support.yaml")).out
    before = config.read_bytes()
    assert repo.cli("fmt", str(config)).code == 0
    assert config.read_bytes() == before


@pytest.mark.parametrize("name", ["x.md", "postings/notes.md", "x.json"])
def test_a_named_file_that_is_no_manifest_is_said_to_be_none(repo: Repo, name: str) -> None:
    path = repo.root / name
    path.write_text("Title: not: YAML [\n", encoding="utf-8")
    linted = repo.cli("lint", str(path))
    assert linted.code == 0
    assert linted.err.startswith(f"{name}: not checked, since it is neither a manifest nor a shared file\n")
    assert repo.cli("fmt", "--check", str(path)).text == ""


def test_a_named_manifest_with_another_ending_is_a_warning(repo: Repo) -> None:
    path = repo.root / "postings/other.yaml.txt"
    path.write_text(repo.read().replace("name: support", "name: other"), encoding="utf-8")
    linted = repo.cli("lint", "--json", str(path))
    assert [each["code"] for each in linted.json["findings"]] == ["SY026"]
    assert linted.err == ""
