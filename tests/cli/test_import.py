"""``import``: postings that exist at HeyMilo become files, and nothing else happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from heymilo_ops import files
from heymilo_ops.cli.main import run
from heymilo_ops.manifest.yaml_file import read_text
from tests.cli.conftest import KEY, Repo, Served
from tests.cli.test_progress import terminal
from tests.fleet import BASE, asking

MAIL = "Write to ada.lovelace@tidewater-mutual.coop if you need anything."


@pytest.fixture
def new(repo: Repo, served: Served) -> Repo:
    """A repo without manifests."""
    (repo.root / "postings/support.yaml").unlink()
    return repo


@pytest.fixture
def make(served: Served) -> Iterator[Callable[..., str]]:
    """Make a posting by a bare HTTP call."""
    with httpx.Client(base_url=served.url, trust_env=False) as client:
        ask = asking(client)

        def make(title: str = "Night Porter", **fields: Any) -> str:
            questions = [{"modality": "form", "text": "Why here?", "question_type": "textarea"}]
            body = {"title": title, "workflow": [{"type": "form", "questions": questions}], **fields}
            return str(ask("POST", BASE, body)["id"])

        yield make


def paths(repo: Repo) -> dict[str, str]:
    """The files below ``postings/``, by path."""
    below = (path for path in (repo.root / "postings").rglob("*") if path.is_file() or path.is_symlink())
    return {str(path.relative_to(repo.root / "postings")): path.read_text(encoding="utf-8") for path in below}


# --- what is taken ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [(), ("--json",), ("--dry-run",), ("--search", "")])
def test_without_a_terminal_it_must_be_said_what_to_import(new: Repo, served: Served, args: tuple[str, ...]) -> None:
    ran = new.cli("import", *args)
    assert ran.code == 64 and ran.out == ""
    assert "Give ids or links, --search TEXT, or --all." in ran.err
    assert "heymilo-ops -w production list --unmanaged" in ran.err


def test_on_a_terminal_it_is_shown_what_there_is_and_how_to_choose(
    new: Repo, served: Served, make: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heymilo_ops.cli.session.Session.interactive", True)
    assert new.cli("import").out == "Every open posting at HeyMilo is managed by a repo.\n"
    posting_id = make()
    ran = new.cli("import")
    assert ran.code == 0 and paths(new) == {}
    head, row, *_ = ran.out.splitlines()
    assert head.split() == ["POSTING", "TITLE", "STATUS", "PEOPLE", "LAST", "CHANGE"]
    assert row.split()[:5] == [posting_id, "Night", "Porter", "active", "0"]
    assert "heymilo-ops -w production import --all " in ran.out and "--adopt" in ran.out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("A1", "--all"), "don't go together"),
        (("A1", "--search", "x"), "don't go together"),
        (("--all", "--adopt", "--dry-run"), "--dry-run writes nothing"),
        (("--all", "--dir", "elsewhere"), "--dir elsewhere is no folder of manifests"),
        (("--all", "--dir", "."), "is no folder of manifests"),
        (("--all", "--dir", "../out"), "is no folder of manifests"),
        (("--all", "--dir", "postings/../../out"), "is no folder of manifests"),
        (("--all", "--dir", "postings/_shared"), "is no folder of manifests"),
        (("--all", "--dir", "postings/.hidden"), "is no folder of manifests"),
    ],
)
def test_what_can_not_be_meant_is_a_usage_error(
    new: Repo, served: Served, args: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(new.root)
    ran = new.cli("import", *args)
    assert (ran.code, words in ran.err, paths(new)) == (64, True, {})
    assert served.requests() == []


@pytest.mark.parametrize("link", ["id", "candidate_url", "review_url", "app"])
def test_an_id_or_a_link_is_one_posting(new: Repo, served: Served, make: Callable[..., str], link: str) -> None:
    make("Baker")
    posting_id = make()
    (posting,) = (posting for posting in served.postings() if posting["id"] == posting_id)
    links = {"id": posting_id, "app": f"https://app.heymilo.ai/postings/{posting_id}/edit?tab=1", **posting["urls"]}
    ran = new.cli("import", str(links[link]))
    assert ran.code == 0, ran.text
    assert list(paths(new)) == ["night-porter.yaml"]


def test_an_id_or_link_of_no_posting_or_of_two(new: Repo, served: Served, make: Callable[..., str]) -> None:
    one, other = make(), make()
    for reference, number in ((f"https://x.test/{one}/{other}", "several postings"), ("0000ABCD", "no posting")):
        ran = new.cli("import", one, reference)
        assert (ran.code, paths(new)) == (1, {})
        assert f"{reference} leads to {number} of this workspace" in ran.err


def test_what_is_asked_for_by_id_and_left_out_is_told_and_exits_with_1(
    new: Repo, served: Served, make: Callable[..., str]
) -> None:
    posting_id, other = make(), make("Baker")
    served.archive(posting_id)
    ran = new.cli("import", posting_id, other)
    assert (ran.code, list(paths(new))) == (1, ["baker.yaml"])
    assert f"Night Porter ({posting_id}) is archived" in ran.out


def test_a_search_takes_the_titles_that_hold_it(new: Repo, served: Served, make: Callable[..., str]) -> None:
    for title in ("Night Porter", "Porter, Leeds", "Baker"):
        make(title)
    assert new.cli("import", "--search", "porter").code == 0
    assert sorted(paths(new)) == ["night-porter.yaml", "porter-leeds.yaml"]
    assert new.cli("import", "--search", "nothing of that").out == "There is nothing to import.\n"


def test_what_is_managed_is_left_out_and_told(repo: Repo, served: Served, make: Callable[..., str]) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    make()
    ran = repo.cli("import", "--all")
    assert ran.code == 0 and "1 posting managed here already: Support Agent (" in ran.out
    assert sorted(paths(repo)) == ["night-porter.yaml", "support.yaml"]
    managed = repo.posting()["posting_id"]
    ran = repo.cli("import", managed)
    assert ran.code == 1 and f"Support Agent ({managed}) is managed here already, as support" in ran.out


def test_all_questions_are_read(new: Repo, served: Served, make: Callable[..., str]) -> None:
    asked = [{"modality": "form", "text": f"Question {n}?", "question_type": "textarea"} for n in range(130)]
    make(workflow=[{"type": "form", "questions": asked}])
    served.forget_requests()
    assert new.cli("import", "--all").code == 0
    data = read_text(new.read("night-porter"), "x").data or {}
    assert [question["text"] for question in data["workflow"][0]["questions"]] == [each["text"] for each in asked]
    assert len(served.requests()) == 5, "the workspace, a page of postings, templates, and two pages of questions"


# --- files ------------------------------------------------------------------------------------------------------------


def test_only_heymilo_is_read_and_the_files_are_there(new: Repo, served: Served, make: Callable[..., str]) -> None:
    posting_id = make()
    served.forget_requests()
    ran = new.cli("import", "--all", "--dir", str(new.root / "postings/imported/night"))
    assert ran.code == 0
    assert {request["method"] for request in served.requests()} == {"GET"}
    ((path, text),) = paths(new).items()
    assert path == "imported/night/night-porter.yaml"
    assert (read_text(text, path).data or {})["ops"] == {"adopt": posting_id}
    assert "postings/imported/night/night-porter.yaml: written (Night Porter)" in ran.out
    assert "1 written." in ran.out
    assert not (new.root / ".heymilo").exists()
    assert new.cli("fmt", "--check").code == 0


def test_a_dry_run_writes_nothing_and_says_what_it_would(new: Repo, served: Served, make: Callable[..., str]) -> None:
    make(job_overview=MAIL)
    make("Baker")
    (new.root / "postings/baker.yaml").symlink_to("nowhere")
    ran = new.cli("import", "--all", "--dry-run")
    assert ran.code == 1 and [path.name for path in (new.root / "postings").iterdir()] == ["baker.yaml"]
    assert "postings/night-porter.yaml: would be written (Night Porter)" in ran.out
    assert "postings/baker.yaml: not written: something else has this path" in ran.out
    assert "ada.lovelace@" in ran.err


@pytest.mark.parametrize("what", ["file", "link", "folder"])
def test_no_file_is_written_over_what_is_there(
    new: Repo, served: Served, make: Callable[..., str], what: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    make()
    make("Baker")
    place, outside = new.root / "postings/night-porter.yaml", tmp_path_factory.mktemp("out") / "x.yaml"
    if what == "file":
        place.write_text("# mine\n", encoding="utf-8")
    elif what == "link":
        place.symlink_to(outside)
    else:
        place.mkdir()
    ran = new.cli("import", "--all")
    assert ran.code == 1
    assert "postings/night-porter.yaml: not written: something else has this path, and stays as it is" in ran.out
    assert "import into another folder: --dir postings/imported" in ran.err
    assert not outside.exists() and (new.root / "postings/baker.yaml").is_file()
    assert what != "file" or place.read_text(encoding="utf-8") == "# mine\n"
    assert new.cli("import", "--all", "--dir", str(new.root / "postings/imported")).code == 0
    assert (new.root / "postings/imported/night-porter.yaml").is_file()


def test_a_folder_that_leads_out_of_the_repo_is_not_written_to(
    new: Repo, served: Served, make: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    make()
    outside = tmp_path_factory.mktemp("out")
    (new.root / "postings/out").symlink_to(outside)
    for args in ((), ("--dry-run",)):
        ran = new.cli("import", "--all", "--dir", str(new.root / "postings/out"), *args)
        assert ran.code == (0 if args else 1) and list(outside.iterdir()) == []
    assert (
        "postings/out/night-porter.yaml can't be written: it is a link that leads out of the repo"
        in new.cli("import", "--all", "--dir", str(new.root / "postings/out")).err
    )


def test_a_name_of_heymilo_can_not_lead_out_of_the_folder(new: Repo, served: Served, make: Callable[..., str]) -> None:
    for name in ("../../etc/passwd", "/etc/passwd", "..", "a/b", ".git", "CON", "x" * 300, "a\x00b", "a\nb"):
        make(f"Title {len(name)}/../..", name=name)
    ran = new.cli("import", "--all")
    assert ran.code == 0
    assert len(list((new.root / "postings").iterdir())) == 9
    assert sorted(path.name for path in new.root.iterdir()) == ["heymilo.yaml", "postings"]


def test_what_heymilo_says_can_not_command_a_terminal_or_a_ci_log(
    new: Repo, served: Served, make: Callable[..., str]
) -> None:
    nasty = "x\x1b[2J\r\n::error::y\n##[group]z \u202eevil"
    make("Porter " + nasty, name=nasty, job_overview=f"{nasty} {MAIL}", metadata={"owner": nasty})
    for args in ((), ("--auto-approve",), ("--json",)):
        text = new.cli("import", "--all", *args).text
        assert not any(sign in text for sign in ("\x1b", "\r", "\u202e", "\n::", "##["))
    ((_, text),) = paths(new).items()
    assert "\x1b" not in text and "\u202e" not in text and "\r" not in text
    data = read_text(text, "x").data or {}
    assert data["title"] == "Porter " + nasty or data["job_overview"].startswith("x")


def test_yaml_that_is_written_reads_back_as_what_was_meant(new: Repo, served: Served, make: Callable[..., str]) -> None:
    texts = ["no", "~", "*x", "&a b", "{{x}}", "- y", "# z", "a: b", "'", '"', "0x1F", "1e3", "|", ">", "%YAML", "a\tb"]
    asked = [{"modality": "form", "text": text, "question_type": "textarea"} for text in texts]
    asked = [{**question, "text": f"{question['text']}\n---\nkey: value\n# end"} for question in asked] + asked
    make("null", workflow=[{"type": "form", "questions": asked}], metadata={"y": "no", "on": "off", "n": "012"})
    assert new.cli("import", "--all").code == 0
    ((_, text),) = paths(new).items()
    data = read_text(text, "x").data or {}
    assert [question["text"].strip() for question in data["workflow"][0]["questions"]] == [
        question["text"].strip() for question in asked
    ]
    assert data["metadata"] == {"y": "no", "on": "off", "n": "012"} and data["title"] == "null"


# --- what looks like personal data ------------------------------------------------------------------------------------


def test_personal_data_is_shown_and_its_file_not_written_unless_somebody_says_yes(
    new: Repo, served: Served, make: Callable[..., str]
) -> None:
    make(job_overview=MAIL)
    make("Baker")
    ran = new.cli("-q", "import", "--all")
    assert (ran.code, list(paths(new))) == (1, ["baker.yaml"])
    line = "a mail address in /job_overview: ada.lovelace@tidewater-mutual.coop"
    assert line in ran.err
    assert "postings/night-porter.yaml: not written: nobody has said yes to what it holds" in ran.out
    ran = new.cli("import", "--all", "--json")
    (_, file) = sorted(ran.json["files"], key=lambda file: str(file["path"]))
    assert (ran.code, file["result"]) == (1, "withheld")
    assert file["personal"] == [
        {"kind": "mail", "pointer": "/job_overview", "excerpt": "ada.lovelace@tidewater-mutual.coop"}
    ]
    ran = new.cli("import", "--all", "--auto-approve")
    assert (ran.code, sorted(paths(new))) == (0, ["baker.yaml", "night-porter.yaml"])
    assert line in ran.err, "it is listed whatever is approved"


@pytest.mark.parametrize(("answer", "code", "written"), [("yes", 0, 2), ("no", 1, 1), ("y", 1, 1)])
def test_on_a_terminal_somebody_is_asked(
    new: Repo, served: Served, make: Callable[..., str], monkeypatch: pytest.MonkeyPatch, answer: str, code: int,
    written: int,
) -> None:  # fmt: skip
    make(job_overview=MAIL)
    make("Baker")
    seen: list[dict[str, str]] = []

    def prompt(*_: object, **__: object) -> str:
        seen.append(paths(new))
        return answer

    monkeypatch.setattr("heymilo_ops.cli.session.Session.interactive", True)
    monkeypatch.setattr("click.prompt", prompt)
    ran = new.cli("import", "--all")
    assert (ran.code, len(paths(new))) == (code, written)
    assert [list(found) for found in seen] == [["baker.yaml"]], "its file is written after the answer"
    assert "Write this file with what is listed above? Git forgets nothing" in ran.out


# --- interrupted ------------------------------------------------------------------------------------------------------


def test_run_again_it_goes_on_where_it_was(
    new: Repo, served: Served, make: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        make()
    real, left = files.create, [3]

    def create(root: Path, path: str, data: bytes) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        real(root, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(files, "create", create)
        ran = new.cli("import", "--all")
    assert ran.code == 130 and "3 files written, each whole. Run the same command again" in ran.err
    before = paths(new)
    assert sorted(before) == ["night-porter-2.yaml", "night-porter-3.yaml", "night-porter.yaml"]
    served.forget_requests()
    ran = new.cli("import", "--all")
    assert ran.code == 0 and "3 there already, 2 written." in ran.out
    after = paths(new)
    assert len(after) == 5 and {path: after[path] for path in before} == before
    assert len({(read_text(text, "x").data or {})["ops"]["adopt"] for text in after.values()}) == 5
    assert sum("/questions" in request["path"] for request in served.requests()) == 2


def test_where_it_can_not_go_on_it_says_how_far_it_came(new: Repo, served: Served, make: Callable[..., str]) -> None:
    for title in ("Night Porter", "Baker"):
        make(title)
    served.fault("refuse", method="GET", path="*/questions", skip=1)
    ran = new.cli("import", "--all")
    assert ran.code == 5 and "1 file written, each whole." in ran.err
    assert list(paths(new)) == ["night-porter.yaml"]
    served.heal()
    assert new.cli("import", "--all").code == 0 and len(paths(new)) == 2


def test_a_file_that_is_set_aside_counts_as_there(new: Repo, served: Served, make: Callable[..., str]) -> None:
    question = {"modality": "voice", "text": "Why?", "question_type": "open-ended", "not_scored": True}
    step = {"type": "web_interview", "questions": [question]}
    make(workflow=[step, step])
    ran = new.cli("import", "--all")
    assert (ran.code, list(paths(new))) == (0, ["_night-porter.yaml"])
    assert "set aside" in ran.out and "1 written, 1 of them set aside." in ran.out
    assert "steps 1 and 2 are of one type" in ran.out
    assert "1 there already." in new.cli("import", "--all").out
    (file,) = new.cli("import", "--all", "--json").json["files"]
    assert (file["result"], file["set_aside"], file["losses"]) == ("present", True, [])


def test_what_is_there_is_named_where_it_was_asked_for_by_id(
    new: Repo, served: Served, make: Callable[..., str]
) -> None:
    posting_id = make()
    assert new.cli("import", posting_id).code == 0
    ran = new.cli("import", posting_id)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "postings/night-porter.yaml: there already (Night Porter)")
    assert "delete its file first" in ran.err
    assert "night-porter" not in new.cli("import", "--all").out


# --- and taken over ---------------------------------------------------------------------------------------------------


def test_where_nobody_can_be_asked_the_files_are_written_and_nothing_is_taken_over(
    new: Repo, served: Served, make: Callable[..., str]
) -> None:
    posting_id = make()
    served.forget_requests()
    ran = new.cli("import", "--all", "--adopt")
    assert ran.code == 1 and "There is no terminal to ask on, so nothing was done" in ran.err
    assert "1 to adopt" in ran.out and list(paths(new)) == ["night-porter.yaml"]
    assert {request["method"] for request in served.requests()} == {"GET"}
    ran = new.cli("import", "--all", "--adopt", "--auto-approve", "--json")
    assert ran.code == 0, ran.text
    (file,), (outcome,) = ran.json["files"], ran.json["outcomes"]
    assert (file["result"], outcome["action"], outcome["result"]) == ("present", "adopt", "done")
    assert new.posting("night-porter")["posting_id"] == outcome["posting_id"] == posting_id
    ran = new.cli("import", "--all", "--adopt", "--json")
    assert (ran.code, ran.json["files"], ran.json["outcomes"]) == (0, [], [])
    assert "There is nothing to take over." in ran.err


def test_only_what_was_imported_is_taken_over(repo: Repo, served: Served, make: Callable[..., str]) -> None:
    make()
    ran = repo.cli("import", "--all", "--adopt", "--auto-approve")
    assert ran.code == 0 and list(repo.state()["postings"]) == ["night-porter"]
    assert "Other postings were not looked at." in ran.out, "support is not made"


def test_in_ci_with_a_state_that_nobody_keeps_nothing_is_begun(
    new: Repo, served: Served, make: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make()
    monkeypatch.setenv("CI", "true")
    ran = new.cli("-w", "production", "import", "--all", "--adopt", "--auto-approve")
    assert ran.code == 1 and paths(new) == {} and "--local-state" in ran.err
    assert new.cli("-w", "production", "import", "--all").code == 0, "an import writes no state"


# --- progress and JSON ------------------------------------------------------------------------------------------------


def test_on_a_terminal_a_bar_shows_the_time_left(
    new: Repo, served: Served, make: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make(job_overview=MAIL)
    make("Baker")
    monkeypatch.setattr("heymilo_ops.report.read_progress.SHORT_S", 0.0)
    stream = terminal(monkeypatch)
    assert run(["-C", str(new.root), "import", "--all", "--auto-approve"]) == 0
    said = stream.getvalue()
    assert "about 0 s left: Baker" in said and "1/2" in said and "ada.lovelace@" in said
    assert said.rpartition("\n")[2].endswith("\x1b[2K") or "\x1b[?25h" in said, "the bar goes away"


def test_as_json(new: Repo, served: Served, make: Callable[..., str]) -> None:
    posting_id = make(name="Porter of the Night")
    served.archive(make("Temp"))
    ran = new.cli("import", "--all", "--json")
    assert ran.code == 0 and KEY not in ran.text
    data = ran.json
    assert (data["format_version"], data["workspace"], data["dry_run"], data["outcomes"]) == (
        "1.0", "production", False, [],
    )  # fmt: skip
    assert data["files"] == [
        {
            "posting_id": posting_id, "title": "Night Porter", "status": "active", "address": "night-porter",
            "live_name": "Porter of the Night", "path": "postings/night-porter.yaml", "result": "written",
            "set_aside": False, "questions": 1, "losses": [], "personal": [],
        }
    ]  # fmt: skip
    (omitted,) = data["left_out"]
    assert (omitted["title"], omitted["cause"], omitted["whose"]) == ("Temp", "archived", None)


def test_what_is_said_alike_is_listed_with_the_command_that_shares_it(
    new: Repo, served: Served, make: Callable[..., str]
) -> None:
    for title in ("Night Porter", "Baker", "Clerk"):
        make(title, company_overview="We keep the lights on for the whole of the town. " * 8)
    ran = new.cli("import", "--all")
    line = "heymilo-ops -w production share text company_overview --as company-overview"
    assert ran.code == 0 and f"  {line}  # 3 postings, about " in ran.out
    shared = new.cli(*line.split()[1:])
    assert shared.code == 0 and "postings/_shared/texts/company-overview.md: written" in shared.out
    make("Usher", company_overview="We keep the lights on for the whole of the town. " * 8)
    (suggestion,) = new.cli("import", "--all", "--json").json["suggestions"]
    assert suggestion["command"].endswith(" --as company-overview-2") or len(suggestion["postings"]) == 4
    assert "share text" not in new.cli("import", "--all").out, "nothing is new"


def test_values_that_vars_name_become_variables(new: Repo, served: Served, make: Callable[..., str]) -> None:
    config = new.root / "heymilo.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("    settle_seconds: 0\n", "    settle_seconds: 0\n    vars: {talent_sender: A72B528BDEDF}\n"),
        encoding="utf-8",
    )
    make(sender_email_id="A72B528BDEDF")
    assert new.cli("import", "--all").code == 0
    assert "sender_email_id: {var: talent_sender}\n" in new.read("night-porter")


def test_a_second_workspace_of_people_leaves_the_file_to_this_one(
    new: Repo, served: Served, make: Callable[..., str]
) -> None:
    config = new.root / "heymilo.yaml"
    config.write_text(config.read_text(encoding="utf-8") + "  staging: {}\n", encoding="utf-8")
    make()
    assert new.cli("import", "--all").code == 0
    assert (read_text(new.read("night-porter"), "x").data or {})["ops"]["workspaces"] == ["production"]


def test_a_workspace_of_somebody_else_is_refused(repo: Repo, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    assert repo.cli("apply", "--auto-approve").code == 0
    state = repo.root / ".heymilo/state/production/state.json"
    state.write_text(state.read_text(encoding="utf-8").replace('"remote_id": "', '"remote_id": "other-'), "utf-8")
    ran = repo.cli("import", "--all")
    assert ran.code == 1 and list(paths(repo)) == ["support.yaml"]
