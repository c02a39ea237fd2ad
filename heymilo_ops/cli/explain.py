"""``explain``: the page of a code."""

from __future__ import annotations

import difflib

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.errors import Exit, UsageError


@subcommand("explain")
@click.argument("code", required=False)
@format_option("text", "json")
def command(session: Session, code: str | None, output_format: str) -> Exit:
    """Explain the code of a finding; without one, list them all."""
    pages = _pages()
    if code is None and output_format == "json":
        _print_json(pages)
        return Exit.DONE
    if code is None:
        for each, (name, severity, _) in sorted(pages.items()):
            click.echo(f"{each}  {severity:<8} {name}")
        return Exit.DONE
    wanted = code.upper()
    by_name = {name: each for each, (name, _, _) in pages.items()}
    wanted = by_name.get(code.lower(), wanted)
    if wanted not in pages:
        near = difflib.get_close_matches(wanted, pages, n=3)
        raise UsageError(
            f"There is no code {code}", f"Near: {', '.join(near)}." if near else "See: heymilo-ops explain"
        )
    if output_format == "json":
        _print_json({wanted: pages[wanted]})
        return Exit.DONE
    from heymilo_ops.report.explain import page

    name, severity, text = pages[wanted]
    click.echo(page(wanted, name, severity, text, session.out), nl=False)
    return Exit.DONE


def _print_json(pages: dict[str, tuple[str, str, str]]) -> None:
    from heymilo_ops.text.sanitize import json_text

    codes = [
        {"code": code, "name": name, "severity": severity, "page": page}
        for code, (name, severity, page) in sorted(pages.items())
    ]
    click.echo(json_text({"format_version": "1.0", "codes": codes}), nl=False)


def _pages() -> dict[str, tuple[str, str, str]]:
    """Code → name, severity, documentation, of every family."""
    from heymilo_ops.lint.registry import catalogue
    from heymilo_ops.manifest.codes import CODES
    from heymilo_ops.manifest.schema_codes import SCHEMA_CODES
    from heymilo_ops.plan.codes import CODES as PLAN_CODES

    families = (CODES, SCHEMA_CODES, PLAN_CODES, catalogue())
    return {code: (info.name, info.severity.value, info.page) for family in families for code, info in family.items()}
