"""``--allow-impact``: how many people a change may concern, by the name of its posting."""

from __future__ import annotations

from collections.abc import Sequence

import click

from heymilo_ops.cli.completion import posting_names
from heymilo_ops.model.allowance import ANY, allowance


def _allowances(_ctx: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """Check ``NAME=N``, each name once."""
    names = []
    for value in values:
        try:
            names.append(allowance(value)[0])
        except ValueError as error:
            raise click.BadParameter(f"{error}.", param=parameter) from None
        if names[-1] in names[:-1]:
            raise click.BadParameter(f"{names[-1]} is given twice.", param=parameter)
    return tuple(values)


allow_impact_option = click.option(
    "--allow-impact",
    "impact_allowed",
    multiple=True,
    metavar="NAME=N",
    callback=_allowances,
    shell_complete=posting_names,
    help="Allow the change of this posting where at most N people in it have not completed, whatever "
    f"guards.max_affected says; {ANY} instead of N where HeyMilo doesn't say how many. May be repeated.",
)
