"""Commands on a repo whose posting shares: rollback keeps the sharing, fmt and findings reach shared files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Repo, Served

S = "postings/_shared"
QUESTION = """\
modality: voice
text: Explain something that you know well, as if I had never heard of it.
question_type: scored
evaluation_criteria: Listen for plain words, and for an example that explains it.
score_of_1: Uses terms of the trade without saying what they mean.
score_of_5: Starts from what anyone knows, gives an example, and checks that it was understood.
score_weight: 3
max_follow_ups: 1
"""


def put(repo: Repo, path: str, text: str) -> Path:
    full = repo.root / S / path
    full.parent.mkdir(parents=True, exist_ok=True)
    full.write_text(text, encoding="utf-8")
    return full


@pytest.fixture
def sharing(repo: Repo, served: Served) -> Repo:
    """The repo, with an overview, a question and a title that stand in shared files."""
    head, _, _ = repo.read().partition("      - key: plain")
    text = head + "      - {use: plain, score_weight: 2}  # shared\n"
    text = text.replace("job_overview: You answer about thirty customers a day.", "job_overview: {file: job.md}")
    text = text.replace("title: Support Agent\n", "extends: support\n")
    (repo.root / "postings/support.yaml").write_text(text, encoding="utf-8")
    put(repo, "texts/job.md", "You answer about\nthirty customers a day.\n")
    put(repo, "questions/plain.yaml", QUESTION)
    put(repo, "defaults/support.yaml", "title: Support Agent\nmetadata:\n  team: support\n")
    assert repo.cli("lint").code == 0, repo.cli("lint").text
    assert repo.cli("apply", "--auto-approve").code == 0
    return repo


def test_a_rollback_keeps_the_sharing_that_still_gives_the_same(sharing: Repo, served: Served) -> None:
    sharing.edit("Tell me about a time when", "Say when")
    assert sharing.cli("apply", "--auto-approve").code == 0
    first = sharing.posting()["revisions"][0]["digest"]
    assert sharing.cli("rollback", "support", "--auto-approve").code == 0
    text = sharing.read()
    assert "Tell me about a time when" in text
    assert "job_overview: {file: job.md}" in text
    assert "extends: support" in text
    assert "use: plain" in text
    assert sharing.posting()["revisions"][-1]["digest"] == first
    assert sharing.cli("plan", "--detailed-exitcode").code == 0


def test_a_rollback_writes_out_what_shared_files_no_longer_say(sharing: Repo, served: Served) -> None:
    put(sharing, "texts/job.md", "You answer letters.\n")
    put(sharing, "questions/plain.yaml", QUESTION.replace("Explain something", "Tell me of something"))
    put(sharing, "defaults/support.yaml", "title: Support Guide\nmetadata:\n  team: support\ninterviewer_name: Ada\n")
    assert sharing.cli("apply", "--auto-approve").code == 0
    assert sharing.cli("rollback", "support", "--auto-approve").code == 0
    text = sharing.read()
    assert "# This comment has to survive." in text or "thirty customers" in text
    assert "You answer about thirty customers a day." in text
    assert "Explain something that you know well" in text
    assert "title: Support Agent" in text
    assert sharing.cli("plan", "--detailed-exitcode").code == 0


def test_a_finding_of_a_shared_file_is_told_once(sharing: Repo) -> None:
    for name in ("second", "third"):
        text = sharing.read().replace("name: support", f"name: {name}")
        (sharing.root / f"postings/{name}.yaml").write_text(text, encoding="utf-8")
    put(sharing, "questions/plain.yaml", QUESTION + "nonsense: 1\n")
    found = [each for each in sharing.cli("lint", "--json").json["findings"] if each["code"] == "SY101"]
    assert [(each["path"], each["line"]) for each in found] == [(f"{S}/questions/plain.yaml", 9)]
    assert "used by 3 postings" in found[0]["message"]


@pytest.mark.parametrize("path", ["defaults/support.yaml", "questions/plain.yaml"])
def test_of_a_shared_file_that_cannot_be_read_nothing_else_is_said(sharing: Repo, path: str) -> None:
    put(sharing, path, "- a list\n")
    found = sharing.cli("lint", "--json").json["findings"]
    assert [(each["code"], each["path"]) for each in found] == [("SY013", f"{S}/{path}")]


@pytest.mark.parametrize(("right", "wrong"), [("extends: support", "extend: support"), ("{use: plain", "{usee: plain")])
def test_a_misspelt_extends_or_use_is_one_finding_with_what_was_meant(sharing: Repo, right: str, wrong: str) -> None:
    sharing.edit(right, wrong)
    found = sharing.cli("lint", "--json").json["findings"]
    (said,) = [each for each in found if each["severity"] == "error"]
    word = right.strip("{").partition(":")[0]
    assert (said["code"], said["help"]) == ("SY101", f"did you mean '{word}'?")


def test_what_no_manifest_could_use_is_a_warning(sharing: Repo) -> None:
    for path in ("text/job.md", "loose.yaml", "questions/notes.txt", "README.md", "texts/.hidden"):
        put(sharing, path, "text: Why?\n")
    (sharing.root / S / "texts/link.md").symlink_to("job.md")
    (sharing.root / S / "questions/more").symlink_to("..")
    found = sharing.cli("lint", "--json").json["findings"]
    assert {each["code"] for each in found} == {"SY164"}
    strays = ["loose.yaml", "questions/more", "questions/notes.txt", "text/job.md", "texts/link.md"]
    assert [each["path"] for each in found] == [f"{S}/{each}" for each in strays]


def test_render_names_the_file_of_every_value(sharing: Repo) -> None:
    lines = sharing.cli("render", "support", "--origins").out.splitlines()
    places = {line.split("\t")[1]: line.split("\t")[0] for line in lines}
    assert places["/job_overview"] == f"{S}/texts/job.md:1:1"
    assert places["/title"] == f"{S}/defaults/support.yaml:1:8"
    assert places["/workflow/0/questions/2/text"] == f"{S}/questions/plain.yaml:2:7"
    assert places["/workflow/0/questions/2/score_weight"].startswith("postings/support.yaml:")


def test_fmt_formats_shared_files_and_leaves_texts_alone(sharing: Repo) -> None:
    text = put(sharing, "texts/job.md", "You   answer\n")
    question = put(sharing, "questions/plain.yaml", "text:   'Why?'\nmodality: voice\n")
    defaults = put(
        sharing,
        "defaults/support.yaml",
        "steps:\n  web_interview: {voice_id:   {var: v}, video: true}\nextra: 1\nlanguage: en\ntitle: 'Abc'\n",
    )
    assert sharing.cli("fmt").code == 0
    assert question.read_text() == "modality: voice\ntext: Why?\n"
    assert defaults.read_text().startswith("title: Abc\nlanguage: en\n")
    assert "{video: true, voice_id: {var: v}}" in defaults.read_text()
    assert text.read_text() == "You   answer\n"
    assert "job_overview: {file: job.md}" in sharing.read()
    assert "{use: plain, score_weight: 2}  # shared" in sharing.read()
    assert sharing.cli("fmt", "--check").code == 0


def test_a_comment_accepts_findings_of_its_own_file_alone(sharing: Repo) -> None:
    put(
        sharing,
        "questions/plain.yaml",
        QUESTION.replace(
            "score_of_1: Uses terms of the trade without saying what they mean.", "score_of_1: Poor answer."
        ),
    )
    before = sharing.cli("lint", "--json").json["findings"]
    shared = [each for each in before if each["path"].startswith(S)]
    if not shared:
        pytest.fail("the case needs a warning in a shared file")
    code, line = shared[0]["code"], shared[0]["line"]
    lines = sharing.read().split("\n")
    lines[line - 1] += f"  # heymilo-ops: allow {code} not this file"
    (sharing.root / "postings/support.yaml").write_text("\n".join(lines), encoding="utf-8")
    after = sharing.cli("lint", "--json").json["findings"]
    assert [each for each in after if each["code"] == code and each["path"].startswith(S)] == [
        each for each in shared if each["code"] == code
    ]
    full = sharing.root / shared[0]["path"]
    held = full.read_text(encoding="utf-8").split("\n")
    held[line - 1] += f"  # heymilo-ops: allow {code} as agreed"
    full.write_text("\n".join(held), encoding="utf-8")
    last = sharing.cli("lint", "--json").json["findings"]
    assert not [each for each in last if (each["code"], each["path"], each["line"]) == (code, shared[0]["path"], line)]


def test_a_comment_of_a_shared_file_that_nothing_needs_is_reported(sharing: Repo) -> None:
    def unneeded(*paths: str) -> list[tuple[str, int]]:
        found = sharing.cli("lint", *paths, "--json").json["findings"]
        return [(item["path"], item["line"]) for item in found if item["code"] == "SY024"]

    asked = QUESTION.replace("text: Explain something", "# heymilo-ops: allow RB101 agreed\ntext: Explain something")
    put(sharing, "questions/plain.yaml", asked)
    assert unneeded() == [(f"{S}/questions/plain.yaml", 2)]
    needed = "# heymilo-ops: allow FR111 reason=false-alarm ticket=HR-1\ntext: How old are you?"
    old = put(sharing, "questions/plain.yaml", QUESTION.replace(QUESTION.splitlines()[1], needed))
    assert unneeded() == []
    old.write_text(asked, encoding="utf-8")
    assert unneeded("postings/support.yaml") == []  # another posting may need it
    (sharing.root / "postings/broken.yaml").write_text("name: [", encoding="utf-8")
    assert unneeded() == []
