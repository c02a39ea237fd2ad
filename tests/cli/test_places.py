"""The state where every machine finds it: one machine applies, a fresh one knows. The work tree is never touched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from heymilo_ops.errors import StateError
from heymilo_ops.model import location
from heymilo_ops.statefile.object_store import ObjectStoreBackend, open_bucket
from tests.cli.conftest import KEY, Ran, Served
from tests.installed import RECORD, installed_from
from tests.statefile.contract import servers

WORKFLOWS = Path(__file__).parents[2] / "heymilo_ops/usecases/templates/github"
ON_PRODUCTION = ("-w", "production")
APPLY = (*ON_PRODUCTION, "apply", "--auto-approve")
COMPARE = (
    'heymilo-ops review compare "$RUNNER_TEMP/plan/plan.json" --reviewed "$RUNNER_TEMP/reviewed" '
    '--evidence "$RUNNER_TEMP/plan/review.json"'
)
OFFLINE = (*ON_PRODUCTION, "plan", "--refresh", "none")


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def seen(clone: Path) -> tuple[str, ...]:
    """All that a user may see of a clone: files, branches and tags, where HEAD is, work trees, configuration."""
    questions = (
        ("status", "--porcelain", "--untracked-files=all"),
        ("for-each-ref",),
        ("rev-parse", "HEAD"),
        ("worktree", "list"),
        ("stash", "list"),
        ("config", "--local", "--list"),
    )
    return tuple(git(clone, *each) for each in questions)


def at(root: Path, url: str) -> None:
    """Point the workspace production at a HeyMilo on loopback."""
    path = root / "heymilo.yaml"
    more = f"    base_url: {url}\n    settle_seconds: 0\n    requests_per_minute: 6000\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")


def people_registered(served: Served) -> None:
    """Let people be in the one posting that is there."""
    counts = {"total_candidates": 41, "completed_interviews": 17}
    served.edit(served.postings()[0]["id"], moves=False, **counts)


def reword(root: Path) -> None:
    """Change the design of the posting, so that it would be replaced."""
    (path,) = (root / "postings").glob("*.yaml")
    path.write_text(re.sub("(?m)^title: .*", r"\g<0> (nights)", path.read_text(encoding="utf-8")), encoding="utf-8")


def lines_with(ran: Ran, words: str) -> int:
    """Return how many lines of the output hold these words, on either stream."""
    return sum(words in " ".join(line.split()) for line in ran.text.splitlines())


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No configuration of this machine, and a key for HeyMilo."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("HEYMILO_API_KEY", KEY)


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A bare repository without a commit."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git")
    return tmp_path / "origin.git"


@pytest.fixture
def desk(origin: Path, serving: str, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's clone, started with ``init --ci github`` and pushed."""
    installed_from(RECORD, origin.parent / "site", monkeypatch)
    git(origin.parent, "clone", "--quiet", str(origin), "desk")
    desk = origin.parent / "desk"
    assert cli("init", str(desk), "--ci", "github").code == 0
    at(desk, serving)
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "-m", "start")
    git(desk, "push", "--quiet", "origin", "HEAD:refs/heads/main")
    return desk


def runner(origin: Path, name: str) -> Path:
    """A clone as a CI job has it: one commit deep, on no branch."""
    git(origin.parent, "clone", "--quiet", "--depth=1", origin.as_uri(), name)
    git(origin.parent / name, "checkout", "--quiet", "--detach")
    git(origin.parent / name, "branch", "--quiet", "--delete", "--force", "main")
    return origin.parent / name


