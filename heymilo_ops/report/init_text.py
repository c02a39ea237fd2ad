"""What ``init`` prints once the files are written."""

from __future__ import annotations


def state_paragraph(place: str) -> str:
    """Say where production keeps its state, as heymilo.yaml writes it, and what that means."""
    if not place.startswith("git:"):
        return (
            f"The state of production is the folder {place}: this repo has no remote yet. Before the first apply to\n"
            "production, and before CI, give it one and write state: git:origin/heymilo-state."
        )
    branch = place.removeprefix("git:")
    return (
        f"The state of production is the branch {branch}: every clone and CI job that may push\n"
        "there knows what was applied. Until the first apply there is no such branch.\n"
        "Whoever may write to it decides what is taken for ours. Protect it at the remote, on GitHub by a ruleset for\n"
        f"{branch.rpartition('/')[2]}: nobody but the apply job may push, and nobody may force-push or delete it. "
        "`doctor` shows who did."
    )


def next_steps(folder: str, branch: str | None) -> str:
    """Say what to do now. ``folder``: where to go first, ``""`` for here; ``branch``: the one that CI applies."""
    go = f"  cd {folder}\n" if folder else ""
    more = (
        f"\nA push to {branch} is planned, compared with what pull requests showed, and applied to production once\n"
        f"a reviewer approved it. Give the GitHub repo two environments, for the branch {branch} only and each with a\n"
        "secret HEYMILO_API_KEY: 'production' with required reviewers, 'heymilo-plan' without. A private repo has\n"
        "required reviewers on GitHub Enterprise only; on Free, Pro and Team an apply goes on by hand, with the\n"
        "digest of the plan that was read. The head of apply.yml says the rest.\n"
        if branch
        else ""
    )
    return (
        f"\nTry it on the sandbox; no key is needed, and nobody is invited:\n\n{go}"
        "  heymilo-ops lint     check the manifests\n"
        "  heymilo-ops plan     see what would be done\n"
        "  heymilo-ops apply    do it\n\n"
        "Then edit postings/ and plan again. For the real workspace: set HEYMILO_API_KEY, check the set-up with\n"
        f"heymilo-ops -w production doctor, and go on with -w production.{more}"
    )
