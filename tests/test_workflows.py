"""The workflows of this repo and those that ``init --ci github`` writes: safe, valid, and losing no state.

Three checkers read them; for each, a fault is planted and must be seen. The steps that call the tool are run for real;
tests/cli/test_places.py runs them against a HeyMilo, with the state on a branch.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from heymilo_ops.usecases.ci_files import SCRIPT, with_branch
from heymilo_ops.version import __version__

ROOT = Path(__file__).parents[1]
CHECKOUT = "3d3c42e5aac5ba805825da76410c181273ba90b1"
HERE = sorted((ROOT / ".github/workflows").glob("*.yml"))
TEMPLATES = sorted((ROOT / "heymilo_ops/usecases/templates/github").glob("*.yml"))
EVERY = [*HERE, *TEMPLATES]
OURS = ("apply.yml", "drift.yml", "legal.yml", "plan.yml", "rollback.yml")
"""What `init --ci github` writes."""

ZIZMOR = ("zizmor", "--offline", "--no-config", "--strict-collection", "--no-progress", "--quiet")
CHECKERS = {
    "zizmor-pedantic": (*ZIZMOR, "--persona=pedantic"),
    "zizmor-auditor": (*ZIZMOR, "--persona=auditor"),
    "actionlint": ("actionlint", "-no-color", "-shellcheck=", "-pyflakes="),
    "check-jsonschema": ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
}


def check(checker: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    """Run one checker on workflow files."""
    program, *options = CHECKERS[checker]
    command = [str(Path(sys.executable).with_name(program)), *options, *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def parsed(path: Path) -> dict[str, Any]:
    """A workflow as data; PyYAML takes the key ``on`` for true."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["on"] = data.pop(True)
    return dict(data)


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Every step of a workflow."""
    for job in parsed(path)["jobs"].values():
        yield from job["steps"]


def test_there_are_workflows_and_templates() -> None:
    assert [path.name for path in HERE] == [
        *("apply.yml", "ci.yml", "drift.yml", "legal.yml", "plan.yml", "release.yml", "rollback.yml"),
    ]
    assert [path.name for path in TEMPLATES] == list(OURS)


# --- the checkers, and that they see ----------------------------------------------------------------------------------


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_checker_finds_nothing(checker: str, tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for path in TEMPLATES:
        (folder / f"template-{path.name}").write_bytes(path.read_bytes())
    ran = check(checker, *HERE, *sorted(folder.iterdir()))
    assert ran.returncode == 0, ran.stdout + ran.stderr


PLAN_RIGHTS = """permissions:
      contents: read # to read the postings and the state
      pull-requests: read # to say what changed since the review that is commented
