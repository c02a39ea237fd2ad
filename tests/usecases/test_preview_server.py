"""Who gets an answer from the preview, over real sockets; and who doesn't."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPResponse

import pytest

from heymilo_ops.usecases.preview_server import Changes, PreviewSession, Reply, serving


class Client:
    """Asks a preview, with whatever headers."""

    def __init__(self, link: str, changes: Changes) -> None:
        self.changes = changes
        found = re.fullmatch(r"http://[\d.]+:(\d+)/\?token=([\w-]{40,})", link)
        assert found is not None, link
        self.port, self.token = int(found[1]), found[2]
        self.cookie = ""

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
        """Ask for a path; a header ``Host`` replaces the right one."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        sent = {"Cookie": self.cookie} if self.cookie else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host="Host" in sent, skip_accept_encoding=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response, body

    def status(self, path: str, method: str = "GET", **headers: str) -> int:
        return self.ask(path, method, **headers)[0].status

    def enter(self) -> HTTPResponse:
        """Exchange the token."""
        response, _ = self.ask(f"/?token={self.token}")
        self.cookie = (response.headers["Set-Cookie"] or "").partition(";")[0]
        return response


def answer(path: str, query: Mapping[str, str]) -> Reply | None:
    if path == "/broken":
        raise RuntimeError("secret words")
    return Reply(f"{path} {sorted(query.items())}") if path in ("/", "/p/one") else None


@pytest.fixture
def client() -> Iterator[Client]:
    changes = Changes()
    with serving(0, answer, changes) as link:
        yield Client(link, changes)


def test_the_token_is_exchanged_for_a_cookie_and_an_address_without_it(client: Client) -> None:
    response = client.enter()
    assert (response.status, response.headers["Location"]) == (303, "/")
    name, *flags = response.headers["Set-Cookie"].split("; ")
    assert name.startswith(f"heymilo-preview-{client.port}=")
    assert set(flags) == {"HttpOnly", "SameSite=Strict", "Path=/"}
    assert client.token not in name
    found, body = client.ask("/p/one?side=live")
    assert (found.status, body) == (200, "/p/one [('side', 'live')]")


def test_a_token_counts_once(client: Client) -> None:
    client.enter()
    assert client.status(f"/?token={client.token}") == 403  # with the cookie: nothing that repeats the link is shown
    client.cookie = ""
    response, body = client.ask(f"/?token={client.token}")
    assert (response.status, response.headers["Set-Cookie"]) == (403, None)
    assert "works once" in body


@pytest.mark.parametrize("token", ["", "x", "%C3%A9", "x" * 43, "%00", "%F0%9F%98%80", "%ff"])
def test_a_wrong_token_is_none(client: Client, token: str) -> None:
    assert client.status(f"/?token={token}") == 403
    assert client.enter().status == 303


@pytest.mark.parametrize("path", ["/", "/p/one", "/changes?after=0", "/preview.js", "/nothing"])
def test_without_a_cookie_there_is_nothing(client: Client, path: str) -> None:
    for cookie in ("", "x=y", f"heymilo-preview-{client.port}=", f"heymilo-preview-{client.port}=x", ";;=;"):
        client.cookie = cookie
        assert client.status(path) == 403


def test_the_token_counts_on_no_other_path(client: Client) -> None:
    assert client.status(f"/p/one?token={client.token}") == 403
    assert client.enter().status == 303


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:1",
        "[::1]:PORT",
        "",
        "127.0.0.1:PORT@x",
    ],
)
def test_a_host_that_isn_t_ours_gets_nothing(client: Client, host: str) -> None:
    """As from a web page whose name was pointed at this machine."""
    host = host.replace("PORT", str(client.port))
    assert client.status(f"/?token={client.token}", Host=host) == 421
    assert client.enter().status == 303
    assert client.status("/", Host=host) == 421
    assert client.status("/", "POST", Host=host) == 405
    assert client.status("/", Host=f"localhost:{client.port}") == 200


def test_two_hosts_are_none(client: Client) -> None:
    with socket.create_connection(("127.0.0.1", client.port), timeout=5) as raw:
        good = f"127.0.0.1:{client.port}"
        raw.sendall(f"GET / HTTP/1.1\r\nHost: {good}\r\nHost: evil.example\r\n\r\n".encode())
        assert b" 421 " in raw.recv(200)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "x"])
