"""Postings made in a sandbox in this process, and what an import reads of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from heymilo_ops.model.live import Live
from heymilo_ops.remote.postings import live_of
from heymilo_ops.sandbox import answers, postings, questions
from heymilo_ops.sandbox.options import Options
from heymilo_ops.sandbox.requests import CreatePosting
from heymilo_ops.sandbox.store import Store, reset

Json = dict[str, Any]


class Shelf:
    """A sandbox without its server."""

    def __init__(self, path: str) -> None:
        reset(path)
        self.store = Store(path, clock=lambda: 1_800_000_000.0)
        self.options = Options()
        postings.seed(self.store)

    def create(self, body: Json) -> str:
        return postings.create(self.store, CreatePosting.model_validate(body)).id

    def live(self, posting_id: str) -> Live:
        return live_of(answers.posting(postings.get(self.store, posting_id), self.options))

    def questions(self, posting_id: str) -> list[Json]:
        with self.store.read() as connection:
            return [answers.question(question) for question in questions.of(connection, posting_id)]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    made = Shelf(str(tmp_path_factory.mktemp("shelf") / "sandbox.db"))
    yield made
    made.store.close()


@pytest.fixture
def read(shelf: Shelf) -> Callable[[Json], tuple[Live, list[Json]]]:
    def create_and_read(body: Json) -> tuple[Live, list[Json]]:
        posting_id = shelf.create({"title": "Baker", **body})
        return shelf.live(posting_id), shelf.questions(posting_id)

    return create_and_read
