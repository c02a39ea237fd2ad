"""A small editor: it speaks the Language Server Protocol to yaml-language-server over its standard streams."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

Json = dict[str, Any]
PATIENCE_S = 20.0
"""How long an answer may take. The first one reads the schema."""

SETTINGS: Json = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    },
    "http": {"proxyStrictSSL": False},
    "[yaml]": {"editor.tabSize": 2},
}
"""As an editor has them, less the two stores on the network."""


class LanguageServer:
    """One running server. ``open`` a text, then ask about it by 0-based line and column."""

    def __init__(self, script: Path, root: Path) -> None:
        self._process = subprocess.Popen(
            ["node", str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self._messages: queue.Queue[Json] = queue.Queue()
        self._said: dict[str, list[Json]] = {}
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._root = root
        self._shake_hands()

    def close(self) -> None:
        """Ask the server to leave, and see that it does."""
        try:
            self.request("shutdown", {})
            self.notify("exit", {})
            self._process.wait(5)
        finally:
            self._process.kill()
            self._process.wait()
            self._in.close()
            self._out.close()

    def open(self, name: str, text: str) -> str:
        """Open a text as a file of the repo, whether it is on disk or not; its URI."""
        uri = (self._root / name).as_uri()
        self._said.pop(uri, None)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def shut(self, uri: str) -> None:
        """Close a text."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri: str) -> list[Json]:
        """What the server finds wrong with an open text."""
        self._until(lambda: uri in self._said)
        return self._said[uri]

    def completion(self, uri: str, line: int, column: int) -> list[Json]:
        """What may be written at a place."""
        answer = self.request("textDocument/completion", self._at(uri, line, column))
        return list(answer["items"] if isinstance(answer, dict) else answer or [])

    def hover(self, uri: str, line: int, column: int) -> str:
        """What is shown of a key."""
        answer = self.request("textDocument/hover", self._at(uri, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def request(self, method: str, params: Json) -> Any:
        """Ask, and wait for the answer. Raises ``AssertionError`` where the server reports an error."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answers: list[Json] = []
        self._until(
            lambda: bool(answers), lambda message: answers.append(message) if message.get("id") == number else None
        )
        assert "error" not in answers[0], answers[0]
        return answers[0].get("result")

    def notify(self, method: str, params: Json) -> None:
        """Tell, without an answer."""
        self._send({"method": method, "params": params})

    def _shake_hands(self) -> None:
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {"relatedInformation": True},
            },
        }
        folder = {"uri": self._root.as_uri(), "name": "repo"}
        params = {
            "processId": None,
            "rootUri": folder["uri"],
            "workspaceFolders": [folder],
            "capabilities": capabilities,
        }
        self.request("initialize", params)
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": SETTINGS})

    @staticmethod
    def _at(uri: str, line: int, column: int) -> Json:
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}

    def _until(self, done: Callable[[], bool], see: Callable[[Json], None] | None = None) -> None:
        while not done():
            try:
                message = self._messages.get(timeout=PATIENCE_S)
            except queue.Empty:
                raise AssertionError(f"yaml-language-server said nothing for {PATIENCE_S:.0f} s") from None
            self._take(message)
            if see is not None and "method" not in message:
                see(message)

    def _take(self, message: Json) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._said[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method is not None and "id" in message:
            self._send({"id": message["id"], "result": self._reply(method, message.get("params") or {})})

    @staticmethod
    def _reply(method: str, params: Json) -> Any:
        if method == "workspace/configuration":
            return [SETTINGS.get(item.get("section")) for item in params["items"]]
        return None

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._in.flush()

    def _listen(self) -> None:
        while True:
            length = 0
            try:
                while (line := self._out.readline()) not in (b"\r\n", b""):
                    name, _, value = line.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                if not line:
                    return
                self._messages.put(json.loads(self._out.read(length)))
            except ValueError:  # closed under our hands
                return