"""


@pytest.mark.parametrize(
    ("checker", "name", "old", "new"),
    [
        ("zizmor-auditor", "plan.yml", "pull_request:", "pull_request_target:"),
        ("zizmor-auditor", "plan.yml", f"@{CHECKOUT}", "@v7"),
        ("zizmor-auditor", "apply.yml", " # to push the state to its branch; nothing else is pushed", ""),
        ("zizmor-auditor", "plan.yml", "    name: Lint and plan\n", ""),
        ("zizmor-auditor", "apply.yml", "          persist-credentials: true #", "          lfs: false # not:"),
        ("zizmor-auditor", "apply.yml", "# zizmor: ignore[artipacked]", "#"),
        ("zizmor-auditor", "apply.yml", "    environment: heymilo-plan\n", ""),
        ("zizmor-auditor", "apply.yml", '"$RUNNER_TEMP/plan/plan.json" --lock', '"${{ inputs.recreate }}" --lock'),
        ("zizmor-auditor", "apply.yml", "    environment: production\n", ""),
        ("zizmor-auditor", "plan.yml", "run: heymilo-ops lint", "run: echo ${{ github.head_ref }}; heymilo-ops lint"),
        (
            "zizmor-auditor",
            "plan.yml",
            PLAN_RIGHTS,
            "permissions: write-all # x\n",
        ),
        ("actionlint", "apply.yml", "secrets.HEYMILO_API_KEY", "secret.HEYMILO_API_KEY"),
        ("actionlint", "apply.yml", "cancel-in-progress: false", "cancel-in-progres: false"),
        ("check-jsonschema", "apply.yml", "timeout-minutes: 60", "timeout-minute: 60"),
        ("check-jsonschema", "plan.yml", "contents: read", "contents: reading"),
    ],
)
def test_a_checker_sees_a_planted_fault(checker: str, name: str, old: str, new: str, tmp_path: Path) -> None:
    text = (ROOT / "heymilo_ops/usecases/templates/github" / name).read_text(encoding="utf-8")
    assert old in text
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    path = folder / name
    path.write_text(text.replace(old, new), encoding="utf-8")
    ran = check(checker, path)
    assert ran.returncode >= 10 if checker.startswith("zizmor") else ran.returncode == 1, ran.stdout + ran.stderr


# --- what no checker knows --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_workflow_keeps_the_house_rules(path: Path) -> None:
    workflow = parsed(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job["permissions"]
    for step in steps(path):
        assert "${{" not in step.get("run", ""), step["name"]
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
        if step.get("uses", "").startswith("actions/checkout@"):
            # With them git reads (plan) and pushes (apply) the branch of the state.
            assert step["with"]["persist-credentials"] is (step["name"] == "Check out the postings")


def test_an_action_is_pinned_alike_everywhere_with_its_tag_beside_it() -> None:
    pins: dict[str, set[str]] = {}
    for path in EVERY:
        for action, pin in re.findall(r"uses: (\S+?)@(.*)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", pin), (path, action)
            pins.setdefault(action, set()).add(pin)
    assert {action: len(found) for action, found in pins.items()} == dict.fromkeys(pins, 1)


RIGHTS = {
    "apply.yml": {
        "plan": {"actions": "read", "contents": "read", "pull-requests": "read"},
        "apply": {"actions": "read", "contents": "write"},
        "issue": {"contents": "read", "issues": "write"},
    },
    "ci.yml": {"test": {"contents": "read"}, "demo": {"contents": "read"}},
    "drift.yml": {"look": {"contents": "write"}, "issue": {"contents": "read", "issues": "write"}},
    "legal.yml": {
        "legal": {"actions": "read", "contents": "read", "pull-requests": "write", "statuses": "write"},
    },
    "plan.yml": {
        "plan": {"contents": "read", "pull-requests": "read"},
        "comment": {"contents": "read", "pull-requests": "write", "statuses": "write"},
    },
    "release.yml": {
        "build": {"contents": "read"},
        "test": {"contents": "read"},
        "publish": {"contents": "read", "id-token": "write", "attestations": "write"},
    },
    "rollback.yml": {"rollback": {"contents": "write", "pull-requests": "write"}},
}


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_job_has_the_rights_that_its_steps_use(path: Path) -> None:
    assert {name: job["permissions"] for name, job in parsed(path)["jobs"].items()} == RIGHTS[path.name]


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_job_that_writes_to_github_installs_and_runs_nothing_but_the_script_of_the_branch_it_is_for(
    path: Path,
) -> None:
    for name, job in parsed(path)["jobs"].items():
        writes = {right for right, granted in job["permissions"].items() if granted == "write"}
        if not writes & {"issues", "pull-requests"} or path.name == "rollback.yml":  # by hand, on the default branch
            continue
        assert "environment" not in job and "secrets." not in str(job), name
        (checkout,) = (step["with"] for step in job["steps"] if "actions/checkout@" in step.get("uses", ""))
        assert checkout["sparse-checkout"] == SCRIPT
        base = "${{ github.event.pull_request.base.sha }}" if path.name in ("legal.yml", "plan.yml") else None
        assert checkout.get("ref") == base
        for line in filter(None, "\n".join(step.get("run", "") for step in job["steps"]).splitlines()):
            assert re.match(
                rf"python3 -I {SCRIPT} (comment|issue|kept|legal) |if \[ ! -f {SCRIPT} \]|mkdir|touch", line
            ), line


@pytest.mark.parametrize("name", ["apply.yml", "drift.yml"])
def test_where_the_key_of_the_plans_is_nothing_but_get_is_sent(name: str) -> None:
    jobs = parsed(ROOT / "heymilo_ops/usecases/templates/github" / name)["jobs"]
    reading = [job for job in jobs.values() if job.get("environment") == "heymilo-plan"]
    keyed = [step for job in reading for step in job["steps"] if "HEYMILO_API_KEY" in step.get("env", {})]
    assert keyed and {step["env"]["HEYMILO_OPS_READ_ONLY"] for step in keyed} == {"1"}


def test_a_fork_gets_no_comment_and_keeps_nothing() -> None:
    jobs = parsed(ROOT / "heymilo_ops/usecases/templates/github/plan.yml")["jobs"]
    own = "github.event.pull_request.head.repo.full_name == github.repository"
    (kept,) = (step for step in jobs["plan"]["steps"] if "upload-artifact" in step.get("uses", ""))
    assert own in kept["if"] and own in jobs["comment"]["if"]


def test_nothing_of_a_review_is_made_where_not_everybody_may_read_it() -> None:
    steps = parsed(ROOT / "heymilo_ops/usecases/templates/github/plan.yml")["jobs"]["plan"]["steps"]
    asked = [step.get("id") for step in steps].index("audience")
    assert steps[asked + 1 :]
    for step in steps[asked + 1 :]:
        assert "steps.audience.outcome == 'success'" in step["if"], step["name"]


KEPT = {
    "apply.yml": ["${{ runner.temp }}/plan/", "${{ runner.temp }}/failed/"],
    "drift.yml": ["${{ runner.temp }}/drift/"],
    "legal.yml": [],
    "plan.yml": ["${{ runner.temp }}/review/"],
    "rollback.yml": [],
}


@pytest.mark.parametrize("path", [path for path in EVERY if path.name in OURS], ids=str)
def test_no_step_carries_the_state(path: Path) -> None:
    """The tool does it: what a step carries is lost with its runner."""
    text = path.read_text(encoding="utf-8")
    for word in ("cache", "worktree", "--local-state", ".heymilo/"):
        assert word not in text, word
    pushes = [step["name"] for step in steps(path) if re.search("git (push|commit)", step.get("run", ""))]
    assert pushes == (["Open a pull request"] if path.name == "rollback.yml" else [])
    kept = [each["with"]["path"] for each in steps(path) if "upload-artifact" in each.get("uses", "")]
    assert kept == KEPT[path.name]


KEYED = {"apply.yml": ["Plan", "Apply"], "drift.yml": ["Look"]}


def test_only_the_steps_that_ask_heymilo_have_the_key() -> None:
    for path in EVERY:
        keyed = [step["name"] for step in steps(path) if "HEYMILO_API_KEY" in step.get("env", {})]
        assert keyed == KEYED.get(path.name, []), path
        assert path.read_text(encoding="utf-8").count("${{ secrets.") == len(keyed)


def test_the_script_of_this_repo_is_that_which_init_writes() -> None:
    template = ROOT / "heymilo_ops/usecases/templates/github/github_jobs.py"
    assert (ROOT / SCRIPT).read_bytes() == template.read_bytes()


@pytest.mark.parametrize("name", OURS)
def test_this_repo_runs_the_templates_but_for_how_the_tool_is_installed(name: str) -> None:
    ours, theirs = ROOT / ".github/workflows" / name, ROOT / "heymilo_ops/usecases/templates/github" / name

    def rest(path: Path) -> str:
        text = with_branch({name: path.read_text(encoding="utf-8")}, "main")[name]
        return re.sub(r"(- name: Install heymilo-ops\n).*?\n\n", r"\1\n", text, flags=re.S)

    assert rest(ours) == rest(theirs)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_is_installed_but_by_a_hash_or_a_full_commit(path: Path) -> None:
    """What no hash names is built from this commit, or from the full commit that ``init`` wrote."""
    for line in "\n".join(step.get("run", "") for step in steps(path)).splitlines():
        if "install" in line:
            by_hash = "--require-hashes" in line and "--only-binary=:all:" in line
            own = line.endswith(("--requirement .github/heymilo-ops/tool.txt", "--no-index dist/*.whl"))
            assert line.startswith("python -P -m pip install ") and "--no-deps" in line and (by_hash or own), line


def test_the_commands_by_which_this_repo_installs_itself_ask_for_hashes() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (runtime,) = re.findall(r"^\$\(VENV\)/\.runtime:.*?\n\n", makefile, flags=re.M | re.S)
    assert "--require-hashes --no-deps --requirement requirements.lock" in runtime
    made = [step for path in HERE for step in steps(path) if re.search(r"\bmake\b|\.ci/run", step.get("run", ""))]
    assert len(made) == 10
    assert [step["name"] for step in made if step.get("env") != {"PIP_ONLY_BINARY": ":all:"}] == []


def ignored() -> dict[str, list[str]]:
    """What zizmor is told to ignore: the reasons, by workflow and rule."""
    said: dict[str, list[str]] = {}
    for path in EVERY:
        for rule, why in re.findall(r"# zizmor: ignore\[([\w,-]+)\] ?(.*)", path.read_text(encoding="utf-8")):
            said.setdefault(f"`{path.name}` | {rule}", []).append(why)
    return said


def test_each_finding_that_is_ignored_is_explained_beside_it_and_in_the_document() -> None:
    assert all(why for reasons in ignored().values() for why in reasons)
    table = (ROOT / "docs/security.md").read_text(encoding="utf-8").partition("| workflow | finding |")[2]
    assert set(re.findall(r"^\| (`[\w.]+` \| [\w-]+) \|", table.partition("\n\n")[0], flags=re.M)) == set(ignored())


# --- a release --------------------------------------------------------------------------------------------------------

RELEASE = ROOT / ".github/workflows/release.yml"


def test_a_release_is_built_once_tested_and_published_by_a_job_that_builds_nothing() -> None:
    jobs = parsed(RELEASE)["jobs"]
    assert parsed(RELEASE)["on"] == {"push": {"tags": ["v*"]}}
    assert [(name, job.get("needs")) for name, job in jobs.items()] == [
        ("build", None),
        ("test", "build"),
        ("publish", ["build", "test"]),
    ]
    text = RELEASE.read_text(encoding="utf-8")
    assert text.count("hatchling build") == 1
    assert text.count("upload-artifact@") == 1
    publish = jobs["publish"]
    assert publish["environment"]["name"] == "pypi"
    assert "secrets." not in text
    runs = [step.get("run", "") for step in publish["steps"]]
    assert not [run for run in runs if re.search(r"\bmake\b|build|heymilo-ops", run)]
    uses = [step["uses"].partition("@")[0] for step in publish["steps"] if "uses" in step]
    assert uses.index("actions/download-artifact") < uses.index("actions/attest-build-provenance")
    assert runs[-1].splitlines()[-1] == "uv publish --trusted-publishing always dist/*"


def test_nothing_is_released_before_somebody_says_so() -> None:
    for name, job in parsed(RELEASE)["jobs"].items():
        assert job["if"] == "vars.HEYMILO_OPS_RELEASE == 'yes'", name


def run_step(name: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the release as CI does."""
    (run,) = (step["run"] for step in steps(RELEASE) if step["name"] == name)
    tools = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(folder)}
    command = ["bash", "-e", "-c", run]
    return subprocess.run(
        command, cwd=folder, env=tools | more, check=False, capture_output=True, text=True, timeout=60
    )  # fmt: skip


