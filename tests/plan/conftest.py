"""A world for plans to be made in: manifests, a state, snapshots, and a fold that plays the part of an apply."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

import pytest
from hypothesis import strategies as st

from heymilo_ops.apply.jobs import make_jobs
from heymilo_ops.apply.run_context import Author, RunContext
from heymilo_ops.model import fold, record
from heymilo_ops.model.desired import Desired, desire
from heymilo_ops.model.live import Listing, Live, Mark
from heymilo_ops.model.state import Held, Intent, LastApply, PostingState, Revision, State, WorkspaceIdentity
from heymilo_ops.plan.build import PlanInput, build
from heymilo_ops.plan.change import Action, Change, Plan

_AT = "2027-01-10T12:00:00Z"
NOW = datetime(2027, 1, 10, 12, tzinfo=UTC)


def posting_of(name: str = "nurse", **changes: Any) -> dict[str, Any]:
    """A resolved manifest; a change to ``None`` takes the key out."""
    base: dict[str, Any] = {
        "name": name,
        "title": "Night nurse",
        "workflow": [
            {
                "type": "web_interview",
                "questions": [
                    {"text": "What draws you to nights?", "key": "nights"},
                    {
                        "text": "Walk me through a hand-over that went wrong.",
                        "evaluation_criteria": "Names the cause and what was learnt.",
                        "score_of_1": "Blames others.",
                        "score_of_5": "Names a cause and a change made.",
                        "score_weight": 3,
                    },
                    {"text": "When could you start?"},
                ],
            }
        ],
    }
    return {key: value for key, value in {**base, **changes}.items() if value is not None}


@dataclass(frozen=True)
class Snap:
    request: Mapping[str, Any]
    resolved: Mapping[str, Any]
    keys: Mapping[str, str]


@dataclass
class World:
    """What is known between two plans. ``at_heymilo``: posting id → mark."""

    state: State = field(
        default_factory=lambda: State(
            tool_version="0.1",
            lineage="a" * 32,
            project="acme",
            workspace=WorkspaceIdentity(name="prod", base_url="https://x"),
        )
    )
    snapshots: dict[str, Snap] = field(default_factory=dict)
    at_heymilo: dict[str, Live] = field(default_factory=dict)

    def plan(self, *resolved: Mapping[str, Any], **options: Any) -> Plan:
        return build(self.inputs(*resolved, **options))

    def inputs(self, *resolved: Mapping[str, Any], **options: Any) -> PlanInput:
        """What a plan of these manifests is made of."""
        given = {
            "desired": [desire(each, f"postings/{each['name']}.yaml") for each in resolved],
            "state": self.state,
            "snapshots": self.snapshots,
            "listing": None,
            "now": NOW,
            "workspace": "prod",
            "workspace_id": "ws_1",
            "project": "acme",
        }
        return PlanInput(**{**given, **options})

    def apply(self, *resolved: Mapping[str, Any], **options: Any) -> Plan:
        """Plan and fold; an error finding is a mistake of the test."""
        plan = self.plan(*resolved, **options)
        assert not [each for each in plan.findings if each.severity == "error"], plan.findings
        self.fold(plan)
        return plan

    def fold(self, plan: Plan) -> None:
        postings = dict(self.state.postings)
        for change in plan.actions():
            before = postings.pop(change.moved_from or change.address, None)
            after = self._after(change, before)
            if after is not None:
                postings[change.address] = self._archived(change, after)
        self.state = self.state.model_copy(update={"postings": postings, "serial": self.state.serial + 1})

    def _after(self, change: Change, before: PostingState | None) -> PostingState | None:
        if change.forgets:
            return None
        if change.action is Action.ARCHIVE:
            assert before is not None
            return before.model_copy(update={"ops": change.desired.ops}) if change.desired else before
        desired = change.desired
        assert desired is not None
        since = (before and before.draining_since) or _AT if desired.ops.lifecycle == "draining" else None
        if change.action is Action.UPDATE and change.settings is None:
            assert before is not None
            known = {"ops": desired.ops, "held": change.held, "draining_since": since}
            return before.model_copy(update=known)
        revisions = before.revisions if before else ()
        assert change.revision_to not in {each.number for each in revisions}
        posting_id = before.posting_id if before and change.action is Action.UPDATE else f"p{len(self.at_heymilo) + 1}"
        revision = self._revision(change, desired, posting_id)
        self.snapshots[desired.digest] = Snap(desired.request, desired.resolved, desired.keys)
        mark = Mark("acme", "prod", change.address, revision.number, "0" * 31 + "1", 1, desired.digest)
        if posting_id not in self.at_heymilo:
            self.at_heymilo[posting_id] = live_of(posting_id, title=desired.manifest.title, metadata=mark.metadata())
        return PostingState(
            posting_id=posting_id,
            revision=revision.number,
            digest=desired.digest,
            status="active",
            updated_at=1.0,
            ops=desired.ops,
            held=change.held,
            draining_since=since,
            revisions=(*revisions, revision),
        )

    def _revision(self, change: Change, desired: Desired, posting_id: str) -> Revision:
        assert change.revision_to is not None
        return Revision(
            number=change.revision_to,
            digest=desired.digest,
            design_digest=desired.design_digest,
            canon=desired.canon,
            posting_id=posting_id,
            applied_at=_AT,
            applied_by="me",
            source=desired.source,
            action=change.action.value,
            allowed=change.allowed,
        )

    def _archived(self, change: Change, entry: PostingState) -> PostingState:
        closed = set(change.archives)
        if change.action is Action.REPLACE and change.live is not None and change.live.archived:
            closed.add(change.live.posting_id)
        revisions = tuple(
            each.model_copy(update={"archived_at": _AT}) if each.posting_id in closed else each
            for each in entry.revisions
        )
        status = "archived" if entry.posting_id in closed else entry.status
        return entry.model_copy(update={"revisions": revisions, "status": status})

    def adopt(self, resolved: Mapping[str, Any], live: Live) -> None:
        """Leave the state as the adoption of a posting does."""
        desired = desire(resolved, f"postings/{resolved['name']}.yaml")
        intent = Intent(
            kind="adopt",
            op_id="a" * 32,
            address=desired.address,
            number=1,
            digest=desired.digest,
            design_digest=desired.design_digest,
            canon=desired.canon,
            action="adopt",
            target=live.posting_id,
            ops=desired.ops,
            at=_AT,
            source=desired.source,
            live_name=live.name or "",
        )
        self.snapshots[desired.digest] = Snap(desired.request, desired.resolved, desired.keys)
        mark = Mark("acme", "prod", desired.address, 1, "a" * 32, 1, desired.digest)
        self.at_heymilo[live.posting_id] = replace(live, metadata={**live.metadata, **mark.metadata()})
        self.state = fold.confirmed(self.state, intent, record.written_posting(live), _AT)

    def edit(self, address: str, **changes: Any) -> None:
        """Change what the state remembers of an address."""
        entry = self.state.postings[address].model_copy(update=changes)
        self.state = self.state.model_copy(update={"postings": {**self.state.postings, address: entry}})

    def end(self, status: Literal["open", "done"]) -> None:
        """What the last apply came to."""
        last = LastApply(plan_digest="sha256:" + "0" * 64, status=status)
        self.state = self.state.model_copy(update={"last_apply": last})

    def begin(self, plan: Plan) -> None:
        """Leave the state as an apply of the plan does that ends before it sends anything."""
        numbers = itertools.count(1)
        nothing: Any = None
        context = RunContext(
            store=nothing,
            api=nothing,
            project="acme",
            workspace="prod",
            author=Author("me"),
            now=lambda: NOW,
            new_op=lambda: f"{next(numbers):032x}",
        )
        jobs = make_jobs(plan.changes, self.state, context)
        intents = tuple(intent for job in jobs for intent in job.intents)
        begun = fold.folded(self.state, record.Opened(plan_digest=plan.digest, intents=intents))
        self.state = begun.model_copy(update={"pending": ()})

    def hold(self, address: str, digest: str) -> None:
        self.edit(address, held=Held(digest=digest, since="2027-01-01T00:00:00Z", by="kim"))

    def await_outcome(self, address: str, **changes: Any) -> None:
        """Leave an intent behind whose outcome isn't known."""
        given = {
            "kind": "create",
            "status": "sending",
            "op_id": "f" * 32,
            "action": "create",
            "at": "2027-01-10T00:00:00Z",
        }
        intent = Intent(address=address, **{**given, **changes})
        self.state = self.state.model_copy(update={"pending": (*self.state.pending, intent)})

    def listing(self, **options: Any) -> Listing:
        return Listing(**{"postings": dict(self.at_heymilo), **options})