def step(clone: Path, workflow: str, name: str, code: int = 0, **inputs: str) -> str:
    """What a step of a workflow prints when it runs in a clone, which must end with ``code``.

    ``inputs``: its environment, as the inputs of a run by hand set it. Jobs of one run share the plan file.
    """
    steps = [
        each for job in yaml.safe_load((WORKFLOWS / workflow).read_text())["jobs"].values() for each in job["steps"]
    ]
    script = next(each["run"] for each in steps if each["name"] == name)
    if name == "Apply":  # what was reviewed is compared in the same run; here, nothing was
        (clone.parent / "reviewed").mkdir(exist_ok=True)
        script = f"{COMPARE} > {os.devnull} || true\n{script}"
    tools = str(Path(sys.executable).parent)
    summary, output = clone.parent / f"{clone.name}.md", clone.parent / f"{clone.name}.out"
    environment = {
        "CI": "true",
        "GITHUB_ACTOR": "ada",
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "HEYMILO_API_KEY": KEY,
        "HEYMILO_OPS_ALLOW_HOST": "127.0.0.1",
        "HOME": str(clone.parent),
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(clone.parent),
        **inputs,
    } | {key: os.environ[key] for key in ("PYTHONPATH",) if key in os.environ}
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=clone, env=environment, text=True, timeout=120,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == code, done.stdout
    return done.stdout + "".join(path.read_text(encoding="utf-8") for path in (summary, output) if path.exists())


# --- on a branch of the repo's remote ---------------------------------------------------------------------------------


def test_one_clone_applies_and_a_fresh_one_knows(
    desk: Path, origin: Path, served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(desk)
    applied = cli("-C", str(desk), *APPLY)
    assert (applied.code, "1 created" in applied.out) == (0, True), applied.text
    assert seen(desk) == before
    assert not (desk / ".heymilo").exists()
    fresh = runner(origin, "runner")
    before = seen(fresh)
    monkeypatch.setenv("CI", "true")
    planned = cli("-C", str(fresh), *ON_PRODUCTION, "plan", "--detailed-exitcode")
    assert (planned.code, "No changes" in planned.out) == (0, True), planned.text
    assert seen(fresh) == before
    assert before[0] == ""
    assert len(before[3].splitlines()) == 1
    assert len(served.postings()) == 1


def test_the_workflows_hand_the_state_from_job_to_job(desk: Path, origin: Path, served: Served) -> None:
    assert "1 to create" in step(runner(origin, "early"), "plan.yml", "Plan")
    planned = step(runner(origin, "planner"), "apply.yml", "Plan")
    assert "1 to create" in planned and "changes=yes" in planned
    assert served.postings() == []
    first = runner(origin, "first")
    before = seen(first)
    assert "1 created" in step(first, "apply.yml", "Apply")
    assert seen(first) == before
    assert "No changes" in step(runner(origin, "later"), "plan.yml", "Plan")
    served.forget_requests()
    again = step(runner(origin, "second"), "apply.yml", "Plan")
    assert "No changes" in again and "changes=yes" not in again
    assert "No changes" in step(runner(origin, "third"), "apply.yml", "Apply")
    assert [each["method"] for each in served.requests("POST")] == []
    assert len(served.postings()) == 1
    assert "first-interviewer" in git(origin, "log", "--format=%B", "heymilo-state")
    assert "ada" in git(origin, "log", "--format=%B", "heymilo-state")


def test_a_run_by_hand_allows_what_a_guard_forbids_and_applies_only_what_was_approved(
    desk: Path, origin: Path, served: Served
) -> None:
    first = (desk / "postings/first-interviewer.yaml").read_text(encoding="utf-8")
    names = [f"posting-{number}" for number in range(4)]

    def push(*named: str, title: str = "") -> None:
        for name in named:
            text = first.replace("name: first-interviewer", f"name: {name}")
            (desk / f"postings/{name}.yaml").write_text(re.sub("(?m)^title: .*", rf"\g<0>{title}", text), "utf-8")
        git(desk, "add", "--all")
        git(desk, "commit", "--quiet", "-m", "more")
        git(desk, "push", "--quiet", "origin", "HEAD:refs/heads/main")

    push(*names)
    step(runner(origin, "one"), "apply.yml", "Plan")
    step(runner(origin, "two"), "apply.yml", "Apply")
    push(*names, title=" (nights)")
    assert "PL102" in step(runner(origin, "three"), "apply.yml", "Plan", 1)
    allowed = {"ALLOW_LARGE_CHANGE": "true"}
    assert "Its apply needs" in step(runner(origin, "four"), "apply.yml", "Plan", **allowed)
    assert "PL102" in step(runner(origin, "five"), "apply.yml", "Apply", 1)
    late = runner(origin, "six")
    served.forget_requests()
    push("posting-4")
    stale = step(runner(origin, "seven"), "apply.yml", "Apply", 4, **allowed)
    assert "posting-4 would be left alone then, created" in stale
    assert served.requests("POST") == []
    assert "4 replaced" in step(late, "apply.yml", "Apply", **allowed)
    assert "2 to replace" in step(runner(origin, "eight"), "apply.yml", "Plan", RECREATE="posting-1  posting-2")
    named = {"ALLOW_NAMESAKE": "posting-4", "RECREATE": "posting-3"}
    assert "1 to replace" in step(runner(origin, "ten"), "apply.yml", "Plan", **named)
    assert "--recreate *: there is no posting" in step(runner(origin, "nine"), "apply.yml", "Plan", 1, RECREATE="*")


def test_a_remote_that_is_gone_is_told_and_nothing_is_created(
    desk: Path, origin: Path, served: Served, cli: Callable[..., Ran]
) -> None:
    shutil.move(origin, origin.with_name("elsewhere.git"))
    stopped = cli("-C", str(desk), *APPLY)
    assert stopped.code == 1
    assert "git:origin/heymilo-state: the remote 'origin' can't be reached" in stopped.err
    assert served.postings() == []


def test_an_address_that_is_none(desk: Path, cli: Callable[..., Ran]) -> None:
    path = desk / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("git:origin/", "ftp://host/"), encoding="utf-8")
    stopped = cli("-C", str(desk), *APPLY)
    assert stopped.code == 1
    assert "no state of the kind ftp://" in stopped.err
    assert "git:remote/branch" in stopped.err