def test_a_tag_of_another_version_is_not_released() -> None:
    for tag, code in ((f"v{__version__}", 0), ("v99.0", 1), (__version__, 1)):
        assert run_step("Check that the tag is the version", ROOT, GITHUB_REF_NAME=tag).returncode == code, tag


def test_the_release_is_used_as_a_new_user_would(tmp_path: Path) -> None:
    ran = run_step("Use it", tmp_path, GITHUB_REF_NAME=f"v{__version__}", CI="true")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_what_was_swapped_after_the_build_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    for name in ("a.whl", "a.tar.gz"):
        (tmp_path / "dist" / name).write_text(name, encoding="utf-8")
    sums = subprocess.run("sha256sum dist/*", shell=True, cwd=tmp_path, check=True, capture_output=True, text=True)
    step, said = "Check that it is what was built", sums.stdout.rstrip("\n")
    assert run_step(step, tmp_path, SUMS=said).returncode == 0
    (tmp_path / "dist/more.whl").write_text("more", encoding="utf-8")
    assert run_step(step, tmp_path, SUMS=said).returncode == 1
    (tmp_path / "dist/more.whl").unlink()
    (tmp_path / "dist/a.whl").write_text("other", encoding="utf-8")
    assert run_step(step, tmp_path, SUMS=said).returncode == 1


