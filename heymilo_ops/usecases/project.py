"""The repo to work in: its heymilo.yaml, and the workspace that was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heymilo_ops.config import FILE_NAME, Config, WorkspaceConfig, find_root, parse_config, safety_settings
from heymilo_ops.errors import AttentionError, OpsError, UsageError
from heymilo_ops.finding import Finding
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.model.notices import NoticeElsewhere
from heymilo_ops.plan.review_input import ReviewSettings
from heymilo_ops.plan.rule import DEFAULT_RULE, ChangeRule, RuleSource
from heymilo_ops.usecases.workspace import Connection, Workspace
from heymilo_ops.version import SPECIFIERS, __version__, satisfies

if TYPE_CHECKING:
    from heymilo_ops.usecases.lint_settings import LintSettings


@dataclass(frozen=True)
class Invocation:
    """What the caller says of where to work.

    Attributes:
        directory: the folder at or below that of heymilo.yaml.
        workspace: the name that was asked for.
        ci: whether this runs in a CI job, where no workspace is chosen by default.
        outside_state: whether the folder of a state may lie outside of the repo.
    """

    directory: Path
    workspace: str | None = None
    ci: bool = False
    outside_state: bool = False
    connection: Connection = field(default_factory=Connection)


class ConfigError(AttentionError):
    """heymilo.yaml is wrong; ``findings`` say where, in ``source``."""

    def __init__(self, message: str, help: str, findings: Sequence[Finding], source: Source) -> None:
        super().__init__(message, help)
        self.findings, self.source = findings, source


@dataclass(frozen=True)
class Project:
    """A repo with a valid heymilo.yaml; ``root`` is the folder that holds it."""

    root: Path
    config: Config
    source: Source
    invocation: Invocation

    @cached_property
    def lint_settings(self) -> LintSettings:
        """What the repo says of findings. Raises ``AttentionError`` where its baseline can't be read."""
        from heymilo_ops.usecases.lint_settings import read_lint_settings

        return read_lint_settings(self.root, self.config.lint, self.source, self.invocation.workspace or "")

    def variables(self, workspace: str | None) -> Variables:
        """Say what ``{var: …}`` stands for, for one workspace or (``None``) for whichever a posting belongs to."""
        workspaces = self.config.workspaces
        return Variables(
            values={name: config.vars or {} for name, config in workspaces.items()},
            sandboxes=frozenset(name for name, config in workspaces.items() if config.sandbox),
            chosen=workspace,
            source=self.source,
            elsewhere=self._notices_elsewhere(workspace),
        )

    def _notices_elsewhere(self, workspace: str | None) -> dict[str, NoticeElsewhere]:
        """Where notices are given outside of postings; what a workspace says comes before what the project says."""
        own = self.config.workspaces[workspace].notices if workspace in self.config.workspaces else None
        stated = [notices.stated for notices in (self.config.notices, own) if notices is not None]
        return {name: place for notices in stated for name, place in notices.items()}

    def chosen_workspace(self) -> str | None:
        """Name the workspace asked for, or the default one; ``None`` where there is neither, or CI is set."""
        name = self.invocation.workspace or (None if self.invocation.ci else self.config.default_workspace)
        if name is not None:
            self.workspace_named(name)
        return name

    def workspace(self) -> Workspace:
        """Return the workspace to work with. Raises ``UsageError`` where none is given."""
        name = self.chosen_workspace()
        if name is None:
            in_ci = "With CI set, the workspace must be given"
            known = ", ".join(self.config.workspaces)
            raise UsageError(
                in_ci if self.invocation.ci else f"{FILE_NAME} names no default_workspace",
                f"Say which: -w NAME, one of {known}.",
            )
        return self.workspace_named(name)

    def workspace_named(self, name: str) -> Workspace:
        """Return the workspace of this name. Raises ``UsageError`` where there is none."""
        config = self.config
        if name not in config.workspaces:
            known = ", ".join(config.workspaces)
            raise UsageError(f"There is no workspace '{name}' in {FILE_NAME}", f"Known there: {known}.")
        return Workspace(
            self.root,
            config.project,
            name,
            config.workspaces[name],
            self.variables(name),
            safety_settings(self.source.data or {}, name),
            frozenset(config.workspaces),
            self.invocation.outside_state,
            self.invocation.connection,
            config.limits,
            config.people == "on",
            self._on_change(config.workspaces[name]),
            lambda: self.lint_settings,
            self._review_settings(),
        )

    def _review_settings(self) -> ReviewSettings:
        config = self.config
        reviewers = config.reviewers.by_role if config.reviewers is not None else {}
        return ReviewSettings(reviewers, config.public_repo == "accepted", config.human_review or "")

    def _on_change(self, workspace: WorkspaceConfig) -> ChangeRule:
        """Return what a changed design does in a workspace, where its manifest doesn't say it."""
        if workspace.on_change is not None:
            return ChangeRule(workspace.on_change, RuleSource.WORKSPACE)
        own = self.config.on_change
        return DEFAULT_RULE if own is None else ChangeRule(own, RuleSource.PROJECT)


