"""What is asked before something is written."""

from __future__ import annotations

from heymilo_ops.plan.change import Action, Plan
from heymilo_ops.report.clean import one_line
from heymilo_ops.report.paint import Paint

YES = "yes"
"""The one answer that approves."""
CANCELLED = "Apply cancelled. Nothing was sent."
NO_TERMINAL = "There is no terminal to ask on."
NO_TERMINAL_HELP = "Run it with --auto-approve, or apply a saved plan: heymilo-ops plan --out FILE, then apply FILE."


def approval(plan: Plan, remote_name: str | None, paint: Paint) -> str:
    """The question above the prompt: where to, and that candidates can enter at once where that is so."""
    where = one_line(plan.workspace) + (f" ({one_line(remote_name)})" if remote_name else "")
    opens = any(change.action in (Action.CREATE, Action.REPLACE) for change in plan.changes)
    at_once = " Candidates can enter at once." if opens else ""
    return (
        f"{paint.bold(f'Apply to {where}?')}{at_once}\n  Only '{YES}' will be accepted to approve.\n\n  Enter a value: "
    )
