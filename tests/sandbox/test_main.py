"""The sandbox as a process of its own, whose clients are killed."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import httpx
import pytest

from heymilo_ops.sandbox.__main__ import main

KEY = {"X-API-KEY": "sandbox-key"}
BASE = "/api/v2/postings"
COMMAND = [sys.executable, "-m", "heymilo_ops.sandbox"]
PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}


def run(*arguments):
    return subprocess.Popen([*COMMAND, *arguments], **PIPES)


def wait_until(true, seconds=10):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def process():
    with run("--memory", "--until-eof") as running:
        running.url = running.stdout.readline().strip()
        yield running
        running.stdin.close()
        assert running.wait(10) == 0
        assert running.stdout.read() == running.stderr.read() == ""


@pytest.fixture
def client(process):
    with httpx.Client(base_url=process.url, headers=KEY, timeout=10) as opened:
        opened.post("/_control/reset").raise_for_status()
        yield opened


@pytest.mark.parametrize("arguments", [(), ("--memory", "--database", "x.db"), ("--memory", "--port", "x")])
def test_wrong_arguments(arguments, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_port_in_use_is_one_line(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["--memory", "--port", str(taken.getsockname()[1])]) == 1
    said = capsys.readouterr()
    assert "in use" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_file_that_cannot_be_used_is_one_line(tmp_path, capsys):
    (tmp_path / "x.db").write_text("no database at all" * 100)
    assert main(["--database", str(tmp_path / "x.db")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_keeps_what_was_made_and_a_signal_ends_it(tmp_path):
    path = str(tmp_path / "sandbox.db")
    for number in (signal.SIGTERM, signal.SIGINT):
        with run("--database", path, "--requests-per-minute", "1") as running:
            url = running.stdout.readline().strip()
            made = [httpx.post(url + BASE, json={"title": "Engineer", "workflow": []}, headers=KEY) for _ in range(2)]
            rows = httpx.get(f"{url}/_control/postings").json()
            running.send_signal(number)
            assert running.wait(10) == 0
        assert [answer.status_code for answer in made] == [201, 429]
    assert len(rows) == 2


def test_memory_leaves_no_file(client):
    client.post(BASE, json={"title": "Engineer", "workflow": []}).raise_for_status()
    assert len(client.get(BASE).json()["data"]) == 1
    assert not Path(":memory:").exists()


KILLED = """
import http.client, json, sys
host, op = sys.argv[1:]
connection = http.client.HTTPConnection(host)
body = {"title": "Engineer", "workflow": [], "metadata": {"heymilo-ops-op": op}}
headers = {"X-API-KEY": "sandbox-key", "Content-Type": "application/json"}
connection.request("POST", "/api/v2/postings", json.dumps(body), headers)
print("sent", flush=True)
connection.getresponse()
"""


def test_the_log_outlives_a_killed_client_and_says_that_it_had_no_answer(client, process):
    client.post("/_control/faults", json=[{"action": "delay", "seconds": 0.5, "times": 1}])
    host = process.url.removeprefix("http://")
    with subprocess.Popen([sys.executable, "-c", KILLED, host, "ab/1"], stdout=subprocess.PIPE) as killed:
        killed.stdout.readline()
        wait_until(lambda: client.get("/_control/requests").json())
        assert client.get("/_control/unfinished").json() == {"unfinished": 1}
        killed.kill()
    wait_until(lambda: client.get("/_control/unfinished").json() == {"unfinished": 0})
    (seen,) = client.get("/_control/requests").json()
    assert (seen["marks"], seen["committed"]) == ({"heymilo-ops-op": "ab/1"}, True)
    assert seen["made"] == [row["id"] for row in client.get("/_control/postings").json()]
    assert seen["delivered"] is False


def test_a_client_that_leaves_within_its_request_has_done_nothing(client, process):
    host, port = process.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as left:
        left.sendall(
            b"POST /api/v2/postings HTTP/1.1\r\nHost: x\r\nX-API-KEY: sandbox-key\r\nContent-Length: 99\r\n\r\n{}"
        )
    wait_until(lambda: client.get("/_control/requests").json())
    (seen,) = client.get("/_control/requests").json()
    assert (seen["state"], seen["status"], seen["committed"], seen["faults"]) == ("done", 0, False, [])


KINDS = ("lost", "held", "slow", "plain")


def leave(url, name, op):
    """Send a create and close the connection without reading the answer, as a killed client does."""
    host, port = url.removeprefix("http://").split(":")
    sent = {"title": "Engineer", "name": name, "workflow": [], "metadata": {"heymilo-ops-op": str(op)}}
    body = json.dumps(sent).encode()
    head = f"POST {BASE} HTTP/1.1\r\nHost: x\r\nX-API-KEY: sandbox-key\r\nContent-Type: application/json\r\n"
    length = f"Content-Length: {len(body)}\r\n\r\n"
    with socket.create_connection((host, int(port))) as left:
        left.sendall(head.encode() + length.encode() + body)


def open_files(process):
    return len(list(Path(f"/proc/{process.pid}/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells how many files a process has open")
def test_many_clients_that_leave_take_nothing_with_them(client, process):
    faults = [
        {"action": "lose_answer_after_commit", "match": {"name_contains": "lost"}},
        {"action": "late_commit", "hang": True, "match": {"name_contains": "held"}},
        {"action": "delay", "seconds": 0.05, "match": {"name_contains": "slow"}},
    ]
    client.post("/_control/faults", json=faults).raise_for_status()
    before = open_files(process)
    for number in range(200):
        leave(process.url, KINDS[number % 4], number)
    wait_until(lambda: len(client.get("/_control/requests").json()) == 200)
    wait_until(
        lambda: client.post("/_control/commit_late") and not client.get("/_control/unfinished").json()["unfinished"]
    )
    wait_until(lambda: open_files(process) <= before + 2)
    seen = client.get("/_control/requests").json()
    assert sum(row["committed"] for row in seen) == 200
    assert Counter(row["fault"] for row in seen) == {None: 100, "lose_answer_after_commit": 50, "late_commit": 50}
    made = Counter(row["metadata"]["heymilo-ops-op"] for row in client.get("/_control/postings").json())
    assert made == Counter(row["marks"]["heymilo-ops-op"] for row in seen if row["committed"])
