"""The part of Google Cloud Storage's XML API that a state needs: generations, conditions on them, and lists."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

_ENTRY = (
    "<Contents><Key>{key}</Key><Size>{size}</Size><ETag>&quot;{version}&quot;</ETag>"
    "<LastModified>2026-11-24T06:00:00.000Z</LastModified></Contents>"
)


class GcsStub(ThreadingHTTPServer):
    """One bucket in memory."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.objects: dict[str, tuple[int, bytes]] = {}
        self.writing = threading.Lock()
        self.generation = 0

    def environment(self) -> dict[str, str]:
        """What leads a client here: without a token, and without a look for one."""
        url = f"http://127.0.0.1:{self.server_port}"
        empty = dict.fromkeys(("client_email", "private_key", "private_key_id"), "")
        account = {"gcs_base_url": url, "disable_oauth": True, **empty}
        return {"GOOGLE_BASE_URL": url, "GOOGLE_SERVICE_ACCOUNT_KEY": json.dumps(account)}


class _Handler(BaseHTTPRequestHandler):
    server: GcsStub
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        if "list-type" in query:
            return self._list(query.get("prefix", [""])[0])
        found = self.server.objects.get(self._key())
        return self._answer(404) if found is None else self._answer(200, *found)

    def do_PUT(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        wanted = self.headers.get("x-goog-if-generation-match")
        with self.server.writing:
            current, _ = self.server.objects.get(self._key(), (0, b""))
            if wanted is not None and int(wanted) != current:
                return self._answer(412)
            self.server.generation += 1
            self.server.objects[self._key()] = (self.server.generation, data)
            return self._answer(200, self.server.generation)

    def do_DELETE(self) -> None:
        self._answer(204 if self.server.objects.pop(self._key(), None) else 404)

    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).lstrip("/").partition("/")[2]

    def _list(self, prefix: str) -> None:
        entries = [
            _ENTRY.format(key=escape(key), size=len(data), version=version)
            for key, (version, data) in sorted(self.server.objects.items())
            if key.startswith(prefix)
        ]
        text = f"<ListBucketResult><IsTruncated>false</IsTruncated>{''.join(entries)}</ListBucketResult>"
        self._answer(200, 0, text.encode())

    def _answer(self, status: int, version: int = 0, body: bytes = b"") -> None:
        self.send_response(status)
        if version:
            self.send_header("ETag", f'"{version}"')
            self.send_header("x-goog-generation", str(version))
            self.send_header("Last-Modified", "Tue, 24 Nov 2026 06:00:00 GMT")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[GcsStub]:
    """Serve a bucket for the length of a ``with``."""
    with GcsStub() as stub:
        thread = threading.Thread(target=stub.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield stub
        stub.shutdown()
        thread.join()
