"""The repo a command works in: its heymilo.yaml, and the workspace it was asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from heymilo_ops.cli.options import Session
from heymilo_ops.cli.workspace import Workspace
from heymilo_ops.config import FILE_NAME, Config, parse, root_at, safety
from heymilo_ops.errors import AttentionError, UsageError
from heymilo_ops.manifest.variables import Variables
from heymilo_ops.manifest.yaml_file import Source
from heymilo_ops.version import SPECIFIERS, __version__, satisfies


@dataclass(frozen=True)
class Project:
    """A repo with a valid heymilo.yaml.

    Attributes:
        root: the folder that holds it.
        outside_state: whether the command line allows a state folder outside of it.
    """

    root: Path
    config: Config
    source: Source
    outside_state: bool = False

    def variables(self, workspace: str | None) -> Variables:
        """What ``{var: …}`` stands for, for one workspace or (``None``) for whichever a posting belongs to."""
        workspaces = self.config.workspaces
        return Variables(
            values={name: each.vars or {} for name, each in workspaces.items()},
            sandboxes=frozenset(name for name, each in workspaces.items() if each.sandbox),
            chosen=workspace,
            source=self.source,
        )

    def pick(self, session: Session) -> str | None:
        """The workspace asked for, or the default one; ``None`` where there is neither (or CI is set)."""
        name = session.workspace or (None if session.ci else self.config.default_workspace)
        if name is not None:
            self.checked(name)
        return name

    def workspace(self, session: Session) -> Workspace:
        """The workspace to work with. Raises ``UsageError`` where none is given."""
        name = self.pick(session)
        if name is None:
            in_ci = "With CI set, the workspace must be given"
            known = ", ".join(self.config.workspaces)
            raise UsageError(
                in_ci if session.ci else f"{FILE_NAME} names no default_workspace",
                f"Say which: -w NAME, one of {known}.",
            )
        return self.named(name)

    def checked(self, name: str) -> Workspace:
        """The workspace of this name. Raises ``UsageError`` where there is none."""
        if name not in self.config.workspaces:
            known = ", ".join(self.config.workspaces)
            raise UsageError(f"There is no workspace '{name}' in {FILE_NAME}", f"Known there: {known}.")
        return self.named(name)

    def named(self, name: str) -> Workspace:
        """The workspace of this name, which is there."""
        config = self.config
        return Workspace(
            self.root,
            config.project,
            name,
            config.workspaces[name],
            self.variables(name),
            safety(self.source.data or {}, name),
            frozenset(config.workspaces),
            self.outside_state,
        )


def find(session: Session) -> Project:
    """The project at or above the working folder. Raises ``AttentionError`` where there is none, or it is wrong."""
    return _read(root_at(session.directory), session)


def _guard_version(data: Mapping[str, Any]) -> None:
    """Refuse a repo that asks for another release, before anything else: its file may have keys that are new."""
    asked = data.get("required_version")
    if not isinstance(asked, str) or not re.match(SPECIFIERS, asked) or satisfies(asked):
        return  # of another form the schema speaks
    from heymilo_ops.supply import origin

    released = isinstance(origin.origin(), origin.Index)  # else the name on the index may be anybody's
    by_name = f"pipx install --force 'heymilo-ops{asked}' (or pip install 'heymilo-ops{asked}')"
    raise AttentionError(
        f"This repo asks for heymilo-ops {asked}, and this is {__version__}",
        f"Install one{f': {by_name}' if released else ' from where this one came'}. "
        f"required_version in {FILE_NAME} says so.",
    )


def _read(root: Path, session: Session) -> Project:
    from heymilo_ops.manifest.check import check_config
    from heymilo_ops.manifest.finding_limit import capped
    from heymilo_ops.manifest.schema import config_schema
    from heymilo_ops.manifest.yaml_file import read_file

    source = read_file(root, Path(FILE_NAME))
    _guard_version(source.data or {})
    findings = capped([*source.findings, *check_config(source, config_schema(Config))])
    data = source.data or {}
    default = data.get("default_workspace")
    if findings or (default is not None and default not in data.get("workspaces", {})):
        from heymilo_ops.report.findings import blocks

        click.echo(blocks(findings, lambda _, line: source.line(line), session.paint(err=True)), err=True, nl=False)
        what = "has findings" if findings else f"names the default_workspace '{default}', which is not among workspaces"
        raise AttentionError(f"{FILE_NAME} {what}", "Fix it and run again.")
    return Project(root, parse(data), source, session.outside_state)
