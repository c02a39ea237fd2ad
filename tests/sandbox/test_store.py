"""The SQLite file: versions, reset, threads, processes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading

import pytest

from heymilo_ops.sandbox import postings
from heymilo_ops.sandbox.app import create_app
from heymilo_ops.sandbox.requests import CreatePosting
from heymilo_ops.sandbox.store import SCHEMA_VERSION, SandboxError, Store, new_id, reset

BODY = CreatePosting(title="Engineer", workflow=[{"type": "form"}])


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "deep" / "sandbox.db")


@pytest.fixture
def store(path):
    opened = Store(path)
    yield opened
    opened.close()


def test_a_file_of_a_newer_release_is_refused_and_left_alone(path, store):
    with store.write() as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    store.close()
    with pytest.raises(SandboxError, match="reset the sandbox"):
        create_app(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
    connection.close()
    reset(path)
    create_app(path).state.store.close()


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "x.db"
    path.write_text("not a database, but long enough to look at" * 50)
    with pytest.raises(SandboxError, match="can't be used"):
        create_app(str(path))
    reset(str(path))
    assert not path.exists()


def test_a_failed_write_leaves_nothing(store):
    with pytest.raises(RuntimeError), store.write() as connection:
        connection.execute(
            "INSERT INTO postings (id, title, ingestion_key, created_at, updated_at, doc)"
            " VALUES ('A', 't', 'k', 0, 0, '{}')"
        )
        raise RuntimeError
    with store.read() as connection:
        assert connection.execute("SELECT COUNT(*) FROM postings").fetchone()[0] == 0


def test_it_is_wal_and_survives_closing(store):
    made = postings.create(store, BODY)
    with store.read() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    store.close()
    store.close()
    assert postings.get(store, made.id).doc["title"] == "Engineer"


def test_reset_forgets_postings_and_questions_under_an_open_server_and_keeps_blueprints(path):
    app = create_app(path)
    postings.create(app.state.store, BODY)
    reset(path)
    with app.state.store.read() as connection:
        listed = connection.execute("SELECT id FROM postings").fetchall()
        questions = connection.execute("SELECT COUNT(*) FROM questions WHERE posting_id NOT LIKE 'B1DE%'").fetchone()
    app.state.store.close()
    assert [row["id"] for row in listed] == ["B1DE0001", "B1DE0002"]
    assert questions[0] == 0


def test_reset_of_a_missing_file_makes_none(tmp_path):
    reset(str(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []


def test_ids_are_looked_for_until_one_is_free(store, monkeypatch):
    made = postings.create(store, BODY)
    drawn = iter([made.id, made.id, "0BADF00D"])
    monkeypatch.setattr("heymilo_ops.sandbox.store.secrets.token_hex", lambda size: next(drawn).lower())
    with store.read() as connection:
        assert new_id(connection, "postings") == "0BADF00D"


def test_a_thread_waits_for_the_write_of_another(store):
    order = []

    def second():
        with store.write() as connection:
            order.append(connection.execute("SELECT 1").fetchone()[0])

    with store.write():
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.1)
        assert order == []
    thread.join(5)
    assert order == [1]


def test_processes_may_share_a_file_from_its_first_moment(path, store):
    code = (
        "import sys\n"
        "from heymilo_ops.sandbox import postings\n"
        "from heymilo_ops.sandbox.requests import CreatePosting\n"
        "from heymilo_ops.sandbox.store import Store\n"
        "store = Store(sys.argv[1])\n"
        "postings.seed(store)\n"
        "for n in range(10): postings.create(store, CreatePosting(title='Engineer', workflow=[]))\n"
        "store.close()\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, path]) for _ in range(3)]
    assert [each.wait(30) for each in running] == [0, 0, 0]
    assert len(postings.listing(store, search=None, hide_archived=False)) == 30


def test_a_reset_that_is_not_allowed_says_so(store, path, monkeypatch):
    with store.read():
        pass

    def read_only(_):
        return sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr("heymilo_ops.sandbox.store._connect", read_only)
    with pytest.raises(SandboxError, match="can't be written"):
        reset(path)


def test_a_folder_in_place_of_the_file_is_not_removed(tmp_path):
    with pytest.raises(SandboxError, match="can't be removed"):
        reset(str(tmp_path))
