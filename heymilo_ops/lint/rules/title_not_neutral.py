"""Titles that name one sex or an age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heymilo_ops.lint.rule import Hit, Subject, info

_INSTEAD = {
    "barmaid": "Bartender",
    "barman": "Bartender",
    "cameraman": "Camera Operator",
    "chairman": "Chair",
    "cleaning lady": "Cleaner",
    "craftsman": "Craftsperson",
    "deliveryman": "Delivery Driver",
    "draftsman": "Drafter",
    "draughtsman": "Drafter",
    "fireman": "Firefighter",
    "fisherman": "Fisher",
    "foreman": "Supervisor",
    "groundsman": "Groundskeeper",
    "handyman": "Maintenance Technician",
    "hostess": "Host",
    "lineman": "Line Technician",
    "maintenance man": "Maintenance Technician",
    "policeman": "Police Officer",
    "policewoman": "Police Officer",
    "postman": "Postal Worker",
    "repairman": "Repair Technician",
    "salesgirl": "Sales Assistant",
    "salesman": "Salesperson",
    "saleswoman": "Salesperson",
    "seamstress": "Sewer",
    "serviceman": "Service Technician",
    "stewardess": "Flight Attendant",
    "storeman": "Store Worker",
    "tradesman": "Tradesperson",
    "waitress": "Server",
    "warehouseman": "Warehouse Worker",
    "workman": "Worker",
}
_GENDERED = re.compile(rf"\b({'|'.join(sorted(_INSTEAD))})\b")
_AGED = re.compile(
    r"(?<!& )(?<!and )\b(?:young(?! (?:adults?|carers?|children|farmers?|learners?|offenders?|people|persons?|peoples?"
    r"|readers?|voices|women|men)\b)(?=,? [a-z])|youthful|digital native|(?:under|below) (?:25|30|35|40))\b(?!['’]s\b)"
)


@info("ST102", english=True)
def title_not_neutral(subject: Subject) -> Iterator[Hit]:
    """A title names the work, and neither one sex nor an age.

    Equal pay rules of the EU ask for neutral titles, and age in a title keeps people from applying. Some English
    words are recognised.

    PASS:
        title: Salesperson, Leeds
    FAIL:
        title: Salesman, Leeds
    """
    title = subject.manifest.title.lower()
    gendered = _GENDERED.search(title)
    aged = _AGED.search(title)
    if gendered:
        yield Hit(
            "/title",
            f'"{gendered.group()}" in the title names one sex',
            f"name the work, such as {_INSTEAD[gendered.group()]}",
        )
    elif aged:
        yield Hit("/title", f'"{aged.group()}" in the title names an age', "name the work and what it asks for")
