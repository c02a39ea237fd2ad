"""``explain``: the page of a code."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.explain import code_pages, find_code


@subcommand("explain")
@click.argument("code", required=False)
@format_option("text", "json")
def command(session: Session, code: str | None, output_format: str) -> Exit:
    """Explain the code of a finding; without one, list them all."""
    pages = code_pages()
    if code is not None:
        code = find_code(pages, code)
        pages = {code: pages[code]}
    if output_format == "json":
        print_json(
            codes=[
                {"code": code, "name": info.name, "severity": info.severity.value, "page": info.page}
                for code, info in pages.items()
            ]
        )
    elif code is None:
        for code, info in pages.items():
            click.echo(f"{code}  {info.severity.value:<8} {info.name}")
    else:
        from heymilo_ops.report.findings import explain_page

        info = pages[code]
        print_text(explain_page(code, info.name, info.severity, info.page, session.out))
    return Exit.DONE
