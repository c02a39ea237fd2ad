"""Forty postings that say the company text once: ``tests/cases/forty``, from lint to what is created."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.model.desired import Desired

Ran = Any
CASE = Path(__file__).parent.parent / "cases" / "forty"
COMPANY = "postings/_shared/texts/company.md"
HARD = "postings/_shared/questions/hard-conversation.yaml"
OLD, NEW = "we have paid claims", "we have settled claims"
VARS = {
    "staging": {"interviewer_voice": "wrv-1a2b3c", "mail_design": "77AB10FE22C9", "talent_phone": "666A24C3",
                "talent_sender": "5C2E0D9A77B1"},
    "production": {"interviewer_voice": "wrv-9f8e7d", "mail_design": "10CC4EE09B3D", "talent_phone": "91F07B2D",
                   "talent_sender": "A72B528BDEDF"},
}  # fmt: skip


class Forty:
    """The repo in a folder of its own, with a HeyMilo behind its workspaces."""

    def __init__(self, root: Path, cli: Callable[..., Ran]) -> None:
        self.root = root
        self._cli = cli

    def cli(self, *args: str) -> Ran:
        return self._cli("-C", str(self.root), *args)

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def sent(self, workspace: str, name: str) -> dict[str, Any]:
        """The request that was applied last, as its snapshot has it."""
        place = self.root / ".heymilo" / "state" / workspace
        digest = json.loads((place / "state.json").read_text(encoding="utf-8"))["postings"][name]["digest"]
        found = [json.loads(path.read_text(encoding="utf-8")) for path in (place / "snapshots").iterdir()]
        return dict(next(each["request"] for each in found if each["digest"] == digest))

    def desired(self, workspace: str) -> dict[str, Desired]:
        repo = load_repo(self.root, (), Variables(VARS, chosen=workspace))
        return {each.address: each for each in repo.desired}


@pytest.fixture
def forty(tmp_path: Path, cli: Callable[..., Ran]) -> Forty:
    """A copy of the case, without a HeyMilo."""
    for each in ("heymilo.yaml", "postings"):
        copy: Any = shutil.copytree if (CASE / each).is_dir() else shutil.copy
        copy(CASE / each, tmp_path / each)
    return Forty(tmp_path, cli)


@pytest.fixture
def live(forty: Forty, served: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Forty]:
    """The copy with both workspaces at the served HeyMilo."""
    monkeypatch.setenv("HEYMILO_API_KEY", "sandbox-key")
    monkeypatch.setenv("HEYMILO_STAGING_KEY", "sandbox-key")
    more = f"\n    base_url: {served.url}\n    requests_per_minute: 6000\n    settle_seconds: 0\n    vars:"
    forty.edit("heymilo.yaml", "\n    vars:", more)
    yield forty


def test_the_script_and_the_files_agree(tmp_path: Path) -> None:
    found = importlib.util.spec_from_file_location("make", CASE / "make.py")
    assert found is not None and found.loader is not None
    make = importlib.util.module_from_spec(found)
    found.loader.exec_module(make)
    written = {path.relative_to(tmp_path): path.read_text(encoding="utf-8") for path in make.write(tmp_path)}
    assert len(written) == 40
    committed = [path for path in (CASE / "postings").rglob("*.yaml") if "_shared" not in path.parts]
    assert {path.relative_to(CASE): path.read_text(encoding="utf-8") for path in committed} == written


def test_it_has_no_finding_and_the_usual_format(forty: Forty) -> None:
    assert forty.cli("lint", "--fail-on", "warning").out.startswith("60 files, no finding; ")
    assert forty.cli("fmt", "--check").code == 0


def test_every_form_is_used(forty: Forty) -> None:
    one = forty.desired("staging")["member-services-adviser-dundee"]
    assert one.origin("/language") == "postings/_shared/defaults/contact.yaml"
    assert one.origin("/company_overview") == COMPANY
    assert one.origin("/workflow/1/questions/1/text") == HARD
    assert one.template["sender_email_id"] == {"var": "talent_sender"}


def test_a_finding_in_a_shared_text_is_said_once(forty: Forty) -> None:
    forty.edit(COMPANY, OLD, "AKIAIOSFODNN7EXAMPLE has paid claims")
    found = forty.cli("lint", "--format", "json").json["findings"]
    here = [each for each in found if each["path"] == COMPANY]
    assert here and all(each["path"] == COMPANY for each in found)
    assert len({(each["code"], each["message"]) for each in here}) == len(here)
    assert all("used by 40 postings" in each["message"] for each in here)


def test_both_workspaces_ask_for_the_same_but_for_ids(forty: Forty) -> None:
    staging, production = forty.desired("staging"), forty.desired("production")
    assert len(staging) == 40 and staging.keys() == production.keys()
    ids = dict(zip(VARS["staging"].values(), VARS["production"].values(), strict=True))
    for name, one in staging.items():
        other = production[name]
        assert one.portable_digest == other.portable_digest and one.digest != other.digest
        text = json.dumps(one.request)
        for here, there in ids.items():
            text = text.replace(here, there)
        assert json.loads(text) == other.request


def test_one_text_is_one_line_and_forty_replacements(live: Forty, served: Any) -> None:
    assert live.cli("-w", "production", "apply", "--auto-approve").code == 0
    assert len(served.postings()) == 40
    live.edit(COMPANY, OLD, NEW)

    refused = live.cli("-w", "production", "apply", "--auto-approve")
    assert refused.code == 1 and f"{COMPANY} alone replaces 40" in refused.text
    assert len(served.postings()) == 40

    shown = live.cli("-w", "production", "plan", "--allow-large-change")
    line = f"company_overview reworded in {COMPANY}, 40 postings"
    assert f"Plan: 0 to create, 0 to update, 40 to replace, 0 to archive.\n  {line}\n\n" in shown.out
    assert shown.out.count("[-paid-]{+settled+}") == 1
    assert shown.out.count("-/+ boat-surveyor-oban ") == 1

    plan = live.cli("-w", "production", "plan", "--allow-large-change", "--format", "json").json
    (entry,) = plan["shared"]
    assert (entry["path"], entry["field"], entry["class"]) == (COMPANY, "/company_overview", "notice")
    assert len(entry["addresses"]) == plan["summary"]["replace"] == 40
    assert entry["addresses"] == [each["address"] for each in plan["changes"]]

    saved = str(live.root / "plan.json")
    assert live.cli("-w", "production", "plan", "--allow-large-change", "--out", saved).code == 0
    assert line in live.cli("-w", "production", "show", saved).out
    page = live.cli("-w", "production", "show", saved, "--format", "markdown").out
    assert page.count("<ins>settled</ins>") == 1 and "<details><summary>40 postings</summary>" in page

    assert "Its apply needs --allow-large-change: 40 of 40 managed" in " ".join(page.replace("\\", "").split())
    assert live.cli("-w", "production", "apply", saved).code == 1
    assert live.cli("-w", "production", "apply", saved, "--allow-large-change").code == 0
    assert len(served.postings(archived=False)) == 40
    assert "No changes." in live.cli("-w", "production", "plan").out


def test_promotion_changes_nothing_but_ids(live: Forty, served: Any) -> None:
    name = "member-services-adviser-dundee"
    assert live.cli("-w", "staging", "apply", "--target", name, "--auto-approve").code == 0
    live.edit(COMPANY, OLD, NEW)
    ran = live.cli("promote", name, "--from", "staging", "--to", "production", "--auto-approve")
    assert ran.code == 0, ran.text
    assert len(served.postings()) == 2
    tried, promoted = live.sent("staging", name), live.sent("production", name)
    text = json.dumps(tried)
    for here, there in zip(VARS["staging"].values(), VARS["production"].values(), strict=True):
        assert here in text
        text = text.replace(here, there)
    assert json.loads(text) == promoted
    assert OLD in promoted["company_overview"]