def read_project(invocation: Invocation) -> Project:
    """Read the heymilo.yaml at or above a folder. Raises ``AttentionError`` where there is none, or it is wrong."""
    from pydantic import ValidationError

    from heymilo_ops.manifest.yaml_file import read_file

    root = find_root(invocation.directory)
    source = read_file(root, Path(FILE_NAME))
    _guard_version(source.data or {})
    if source.data is not None and not source.findings:
        with suppress(ValidationError):
            return Project(root, parse_config(source.data), source, invocation)
    raise _config_error(source)


def _config_error(source: Source) -> ConfigError:
    """Say what is wrong with a heymilo.yaml that the model refuses."""
    from heymilo_ops.manifest.check import check_config
    from heymilo_ops.manifest.codes import limit_findings

    findings = limit_findings([*source.findings, *check_config(source)])
    default = (source.data or {}).get("default_workspace")  # all that the model refuses and no schema can
    what = "has findings" if findings else f"names the default_workspace '{default}', which is not among workspaces"
    return ConfigError(f"{FILE_NAME} {what}", "Fix it and run again.", findings, source)


def _guard_version(data: Mapping[str, Any]) -> None:
    """Refuse a repo that asks for another release, before anything else: its file may have keys that are new."""
    asked = data.get("required_version")
    if not isinstance(asked, str) or not re.match(SPECIFIERS, asked) or satisfies(asked):
        return  # of another form the schema speaks
    from heymilo_ops.supply import origin

    released = isinstance(origin.install_source(), origin.IndexSource)  # else the name on the index may be anybody's
    by_name = f"pipx install --force 'heymilo-ops{asked}' (or pip install 'heymilo-ops{asked}')"
    raise AttentionError(
        f"This repo asks for heymilo-ops {asked}, and this is {__version__}",
        f"Install one{f': {by_name}' if released else ' from where this one came'}. "
        f"required_version in {FILE_NAME} says so.",
    )


def existing_path(folder: Path, path: Path) -> Path:
    """Return a path seen from ``folder`` in full. Raises ``UsageError`` where it isn't there.

    Raises ``OSError`` where that can't be known: a folder above can't be entered, or links lead in a circle.
    """
    full = folder / path
    try:
        full.stat()
    except (FileNotFoundError, NotADirectoryError):
        help = "Give paths as seen from here, or none for all."
        raise UsageError(f"There is no file or folder {path}", help) from None
    return full


WRONG = (OpsError, OSError, ValueError)
"""What a repo may be wrong with: then fewer names are known."""


def read_workspace_names(invocation: Invocation) -> Iterator[Any]:
    """Yield the workspaces of heymilo.yaml, for a shell. Raises one of ``WRONG``."""
    from heymilo_ops.manifest.yaml_file import read_file

    workspaces = (read_file(find_root(invocation.directory), Path(FILE_NAME)).data or {}).get("workspaces")
    yield from workspaces if isinstance(workspaces, dict) else ()


def read_posting_names(invocation: Invocation) -> Iterator[Any]:
    """Yield the names in the manifests, and those in the workspace's state where that is a folder, for a shell.

    HeyMilo isn't asked, and no state is read that takes a while. Raises one of ``WRONG``.
    """
    from heymilo_ops.manifest.listing import list_manifests
    from heymilo_ops.manifest.yaml_file import read_file

    root = find_root(invocation.directory)
    for item in list_manifests(root):
        yield (item.read().data or {}).get("name")
    with suppress(*WRONG):  # of another release or with findings, as long as it says where the state is
        source = read_file(root, Path(FILE_NAME))
        project = Project(root, parse_config(source.data or {}), source, invocation)
        workspace = project.workspace_named(invocation.workspace or project.config.default_workspace or "")
        state = workspace.store().read() if not workspace.is_remote else None
        yield from state.postings if state is not None else ()