def test_what_publishes_is_installed_by_its_hash(tmp_path: Path) -> None:
    (run,) = (step["run"] for step in steps(RELEASE) if step["name"] == "Install uv")
    cut = next(line for line in run.splitlines() if line.startswith("sed "))
    command = ["bash", "-e", "-c", cut]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "RUNNER_TEMP": str(tmp_path)}, check=True, timeout=60)
    (written,) = tmp_path.iterdir()
    text = written.read_text(encoding="utf-8")
    assert re.match(r"uv==\S+ \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+$", text), text
    assert text.rstrip().splitlines()[-1].endswith(tuple("0123456789abcdef"))


def test_what_was_planned_waits_for_approval_and_apply_runs_alone_and_is_never_cancelled() -> None:
    for path in (path for path in EVERY if path.name == "apply.yml"):
        workflow, branch = parsed(path), "main" if path in HERE else "@branch@"
        plan, apply = (workflow["jobs"][name] for name in ("plan", "apply"))
        assert apply["concurrency"] == {"group": "heymilo-apply", "cancel-in-progress": False}
        assert (plan["environment"], apply["environment"], apply["needs"]) == ("heymilo-plan", "production", "plan")
        assert set(workflow["on"]) == {"push", "workflow_dispatch"}
        assert workflow["on"]["push"] == {"branches": [branch]}
        assert f"github.ref == 'refs/heads/{branch}'" in plan["if"]
        assert apply["if"] == "needs.plan.outputs.changes == 'yes'"
        (script,) = (each["run"] for each in apply["steps"] if each["name"] == "Apply")
        applied = 'heymilo-ops -w production apply "$RUNNER_TEMP/plan/plan.json" --lock-timeout 300 "${options[@]}" \\'
        review = '  --review "$RUNNER_TEMP/plan/review.json" --outcome "$RUNNER_TEMP/outcome.json"'
        assert script.splitlines()[-2:] == [applied, review]
        names = [step["name"] for step in plan["steps"]]
        checks = ["Compare with what was reviewed", "Check that somebody has to approve", "Keep the plan"]
        assert [name for name in names if name in checks] == checks


