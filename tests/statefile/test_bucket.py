"""A bucket's requests, against a server of the test's own that answers as it is told."""

from __future__ import annotations

import builtins
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from heymilo_ops.errors import StateError
from heymilo_ops.model.location import BucketLocation
from heymilo_ops.statefile import object_store
from heymilo_ops.statefile.backend import Conflict
from heymilo_ops.statefile.object_store import (
    ConditionFailed,
    ObjectStoreBackend,
    open_bucket,
)

PLACE = BucketLocation("s3", "acme-state", "x")


class Server(ThreadingHTTPServer):
    """Answers with the statuses of ``script`` in turn, then 200; remembers what was asked."""

    script: list[int]
    asked: list[str]
    body = b"held"


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(f"{self.command} {self.path} {self.headers.get('If-Match', '')}".strip())
        status = self.server.script.pop(0) if self.server.script else 200
        secret = self.headers.get("Authorization", "")
        body = self.server.body if status == 200 else f"<Error>\n<Token>{secret}</Token></Error>".encode()
        self.send_response(status)
        self.send_header("ETag", '"1"')
        self.send_header("Last-Modified", "Tue, 24 Nov 2026 06:00:00 GMT")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_DELETE = _answer  # noqa: N815

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as found:
        found.script, found.asked = [], []
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in object_store.ENDPOINTS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "acme")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "sesame")
    monkeypatch.setenv("AWS_REGION", "us-east-1")


@pytest.fixture
def bucket(server: Server, monkeypatch: pytest.MonkeyPatch) -> ObjectStoreBackend:
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    return open_bucket(PLACE)


@pytest.fixture
def backend(bucket: ObjectStoreBackend) -> ObjectStoreBackend:
    """As after a probe."""
    bucket._bare = False
    return bucket


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_store_is_asked_again(server: Server, bucket: ObjectStoreBackend, status: int) -> None:
    server.script = [status, status]
    found = bucket.get("a.json")
    assert found is not None
    assert found.data == b"held"
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("status", "words"),
    [(400, "the store answered 400"), (401, "refuses these credentials"), (403, "refuses these credentials")],
)
def test_a_refusal_is_told_without_address_and_echo(
    server: Server, bucket: ObjectStoreBackend, status: int, words: str
) -> None:
    for ask in (lambda: bucket.get("a.json"), lambda: bucket.send("a.json", b"1", None)):
        server.script = [status]
        with pytest.raises(StateError, match=words) as caught:
            ask()
        said = caught.value.message + caught.value.help
        assert "s3://acme-state/x" in said
        assert not [each for each in ("127.0.0.1", "sesame", "AWS4", "Token", "\n") if each in said]
        assert caught.value.__suppress_context__


def test_a_store_that_stays_busy_is_given_up(
    server: Server, bucket: ObjectStoreBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(object_store, "RETRIES", 1)
    server.script = [503] * 20
    with pytest.raises(StateError, match="the store answered 503") as caught:
        open_bucket(PLACE).get("a.json")
    assert "run again" in caught.value.help
    assert len(server.asked) == 2


def test_a_store_that_can_not_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(object_store, "RETRIES", 0)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(StateError, match="can't be reached") as caught:
        open_bucket(PLACE).list("")
    assert "127.0.0.1" not in caught.value.message


@pytest.mark.parametrize("status", [409, 412])
def test_a_condition_that_does_not_hold(server: Server, bucket: ObjectStoreBackend, status: int) -> None:
    server.script = [status] * 20
    with pytest.raises(ConditionFailed):
        bucket.send("a.json", b"1", None)
    server.script = [status] * 20
    with pytest.raises(ConditionFailed):
        bucket.send("a.json", b"1", '["\\"0\\"", null]')


def test_only_what_a_version_has_is_sent(server: Server, bucket: ObjectStoreBackend) -> None:
    assert bucket.send("a.json", b"1", '["\\"0\\"", null]') == '["\\"1\\"", null]'
    assert server.asked == ['PUT /acme-state/x/a.json "0"']


@pytest.mark.parametrize("status", [412, 400])
def test_a_write_whose_bytes_are_there_is_written(server: Server, backend: ObjectStoreBackend, status: int) -> None:
    server.script = [status]
    assert backend.create("a.json", b"held") == '["\\"1\\"", null]'
    server.script = [status]
    assert backend.put("a.json", b"held", '["\\"0\\"", null]') == '["\\"1\\"", null]'


def test_a_write_whose_place_holds_something_else_is_a_conflict(server: Server, backend: ObjectStoreBackend) -> None:
    server.script = [412]
    with pytest.raises(Conflict):
        backend.create("a.json", b"mine")


@pytest.mark.parametrize("script", [[400], [400, 400], [400, 404]])
def test_an_error_stays_an_error_where_our_bytes_are_not_there(
    server: Server, backend: ObjectStoreBackend, script: list[int]
) -> None:
    server.script = script
    with pytest.raises(StateError, match=r"Can't write to .*answered 400"):
        backend.create("a.json", b"mine")


def test_a_refusal_that_can_not_be_looked_into_is_no_conflict(server: Server, backend: ObjectStoreBackend) -> None:
    server.script = [412, 400]
    with pytest.raises(StateError, match="Can't read from"):
        backend.create("a.json", b"mine")


def test_nothing_there_and_no_bucket_are_told_apart(server: Server, bucket: ObjectStoreBackend) -> None:
    server.script = [404]
    assert bucket.get("a.json") is None
    server.script = [404]
    bucket.delete("a.json")
    assert server.asked[-1] == "DELETE /acme-state/x/a.json"
    server.script = [404]
    with pytest.raises(StateError, match="there is no such bucket"):
        bucket.send("a.json", b"1", None)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("obstore"):
            raise ModuleNotFoundError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(StateError, match="isn't installed") as caught:
        open_bucket(PLACE)
    assert "heymilo-ops[remote]" in caught.value.help


@pytest.mark.parametrize("name", object_store.ENDPOINTS)
@pytest.mark.parametrize("host", ["store.example.org", "10.0.0.1", "127.0.0.1.example.org", "[::2]:9000"])
def test_plain_http_is_for_loopback(name: str, host: str) -> None:
    with pytest.raises(StateError, match=f"{name} names a server by plain http"):
        open_bucket(PLACE, {name: f"http://{host}/x"})


@pytest.mark.parametrize("url", ["", "https://store.example.org", "http://localhost:1", "http://[::1]:1"])
def test_other_endpoints_are_taken(url: str) -> None:
    open_bucket(PLACE, {"AWS_ENDPOINT_URL": url})


def test_a_bucket_that_is_not_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AZURE_STORAGE_ACCOUNT_NAME", "AZURE_STORAGE_ACCOUNT_KEY", "AZURE_STORAGE_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(StateError, match="az://acme-state/x can't be used as it is set up"):
        open_bucket(BucketLocation("az", "acme-state", "x"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Generic S3 error: no credentials found\nDebug", "there are no credentials for it in the environment"),
        ("Generic S3 error: error sending request for url (http://x)", "the store can't be reached"),
        ("Something else at http://x", "GenericError"),
    ],
)
def test_what_happened_in_words(text: str, words: str) -> None:
    from obstore.exceptions import GenericError

    assert object_store._explained(GenericError(text))[0] == words
