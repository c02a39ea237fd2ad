"""A state as an apply of every manifest would have left it, without HeyMilo. Usage: applied.py REPO"""

from __future__ import annotations

import sys
from pathlib import Path

from heymilo_ops.manifest.repo import load_repo
from heymilo_ops.model.canonical import CANON
from heymilo_ops.model.desired import Desired
from heymilo_ops.model.state import PostingState, Revision
from heymilo_ops.statefile.folder import FolderBackend
from heymilo_ops.statefile.format import StoredSnapshot
from heymilo_ops.statefile.store import StateStore

_AT = "2026-01-31T18:00:00Z"


def write_state(root: Path) -> int:
    """Write state and snapshots below ``root``; how many postings it holds."""
    place = root / ".heymilo" / "state" / "production"
    place.mkdir(parents=True)
    store = StateStore(FolderBackend(place), str(place))
    desired = load_repo(root).desired
    store.put_snapshots(
        StoredSnapshot(
            digest=each.digest,
            canon=CANON,
            request=each.request,
            keys=each.keys,
            resolved=each.resolved,
            source=each.source,
        )
        for each in desired
    )
    state = store.begin("bench", "production", "https://api.heymilo.ai")
    postings = {each.address: _posting(each, i) for i, each in enumerate(desired)}
    store.write(state.model_copy(update={"postings": postings}))
    return len(postings)


def _posting(desired: Desired, i: int) -> PostingState:
    posting_id = f"{i:024x}"
    revision = Revision(
        number=1,
        digest=desired.digest,
        design_digest=desired.design_digest,
        canon=CANON,
        posting_id=posting_id,
        applied_at=_AT,
        applied_by="bench",
        source=desired.source,
        action="create",
    )
    return PostingState(
        posting_id=posting_id,
        revision=1,
        digest=desired.digest,
        status="active",
        candidate_url=f"https://interviews.heymilo.ai/{posting_id}",
        updated_at=1.0,
        ops=desired.ops,
        revisions=(revision,),
    )


if __name__ == "__main__":
    write_state(Path(sys.argv[1]))
