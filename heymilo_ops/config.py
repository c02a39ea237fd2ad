"""heymilo.yaml: the project, its workspaces, and how each is reached. Never a key."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr, model_validator

from heymilo_ops.errors import AdviceKind, AttentionError, advise
from heymilo_ops.model.facts import ChangeClass, Whole
from heymilo_ops.model.notices import NOTICES_HELP, Notices
from heymilo_ops.model.on_change import OnChange
from heymilo_ops.plan.change import Action
from heymilo_ops.plan.review_input import Reviewer, Role
from heymilo_ops.version import SPECIFIERS

FILE_NAME = "heymilo.yaml"
DEFAULT_BASE_URL = "https://api.heymilo.ai"
DEFAULT_KEY_ENV = "HEYMILO_API_KEY"
EMBEDDED = "embedded sandbox"
"""What stands for the address of a sandbox workspace."""

Slug = Annotated[StrictStr, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


def _no_flag(value: Any) -> Any:
    """True equals 1, and is not what is meant."""
    return str(value) if isinstance(value, bool) else value


_ON_CHANGE = (
    "What a changed design does where the manifest doesn't say it in ops: replace, update or hold, or a mapping by "
    "class of change. A workspace's own comes before that of the whole file."
)


class WorkspaceConfig(BaseModel):
    """One HeyMilo workspace and how it is reached."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    sandbox: StrictBool = Field(
        False, description="true: an embedded HeyMilo on this machine, for trying things out; needs no key."
    )
    api_key_env: StrictStr = Field(
        DEFAULT_KEY_ENV,
        pattern=r"^HEYMILO_[A-Z0-9_]*$",
        description="Name of the environment variable that holds the API key; it begins with HEYMILO_, so that no "
        "other secret can be named. Never the key itself.",
    )
    base_url: StrictStr = Field(
        DEFAULT_BASE_URL,
        pattern=r"^https?://[^\s/?#@]+/?$",
        description="Where HeyMilo answers. The key is sent to another host than api.heymilo.ai only where the "
        "environment variable HEYMILO_OPS_ALLOW_HOST names it.",
    )
    state: StrictStr | None = Field(
        None,
        min_length=1,
        description="Where the state is: a folder, git:remote/branch, s3://bucket/prefix, az://container/prefix or "
        "gs://bucket/prefix (experimental); the folder .heymilo/state/<workspace> where left out.",
    )
    settle_seconds: Annotated[
        Whole,
        Field(
            ge=0,
            le=3600,
            description="How long HeyMilo may take to list what it has created, in seconds; 0: it lists at once.",
        ),
    ] = 30
    requests_per_minute: Annotated[
        Whole,
        Field(
            ge=1,
            le=6000,
            description="The most requests a minute. HeyMilo documents 300 for a key, shared by all that use it; the "
            "default leaves half of them to others.",
        ),
    ] = 150
    on_change: OnChange | None = Field(None, description=_ON_CHANGE)
    notices: Notices | None = Field(None, description=NOTICES_HELP)
    vars: dict[StrictStr, Any] | None = Field(None, description="Values that differ between workspaces.")


_Limit = Annotated[Whole, Field(ge=0)] | None


class MaxAffected(BaseModel):
    """How many people who haven't completed an action may concern before it stops, for each posting."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    archive: _Limit = Field(None, description="The most people of a posting that is archived.")
    replace: _Limit = Field(None, description="The most people of a posting that is replaced.")
    update: _Limit = Field(None, description="The most people of a posting that is changed in place.")


class Guards(BaseModel):
    """What stops an apply unless its command line allows it."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    max_affected: MaxAffected | None = Field(
        None,
        description="By action, how many people may have registered for a posting and not completed: with more, "
        "apply stops until --allow-impact NAME=N. An unknown number counts as more. What is left out stops nothing.",
    )


Team = Annotated[StrictStr, Field(pattern=r"^@[A-Za-z0-9._/-]+$", max_length=100)]
"""A team or a person as the forge names it."""


