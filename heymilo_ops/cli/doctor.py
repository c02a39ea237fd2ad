"""``doctor``: is everything set up, and what is missing?"""

from __future__ import annotations

from datetime import UTC, datetime

import click

from heymilo_ops.cli.options import Session, format_option, subcommand
from heymilo_ops.cli.output import print_json
from heymilo_ops.errors import Exit
from heymilo_ops.report.doctor_text import check_data, render_check
from heymilo_ops.usecases.doctor import check_setup


@subcommand("doctor")
@click.option("--probe", is_flag=True, help="Write to the state's bucket too, and clear it: does it honour conditions?")
@format_option("text", "json")
def command(session: Session, probe: bool, output_format: str) -> Exit:
    """Check the set-up: files, state, key, and whether HeyMilo answers. Without --probe it writes nothing."""
    checks, chosen = [], session.workspace or ""
    for check in check_setup(session.find_project, probe=probe, now=datetime.now(UTC)):
        checks.append(check)
        if output_format == "text":
            click.echo(render_check(check, session.out, chosen))
    if output_format == "json":
        print_json(checks=[check_data(check, chosen) for check in checks])
    return max(check.exit for check in checks)
