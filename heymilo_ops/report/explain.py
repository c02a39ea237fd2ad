"""The page of a code: its documentation, folded to the terminal, the YAML examples as they are."""

from __future__ import annotations

from heymilo_ops.report.paint import Paint
from heymilo_ops.report.width import fold


def page(code: str, name: str, severity: str, doc: str, paint: Paint, width: int = 100) -> str:
    """The page: a heading, prose folded to ``width``, indented lines untouched."""
    style = {"error": paint.red, "warning": paint.yellow}.get(severity, paint.cyan)
    out = [f"{paint.bold(f'{code} {name}')} ({style(severity)})", ""]
    prose: list[str] = []
    for line in [*doc.strip("\n").splitlines(), ""]:
        if line.strip() and not line.startswith((" ", "\t")) and not _example(line):
            prose.append(line)
            continue
        out += fold(" ".join(prose), width)
        prose = []
        out.append(_styled(line.rstrip(), paint))
    return "\n".join(out).rstrip() + "\n"


def _example(line: str) -> bool:
    return line.startswith(("PASS", "FAIL")) and line.rstrip().endswith(":")


def _styled(line: str, paint: Paint) -> str:
    if not _example(line):
        return line
    return paint.green(line) if line.startswith("PASS") else paint.red(line)