@pytest.mark.parametrize("branch", ["main", "pages"])
def test_a_branch_with_work_on_it_holds_no_state(
    desk: Path, origin: Path, served: Served, cli: Callable[..., Ran], branch: str
) -> None:
    git(desk, "push", "--quiet", "origin", "HEAD:refs/heads/pages")
    path = desk / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("git:origin/heymilo-state", f"git:origin/{branch}"))
    before = git(desk, "ls-remote", "origin")
    for command in (APPLY, (*ON_PRODUCTION, "plan", "--refresh", "none"), (*ON_PRODUCTION, "state", "list")):
        stopped = cli("-C", str(desk), *command)
        assert (stopped.code, f"git:origin/{branch} can't hold the state" in stopped.err) == (1, True), stopped.text
    assert (
        f"FAIL  state: git:origin/{branch} can't hold the state" in cli("-C", str(desk), *ON_PRODUCTION, "doctor").out
    )
    assert git(desk, "ls-remote", "origin") == before
    assert served.postings() == []


def test_doctor_asks_for_the_right_to_push_and_pushes_nothing(
    desk: Path, origin: Path, served: Served, cli: Callable[..., Ran]
) -> None:
    before = (seen(desk), git(desk, "ls-remote", "origin"))
    well = cli("-C", str(desk), *ON_PRODUCTION, "doctor")
    assert well.code == 0, well.out
    assert "state: none yet in git:origin/heymilo-state" in well.out
    assert "its place: a branch: origin answers and lets git push" in well.out
    assert (seen(desk), git(desk, "ls-remote", "origin")) == before
    git(desk, "remote", "set-url", "--push", "origin", str(origin.with_name("no-such.git")))
    sick = cli("-C", str(desk), *ON_PRODUCTION, "doctor")
    assert sick.code == 1
    assert "FAIL  its place: Can't push to git:origin/heymilo-state: the remote 'origin' can't be reached" in sick.out
    git(desk, "remote", "remove", "origin")
    lost = cli("-C", str(desk), *ON_PRODUCTION, "doctor")
    assert "FAIL  state: git:origin/heymilo-state can't be reached: this repository has no remote 'origin'" in lost.out
    assert "its place" not in lost.out


