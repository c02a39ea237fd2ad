"""``--at TIME``: a moment, in UTC where no zone is given; of a day its end."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time
from functools import partial

import click

from heymilo_ops.errors import UsageError

at_option = partial(click.option, "--at", metavar="TIME")


def read_moment(text: str) -> datetime:
    """A time, or the last moment of a day, in UTC where no zone is given. Raises ``UsageError``."""
    return _read(text, time.max)


def read_beginning(text: str) -> datetime:
    """A time, or the first moment of a day, in UTC where no zone is given. Raises ``UsageError``."""
    return _read(text, time.min)


def _read(text: str, of_day: time) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"'{text}' is not a time", "Write it so: 2027-01-31 or 2027-01-31T18:00Z.") from error
    with suppress(ValueError):  # a day without a time
        moment = datetime.combine(date.fromisoformat(text), of_day)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