def test_what_another_site_makes_a_browser_ask_gets_nothing(client: Client, site: str) -> None:
    """Another port of this machine is the same site to a cookie."""
    assert client.status(f"/?token={client.token}", Sec_Fetch_Site=site) == 403
    client.enter()
    assert client.status("/", Sec_Fetch_Site=site) == 403
    assert client.status("/", Sec_Fetch_Site="same-origin") == client.status("/", Sec_Fetch_Site="none") == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_it_is_only_looked_at(client: Client, method: str) -> None:
    client.enter()
    response, _ = client.ask("/", method)
    assert (response.status, response.headers["Allow"]) == (405, "GET, HEAD")
    assert client.status("/", "BREW") == 501
    response, body = client.ask("/", "HEAD")
    assert (response.status, body) == (200, "")


@pytest.mark.parametrize(
    "path",
    [
        "/../heymilo.yaml", "/p/../../etc/passwd", "/p/%2e%2e/%2e%2e/etc/passwd", "/p/one/../../x", "//evil.example/",
        "http://evil.example/", "/p/", "/p/one/", "/p/one%00", "/heymilo.yaml", "/.git/config", "/p/..%5c..", "*",
    ],
)  # fmt: skip
def test_no_path_leads_to_a_file(client: Client, path: str) -> None:
    client.enter()
    assert client.status(path) in (400, 404, 421)


def test_what_is_odd_is_refused(client: Client) -> None:
    client.enter()
    assert client.status("/?" + "&".join(f"a{number}=1" for number in range(20))) == 400
    response, body = client.ask("/broken")
    assert (response.status, "secret" in body) == (500, False)
    with socket.create_connection(("127.0.0.1", client.port), timeout=5) as raw:
        raw.sendall(b"<script>\r\n\r\n")
        assert b"<script>" not in raw.recv(1000)


def test_every_answer_forbids_what_a_page_could_do(client: Client) -> None:
    for response in (client.enter(), client.ask("/")[0], client.ask("/nothing")[0], client.ask("/", "POST")[0]):
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';") and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy and "*" not in policy
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in response.headers
        assert "Python" not in (response.headers["Server"] or "")


def test_it_listens_on_loopback_alone(client: Client) -> None:
    with socket.socket(socket.AF_INET) as other:
        other.bind(("127.0.0.2", client.port))  # so it isn't on every address


def test_a_question_for_changes_waits_for_the_next(client: Client) -> None:
    client.enter()
    assert client.ask("/changes?after=7")[1] == "0"
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.append(client.ask("/changes?after=0")[1]))
    asking.start()
    time.sleep(0.05)
    assert answers == []
    client.changes.add()
    asking.join(5)
    assert answers == ["1"]
    for odd in ("", "x", "-1", "%D9%A3", "9" * 50):
        assert client.ask(f"/changes?after={odd}")[1] == "1"


def test_whoever_waits_is_let_go_at_the_end() -> None:
    changes = Changes()
    with serving(0, answer, changes) as link:
        client = Client(link, changes)
        client.enter()
        asking = threading.Thread(target=client.ask, args=("/changes?after=0",))
        asking.start()
        time.sleep(0.05)
    asking.join(5)
    assert not asking.is_alive()
    with pytest.raises(OSError):
        client.ask("/")


def test_nothing_is_waited_for_longer_than_is_said() -> None:
    assert Changes().after(0, timeout_s=0.01) == 0


def test_a_port_that_is_taken_is_said(client: Client) -> None:
    with pytest.raises(OSError), serving(client.port, answer, Changes()):
        pass


def test_nothing_is_logged(client: Client, capfd: pytest.CaptureFixture[str]) -> None:
    client.enter()
    client.status("/nothing")
    client.status("/", "POST")
    assert capfd.readouterr() == ("", "")


def test_no_two_previews_share_a_secret() -> None:
    one, other = PreviewSession(1), PreviewSession(1)
    assert one.token != other.token
    cookie = (one.exchange(one.token) or "").partition(";")[0]
    assert one.admits(f"a=b; {cookie}") and not other.admits(cookie)