def test_doctor_tells_who_writes_to_the_branch_and_whether_it_was_rewritten(
    desk: Path, origin: Path, served: Served, cli: Callable[..., Ran], tmp_path: Path
) -> None:
    doctor = ("-C", str(desk), *ON_PRODUCTION, "doctor")
    assert cli("-C", str(desk), *APPLY).code == 0
    first = cli(*doctor)
    assert first.code == 0, first.out
    assert "its history: " in first.out
    assert "whether it was rewritten before can't be seen from here" in first.out
    before = git(origin, "rev-parse", "heymilo-state").strip()
    again = cli(*doctor)
    assert again.code == 0
    assert re.search(
        r"its history: \d+ newest commits by \S.* \(\d+\); whether the remote protects it can't be", again.out
    )
    assert "rewritten before" not in again.out

    other = tmp_path / "mallory"
    git(tmp_path, "clone", "--quiet", "--branch", "heymilo-state", str(origin), str(other))
    git(other, "-c", "user.name=Mallory", "-c", "user.email=m@example.com", "commit", "--quiet", "--allow-empty",
        "-m", "Update state.json")  # fmt: skip
    git(other, "push", "--quiet", "origin", "heymilo-state")
    strange = git(origin, "rev-parse", "heymilo-state").strip()
    told = cli(*doctor)
    assert told.code == 1
    assert f"FAIL  its history: {strange[:10]} of its newest commits don't read like those of heymilo-ops" in told.out
    assert "Protect the branch at the remote: nobody but the apply job may push to it" in told.out

    git(other, "push", "--quiet", "--force", "origin", f"{before}~1:refs/heads/heymilo-state")
    rewritten = cli(*doctor)
    assert rewritten.code == 1
    assert "FAIL  its history: it was rewritten since this clone last looked" in rewritten.out


