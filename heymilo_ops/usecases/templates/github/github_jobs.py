"""What the workflows ask of GitHub's API, in one file that needs nothing but Python and runs nothing else.

`heymilo-ops init --ci github` writes it. It never sees a key of HeyMilo. Jobs that may write run it as the default
branch has it. What a branch made (a comment's text, a plan) is data to it: limited in size, and never run.

  earlier FILE     write the review that the pull request's comment has now; nothing where there is none
  comment FILE     post the review as the pull request's one comment, or edit that
  kept DIR         fetch what the newest run for HEAD_SHA kept of its review
  legal DIR        ask the legal team for its review where the plan requires one, and set the status heymilo-ops/legal
  reviewed DIR     fetch the plans that the merged pull requests of this branch showed
  gate PLANFILE    stop unless the environment `production` has required reviewers, or this plan's digest was given
  approvals FILE   add who approved this run to the file that `review compare --evidence` wrote
  issue KIND FILE  open the one issue of this kind, or update it; close it where the file is empty
  visibility       print who can read the repository: public, private or internal
  links FILE       print a table of links that changed, of what `apply --json` printed
  pull BRANCH FILE open a pull request; its title is the file's first line

From the environment: GITHUB_TOKEN, GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_RUN_ID and, for some of them,
PULL_REQUEST, HEAD_SHA, BRANCH, PLAN_DIGEST, ENVIRONMENT.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

MARKER = "<!-- heymilo-ops:"
"""How what this file posts begins; with the author, it tells our comments and issues from others."""

AUTHOR = "github-actions[bot]"
LONGEST = 65_000
"""Characters of a comment or an issue; GitHub takes 65,536."""

LARGEST = 50_000_000
"""Bytes of a plan, and of an answer of the API, that are read."""

NEWEST = 30
"""So many of the newest merged pull requests are looked at. A change that only an older one showed isn't reviewed."""

SINCE = re.compile(r"^\*\*Since the last version of this review\*\*.*\n*", re.MULTILINE)
"""What a review says of an earlier one, which is no part of what is approved."""

WORKFLOW = ".github/workflows/plan.yml"
ARTIFACT = "heymilo-review"
PLAN, TEAM = "plan.json", "legal_team.txt"
"""Files of that artifact."""

TRIES = 3

Data = dict[str, Any]


class Stop(Exception):  # noqa: N818
    """Why the job can't go on, for people."""


