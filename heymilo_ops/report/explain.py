"""The page of a code: its documentation, folded to the terminal, the YAML examples as they are."""

from __future__ import annotations

from heymilo_ops.report.writer import Writer
from heymilo_ops.text.width import fold


def explain_page(code: str, name: str, severity: str, doc: str, writer: Writer) -> str:
    """Render a page: a heading, folded prose, and indented lines as they are."""
    style = {"error": writer.red, "warning": writer.yellow}.get(severity, writer.cyan)
    out = [f"{writer.bold(f'{code} {name}')} ({style(severity)})", ""]
    prose: list[str] = []
    for line in [*doc.strip("\n").splitlines(), ""]:
        if line.strip() and not line.startswith((" ", "\t")) and not _example(line):
            prose.append(line)
            continue
        out += fold(" ".join(prose), writer.width)
        prose = []
        out.append(_styled(line.rstrip(), writer))
    return "\n".join(out).rstrip() + "\n"


def _example(line: str) -> bool:
    return line.startswith(("PASS", "FAIL")) and line.rstrip().endswith(":")


def _styled(line: str, writer: Writer) -> str:
    if not _example(line):
        return line
    return writer.green(line) if line.startswith("PASS") else writer.red(line)