def test_how_many_people_there_are_is_known_in_a_clone_without_a_key(
    desk: Path, origin: Path, served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("-C", str(desk), *APPLY).code == 0
    people_registered(served)
    reword(desk)
    before = git(origin, "show", "heymilo-state:production/state.json")
    assert "24 not completed" in cli("-C", str(desk), *ON_PRODUCTION, "plan").out
    assert git(origin, "show", "heymilo-state:production/state.json") == before
    review = runner(origin, "review")
    reword(review)
    monkeypatch.delenv("HEYMILO_API_KEY")
    assert "24 not completed" in cli("-C", str(review), *OFFLINE).out


def test_counts_that_the_remote_refuses_are_a_line_and_no_failure(
    desk: Path, origin: Path, served: Served, cli: Callable[..., Ran]
) -> None:
    assert cli("-C", str(desk), *APPLY).code == 0
    people_registered(served)
    reword(desk)
    hook = origin / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho this branch is protected >&2\nexit 1\n")
    hook.chmod(0o755)
    before = git(origin, "rev-parse", "heymilo-state")
    planned = cli("-C", str(desk), *ON_PRODUCTION, "plan", "--detailed-exitcode")
    assert (planned.code, "24 not completed" in planned.out) == (2, True), planned.text
    assert lines_with(planned, "could not be kept beside the state") == 1
    assert "git:origin/heymilo-state" in planned.text
    assert git(origin, "rev-parse", "heymilo-state") == before


# --- in a bucket ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seaweedfs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with servers.seaweedfs(tmp_path_factory.mktemp("seaweedfs")) as port:
        yield port


@pytest.fixture
def bucket(seaweedfs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a state in a bucket that the environment leads to."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", servers.S3_KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", servers.S3_SECRET)
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{seaweedfs}")
    return f"s3://state/{tmp_path.name}/production"


@pytest.fixture
def desks(tmp_path: Path, bucket: str, serving: str, cli: Callable[..., Ran]) -> tuple[Path, Path]:
    """Two machines with the same files and nothing else in common but the bucket."""
    first, second = tmp_path / "first", tmp_path / "second"
    assert cli("init", str(first), "--project", "acme").code == 0
    at(first, serving)
    path = first / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(".heymilo/state/production", bucket), encoding="utf-8")
    shutil.copytree(first, second)
    return first, second


def test_one_machine_applies_and_another_knows(
    desks: tuple[Path, Path], served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = map(str, desks)
    monkeypatch.setenv("CI", "true")
    applied = cli("-C", first, *APPLY)
    assert (applied.code, "1 created" in applied.out) == (0, True), applied.text
    planned = cli("-C", second, *ON_PRODUCTION, "plan", "--detailed-exitcode")
    assert (planned.code, "No changes" in planned.out) == (0, True), planned.text
    assert not any((root / ".heymilo").exists() for root in desks)
    assert len(served.postings()) == 1


def test_a_request_that_is_sent_twice_below_us_is_no_other_writer(
    desks: tuple[Path, Path], bucket: str, served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desks[0] / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(bucket, f"{bucket}-twice"), encoding="utf-8")
    real = ObjectStoreBackend.send

    def twice(self: ObjectStoreBackend, key: str, data: bytes, tag: str | None) -> str:
        made = real(self, key, data, tag)
        return real(self, key, data, tag) if key.startswith("journal/") else made

    monkeypatch.setattr(ObjectStoreBackend, "send", twice)
    applied = cli("-C", str(desks[0]), *APPLY)
    assert (applied.code, "1 created" in applied.out) == (0, True), applied.text


def keys(address_of_state: str) -> list[str]:
    """All that is in the bucket below an address."""
    bucket = location.parse_location(address_of_state)
    assert isinstance(bucket, location.BucketLocation)
    return open_bucket(bucket).list("")


def test_doctor_writes_to_a_bucket_only_when_asked_and_clears_it(
    desks: tuple[Path, Path], bucket: str, served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = ("-C", str(desks[0]), *ON_PRODUCTION)
    fresh = "s3://state/fresh/production"
    path = desks[0] / "heymilo.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(bucket, fresh), encoding="utf-8")
    well = cli(*here, "doctor")
    assert well.code == 0, well.out
    assert f"state: none yet in {fresh}" in well.out
    assert "its place: a bucket: it answers; whether it can be written: doctor --probe" in well.out
    probed = cli(*here, "doctor", "--probe")
    assert probed.code == 0, probed.out
    assert "it can be written, and honours conditions" in probed.out
    assert keys(fresh) == []
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "of-somebody-else")
    sick = cli(*here, "doctor")
    assert sick.code == 1
    assert f"FAIL  state: Can't list {fresh}: the store refuses these credentials" in sick.out
    assert "of-somebody-else" not in sick.text


def test_doctor_sees_a_bucket_that_ignores_conditions(
    desks: tuple[Path, Path], cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = ("-C", str(desks[0]), *ON_PRODUCTION)
    (tmp_path / "nanio").mkdir()
    with servers.nanio(tmp_path / "nanio") as port:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        assert "FAIL" not in cli(*here, "doctor").out
        probed = cli(*here, "doctor", "--probe")
    assert probed.code == 1
    assert f"FAIL  its place: s3://state/{tmp_path.name}/production ignores conditions" in probed.out


def test_without_the_extra_its_installation_is_told(
    desks: tuple[Path, Path], cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "obstore.store", None)
    for command in (["doctor"], ["plan"]):
        stopped = cli("-C", str(desks[0]), *ON_PRODUCTION, *command)
        assert stopped.code == 1
        assert "heymilo-ops[remote]" in stopped.text


def test_how_many_people_there_are_is_known_on_a_machine_without_a_key(
    desks: tuple[Path, Path], served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = map(str, desks)
    assert cli("-C", first, *APPLY).code == 0
    people_registered(served)
    reword(desks[0])
    reword(desks[1])
    assert "24 not completed" in cli("-C", first, *ON_PRODUCTION, "plan").out
    monkeypatch.delenv("HEYMILO_API_KEY")
    assert "24 not completed" in cli("-C", second, *OFFLINE).out


def test_counts_that_a_bucket_refuses_are_a_line_and_no_failure(
    desks: tuple[Path, Path], served: Served, cli: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = str(desks[0])
    assert cli("-C", first, *APPLY).code == 0
    people_registered(served)
    reword(desks[0])

    def refused(backend: ObjectStoreBackend, *_: object) -> str:
        raise StateError(f"Can't write to {backend.place}: the store refuses these credentials", "Check them.")

    monkeypatch.setattr(ObjectStoreBackend, "send", refused)
    planned = cli("-C", first, *ON_PRODUCTION, "plan", "--detailed-exitcode")
    assert (planned.code, "24 not completed" in planned.out) == (2, True), planned.text
    assert lines_with(planned, "could not be kept beside the state") == 1