class GitHub:
    """The API of one repository, with the token of the job."""

    def __init__(self) -> None:
        self.url = os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/")
        self.repository = os.environ["GITHUB_REPOSITORY"]
        self._token = os.environ["GITHUB_TOKEN"]

    def get(self, path: str, **query: object) -> Any:
        """Return what GitHub answers. Raises ``Stop``."""
        return json.loads(self._send("GET", f"{self._base(path)}{'?' + urlencode(query) if query else ''}"))

    def write(self, method: str, path: str, body: Data) -> Any:
        """Send a change."""
        return json.loads(self._send(method, self._base(path), json.dumps(body).encode()) or b"{}")

    def ask(self, query: str, **variables: object) -> Any:
        """Return what GitHub answers to a GraphQL query."""
        url = f"{self.url.removesuffix('/v3')}/graphql"
        answer = json.loads(self._send("POST", url, json.dumps({"query": query, "variables": variables}).encode()))
        if answer.get("errors") or "data" not in answer:
            raise Stop("GitHub didn't answer the query")
        return answer["data"]

    def pages(self, path: str, most: int = 1000, **query: object) -> Iterator[Data]:
        """Yield what a list holds, page by page."""
        for page in range(1, most // 100 + 1):
            items = self.get(path, per_page=100, page=page, **query)
            yield from items
            if len(items) < 100:
                return

    def download(self, path: str) -> bytes:
        """Return a file. The token stays here: it isn't sent to where GitHub redirects."""
        return self._send("GET", self._base(path))

    def _base(self, path: str) -> str:
        return f"{self.url}/repos/{self.repository}/{path}".rstrip("/")

    def _send(self, method: str, url: str, content: bytes | None = None) -> bytes:
        request = Request(url, data=content, method=method)
        request.add_unredirected_header("Authorization", f"Bearer {self._token}")
        request.add_header("Accept", "application/vnd.github+json")
        request.add_header("X-GitHub-Api-Version", "2022-11-28")
        for attempt in range(1, TRIES + 1):
            try:
                with urlopen(request, timeout=30) as reply:
                    body = bytes(reply.read(LARGEST + 1))
                break
            except HTTPError as error:
                if error.code < 500 or method != "GET" or attempt == TRIES:
                    raise Stop(f"GitHub answered {error.code} to {method} {url}") from None
            except (URLError, TimeoutError) as error:
                if method != "GET" or attempt == TRIES:
                    raise Stop(f"GitHub can't be reached at {url}: {error}") from None
            time.sleep(attempt)
        if len(body) > LARGEST:
            raise Stop(f"{url} answered with more than {LARGEST} bytes")
        return body


def own(items: Iterator[Data], kind: str) -> Data | None:
    """Return the first comment or issue that begins with our marker of this kind and that a workflow wrote."""
    marker = re.compile(re.escape(f"{MARKER}{kind}") + r"[ >]")
    ours = (it for it in items if it["user"]["login"] == AUTHOR and it["user"]["type"] == "Bot")
    return next((it for it in ours if marker.match(it["body"] or "")), None)


def now() -> str:
    """Return the time as GitHub writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# --- the comment ------------------------------------------------------------------------------------------------------


def comment(github: GitHub, path: str) -> None:
    """Post the review of a pull request, or edit the comment that has it."""
    number = int(os.environ["PULL_REQUEST"])
    text = review_text(Path(path))
    content = hashlib.sha256(SINCE.sub("", text).encode()).hexdigest()
    before = own(github.pages(f"issues/{number}/comments"), "review")
    head = re.match(r"<!-- heymilo-ops:review changed=(\S+) content=(\S+) -->", before["body"]) if before else None
    changed = head[1] if head and head[2] == content else now()
    reviews = list(github.pages(f"pulls/{number}/reviews"))
    body = f"{MARKER}review changed={changed} content={content} -->\n{older_approvals(reviews, changed)}{text}"
    if before is None:
        github.write("POST", f"issues/{number}/comments", {"body": body})
    elif before["body"] != body:
        github.write("PATCH", f"issues/comments/{before['id']}", {"body": body})


def earlier(github: GitHub, path: str) -> None:
    """Write the review that our comment has, so that the next one can say what changed since."""
    before = own(github.pages(f"issues/{int(os.environ['PULL_REQUEST'])}/comments"), "review")
    Path(path).write_text(before["body"].partition("\n")[2] if before else "", encoding="utf-8")


def review_text(path: Path) -> str:
    """Return the text of the review; what takes its place where it is too long. Raises ``Stop`` where it is none."""
    with path.open("rb") as file:
        text = file.read(4 * LONGEST + 1).decode(errors="replace").strip()
    if not text.startswith(f"{MARKER}plan "):
        raise Stop(f"{path} holds no review")
    if len(text) <= LONGEST - 2000:
        return text
    return "The review is too long for a comment. It stands in the summary of the workflow's run, and in its artifact."


def approvals_of(reviews: list[Data]) -> dict[str, Data]:
    """Return by login the reviews that approve: of each person the last one that says yes or no. A bot is none."""
    people = [it for it in reviews if it["user"] and it["user"].get("type") != "Bot"]
    last = {it["user"]["login"]: it for it in people if it["state"] != "COMMENTED"}
    return {login: it for login, it in sorted(last.items()) if it["state"] == "APPROVED"}


def older_approvals(reviews: list[Data], changed: str) -> str:
    """Return a warning that names who approved before the review became what it is."""
    logins = [login for login, it in approvals_of(reviews).items() if it["submitted_at"] < changed]
    names = ", ".join(f"`{re.sub('[^A-Za-z0-9-]', '', login)}`" for login in logins)
    return f"> [!WARNING]\n> Approved before this review last changed: {names}.\n\n" if names else ""


# --- what was reviewed ------------------------------------------------------------------------------------------------


def reviewed(github: GitHub, path: str) -> None:
    """Write a folder for each merged pull request that this commit has: what GitHub says of it, and its plan."""
    query = {"state": "closed", "base": os.environ["BRANCH"], "sort": "updated", "direction": "desc"}
    merged = [it for it in github.pages("pulls", 200, **query) if it["merged_at"]]
    for pull in sorted(merged, key=lambda it: str(it["merged_at"]), reverse=True)[:NEWEST]:
        if not is_within(github, pull["merge_commit_sha"]):
            continue
        head = pull["head"]["sha"]
        reviews = list(github.pages(f"pulls/{pull['number']}/reviews"))
        planned_at, files = kept_files(github, head, pull["merged_at"])
        plan = files.get(PLAN)
        folder = Path(path) / str(pull["number"])
        folder.mkdir(parents=True)
        described = {
            "number": pull["number"],
            "head_sha": head,
            "merged": True,
            "merged_at": pull["merged_at"],
            "planned_at": planned_at,
            "approvers": [login for login, it in approvals_of(reviews).items() if it["commit_id"] == head],
        }
        (folder / "pull_request.json").write_text(json.dumps(described), encoding="utf-8")
        if plan is not None:
            (folder / PLAN).write_bytes(plan)
        print(f"#{pull['number']} at {head[:12]}: {'its plan was found' if plan is not None else 'no plan'}")


def is_within(github: GitHub, commit: str) -> bool:
    """Whether the commit of this run has that one."""
    return github.get(f"compare/{commit}...{os.environ['GITHUB_SHA']}")["status"] in ("ahead", "identical")


def kept_files(github: GitHub, head: str, before: str = "") -> tuple[str | None, dict[str, bytes]]:
    """Return when the workflow last kept a review of a commit, and its files. Forks aren't looked at.

    Somebody with a fork can change its workflow and have it keep whatever they like. ``before``: what was kept after
    that isn't looked at: of a run that was begun again once its pull request was merged, nobody saw what it shows.
    """
    runs = github.get("actions/runs", event="pull_request", head_sha=head, per_page=100)["workflow_runs"]
    own_runs = [
        it
        for it in runs
        if it["path"].partition("@")[0] == WORKFLOW
        and it["head_sha"] == head
        and (it["head_repository"] or {}).get("full_name") == github.repository
    ]
    for run in sorted(own_runs, key=lambda it: str(it["created_at"]), reverse=True):
        artifacts = github.get(f"actions/runs/{run['id']}/artifacts", name=ARTIFACT, per_page=100)["artifacts"]
        for artifact in sorted(artifacts, key=lambda it: int(it["id"]), reverse=True):
            is_late = bool(before) and parse_time(artifact["created_at"]) > parse_time(before)
            if artifact["name"] == ARTIFACT and not artifact["expired"] and not is_late:
                return artifact["created_at"], unpacked(github.download(f"actions/artifacts/{artifact['id']}/zip"))
    return (own_runs[0]["created_at"] if own_runs else None), {}


def parse_time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Return the files of an artifact that are data for a job, where they can be read and aren't too large."""
    files = {}
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            for name in {PLAN, TEAM} & set(packed.namelist()):
                with packed.open(name) as file:
                    files[name] = file.read(LARGEST + 1)
    except (EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error):
        return {}
    return {name: content for name, content in files.items() if len(content) <= LARGEST}


def kept(github: GitHub, path: str) -> None:
    """Write the files that the newest run for a commit kept."""
    Path(path).mkdir(parents=True, exist_ok=True)
    for name, content in kept_files(github, os.environ["HEAD_SHA"])[1].items():
        (Path(path) / name).write_bytes(content)


# --- the legal team ---------------------------------------------------------------------------------------------------

APPROVALS = """
query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    latestOpinionatedReviews(first: 100) { nodes {
      state author { login } commit { oid } onBehalfOf(first: 20) { nodes { slug organization { login } } }
    } }
  } }
}
"""


def legal(github: GitHub, path: str) -> None:
    """Ask the team that heymilo.yaml of the target branch names, and say in a status whether it has approved."""
    number, head = int(os.environ["PULL_REQUEST"]), os.environ["HEAD_SHA"]
    team = text_of(Path(path) / TEAM)
    if not re.fullmatch(r"@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?", team):
        return None
    try:
        requires = json.loads(text_of(Path(path) / PLAN)).get("requires", [])
    except ValueError:
        requires = ["legal"]  # nothing is known of a plan that there is none of
    if "legal" not in requires:
        return set_status(github, head, "success", "Nothing in it that legal has to look at")
    if is_approved(github, number, head, team):
        return set_status(github, head, "success", f"Approved for {team}")
    owner, _, slug = team[1:].partition("/")
    try:
        asked = {"team_reviewers": [slug]} if slug else {"reviewers": [owner]}
        github.write("POST", f"pulls/{number}/requested_reviewers", asked)
    except Stop as stop:
        print(f"::warning::{team} could not be asked for a review. Give it access to this repository. ({stop})")
    return set_status(github, head, "pending", f"Waits for an approval of {team}")


def text_of(path: Path) -> str:
    """Return a text that a branch made; ``""`` where there is none."""
    return path.read_bytes().decode(errors="replace").strip() if path.is_file() else ""


def set_status(github: GitHub, head: str, state: str, words: str) -> None:
    """Set the status of a commit."""
    body = {"state": state, "context": "heymilo-ops/legal", "description": words[:140]}
    github.write("POST", f"statuses/{head}", body)


def is_approved(github: GitHub, number: int, head: str, team: str) -> bool:
    """Whether somebody approved this commit who is the team, or did it on behalf of the team."""
    owner, name = github.repository.split("/")
    data = github.ask(APPROVALS, owner=owner, name=name, number=number)
    for review in data["repository"]["pullRequest"]["latestOpinionatedReviews"]["nodes"]:
        teams = [f"@{it['organization']['login']}/{it['slug']}" for it in review["onBehalfOf"]["nodes"]]
        who = {name.lower() for name in (f"@{(review['author'] or {}).get('login')}", *teams)}
        if review["state"] == "APPROVED" and review["commit"]["oid"] == head and team.lower() in who:
            return True
    return False


# --- who says yes -----------------------------------------------------------------------------------------------------


def gate(github: GitHub, path: str) -> None:
    """Stop a plan that nobody would be asked about. Raises ``Stop``."""
    name, digest = os.environ["ENVIRONMENT"], json.loads(Path(path).read_text(encoding="utf-8"))["digest"]
    try:
        rules = github.get(f"environments/{quote(name, safe='')}")["protection_rules"]
    except Stop as stop:
        rules, why = [], f" ({stop})"
    else:
        why = ""
    if any(rule["type"] == "required_reviewers" and rule.get("reviewers") for rule in rules):
        return
    if os.environ.get("PLAN_DIGEST") == digest:
        print(f"The environment {name} has no required reviewers; this plan's digest was given by hand.")
        return
    raise Stop(
        f"The environment {name} has no required reviewers{why}, so nobody would be asked. Give it reviewers, or read "
        f"the plan in this run's summary and run the workflow by hand with the input plan-digest: {digest}"
    )


def approvals(github: GitHub, path: str) -> None:
    """Add to the evidence who approved that this run goes on to its environment."""
    decisions = github.get(f"actions/runs/{os.environ['GITHUB_RUN_ID']}/approvals")
    logins = sorted({it["user"]["login"] for it in decisions if it["state"] == "approved"})
    evidence = json.loads(Path(path).read_text(encoding="utf-8"))
    Path(path).write_text(json.dumps({**evidence, "deployment_approvers": logins}), encoding="utf-8")


# --- issues, links and pull requests ----------------------------------------------------------------------------------


def issue(github: GitHub, kind: str, path: str) -> None:
    """Open the one issue of a kind, update it, or close it where there is nothing left to say."""
    title, _, text = Path(path).read_text(encoding="utf-8").strip().partition("\n")
    before = own(github.pages("issues", state="open"), kind)
    if not title:
        if before is not None:
            done = {"body": f"That is settled, as {run_link()} found."}
            github.write("POST", f"issues/{before['number']}/comments", done)
            github.write("PATCH", f"issues/{before['number']}", {"state": "closed", "state_reason": "completed"})
        return
    foot = f"\n\nFrom {run_link()}."
    body = f"{MARKER}{kind} -->\n{text.strip()[: LONGEST - 500]}{foot}"
    if before is None:
        github.write("POST", "issues", {"title": title[:200], "body": body})
    else:
        github.write("PATCH", f"issues/{before['number']}", {"title": title[:200], "body": body})


def run_link() -> str:
    """Return a link to this run."""
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    return f"[this run]({server}/{os.environ['GITHUB_REPOSITORY']}/actions/runs/{os.environ['GITHUB_RUN_ID']})"


def links(path: str) -> None:
    """Print the links that changed, old beside new, as a table for the run's summary."""
    changed = [it for it in json.loads(Path(path).read_text(encoding="utf-8")).get("links", []) if it["before"]]
    if not changed:
        return
    print("### Links that changed\n\nReplace the old ones where they were sent.\n")
    print("| posting | old link | new people | new link |\n| --- | --- | --- | --- |")
    for link in changed:
        cells = (link["address"], link["before"], "still" if link["before_open"] else "no more", link["after"] or "–")
        print("|", " | ".join(re.sub(r"[|`<>\s]", " ", str(cell)) for cell in cells), "|")


def pull(github: GitHub, branch: str, path: str) -> None:
    """Open a pull request of a branch that was pushed."""
    title, _, text = Path(path).read_text(encoding="utf-8").strip().partition("\n")
    body = {"title": title[:200], "body": text.strip()[:LONGEST], "head": branch, "base": os.environ["BRANCH"]}
    print(github.write("POST", "pulls", body)["html_url"])


def main(arguments: list[str]) -> int:
    """Run one of the jobs; 1 where it has to stop."""
    try:
        match arguments:
            case ["earlier", path]:
                earlier(GitHub(), path)
            case ["comment", path]:
                comment(GitHub(), path)
            case ["kept", path]:
                kept(GitHub(), path)
            case ["legal", path]:
                legal(GitHub(), path)
            case ["reviewed", path]:
                reviewed(GitHub(), path)
            case ["gate", path]:
                gate(GitHub(), path)
            case ["approvals", path]:
                approvals(GitHub(), path)
            case ["issue", kind, path]:
                issue(GitHub(), kind, path)
            case ["visibility"]:
                print(GitHub().get("")["visibility"])
            case ["links", path]:
                links(path)
            case ["pull", branch, path]:
                pull(GitHub(), branch, path)
            case _:
                raise Stop(f"There is no job {' '.join(arguments)}")
    except Stop as stop:
        words = " ".join(str(stop).split()).replace("%", "%25")
        print(f"::error::{words}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
