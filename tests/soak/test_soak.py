"""The soak itself, for a moment: it ends, it counts, and it goes red where a safeguard is off."""

from __future__ import annotations

import re
import subprocess
import sys
from random import Random

import pytest

from tests.proof.behaviours import OUTPUTS
from tests.proof.points import LABELS
from tests.soak import scripts
from tests.soak.forked import ROOT
from tests.soak.grounds import PLACES
from tests.soak.tally import Tally, table, total


def soak(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tests/soak/run.py", "--minutes", "1", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)


def column(said: str, place: str, number: int) -> int:
    return int(re.search(rf"^{place} (.*)$", said, re.MULTILINE)[1].split()[number])


def test_a_few_rounds_on_a_folder_and_on_a_branch_end_well():
    done = soak("--seed", "3", "--kills", "6", "--places", "folder,git")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("seed 3\n")
    for place in ("folder", "git"):
        assert column(done.stdout, place, 0) > 0
        assert column(done.stdout, place, 1) >= 3
        assert column(done.stdout, place, 2) >= 3
    assert "pass  duplicates: 0" in done.stdout


def test_without_settling_it_goes_red_and_one_round_of_it_again_too():
    done = soak("--seed", "1", "--kills", "300", "--places", "folder", "--without", "settling")
    assert done.returncode == 1
    assert column(done.stdout, "folder", 7) > 0, "nothing was made twice"
    (again,) = re.findall(r"python (tests/soak/run.py .*)", done.stdout)
    once = subprocess.run([sys.executable, *again.split()], cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert once.returncode == 1
    assert column(once.stdout, "folder", 0) == 1
    assert again in once.stdout


@pytest.mark.parametrize("options", [["--places", "floor"], ["--round", "3"], ["--without", "sense"]])
def test_what_makes_no_sense_is_refused(options):
    assert soak(*options).returncode == 2


@pytest.mark.parametrize("place", PLACES)
def test_a_round_is_drawn_whole_from_its_seed(place):
    drawn = [scripts.script(scripts.rng_of(1, place, number), place) for number in range(40)]
    assert drawn == [scripts.script(scripts.rng_of(1, place, number), place) for number in range(40)]
    assert {act.kind for each in drawn for act in each.acts} == {"kill", "pause", "race", "rollback"}
    assert {each["action"] for script in drawn for each in script.faults} >= {
        *scripts.LOSSES,
        "delay",
        "list_lag",
        "refuse",
    }
    assert {each["label"] for script in drawn for act in script.acts for each in act.crash} <= {*LABELS}
    assert {act.output for script in drawn for act in script.acts} == {"", *OUTPUTS}


def test_no_run_is_paused_between_its_look_at_the_lease_and_a_send():
    drawn = [scripts.script(Random(number), "git") for number in range(400)]
    paused = {each["label"] for script in drawn for act in script.acts if act.kind == "pause" for each in act.crash}
    assert "sending.after" in paused
    assert not paused & {"create.before", "patch.before", "archive.before"}


def test_the_table_fits_a_terminal_and_adds_up():
    tallies = {"folder": Tally(rounds=100, kills=1000, lost=300, seconds=120), "azure": Tally(rounds=2, manual=1)}
    lines = table(tallies, 130.0).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[-1].split() == ["total", "102", "1000", "300", "0", "0", "0", "0", "0", "0", "1", "130"]
    assert not total(tallies.values()).is_clean
    assert Tally(rounds=3).is_clean
