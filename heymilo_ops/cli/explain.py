"""``explain``: the page of a code, and what the law says on a topic."""

from __future__ import annotations

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json, print_text
from heymilo_ops.errors import Exit
from heymilo_ops.usecases.explain import code_pages, find_code, law_on


@subcommand("explain")
@click.argument("code", required=False)
@format_option("text", "json")
def command(session: Session, code: str | None, output_format: str) -> Exit:
    """Explain the code of a finding, or what the law says on a topic such as age; without one, list all codes."""
    pages = code_pages()
    law = law_on(code) if code is not None else ()
    if code is not None:
        code = "" if law else find_code(pages, code)
        pages = {code: pages[code]} if code else {}
        law = law or law_on(pages[code].name)
    if output_format == "json":
        from heymilo_ops.report.law_text import law_data

        codes = [
            {"code": code, "name": info.name, "severity": info.severity.value, "page": info.page}
            for code, info in pages.items()
        ]
        print_json(codes=codes, law=law_data(law))
    elif code is None:
        for code, info in pages.items():
            click.echo(f"{code}  {info.severity.value:<8} {info.name}")
    else:
        from heymilo_ops.report.findings import explain_page
        from heymilo_ops.report.law_text import render_law

        text = [explain_page(code, info.name, info.severity, info.page, session.out) for code, info in pages.items()]
        print_text("\n".join([*text, *filter(None, [render_law(law, session.out)])]))
    return Exit.DONE