class ReviewerConfig(BaseModel):
    """Who one role is, and what it looks at."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    team: Team | None = Field(
        None, description="The team that is asked for a review, as GitHub names it.", examples=["@acme/legal"]
    )
    classes: tuple[ChangeClass, ...] | None = Field(
        None, description="The classes of change that this role looks at, in place of the default."
    )
    actions: tuple[Action, ...] | None = Field(
        None, description="The actions of a plan that this role looks at, in place of the default."
    )


class ReviewersConfig(BaseModel):
    """Who looks at which change. Whatever none of them names keeps the readers that it has by default."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    legal: ReviewerConfig | None = Field(
        None,
        description="Fairness and notices, knock-outs, what candidates are told. Findings on those, what is suppressed "
        "or checked less, new interviews, cheat detection, video, voice and language always go here as well.",
    )
    hiring_manager: ReviewerConfig | None = Field(None, description="What is asked, and how answers count.")
    recruiter: ReviewerConfig | None = Field(None, description="Links, closing dates, messages.")
    engineers: ReviewerConfig | None = Field(None, description="How the tool is set up.")

    @property
    def by_role(self) -> dict[Role, Reviewer]:
        """What is said of each role."""
        named = {role: getattr(self, role.value) for role in Role}
        return {
            role: Reviewer(
                config.team or "",
                frozenset(config.classes) if config.classes is not None else None,
                frozenset(config.actions) if config.actions is not None else None,
            )
            for role, config in named.items()
            if config is not None
        }


Selector = Annotated[StrictStr, Field(pattern=r"^(ALL|[A-Z]{2}[0-9]{0,3}|[a-z0-9]+(-[a-z0-9]+)*)$", max_length=100)]
"""A code, the beginning of some, the name of one, or ``ALL``."""


class LintConfig(BaseModel):
    """Which rules lint runs and how much it makes of them."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    select: tuple[Selector, ...] | None = Field(
        None, description="The rules to run, by code, name or prefix (FR, KO1); all where left out."
    )
    extend_select: tuple[Selector, ...] = Field(
        (), description="Rules to run beside them; the way to turn on a preview, named in full."
    )
    ignore: tuple[Selector, ...] = Field(
        (),
        description="Rules whose findings don't count. Plans show them all the same. Errors of the families SY, AP and "
        "PL always count.",
    )
    per_file_ignores: dict[Annotated[StrictStr, Field(min_length=1, max_length=200)], tuple[Selector, ...]] | None = (
        Field(
            None,
            description="The same for files only: by pattern of their paths, such as postings/interns/** or "
            "postings/*.yaml.",
        )
    )
    severity: dict[Selector, Literal["error", "warning", "info"]] | None = Field(
        None, description="What the findings of a rule weigh, by code, name or prefix."
    )
    baseline: StrictStr | None = Field(
        None,
        min_length=1,
        max_length=200,
        description="A file of findings that were there before and don't count while their wording stays; `heymilo-ops "
        "lint --write-baseline` writes it.",
    )


class Config(BaseModel):
    """The whole of heymilo.yaml."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid")

    version: Annotated[Literal[1], BeforeValidator(_no_flag), Field(description="The format of this file.")]
    required_version: StrictStr | None = Field(
        None,
        pattern=SPECIFIERS,
        description="The releases of heymilo-ops that may work with this repo, such as >=1.2 or >=1.2,<2.",
    )
    project: Slug = Field(
        description="Name of this repo's postings; goes into their marks and tells them from other repos'."
    )
    default_workspace: Slug | None = Field(
        None, description="The workspace where -w is not given. Not used when CI is set."
    )
    people: Literal["on", "off"] = Field(
        "on",
        description="off: how many people a posting has is kept out of plans, reviews and files. guards work all the "
        "same.",
    )
    guards: Guards | None = Field(None, description="What stops an apply unless its command line allows it.")
    lint: LintConfig | None = Field(None, description="Which rules lint runs and how much it makes of them.")
    on_change: OnChange | None = Field(None, description=_ON_CHANGE)
    notices: Notices | None = Field(None, description=NOTICES_HELP)
    reviewers: ReviewersConfig | None = Field(None, description="Who looks at which change, by role.")
    human_review: Annotated[StrictStr, Field(min_length=1, max_length=300)] | None = Field(
        None,
        description="Who looks at applications that were rejected automatically, in your own words; reviews show it. "
        "It is the team's own statement, which nothing checks.",
        examples=["A recruiter reads every rejected application within three days."],
    )
    public_repo: Literal["accepted"] | None = Field(
        None,
        description="accepted: the repository is public, and that is meant. Reviews then show no people, links, "
        "scoring guides or knock-out answers, which candidates could read.",
    )
    workspaces: dict[Slug, WorkspaceConfig] = Field(
        min_length=1, description="The HeyMilo workspaces that the postings are applied to, by name."
    )

    @property
    def limits(self) -> dict[str, int]:
        """By action, how many people who haven't completed a change may concern; only those that are set."""
        limits = self.guards.max_affected if self.guards is not None else None
        return limits.model_dump(exclude_none=True) if limits is not None else {}

    @model_validator(mode="after")
    def _default_exists(self) -> Config:
        if self.default_workspace is not None and self.default_workspace not in self.workspaces:
            raise ValueError(f"default_workspace names {self.default_workspace!r}, which is not among workspaces")
        return self


