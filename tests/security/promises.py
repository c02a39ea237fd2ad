"""Every promise of docs/security.md, in the order in which it lists them.

Each chapter is a module of its own, ``of_<area>.py``, with one tuple of ``Safeguard``: ``says`` is the promise,
``without`` is what an attacker could do if it did not hold.
"""

from __future__ import annotations

from tests.guarantees.kinds import Safeguard
from tests.security.of_ci import CI
from tests.security.of_files import FILES
from tests.security.of_git import GIT
from tests.security.of_import import IMPORT
from tests.security.of_input import INPUT
from tests.security.of_lint import LINT
from tests.security.of_output import OUTPUT
from tests.security.of_pages import PAGES
from tests.security.of_plans import PLANS
from tests.security.of_reviews import REVIEWS
from tests.security.of_secrets import SECRETS
from tests.security.of_state import STATE
from tests.security.of_supply import SUPPLY

CHAPTERS: tuple[tuple[str, tuple[Safeguard, ...]], ...] = (
    ("What is edited is not believed", PLANS),
    ("Keys and secrets", SECRETS),
    ("git", GIT),
    ("What is printed", OUTPUT),
    ("Pages", PAGES),
    ("Reviews", REVIEWS),
    ("What is read and written", FILES),
    ("What is imported", IMPORT),
    ("What is read", INPUT),
    ("What lint finds", LINT),
    ("What is installed", SUPPLY),
    ("CI that applies what was reviewed", CI),
    ("A state that others may write to, a server that may answer anything", STATE),
)

PROMISES: tuple[Safeguard, ...] = tuple(promise for _, chapter in CHAPTERS for promise in chapter)
