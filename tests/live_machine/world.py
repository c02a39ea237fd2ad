"""A repo, a state, a sandbox and the people around it; and what must hold among them at every moment."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from heymilo_ops.cli.main import run
from heymilo_ops.manifest.yaml_dump import dump
from heymilo_ops.manifest.yaml_file import read_text
from heymilo_ops.model.live import OPERATION
from heymilo_ops.sandbox import answers, postings, questions, rewrites
from heymilo_ops.sandbox.app import create_app
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.store import MEMORY
from tests.live_machine.link import URL, Fuse, Killed, Wire
from tests.live_machine.work_tree import IN_PLACE, question

KEY = "sandbox-key"
BASE = "/api/v2/postings"
Json = dict[str, Any]

CONFIG = f"""\
version: 1
project: acme
default_workspace: production
workspaces:
  production:
    base_url: {URL}
    requests_per_minute: 6000
    settle_seconds: 0
"""
APPLY = ("apply", "--auto-approve", "--allow-large-change")
APPLIES = 6
FIELDS = ("title", "instructions", "max_retakes")
QUESTION_FIELDS = ("text", "score_weight", "evaluation_criteria")
MODALITIES = ("voice", "voice_tags")


@dataclass
class Ran:
    """What a command line came to; code -9 where it was killed."""

    args: tuple[str, ...]
    code: int
    out: str
    err: str

    def __str__(self) -> str:
        return f"$ {' '.join(self.args)} -> {self.code}\n{self.out}{self.err}"


@dataclass
class People:
    """What people did at HeyMilo: the questions that they made there, and the postings."""

    questions: dict[str, str] = field(default_factory=dict)
    """Question id → posting id."""
    postings: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    """Ids of their questions that a manifest has by now."""


class World:
    """Everything, in a folder of its own."""

    def __init__(self, **options: Any) -> None:
        """Begin with nothing. ``options``: of the sandbox."""
        self.rewrites: frozenset[str] = frozenset()
        self.root = Path(tempfile.mkdtemp(prefix="live-machine-"))
        self.now = time.time()
        self.app = create_app(MEMORY, clock=self._clock, **options)
        self.fuse = Fuse()
        self.wire = Wire(self.app, self.fuse)
        self.http = httpx.Client(base_url=URL, transport=self.wire, headers={"X-API-KEY": KEY})
        self.people = People()
        self.ran: list[Ran] = []
        (self.root / "heymilo.yaml").write_text(CONFIG, encoding="utf-8")
        (self.root / "postings").mkdir()

    def _clock(self) -> float:
        """HeyMilo's clock moves with every look at it, so that no two changes have one time."""
        self.now += 0.01
        return self.now

    def close(self) -> None:
        """Leave nothing behind."""
        self.wire.close()
        self.app.state.store.close()
        shutil.rmtree(self.root)

    # The tool

    def cli(self, *args: str, kill: int | None = None) -> Ran:
        """Run a command, which dies at its call number ``kill``."""
        self.fuse.set(kill)
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = run(["-C", str(self.root), *args])
            except Killed:
                code = -9
        self.fuse.set(None)
        self.ran.append(Ran(args, code, out.getvalue(), err.getvalue()))
        assert code != 70, self.ran[-1]
        return self.ran[-1]

    def plan(self, *more: str) -> Json:
        """The plan, as JSON."""
        ran = self.cli("plan", "--format", "json", *more)
        assert ran.out, ran
        found: Json = json.loads(ran.out)
        return found

    # The repo

    def manifests(self) -> dict[str, Path]:
        """Address → file."""
        return {str(self.read(path)["name"]): path for path in sorted(self.root.glob("postings/*.yaml"))}

    def read(self, path: Path) -> Json:
        """The data of a manifest."""
        data: Json = read_text(path.read_text(encoding="utf-8"), path.name).data
        return data

    def write(self, data: Json, path: Path | None = None) -> None:
        """Write a manifest."""
        (path or self.root / "postings" / f"{data['name']}.yaml").write_text(dump(data), encoding="utf-8")

    # HeyMilo, as people and as an oracle see it

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """One request, and what is under ``data``."""
        answer = self.http.request(method, path, json=body)
        assert answer.is_success, f"{method} {path}: {answer.text}"
        return answer.json()["data"]

    def postings(self) -> list[Json]:
        """All postings, as they are stored, whatever the sandbox says of them."""
        options = Options(clock=self._clock)
        return [answers.posting(one, options) for one in postings.everything(self.app.state.store)]

    def questions(self, posting_id: str) -> list[Json]:
        """All questions of a posting as they are stored, past any fault."""
        with self.app.state.store.read() as connection:
            return [answers.question(one) for one in questions.of(connection, posting_id)]

    def state(self) -> Json:
        """The managed postings as the state's file has them; journal entries that aren't folded are not in it."""
        path = self.root / ".heymilo/state/production/state.json"
        found: Json = json.loads(path.read_text(encoding="utf-8"))["postings"] if path.exists() else {}
        return found

    def writes(self) -> int:
        """How many requests may have changed something."""
        return sum(one["method"] != "GET" for one in self.http.get("/_control/requests").json())

    def by_hand(self, posting_id: str, how: str) -> None:
        """Somebody ends a posting, or copies one: the copy is theirs."""
        if how == "delete":
            self.ask_control("DELETE", f"/_control/postings/{posting_id}")
            return
        made = self.ask("POST", f"/_control/{how}/{posting_id}")
        if how == "clone":
            self.people.postings.add(made["id"])

    def edit_by_hand(self, posting_id: str, what: str, number: int, word: str, *, moves: bool) -> None:
        """Somebody changes one value in HeyMilo's own pages."""
        end = f"{posting_id}?moves={moves}"
        if what == "config":
            self.ask("POST", f"/_control/steps/{posting_id}/1?moves={moves}", {"instructions": f"There: {word}."})
        elif what in FIELDS:
            value = number % 6 if what == "max_retakes" else f"There it is {word}."
            self.ask("POST", f"/_control/edit/{end}", {what: value})
        elif asked := self.questions(posting_id):
            one = asked[number % len(asked)]
            new = {"text": f"And {word}?", "criteria": f"Look for {word}.", "weight": 1 + number % 5}[what]
            key = {"text": "text", "criteria": "evaluation_criteria", "weight": "score_weight"}[what]
            self.ask("POST", f"/_control/questions/{posting_id}/{one['id']}?moves={moves}", {key: new})

    def change_by_hand(self, posting_id: str, what: str, number: int, word: str, *, moves: bool) -> None:
        """Somebody changes a value, or deletes or moves questions, in HeyMilo's own pages."""
        if what in ("delete", "reorder"):
            self.question_by_hand(posting_id, what, number, word)
        else:
            self.edit_by_hand(posting_id, what, number, word, moves=moves)

    def question_by_hand(self, posting_id: str, how: str, number: int, word: str) -> None:
        """Somebody adds, copies, deletes or moves a question in HeyMilo's own pages."""
        asked = self.questions(posting_id)
        one = asked[number % len(asked)] if asked else None
        path = f"/_control/questions/{posting_id}"
        if how == "add":
            fields = {"modality": "voice", **question(f"Somebody asks {word}?", "")}
            self.people.questions[self.ask("POST", path, fields)["id"]] = posting_id
        elif one and how == "copy":
            self.people.questions[self.ask("POST", f"{path}/{one['id']}/copy")["id"]] = posting_id
        elif one and how == "delete" and len(asked) > 1:
            self.ask("DELETE", f"{path}/{one['id']}")
            self.people.questions.pop(one["id"], None)
        elif one and how == "reorder":
            order = [other["id"] for other in asked if other["modality"] == one["modality"]][::-1]
            self.http.post(f"/_control/reorder/{posting_id}", json={"modality": one["modality"], "order": order})

    def post_by_hand(self, number: int, word: str) -> None:
        """Somebody makes a posting in HeyMilo's own pages."""
        asked = [{"modality": "voice", **question(f"By hand {word}, {n}?", "")} for n in range(1 + number % 3)]
        names = {"name": f"Made by Hand {number}"} if number % 2 else {}
        body = {
            "title": f"By hand {word}",
            "deadline": "2100-01-31T18:00:00Z",
            "workflow": [{"type": "web_interview", "questions": asked}],
            **names,
        }
        self.people.postings.add(self.ask("POST", BASE, body)["id"])

    def accept(self, address: str) -> Ran:
        """Take over into the manifest what was changed outside."""
        posting = self.state().get(address, {}).get("posting_id")
        self._tell_apart(posting)
        ran = self.cli("drift", "accept", address)
        if ran.code == 0:
            self.people.accepted |= {one for one, of in self.people.questions.items() if of == posting}
        return ran

    def _tell_apart(self, posting: str) -> None:
        """Somebody rewords the copies of questions, which lint refuses in a manifest."""
        texts = Counter(one["text"] for one in self.questions(posting))
        for one in self.questions(posting):
            if one["id"] in self.people.questions and texts[one["text"]] > 1:
                text = {"text": f"{one['id']}: {one['text']}"}
                self.ask("POST", f"/_control/questions/{posting}/{one['id']}", text)

    def apply(self, *more: str, kill: int | None = None) -> Ran:
        """Apply; questions that were accepted are the repo's own afterwards."""
        ran = self.cli(*APPLY, *more, kill=kill)
        if ran.code == 0:
            for accepted in self.people.accepted:
                self.people.questions.pop(accepted, None)
            self.people.accepted.clear()
        return ran

    def ask_control(self, method: str, path: str) -> None:
        """A request that answers nothing of interest."""
        self.http.request(method, path).raise_for_status()

    def fault(self, action: str, method: str | None, skip: int) -> None:
        """The next such request but ``skip`` goes wrong."""
        fault = {"action": action, "match": {"method": method}, "times": 1, "skip": skip}
        self.http.post("/_control/faults", json=[fault]).raise_for_status()

    def heal(self) -> None:
        """Nothing goes wrong any more; what is stored is still said otherwise."""
        self.http.delete("/_control/faults").raise_for_status()
        self.rewrite(self.rewrites)

    def rewrite(self, ways: frozenset[str]) -> None:
        """The sandbox says otherwise what it stores, in these ways from now on."""
        self.rewrites = ways
        if ways:
            faults = [{"action": "rewrite", "rewrites": sorted(ways)}]
            self.http.post("/_control/faults", json=faults).raise_for_status()

    # What a person does once all is quiet

    def settle(self) -> None:
        """What is wanted is there in the end, and then there is nothing to do. Raises ``AssertionError``."""
        self.heal()
        accepted: set[str] = set()
        unread: list[str] = []
        for _ in range(APPLIES):
            recreated = [*self._recreated(), *unread]
            ran = self.apply(*recreated)
            self.check()
            shown = self._shown()
            drifted = [one["address"] for one in shown if any(not field["accepted"] for field in one["drift"])]
            # Edited before they were read back: what was changed can't be told, so they are made anew.
            lost = [one["address"] for one in shown if one["status"] == "no-baseline"]
            unread = [word for address in lost for word in ("--recreate", address)]
            for address in drifted:
                if address in accepted:  # a question that is in no manifest any more can only be put back
                    self.apply("--revert", address)
                else:
                    self.accept(address)
                accepted.add(address)
            for finding in self.plan(*recreated)["findings"] if ran.code else ():
                if finding["code"] == "PL203":
                    self._heed(finding["address"], is_new=finding["address"] in recreated)
            held = self.plan()["summary"]["hold"]
            if not (ran.code or drifted or held or lost) and self.cli("plan", "--detailed-exitcode").code == 0:
                break
        else:
            raise AssertionError(f"not settled:\n{self.told()}")
        self.check_end()
        before, ran = self.writes(), self.cli(*APPLY)
        assert (ran.code, self.writes()) == (0, before), f"an apply with nothing to do wrote something:\n{self.told()}"

    def _shown(self) -> list[Json]:
        """The postings with what was changed outside."""
        found: list[Json] = json.loads(self.cli("drift", "show", "--format", "json").out)["postings"]
        return found

    def _recreated(self) -> list[str]:
        """What says that postings which ended outside are made anew."""
        held = [change for change in self.plan()["changes"] if change["action"] == "hold"]
        gone = [change["address"] for change in held if "--recreate" in " ".join(change["reasons"])]
        return [word for address in gone for word in ("--recreate", address)]

    def _heed(self, address: str, *, is_new: bool) -> None:
        """Somebody does as PL203 says of values that HeyMilo takes in no new posting: keeps the posting, or makes them
        less where it ``is_new`` anyway.
        """
        path = self.manifests()[address]
        data = self.read(path)
        if is_new:
            for one in (one for step in data["workflow"] for one in step["questions"]):
                one["score_weight"] = min(one["score_weight"], 5)
        else:
            data["ops"] = {**data.get("ops", {}), "on_change": IN_PLACE}
        self.write(data, path)

    def told(self) -> str:
        """The last commands and what they said."""
        return "\n".join(map(str, self.ran[-6:]))

    # What must hold

    def check(self) -> None:
        """After each step. Raises ``AssertionError``."""
        there = {one["id"] for one in self.postings()}
        for theirs, posting in self.people.questions.items():
            if posting in there:
                live = {one["id"] for one in self.questions(posting)}
                assert theirs in live, f"question {theirs} of a person is gone from {posting}"
        made = Counter(
            one["metadata"][OPERATION].partition("/")[0]
            for one in self.postings()
            if one["id"] not in self.people.postings and OPERATION in (one["metadata"] or {})
        )
        assert all(number == 1 for number in made.values()), f"made twice: {made}"

    def check_end(self) -> None:
        """Live equals desired, and nothing is there twice."""
        files = self.manifests()
        wanted = {
            name: path for name, path in files.items() if self.read(path).get("ops", {}).get("lifecycle") != "closed"
        }
        state = {address: entry for address, entry in self.state().items() if entry["status"] != "archived"}
        assert set(state) == set(wanted), (sorted(state), sorted(wanted))
        by_id = {one["id"]: one for one in self.postings()}
        for address, path in wanted.items():
            live = by_id[state[address]["posting_id"]]
            assert live["status"] == "active", f"{address} is {live['status']}"
            self._check_same(address, self.read(path), live)
        ours = {entry["posting_id"] for entry in state.values()}
        stray = [
            one["id"] for one in by_id.values() if not one["archived"] and one["id"] not in ours | self.people.postings
        ]
        assert not stray, f"open, and nobody's: {stray}"

    def _check_same(self, address: str, data: Json, live: Json) -> None:
        """Each value of the manifest is live, and no question but its own."""
        for key in FIELDS:
            assert (data.get(key) or None) == (live[key] or None), f"{address}: {key} is {live[key]!r}"
        shown = sorted(rewrites.posting(live, self.rewrites)["workflow"], key=lambda step: int(step["order"]))
        for step, stored, said in zip(data["workflow"], live["workflow"], shown, strict=True):
            config = step.get("config") or {}
            is_same = stored["config"].keys() <= config.keys() and _are_said(config, stored["config"], said["config"])
            assert is_same, f"{address}: config is {stored['config']}, not {config}"
        asked = [question for step in data["workflow"] for question in step["questions"]]
        for modality in MODALITIES:
            said = [one for one in asked if one.get("modality", "voice") == modality]
            there = [one for one in self.questions(live["id"]) if one["modality"] == modality]
            is_same = len(said) == len(there) and all(map(self._is_said, said, there))
            assert is_same, f"{address}: {modality} questions are {_told(there)}, not {_told(said)}"

    def _is_said(self, asked: Json, there: Json) -> bool:
        edited = {key: asked.get(key) for key in QUESTION_FIELDS}
        return _are_said(edited, there, rewrites.question(there, self.rewrites))


def _are_said(asked: Json, stored: Json, shown: Json) -> bool:
    """Whether each value is stored, or shown for the one that is: what was accepted or imported is what was shown."""
    return all(value in (stored.get(key), shown.get(key)) for key, value in asked.items())


def _told(questions: list[Json]) -> list[Json]:
    """What questions say that can be edited here."""
    return [{key: question.get(key) for key in QUESTION_FIELDS} for question in questions]
