"""What the commands that change one posting have in common: its name, what they may do, and how they write."""

from __future__ import annotations

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.cli.impact_option import allow_impact_option
from heymilo_ops.cli.options import (
    F,
    allow_disconnect_option,
    allow_unmarked_option,
    format_option,
    plan_options,
    write_options,
)

_allow_large_change_option = click.option(
    "--allow-large-change", is_flag=True, help="Allow it where the guard against large changes stops it."
)


def one_posting_options(function: F) -> F:
    """Give a command the options of all that change one posting.

    It is handed ``name``, ``options`` (a ``PlanOptions``), ``write`` and ``output_format``. Its own
    decorators stand above this one.
    """
    decorated = format_option("text", "json")(plan_options(function))
    decorated = allow_disconnect_option(allow_unmarked_option(write_options(decorated)))
    decorated = _allow_large_change_option(allow_impact_option(decorated))
    return click.argument("name", shell_complete=posting_names)(decorated)
