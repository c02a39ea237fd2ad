"""Every safeguard there is, in the order in which docs/guarantees.md tells them."""

from __future__ import annotations

from tests.guarantees.kinds import Safeguard
from tests.guarantees.of_adopting import ADOPTING
from tests.guarantees.of_commands import COMMANDS, PLANS
from tests.guarantees.of_drift import DRIFT
from tests.guarantees.of_editing import EDITING
from tests.guarantees.of_ending import ENDING
from tests.guarantees.of_looking import LOOKING
from tests.guarantees.of_people import PEOPLE
from tests.guarantees.of_sending import SENDING
from tests.guarantees.of_state import LOCK, STATE
from tests.security.promises import PROMISES

CHAPTERS: tuple[tuple[str, tuple[Safeguard, ...]], ...] = (
    ("Sending", SENDING),
    ("Looking for what became of it", LOOKING),
    ("The lock", LOCK),
    ("The state and its journal", STATE),
    ("Plans", PLANS),
    ("Taking over", ADOPTING),
    ("Edits in place", EDITING),
    ("Changes made outside", DRIFT),
    ("Roles that end", ENDING),
    ("People", PEOPLE),
    ("Commands", COMMANDS),
)

SAFEGUARDS: tuple[Safeguard, ...] = tuple(each for _, chapter in CHAPTERS for each in chapter)
BY_NAME = {safeguard.name: safeguard for safeguard in (*SAFEGUARDS, *PROMISES)}