def _address(own: Mapping[str, Any]) -> Any:
    url = own.get("base_url", DEFAULT_BASE_URL)
    return EMBEDDED if own.get("sandbox") is True else str(url).rstrip("/")


def _max_affected(data: Mapping[str, Any]) -> str:
    """Return the limits as ``archive: 20, replace: 20``; ``none`` where nothing stops."""
    guards = data.get("guards")
    limits = guards.get("max_affected") if isinstance(guards, Mapping) else None
    parts = [f"{action}: {limits[action]}" for action in sorted(limits)] if isinstance(limits, Mapping) else []
    return ", ".join(parts) or "none"


def _lint(data: Mapping[str, Any]) -> str:
    """Return what lint leaves out or lowers, as compact JSON; ``every rule`` where nothing."""
    own = data.get("lint")
    chosen = {name: value for name, value in own.items() if value} if isinstance(own, Mapping) else {}
    return json.dumps(chosen, sort_keys=True, ensure_ascii=False, default=str) if chosen else "every rule"


SAFETY: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Any]] = MappingProxyType(
    {
        "api_key_env": lambda _, own: own.get("api_key_env", DEFAULT_KEY_ENV),
        "base_url": lambda _, own: _address(own),
        "guards.max_affected": lambda data, _: _max_affected(data),
        "lint": lambda data, _: _lint(data),
        "people": lambda data, _: data.get("people", "on"),
        "project": lambda data, _: data.get("project"),
    }
)
"""What heymilo.yaml says of safety: by name, how to read it off the file's data and that of one workspace, as JSON.

An apply records all of it in the state, and a plan shows whatever differs from that. A setting that guards something
gets a line here, and nothing else. The data may be that of an old file, which today's schema refuses.
"""


def safety_settings(data: Mapping[str, Any], workspace: str) -> dict[str, Any]:
    """Return what the data of a heymilo.yaml say of safety for a workspace; nothing where they don't have it."""
    workspaces = data.get("workspaces")
    own = workspaces.get(workspace) if isinstance(workspaces, Mapping) else None
    return {name: read(data, own) for name, read in SAFETY.items()} if isinstance(own, Mapping) else {}


def find_root(folder: Path) -> Path:
    """The nearest folder with a heymilo.yaml, at or above this one. Raises ``AttentionError`` where there is none."""
    start = folder.resolve()
    for root in (start, *start.parents):
        try:
            (root / FILE_NAME).lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise AttentionError(
                f"{root / FILE_NAME} can't be looked for: {error.strerror}",
                "Give yourself the right to enter that folder and those above it.",
            ) from error
        return root  # whatever it is: reading it says what is wrong with it
    raise AttentionError(f"There is no {FILE_NAME} in {start} or above it", advise(AdviceKind.INIT))


def state_location(state: str | None, workspace: str) -> str:
    """Return where a workspace's state is: as ``state`` in heymilo.yaml says, or by default."""
    return state or f".heymilo/state/{workspace}"


def parse_config(data: Mapping[str, Any]) -> Config:
    """Return a configuration of plain data. Raises ``pydantic.ValidationError``."""
    return Config.model_validate(data)
