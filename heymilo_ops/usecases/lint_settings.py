"""What a repo says of findings: ``lint`` in heymilo.yaml, heymilo-exceptions.yaml, and the baseline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from heymilo_ops import files
from heymilo_ops.config import LintConfig
from heymilo_ops.errors import AttentionError
from heymilo_ops.finding import Finding, Severity
from heymilo_ops.lint.baseline import BaselineEntry
from heymilo_ops.lint.policy import ALL, PLAIN, Policy
from heymilo_ops.manifest.baseline_file import parse_baseline
from heymilo_ops.manifest.codes import file_finding
from heymilo_ops.manifest.exceptions import PostingException, read_exceptions
from heymilo_ops.manifest.yaml_file import Source


@dataclass(frozen=True)
class LintSettings:
    """All of it, as read.

    Attributes:
        policy: which rules are asked for, and how much is made of them.
        exceptions: the findings that heymilo-exceptions.yaml accepts.
        baseline: those that were there before.
        baseline_path: the file of the baseline, relative to the repo; ``None`` where heymilo.yaml names none.
        findings: what is wrong with these files.
        sources: the files by path, for what is shown of them.
        workspace: that was asked for by its name, else empty; commands that are advised name it too.
    """

    policy: Policy = PLAIN
    exceptions: tuple[PostingException, ...] = ()
    baseline: frozenset[BaselineEntry] = frozenset()
    baseline_path: str | None = None
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    workspace: str = ""

    @property
    def rewrite(self) -> str:
        """The command that writes the baseline anew."""
        return rewrite_command(self.workspace)


def rewrite_command(workspace: str) -> str:
    """Return the command that writes the baseline. ``workspace``: empty where none was asked for."""
    return f"heymilo-ops {f'-w {workspace} ' if workspace else ''}lint --write-baseline"


NO_SETTINGS = LintSettings()


def read_lint_settings(root: Path, config: LintConfig | None, source: Source, workspace: str = "") -> LintSettings:
    """Read what a repo says of findings; ``source`` is its heymilo.yaml, ``workspace`` as ``LintSettings`` has it.

    Raises ``AttentionError`` where the baseline can't be read.
    """
    policy = policy_of(config)
    exceptions = read_exceptions(root)
    path = config.baseline if config is not None else None
    baseline = read_baseline(root, path) if path is not None else frozenset[BaselineEntry]()
    findings = [*_unknown_selectors(policy, source), *exceptions.findings]
    if path is not None and baseline is None:
        place = source.locator.place("/lint/baseline")
        help = f"write it: {rewrite_command(workspace)}"
        findings.append(file_finding("SY028", f"the baseline {path} isn't there", place, help=help))
    sources = {source.path: source}
    if exceptions.source is not None:
        sources[exceptions.source.path] = exceptions.source
    return LintSettings(policy, exceptions.items, baseline or frozenset(), path, tuple(findings), sources, workspace)


def policy_of(config: LintConfig | None) -> Policy:
    """Return what heymilo.yaml says of the rules."""
    if config is None:
        return PLAIN
    return Policy(
        select=(ALL,) if config.select is None else config.select,
        extend_select=config.extend_select,
        ignore=config.ignore,
        per_file_ignores=config.per_file_ignores or {},
        severity={selector: Severity(name) for selector, name in (config.severity or {}).items()},
    )


def read_baseline(root: Path, path: str) -> frozenset[BaselineEntry] | None:
    """Read a baseline; ``None`` where there is no such file. Raises ``AttentionError`` where it can't be read."""
    try:
        return parse_baseline(files.read(root, path).decode("utf-8"), path)
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise AttentionError(f"{path} is no baseline: it is not UTF-8 text", "Write it anew.") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise AttentionError(
            f"The baseline {path} can't be read: {reason}", "See lint.baseline in heymilo.yaml."
        ) from error


def _unknown_selectors(policy: Policy, source: Source) -> Iterator[Finding]:
    """Yield a finding on each selector that no code fits."""
    if policy.is_plain:
        return
    from difflib import get_close_matches

    from heymilo_ops.lint.registry import catalogue
    from heymilo_ops.manifest.codes import CODES
    from heymilo_ops.plan.codes import CODES as PLAN_CODES

    codes = {**CODES, **PLAN_CODES, **catalogue()}
    known = sorted({*codes, *(info.name for info in codes.values())})
    for below, selector in policy.unknown(codes):
        pointer = f"/lint{below}"
        near = ", ".join(get_close_matches(selector, known, n=3))
        place = source.locator.place(pointer, key=below.startswith("/severity/"))
        help = f"did you mean {near}?" if near else "heymilo-ops explain CODE shows what a rule is about"
        yield file_finding("SY103", f"there is no rule {selector}", place, help=help, pointer=pointer)