def live_of(posting_id: str, **changes: Any) -> Live:
    given = {"title": "Night nurse", "name": None, "status": "active", "archived": False, "updated_at": 1.0}
    return Live(**{"posting_id": posting_id, **given, **changes})


@pytest.fixture(scope="session")
def posting() -> Callable[..., dict[str, Any]]:
    return posting_of


@pytest.fixture(scope="session")
def live() -> Callable[..., Live]:
    return live_of


@pytest.fixture(scope="session")
def make_world() -> type[World]:
    return World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def applied(world: World) -> World:
    """A world in which ``nurse`` was applied once."""
    world.apply(posting_of())
    return world


TEXTS = (
    "What draws you to nights?",
    "What draws you to night shifts?",
    "When could you start?",
    "Tell me about a colleague you helped.",
    "Which ward did you like best?",
)


def _optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _question(modality: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"modality": st.just(modality), "text": st.sampled_from(TEXTS)}, optional=fields)


_WEIGHT = st.sampled_from([0, 1, 5])
_FLAG = st.booleans()
_VOICE = _question("voice", score_weight=_WEIGHT, not_scored=_FLAG, evaluation_criteria=st.sampled_from(["a", "b"]))
_TAG = _question("voice_tags", options=st.lists(st.sampled_from("abc"), max_size=2))
_SMS = _question("sms", is_dealbreaker=_FLAG, expected_value=_WEIGHT)
_ANSWER = st.sampled_from([{}, {"a": 1}, {"a": {}}, True, 1, "1", [True], [1], [1, "a"], 1.5, "yes"])
_CHOICES = st.lists(st.fixed_dictionaries({"label": st.sampled_from("ab")}), min_size=1, max_size=2)
_FORM = _question("form", answer=_ANSWER, is_knockout=_FLAG, dropdown_values=_CHOICES)
_RESUME = st.one_of(_question("resume_eligibility", score_weight=_WEIGHT), _question("resume_scoring"))


