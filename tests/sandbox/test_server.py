"""The server: start, stop, quiet, loopback only; in the foreground until a signal."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time

import httpx
import pytest

from heymilo_ops.sandbox.server import Server, serve_forever
from heymilo_ops.sandbox.store import SandboxError

KEY = {"X-API-KEY": "sandbox-key"}
BASE = "/api/v2/postings"
BODY = {"title": "Engineer", "workflow": []}


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "sandbox.db")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com", ""])
def test_hosts_other_than_loopback_are_refused(path, host):
    with pytest.raises(ValueError, match="this machine only"):
        Server(path, host=host)
    with pytest.raises(ValueError, match="this machine only"):
        serve_forever(path, host=host, port=0)


def test_a_port_in_use_is_an_os_error(path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = Server(path, port=taken.getsockname()[1])
        with pytest.raises(OSError, match="in use"):
            server.start()
        server.stop()


def test_a_file_that_cannot_be_used_leaves_no_port_open(tmp_path):
    (tmp_path / "x.db").write_text("no database at all" * 100)
    server = Server(str(tmp_path / "x.db"))
    with pytest.raises(SandboxError):
        server.start()
    with pytest.raises(RuntimeError, match="not been started"):
        _ = server.url


def test_it_starts_stops_and_starts_again_with_the_same_data(path):
    before = threading.active_count()
    server = Server(path)
    for round_ in range(2):
        server.start()
        server.start()
        made = httpx.post(server.url + BASE, json=BODY, headers=KEY)
        assert made.status_code == 201
        listed = httpx.get(server.url + BASE, headers=KEY).json()["data"]
        assert len(listed) == round_ + 1
        server.stop()
        server.stop()
        with pytest.raises(httpx.ConnectError):
            httpx.get(server.url + "/health")
    assert threading.active_count() == before


def test_options_reach_the_app(path):
    with Server(path, host="localhost", api_key="other", workspace_name="Acme") as server:
        answer = httpx.get(server.url + "/api/v2/workspaces", headers={"X-API-KEY": "other"})
    assert answer.json()["data"][0]["name"] == "Acme"


def test_ipv6_loopback(path):
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6 loopback")
    with Server(path, host="::1") as server:
        assert httpx.get(server.url + "/health").status_code == 200


def test_small_requests_take_no_40_milliseconds(client):
    """Without TCP_NODELAY each takes 45 ms; the fastest of many says so whatever else the machine does."""
    times = []
    for _ in range(10):
        start = time.perf_counter()
        client.get("/health")
        times.append(time.perf_counter() - start)
    assert min(times) < 0.03


def test_stop_is_bounded_while_a_request_hangs(client, server):
    client.post("/_control/faults", json=[{"action": "delay", "seconds": 60}])
    outcome = []

    def hang():
        try:
            outcome.append(httpx.get(server.url + BASE, headers=KEY, timeout=30))
        except httpx.HTTPError as error:
            outcome.append(error)

    hanging = threading.Thread(target=hang)
    hanging.start()
    time.sleep(0.2)
    start = time.monotonic()
    server.stop()
    assert time.monotonic() - start < 3
    hanging.join(5)
    assert not hanging.is_alive()


def test_it_writes_nothing(path, capfd):
    with Server(path) as server, httpx.Client(base_url=server.url, headers=KEY) as client:
        client.post(
            "/_control/faults", json=[{"action": "drop_before", "times": 1}, {"action": "truncate", "times": 1}]
        )
        for _ in range(3):
            try:
                client.get(BASE)
            except httpx.TransportError:
                continue
        client.get("/nowhere")
    assert capfd.readouterr() == ("", "")


def test_a_server_in_a_thread_leaves_signal_handlers_alone(path):
    before = (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM))
    with Server(path):
        assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before


FOREGROUND = """
import signal, sys
from heymilo_ops.sandbox.server import serve_forever
before = signal.getsignal(signal.SIGTERM)
serve_forever(sys.argv[1], port=0, on_ready=lambda url: print(url, flush=True))
assert signal.getsignal(signal.SIGTERM) == before
print("stopped")
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_forever_returns_on_a_signal(path, number):
    running = subprocess.Popen([sys.executable, "-c", FOREGROUND, path], stdout=subprocess.PIPE, text=True)
    with running:
        url = running.stdout.readline().strip()
        made = httpx.post(url + BASE, json=BODY, headers=KEY).json()["data"]
        assert made["urls"]["candidate_url"].startswith(url)
        assert "sandbox posting" in httpx.get(made["urls"]["candidate_url"]).text
        running.send_signal(number)
        assert running.stdout.read() == "stopped\n"
    assert running.returncode == 0


def test_kill_9_loses_nothing_that_was_answered(path):
    with subprocess.Popen([sys.executable, "-c", FOREGROUND, path], stdout=subprocess.PIPE, text=True) as running:
        url = running.stdout.readline().strip()
        made = httpx.post(url + BASE, json=BODY, headers=KEY).json()["data"]["id"]
        running.kill()
    with Server(path) as server:
        assert httpx.get(f"{server.url}{BASE}/{made}", headers=KEY).status_code == 200


def test_serve_forever_in_another_thread_stops_by_its_own_means(path, monkeypatch):
    """Off the main thread there are no signals; it still serves and returns when told to exit."""
    import uvicorn

    ready = threading.Event()
    servers = []
    original = uvicorn.Server.startup

    async def remember(self, sockets=None):
        servers.append(self)
        await original(self, sockets=sockets)

    monkeypatch.setattr(uvicorn.Server, "startup", remember)
    thread = threading.Thread(target=serve_forever, args=(path,), kwargs={"port": 0, "on_ready": lambda _: ready.set()})
    thread.start()
    assert ready.wait(10)
    servers[0].should_exit = True
    thread.join(5)
    assert not thread.is_alive()
