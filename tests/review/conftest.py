"""The plans, findings and states of ``tests/report``."""

from tests.report.conftest import made as made