def _step(
    kind: str, config: st.SearchStrategy[Any], question: st.SearchStrategy[Any]
) -> st.SearchStrategy[dict[str, Any]]:
    optional = {"config": config, "questions": st.lists(question, max_size=4)}
    return st.fixed_dictionaries({"type": st.just(kind)}, optional=optional)


_CHEAT = _optional(enabled=_FLAG, types=st.lists(st.sampled_from(["tab_switching", "phone_detection"]), max_size=2))
_ROOM = _optional(show_transcript=_FLAG, intro_message=st.sampled_from(["Hi", "Hello  "]))
_STEP = st.one_of(
    _step(
        "web_interview",
        _optional(video=_FLAG, cheat_detection_config=_CHEAT, web_interview_config=_ROOM),
        st.one_of(_VOICE, _TAG),
    ),
    _step("conversational_sms", _optional(knockout_enabled=_FLAG, max_nudge_amount=_WEIGHT), _SMS),
    _step("form", _optional(knockout_enabled=_FLAG), _FORM),
    _step("resume", _optional(mandatory=_FLAG, min_evaluation_score=st.sampled_from([0, 0.0, 0.5, 1])), _RESUME),
)
_SETTINGS = {
    "deadline": st.sampled_from(["2027-03-31T18:00:00Z", "2027-03-31T19:00:00+01:00", "2027-04-01T00:00:00Z"]),
    "allow_sms_comms": _FLAG,
    "max_retakes": st.integers(0, 2),
    "metadata": st.dictionaries(st.sampled_from(["a/b", "__team", "c~"]), st.sampled_from(["1", "2"]), max_size=2),
}
_DESIGN = {"language": st.sampled_from(["en", "de"]), "company_overview": st.sampled_from(["", "We care."])}
_OPS = _optional(
    on_change=st.sampled_from(["replace", "hold"]),
    on_replace=st.sampled_from(["archive", "drain", "keep"]),
    on_remove=st.sampled_from(["archive", "forget"]),
)


@pytest.fixture(scope="session")
def postings() -> st.SearchStrategy[dict[str, Any]]:
    """Resolved manifests of all step types, near enough to each other that pairs have something in common."""
    shared = {"name": st.sampled_from(["nurse", "cook", "driver"]), "title": st.sampled_from(["Nurse", "Cook"])}
    optional = {**_SETTINGS, **_DESIGN, "ops": _OPS}
    workflow = {"workflow": st.lists(_STEP, min_size=1, max_size=3)}
    template = {"interview_template_id": st.sampled_from(["IT_1", "IT_2"])}
    return st.one_of(
        st.fixed_dictionaries({**shared, **workflow}, optional=optional),
        st.fixed_dictionaries({**shared, **workflow}, optional=optional),
        st.fixed_dictionaries({**shared, **template}, optional={**optional, "max_retakes": st.none()}),
    )