def test_both_jobs_take_the_same_options_from_the_inputs() -> None:
    """What a plan was allowed has to be allowed to its apply again."""
    for path in (path for path in EVERY if path.name == "apply.yml"):
        plan, apply = (each for each in steps(path) if each["name"] in ("Plan", "Apply"))
        assert plan["env"] == {**apply["env"], "HEYMILO_OPS_READ_ONLY": "1"}
        options = [line for line in plan["run"].splitlines() if "options" in line][:8]
        assert options == apply["run"].splitlines()[:8]
        inputs = {f"${{{{ inputs.{name} }}}}" for name in parsed(path)["on"]["workflow_dispatch"]["inputs"]}
        compare = next(each for each in steps(path) if each["name"] == "Compare with what was reviewed")
        assert inputs == {*apply["env"].values(), *compare["env"].values()} - {"${{ secrets.HEYMILO_API_KEY }}"}


def test_every_guard_of_an_apply_has_its_way_out_in_a_run_by_hand() -> None:
    from heymilo_ops.cli.apply import command

    guards = {name for option in command.params for name in option.opts if name.startswith("--allow-")}
    inputs = parsed(ROOT / "heymilo_ops/usecases/templates/github/apply.yml")["on"]["workflow_dispatch"]["inputs"]
    assert guards | {"--recreate", "--revert"} == {f"--{name}" for name in inputs} - {"--plan-digest", "--accept"}


# --- the commands are those of this release --------------------------------------------------------------------------


def heymilo_ops(name: str, step: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a step that calls the tool, as a CI job does, with this environment's tool and no key."""
    tools = str(Path(sys.executable).parent)
    environment = {
        "CI": "true",
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "HOME": str(folder),
        "RUNNER_TEMP": str(folder),
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
    }
    path = ROOT / "heymilo_ops/usecases/templates/github" / name
    run = next(each["run"] for each in steps(path) if each["name"] == step)
    command = ["bash", "-e", "-c", run]
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True, timeout=60
    )  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """This repo's configuration and postings, in a clone of a remote that has no state yet."""
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(tmp_path, "init", "--quiet", "project")
    git(tmp_path / "project", "remote", "add", "origin", str(tmp_path / "remote.git"))
    shutil.copy(ROOT / "heymilo.yaml", tmp_path / "project")
    shutil.copytree(ROOT / "postings", tmp_path / "project/postings")
    return tmp_path / "project"


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_plan_lints_and_writes_its_summary_without_a_key(project: Path) -> None:
    for step in ("Lint", "Plan"):
        ran = heymilo_ops("plan.yml", step, project)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "3 to create" in (project / "summary.md").read_text(encoding="utf-8")


def test_plan_puts_findings_beside_their_lines(project: Path) -> None:
    path = project / "postings/night-baker-chicago.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Night", "titel: Night"), encoding="utf-8")
    ran = heymilo_ops("plan.yml", "Lint", project)
    assert ran.returncode == 1
    assert "::error file=postings/night-baker-chicago.yaml,line=7" in ran.stdout


def test_apply_without_its_key_says_so_and_writes_nothing(project: Path) -> None:
    ran = heymilo_ops("apply.yml", "Plan", project)
    assert ran.returncode == 5, ran.stdout + ran.stderr
    assert "HEYMILO_API_KEY" in ran.stderr
    assert not (project / ".heymilo/state").exists()
    assert git(project, "ls-remote", "origin") == ""
