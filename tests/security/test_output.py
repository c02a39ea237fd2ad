"""No command prints what a CI log or a terminal would obey, or the key, whoever brings it: every command is tried."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from heymilo_ops.cli.main import COMMANDS, run
from heymilo_ops.cli.preview import PreviewPages
from heymilo_ops.cli.state import MODULES
from heymilo_ops.text.sanitize import is_hidden
from heymilo_ops.usecases.preview import PreviewFiles
from heymilo_ops.usecases.project import Invocation, read_project
from tests.review.page_parts import Page, preview_obeyed
from tests.security.hostile import (
    CONFIG,
    KEY,
    KEYS,
    HeyMilo,
    Hostile,
    as_yaml,
    files_below,
    manifest,
    spoil_texts,
    spoilt,
    spoilt_config,
    wrong,
)

READING = (
    "lint",
    "lint --json",
    "lint --format github",
    "lint --fail-on warning --color always",
    "plan",
    "plan --json",
    "plan --format markdown",
    "plan --format html",
    "plan --color always --refresh full",
    "plan --refresh none",
    "plan --all-workspaces",
    "plan --all-workspaces --format markdown",
    "plan --all-workspaces --json",
    "render one",
    "render one --json",
    "render one --origins",
    "show one",
    "diff one",
    "diff one --json",
    "list",
    "list --json",
    "list --unmanaged",
    "import --all --dry-run",
    "import --all --dry-run --json",
    "drift show",
    "drift show --json",
    "drift show one --format markdown",
    "show one --at 2100-01-01",
    "history one --at 2100-01-01",
    "history",
    "history one",
    "history one --json",
    "history --workspaces",
    "doctor",
    "state list",
    "state show one",
    "state pull",
    "fmt --check",
    "fmt --diff",
    "schema --check",
    "explain",
    "explain KO101",
    "share texts --as company --dry-run",
    "share questions --as asked --dry-run",
)
COMPARING = ("review compare {root}/plan.json --reviewed {root}/reviewed",)
ASKING = tuple(
    f"lookup {what} --format {format}"
    for what, format in (
        ("voices", "text"),
        ("phones", "yaml"),
        ("senders", "json"),
        ("email-groups", "text"),
        ("design-groups", "yaml"),
        ("templates", "text"),
    )
)
WRITING = (
    "apply --auto-approve",
    "apply --auto-approve -v",
    "apply --auto-approve --json",
    "rollback one --auto-approve",
    "promote one --from production --to staging --auto-approve",
    "unhold one",
    "drift accept one",
    "apply --revert one --auto-approve",
    "import --all --auto-approve",
    "archive two --auto-approve",
    "new another --like one",
    "new other-one --steps form,web_interview --language de",
    "state mv one other",
    "state forget two --auto-approve",
    "state resolve one --adopt P1",
    "state resolve two --retry",
    "state unlock x",
    "state rebuild --auto-approve",
    "sandbox reset",
    "fmt",
    "lookup voices --write",
)


class Case:
    """A repo full of hostile text, a HeyMilo that is no better, and what a command line printed."""

    def __init__(self, root: Path, url: str, hostile: Hostile, capfd: pytest.CaptureFixture[str]) -> None:
        self.root, self.url, self.hostile, self.capfd = root, url, hostile, capfd
        self.obeyed: list[str] = []
        self.code = 0
        self.write("heymilo.yaml", CONFIG.replace("URL", url))
        for name in ("one", "two"):
            self.write(f"postings/{name}.yaml", as_yaml(manifest(name, hostile.lines)))

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8", errors="replace", newline="")

    def cli(self, *args: str) -> str:
        """Run a command line, note what is wrong with what it printed, and give its stdout."""
        self.capfd.readouterr()
        self.code = run(["-C", str(self.root), *args])
        out, err = self.capfd.readouterr()
        colours = "always" in args
        found = wrong(out, colours=colours, commands="github" in args) + wrong(err, colours=colours)
        found += [err] if self.code == 70 else []
        self.obeyed += [f"{' '.join(args)}: {what}" for what in found]
        return out

    def each(self, *lines: str) -> None:
        for line in lines:
            self.cli(*line.split())

    def state_file(self) -> Path:
        return self.root / ".heymilo/state/production/state.json"


@pytest.fixture(params=range(2))
def hostile(request: pytest.FixtureRequest) -> Hostile:
    return Hostile(request.param)


@pytest.fixture
def heymilo(hostile: Hostile) -> HeyMilo:
    return HeyMilo(hostile)


@pytest.fixture
def case(
    tmp_path: Path,
    heymilo: HeyMilo,
    hostile: Hostile,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[Case]:
    monkeypatch.setenv("HEYMILO_API_KEY", KEY)
    monkeypatch.setenv("GITHUB_ACTOR", hostile().replace("\0", ""))
    monkeypatch.setattr("heymilo_ops.remote.client.FIRST_PAUSE_S", 0.0)
    with heymilo.serving() as url:
        yield Case(tmp_path, url, hostile, capfd)


@pytest.mark.parametrize("hostile", [0], indirect=True)
def test_a_repo_that_can_be_applied(case: Case, heymilo: HeyMilo) -> None:
    case.each(*READING, *ASKING)
    case.each("apply --auto-approve -v")
    assert case.code == 0, case.obeyed
    case.write("postings/one.yaml", as_yaml(manifest("one", case.hostile.lines)))
    case.each(*READING, f"plan --out {case.root}/plan.json", f"show {case.root}/plan.json", *WRITING, *READING[::2])
    case.each(f"show {case.root}/plan.json --format markdown", f"apply {case.root}/plan.json --auto-approve")
    assert case.obeyed == []
    for path, text in files_below(case.root):
        assert not any(spelling in text for spelling in KEYS), path


@pytest.mark.parametrize("hostile", [0], indirect=True)
def test_a_heymilo_that_refuses(case: Case, heymilo: HeyMilo) -> None:
    case.each("apply --auto-approve")
    case.write("postings/three.yaml", as_yaml(manifest("three", case.hostile.lines)))
    for heymilo.refuse in (200, 302, 401, 404, 422, 500):
        case.each("plan", "doctor", "lookup voices", "plan --all-workspaces", "rollback one --auto-approve")
    heymilo.foreign = ""
    for heymilo.refuse in (0, 401, 422, 500):
        case.each("apply --auto-approve -v", "apply --auto-approve --json", "state list", "plan")
    assert case.obeyed == []
    for path, text in files_below(case.root):
        assert not any(spelling in text for spelling in KEYS), path


def test_a_repo_that_is_full_of_mistakes(case: Case) -> None:
    for _ in range(6):
        case.write(f"postings/{case.hostile.file_name()}.yaml", spoilt(case.hostile))
    case.write("postings/_shared/texts/company.md", case.hostile())
    case.write("postings/_shared/questions/hard.yaml", as_yaml({case.hostile(): case.hostile()}))
    case.each("lint", "lint --json", "lint --format github", "lint --color always", "doctor", "plan --refresh none")
    case.each("fmt --check", "fmt --diff", "fmt", "render one", "render spoilt", "list", "apply --auto-approve")
    for _ in range(4):
        case.write("heymilo.yaml", spoilt_config(case.hostile, case.url))
        case.each("lint", "lint --json", "lint --format github", "plan", "doctor", "history", "state list")
    assert case.obeyed == []


def test_a_state_that_somebody_wrote(case: Case) -> None:
    case.each("apply --auto-approve")
    state = json.loads(case.state_file().read_text(encoding="utf-8"))
    for often in (0.02, 0.05, 0.3):
        case.write(".heymilo/state/production/state.json", json.dumps(spoil_texts(state, case.hostile, often)))
        case.each("plan", "list", "list --json", "history", "history one", "state list", "state show one", "state pull")
        case.each("show one", "diff one", "plan --json", "state unlock x", "doctor")
    case.write("errored.state.json", json.dumps(spoil_texts(state, case.hostile, 0.02)))
    case.each("state push errored.state.json --auto-approve")
    for place in ("lock.json", "journal/00000001/000001.json"):
        case.write(f".heymilo/state/production/{place}", json.dumps({case.hostile(): case.hostile()}))
        case.each("plan", "state list", "state unlock x")
    assert case.obeyed == []


def test_a_plan_that_somebody_wrote(case: Case) -> None:
    path = case.root / "plan.json"
    case.each(f"plan --out {path}")
    request = {"number": 12, "head_sha": "a" * 40, "merged": True, "merged_at": "2026-11-27T12:00:00Z"}
    case.write("reviewed/12/pull_request.json", json.dumps({**request, "approvers": [case.hostile()]}))
    plan = json.loads(path.read_text(encoding="utf-8"))
    for often in (0.02, 0.1, 0.5):
        path.write_text(json.dumps(spoil_texts(plan, case.hostile, often)), encoding="utf-8", errors="replace")
        case.each(f"show {path}", f"show {path} --format markdown", f"show {path} --json", f"apply {path}")
        (case.root / "reviewed/12/plan.json").write_bytes(path.read_bytes())
        for line in COMPARING:
            command = line.format(root=case.root)
            case.each(*(f"{command} --format {format}" for format in ("text", "json", "markdown")))
    assert case.obeyed == []


def test_a_command_line_that_somebody_else_wrote(case: Case) -> None:
    names = [case.hostile().replace("\0", "") for _ in range(3)]
    for name in names:
        case.cli(name)
        case.cli("lint", name)
        case.cli("show", name)
        case.cli("render", name)
        case.cli("explain", name)
        case.cli("-w", name, "plan")
        case.cli("state", "mv", "one", name)
        case.cli("state", "unlock", name)
        case.cli("apply", name)
        case.cli("plan", "--target", name, f"--{name}")
        case.cli("init", str(case.root / case.hostile.file_name()), "--project", name)
        case.cli("init", str(case.root / case.hostile.file_name()), "--project", "acme", "--ci", "github")
    assert case.obeyed == []


def test_what_is_data_stays_equal(case: Case) -> None:
    request = json.loads(case.cli("render", "one", "--json"))
    written = json.loads((case.root / "postings/one.yaml").read_text(encoding="utf-8"))
    assert request["description"] == written["description"]
    assert yaml.load(case.cli("render", "one"), yaml.BaseLoader)["description"] == written["description"]
    from heymilo_ops.manifest.yaml_file import read_text

    assert read_text(case.cli("render", "one"), "").data == request
    case.each("apply --auto-approve")
    assert json.loads(case.cli("state", "pull")) == json.loads(case.state_file().read_text(encoding="utf-8"))
    assert case.obeyed == []


MARKUP = (
    "<script>alert(1)</script>",
    "</title></style></main><img src=https://evil.example/p.png onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "{{ 7 * 7 }}{% include 'x' %}",
    "<!-- x --><a href=javascript:alert(1)>x</a>",
    "\u202e\u200b\x1b[2K&lt;b&gt;",
)


def test_a_page_holds_nobody_elses_markup(case: Case) -> None:
    case.each("apply --auto-approve")
    texts = itertools.cycle(MARKUP)
    for name in ("one", "two", "three"):
        spoken = manifest(name, lambda: f"{next(texts)} and words that go on") | {"title": next(texts)}
        case.write(f"postings/{name}.yaml", as_yaml(spoken))
    page = Page(case.cli("plan", "--format", "html"))
    assert page.obeyed() == []
    assert "<script>alert(1)</script>" in page.text and "<U+202E><U+200B>" in page.text


def test_a_preview_holds_nobody_elses_markup(case: Case) -> None:
    texts = itertools.cycle(MARKUP)
    case.write("postings/one.yaml", as_yaml(manifest("one", lambda: next(texts)) | {"title": next(texts)}))
    for number in range(8):
        case.write(f"postings/x{number}.yaml", spoilt(case.hostile))
    pages = PreviewPages(PreviewFiles(read_project(Invocation(case.root)), None), None)
    listed = pages.answer("/", {})
    assert listed is not None
    addresses = {link for link in Page(listed.body).links if link.startswith("/p/")}
    assert "/p/one" in addresses
    for address, step in itertools.product(sorted(addresses), ("0", "1")):
        reply = pages.answer(address, {"step": step})
        assert reply is not None and preview_obeyed(reply.body) == []
        assert not any(is_hidden(char) for char in reply.body.replace("\n", "").replace("\t", ""))


def test_every_command_is_tried() -> None:
    tried = {line.split()[0] for line in (*READING, *ASKING, *COMPARING, *WRITING)} | {"init", "preview"}
    assert set(COMMANDS) <= tried
    assert set(MODULES) <= {line.split()[1] for line in WRITING if line.startswith("state")} | {"push"}


def test_what_a_message_quotes_is_behind_a_gutter(case: Case) -> None:
    said = json.dumps("a\n::add-mask::apply\n::error::approved\nError: x\n://x")
    case.write("heymilo.yaml", CONFIG.replace("URL", case.url).replace("settle_seconds: 0}", f"state: {said}}}", 1))
    case.capfd.readouterr()
    assert run(["-C", str(case.root), "plan"]) == 1
    shown = case.capfd.readouterr().err
    assert "a\n  | ::add-mask::apply\n  | ::error::approved\n  | Error: x\n" in shown


def test_a_name_of_several_lines_is_one_line(case: Case) -> None:
    (case.root / "postings/one.yaml").rename(case.root / "postings/a\n::error::x\n.yaml")
    assert case.cli("fmt", "--check").splitlines()[0] == "postings/a ::error::x .yaml"
    assert "postings/a ::error::x .yaml:2:10\t" in case.cli("render", "one", "--origins")
    assert case.obeyed == []


def test_commands_of_our_own_hold_nobody_elses(case: Case) -> None:
    case.write("postings/a\n::error::x,y:z\n.yaml", as_yaml({"name": "x", "a\n::add-mask::b %0A::c\r": 1, "##[x]": 2}))
    lines = case.cli("lint", "--format", "github").splitlines()
    found = json.loads(case.cli("lint", "--json"))["findings"]
    assert len(lines) == len(found)
    assert any(line.startswith("::error file=postings/a%0A%3A%3Aerror%3A%3Ax%2Cy%3Az%0A.yaml,line=") for line in lines)
    assert any("b %250A::c" in line for line in lines)
    assert case.obeyed == []
    case.cli("lint", "--format", "github", "--output", str(case.root / "found.txt"))
    assert (case.root / "found.txt").read_text(encoding="utf-8").splitlines() == lines


@pytest.mark.parametrize("spelling", KEYS)
def test_the_key_of_the_environment_is_never_shown(case: Case, spelling: str) -> None:
    case.write("postings/one.yaml", as_yaml({**manifest("one", case.hostile.lines), spelling: 1, "title": spelling}))
    case.each("lint", "lint --json", "lint --format github", "plan --refresh none", "fmt --diff", "fmt")
    case.write("heymilo.yaml", CONFIG.replace("project: acme", f"project: {json.dumps(spelling)}"))
    case.each("lint", "doctor")
    case.cli("show", spelling)
    assert case.obeyed == []
