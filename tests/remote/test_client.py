from __future__ import annotations

import gzip
import json
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

import httpx
import pytest

from heymilo_ops.errors import AttentionError, Exit, UnreachableError
from heymilo_ops.remote import client as module
from heymilo_ops.remote.answer import ConfirmedAnswer, RefusedAnswer, RejectedAnswer, UnknownAnswer
from heymilo_ops.remote.client import READ_TRIES, Client, KeyPolicy, Timing
from heymilo_ops.version import __version__
from tests.conftest import LOOPBACK

PATH = "/api/v2/postings"
BODY = {"title": "Baker é", "metadata": {"heymilo-ops": "a/b/c@1"}}
DONE = {"data": {"id": "P1", "urls": {"ingestion_url_key": "s3cret"}}}
CLOSED = "http://127.0.0.1:1"


KEY = "hm-key-0123456789abcdef"
"""The key that the fixtures use; a test sees to it that the two stay one."""

Rogue = Any
Time = Any


def answer(status: int, body: Any = None, *headers: str) -> tuple[Any, ...]:
    return (status, body, *headers)


UNANSWERED: list[Any] = ["cut", "reset", "garbage", "half", answer(201, b"not gzip", "Content-Encoding: gzip")]


# --- writes: one outcome class each, and never sent again -----------------------------------------------------------


@pytest.mark.parametrize("status", [400, 404, 405, 413, 415, 422])
def test_a_write_is_rejected(rogue: Rogue, client: Client, status: int) -> None:
    rogue.script = [answer(status, {"detail": [{"loc": ["body", "title"], "msg": "no"}]})]
    assert client.write("POST", PATH, BODY) == RejectedAnswer(status, "no", {"/title": "no"})
    assert len(rogue.requests) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_write_is_refused(rogue: Rogue, client: Client, status: int) -> None:
    rogue.script = [answer(status, {"error": {"message": f"bad key {KEY}"}})]
    found = client.write("POST", PATH, BODY)
    assert isinstance(found, RefusedAnswer)
    assert found.status == status
    assert found.message == f"HeyMilo refuses the key in HEYMILO_API_KEY ({status}: bad key ***)"
    assert "HEYMILO_API_KEY" in found.help
    assert len(rogue.requests) == 1


@pytest.mark.parametrize("status", [402, 406, 408, 409, 410, 425, 500, 502, 503, 504])
def test_a_write_is_unknown_after_any_other_status(rogue: Rogue, client: Client, status: int) -> None:
    rogue.script = [answer(status, b"<html>busy</html>")]
    found = client.write("POST", PATH, BODY)
    assert isinstance(found, UnknownAnswer)
    assert str(status) in found.reason
    assert len(rogue.requests) == 1


@pytest.mark.parametrize("action", UNANSWERED)
def test_a_write_is_unknown_where_no_whole_answer_arrives(rogue: Rogue, client: Client, action: Any) -> None:
    rogue.script = [action]
    found = client.write("POST", PATH, BODY)
    assert isinstance(found, UnknownAnswer)
    assert found.reason.startswith("the connection broke")
    assert len(rogue.requests) == 1


@pytest.mark.parametrize("data", [b"", b"OK", b"[]", {"data": None}])
def test_a_write_is_unknown_where_the_answer_can_not_be_read(rogue: Rogue, client: Client, data: Any) -> None:
    rogue.script = [answer(201, data)]
    assert isinstance(client.write("POST", PATH, BODY), UnknownAnswer)
    assert len(rogue.requests) == 1


def test_a_write_is_unknown_where_nothing_is_said(
    rogue: Rogue, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REQUEST_S", 0.2)
    rogue.script = ["hang"]
    assert client.write("POST", PATH, BODY) == UnknownAnswer("no answer within 0 seconds")
    assert len(rogue.requests) == 1


def test_a_write_is_unknown_where_the_answer_drips(rogue: Rogue, connect: Callable[..., Client], time: Time) -> None:
    def drip() -> Any:
        time.seconds += 31
        return answer(201, DONE)

    rogue.script = [drip]
    assert connect(rogue.url).write("POST", PATH, BODY) == UnknownAnswer("no whole answer within 30 seconds")


def test_a_write_is_unknown_where_the_answer_is_too_long(
    rogue: Rogue, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 2**20)
    rogue.script = [answer(201, gzip.compress(b" " * 2**22), "Content-Encoding: gzip")]
    assert client.write("POST", PATH, BODY) == UnknownAnswer("the answer is longer than 1 MiB")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_never_followed(rogue: Rogue, elsewhere: Rogue, client: Client, status: int) -> None:
    elsewhere.script = [answer(200, DONE)]
    rogue.script = [answer(status, b"", f"Location: {elsewhere.url}{PATH}")]
    found = client.write("POST", PATH, BODY)
    assert found == UnknownAnswer(f"HeyMilo answered with a redirect ({status}), which is not followed")
    with pytest.raises(UnreachableError, match="redirect"):
        client.get(PATH)
    assert len(rogue.requests) == 2
    assert elsewhere.requests == []


def test_a_write_to_nobody_was_never_sent(connect: Callable[..., Client]) -> None:
    found = connect(CLOSED).write("POST", PATH, BODY)
    assert isinstance(found, RejectedAnswer)
    assert (found.status, found.reached, found.errors) == (None, False, {})
    assert found.message.startswith("HeyMilo was not reached: no connection (")


@pytest.mark.parametrize("kind", ["ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"])
def test_what_fails_before_sending_was_never_sent(client: Client, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise getattr(httpx, kind)("")

    monkeypatch.setattr(httpx.Client, "send", fail)
    found = client.write("POST", PATH, BODY)
    assert found == RejectedAnswer(None, f"HeyMilo was not reached: no connection ({kind})", reached=False)


@pytest.mark.parametrize("kind", ["ReadTimeout", "WriteTimeout", "ReadError", "WriteError", "CloseError"])
def test_what_fails_while_sending_is_unknown(client: Client, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise getattr(httpx, kind)("")

    monkeypatch.setattr(httpx.Client, "send", fail)
    assert isinstance(client.write("POST", PATH, BODY), UnknownAnswer)


def test_a_write_is_confirmed(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(201, DONE)]
    found = client.write("POST", PATH, BODY)
    assert found == ConfirmedAnswer({"id": "P1", "urls": {}})
    head, _, body = rogue.requests[0].partition(b"\r\n\r\n")
    assert json.loads(body) == BODY
    lines = head.decode().lower().split("\r\n")
    assert lines[0] == f"post {PATH} http/1.1"
    assert f"x-api-key: {KEY}" in lines
    assert f"user-agent: heymilo-ops/{__version__}" in lines
    assert "content-type: application/json" in lines


def test_a_write_without_a_body(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(200, DONE)]
    client.write("POST", f"{PATH}/P1/archive")
    head, _, body = rogue.requests[0].partition(b"\r\n\r\n")
    assert body == b""
    assert b"content-type" not in head.lower()


# --- 429 ------------------------------------------------------------------------------------------------------------


def test_only_after_a_429_is_a_write_sent_again(
    rogue: Rogue, client: Client, time: Time, waits: list[tuple[float, str]]
) -> None:
    busy = answer(429, {"error": {"message": "slow down"}}, "Retry-After: 7")
    rogue.script = [busy, answer(429, b""), answer(201, DONE)]
    assert isinstance(client.write("POST", PATH, BODY), ConfirmedAnswer)
    assert len(rogue.requests) == 3
    asked = [seconds for seconds, reason in waits if "429" in reason]
    assert asked == [7.0, 2.0]
    assert [seconds for seconds, _ in waits] == time.naps


def test_a_date_says_how_long_too(rogue: Rogue, client: Client, time: Time) -> None:
    rogue.script = [answer(429, b"", "Retry-After: Tue, 24 Nov 2026 08:00:20 GMT"), answer(201, DONE)]
    assert isinstance(client.write("POST", PATH, BODY), ConfirmedAnswer)
    assert 20.0 in time.naps


def test_patience_has_an_end(rogue: Rogue, client: Client, time: Time) -> None:
    rogue.script = [answer(429, {"error": {"message": "slow down"}})]
    assert client.write("POST", PATH, BODY) == RejectedAnswer(429, "slow down")
    assert sum(time.naps) <= 301
    with pytest.raises(UnreachableError, match="429: slow down"):
        client.get(PATH)


def test_a_429_and_then_a_cut_is_unknown(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(429, b""), "cut"]
    assert isinstance(client.write("POST", PATH, BODY), UnknownAnswer)
    assert len(rogue.requests) == 2


def test_the_limit_is_kept_and_announced(
    rogue: Rogue, connect: Callable[..., Client], time: Time, waits: list[tuple[float, str]]
) -> None:
    rogue.script = [answer(200, {"data": []})]
    client = connect(rogue.url, per_minute=10)
    began = time.seconds
    for _ in range(11):
        client.get(PATH)
    assert time.seconds - began > 60
    assert {reason for _, reason in waits} == {"the rate limit"}


# --- reads ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["cut", "reset", answer(500, b""), answer(503, b"<html>"), answer(408, b"")])
def test_a_read_is_tried_again(rogue: Rogue, client: Client, time: Time, action: Any) -> None:
    rogue.script = [action, action, answer(200, {"data": 1})]
    assert client.get(PATH) == {"data": 1}
    assert time.naps == [0.5, 1.0]


@pytest.mark.parametrize("action", ["cut", "garbage", "half", answer(500, b"")])
def test_a_read_is_not_tried_for_ever(rogue: Rogue, client: Client, action: Any) -> None:
    rogue.script = [action]
    with pytest.raises(UnreachableError) as caught:
        client.get(PATH)
    assert caught.value.exit is Exit.UNREACHABLE
    assert rogue.url in caught.value.message
    assert "Nothing was written" in caught.value.help
    assert len(rogue.requests) == READ_TRIES


def test_a_read_from_nobody(connect: Callable[..., Client]) -> None:
    with pytest.raises(UnreachableError, match=r"can't be reached at http://127\.0\.0\.1:1: no connection"):
        connect(CLOSED).get(PATH)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": {"message": "Maintenance until noon"}}, ": Maintenance until noon"),
        ({"detail": "Maintenance until noon"}, ": Maintenance until noon"),
        (b"<html><title>Maintenance</title></html>", ": Maintenance"),
        (b"", ""),
    ],
)
def test_a_read_that_fails_keeps_the_words_of_the_answer(
    rogue: Rogue, client: Client, waits: list[tuple[float, str]], body: Any, said: str
) -> None:
    rogue.script = [answer(503, body)]
    with pytest.raises(UnreachableError) as caught:
        client.get(PATH)
    assert caught.value.message.endswith(f"it answered 503{said}")
    assert [reason for _, reason in waits] == [f"it answered 503{said}"] * 3


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (404, {"detail": "No such workspace"}, "HeyMilo answered 404: No such workspace"),
        (404, b"", "HeyMilo answered 404 and gave no reason"),
        (409, {"error": {"message": "Paused", "code": "paused"}}, "HeyMilo answered 409: Paused"),
        (410, {"error": {"code": "gone"}}, "HeyMilo answered 410: gone"),
    ],
)
def test_what_is_always_there_and_is_not(rogue: Rogue, client: Client, status: int, body: Any, said: str) -> None:
    rogue.script = [answer(status, body)]
    with pytest.raises(UnreachableError) as caught:
        client.get(PATH, must=True)
    assert said in caught.value.message


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_named_by_its_variable(rogue: Rogue, connect: Callable[..., Client], status: int) -> None:
    rogue.script = [answer(status, b"")]
    with pytest.raises(UnreachableError) as caught:
        connect(rogue.url, variable="MY_KEY").get(PATH)
    assert caught.value.message == f"HeyMilo refuses the key in MY_KEY ({status})"
    assert "MY_KEY" in caught.value.help
    assert len(rogue.requests) == 1


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (answer(200, b"<html>"), "HeyMilo answered 200, but what it sent is not JSON"),
        (answer(200, b"[]"), "not a JSON object"),
        (answer(404, b"<html>"), "HeyMilo answered 404, but"),
        (answer(400, {"error": {"message": "odd"}}), "HeyMilo answered 400: odd"),
        (answer(409, {}), "HeyMilo answered 409"),
    ],
)
def test_a_read_that_makes_no_sense(rogue: Rogue, client: Client, action: Any, why: str) -> None:
    rogue.script = [action]
    with pytest.raises(UnreachableError, match=why):
        client.get(PATH)
    assert len(rogue.requests) == 1


def test_what_is_not_there_is_none(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(404, {"error": {"message": "No such posting"}})]
    assert client.get(f"{PATH}/P9") is None


def test_a_read_drops_credentials(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(200, DONE)]
    assert client.get(PATH, {"limit": 100}) == {"data": {"id": "P1", "urls": {}}}
    assert rogue.lines() == [f"GET {PATH}?limit=100"]


# --- addresses, proxies, keys ----------------------------------------------------------------------------------------


def test_plain_http_is_refused() -> None:
    with pytest.raises(AttentionError, match="plain http"):
        Client("http://api.heymilo.ai", KEY)


@pytest.mark.parametrize("key", ["", "  \n", "two words", "line\nbreak", "clé", "tab\tbed", "nul\0"])
def test_what_can_be_no_key(key: str) -> None:
    with pytest.raises(UnreachableError) as caught:
        Client("https://api.heymilo.ai", key, KeyPolicy("MY_KEY"))
    assert "MY_KEY holds no key" in caught.value.message
    assert not key.strip() or key not in str(caught.value)


def test_white_space_around_the_key_is_no_part_of_it(rogue: Rogue, connect: Callable[..., Client]) -> None:
    rogue.script = [answer(200, {"data": 1})]
    connect(rogue.url, key=f" {KEY}\n").get(PATH)
    assert f"x-api-key: {KEY}\r\n".encode() in rogue.requests[0].lower()


def test_no_proxy_stands_before_this_machine(rogue: Rogue, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, CLOSED)
    rogue.script = [answer(200, {"data": 1})]
    assert client.get(PATH) == {"data": 1}


def test_elsewhere_the_proxy_of_the_environment_is_used_and_sees_no_key(
    rogue: Rogue, connect: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, rogue.url)
    rogue.script = [answer(403, b"")]
    found = connect("https://heymilo.invalid", allowed_hosts="heymilo.invalid").write("POST", PATH, BODY)
    assert isinstance(found, RejectedAnswer)
    assert not found.reached
    assert rogue.lines() == ["CONNECT heymilo.invalid:443"]
    assert KEY.encode() not in rogue.requests[0]


def test_certificates_that_are_not_there(connect: Callable[..., Client], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/at/all.pem")
    found = connect("https://heymilo.invalid", allowed_hosts="heymilo.invalid").write("POST", PATH, BODY)
    assert isinstance(found, RejectedAnswer)
    named = "SSL_CERT_FILE names '/nowhere/at/all.pem', which can't be used: No such file or directory"
    assert found.message == f"HeyMilo was not reached: {named}"


def test_the_fixtures_use_the_key_that_is_looked_for(key: str) -> None:
    assert key == KEY


# --- the key is nowhere ---------------------------------------------------------------------------------------------


def _frames(error: BaseException | None) -> Iterator[TracebackType]:
    while error is not None:
        trace = error.__traceback__
        while trace is not None:
            yield trace
            trace = trace.tb_next
        error = error.__cause__ or error.__context__


def _shown(error: BaseException) -> str:
    """All that a traceback with local values, as some tools print, could show of our frames and libraries'."""
    local = [
        repr(value)
        for trace in _frames(error)
        if "tests" not in trace.tb_frame.f_code.co_filename
        for value in trace.tb_frame.f_locals.values()
    ]
    return "\n".join([str(error), repr(error), *traceback.format_exception(error), *local])


@pytest.mark.parametrize(
    "action",
    [
        "cut",
        "garbage",
        "half",
        answer(200, b"<html>"),
        answer(302, b"", "Location: https://elsewhere.example"),
        answer(400, {"error": {"message": f"what is {KEY}?", "errors": [{"message": KEY, "param": KEY}]}}),
        answer(401, {"detail": f"bad key {KEY}"}),
        answer(429, {"detail": KEY}),
        answer(500, {"detail": KEY}),
        None,
    ],
)
def test_no_error_shows_the_key(
    rogue: Rogue, connect: Callable[..., Client], waits: list[tuple[float, str]], action: Any
) -> None:
    rogue.script = [action]
    client = connect(rogue.url if action else CLOSED)
    with pytest.raises(UnreachableError) as caught:
        client.get(PATH)
    assert KEY not in _shown(caught.value)
    assert KEY not in caught.value.help
    assert KEY not in repr(client.write("POST", PATH, BODY))
    assert KEY not in repr(waits)


@pytest.mark.parametrize("spelt", [KEY, KEY.replace("-", r"\u002d"), KEY.replace("-", "%2D"), KEY.encode().hex()])
@pytest.mark.parametrize("status", [200, 201, 401, 422, 500])
def test_no_answer_holds_the_key(rogue: Rogue, connect: Callable[..., Client], status: int, spelt: str) -> None:
    body = b'{"data": {"id": "P1", "a": ["x KEY y"], "KEY": 1}, "detail": "KEY"}'.replace(b"KEY", spelt.encode())
    rogue.script = [(status, body)]
    client = connect(rogue.url)
    try:
        read: Any = client.get(PATH)
    except UnreachableError as error:
        read = (error.message, error.help)
    shown = repr(read) + repr(client.write("POST", PATH, BODY))
    assert "***" in shown or status == 500
    assert not any(each in shown for each in (KEY, spelt))


def test_what_no_json_is_holds_no_key_either(rogue: Rogue, connect: Callable[..., Client]) -> None:
    rogue.script = [(401, f"<p>{KEY}".encode())]
    assert KEY not in repr(connect(rogue.url).write("POST", PATH, BODY))


def test_no_object_shows_the_key(client: Client) -> None:
    shown = [repr(client), str(client), *(repr(value) for value in vars(client).values())]
    assert not any(KEY in each for each in shown)
    assert repr(client).startswith("Client('http://127.0.0.1:")


@pytest.mark.parametrize(("url", "key"), [("http://api.heymilo.ai", KEY), ("https://api.heymilo.ai", f"{KEY} x")])
def test_a_client_that_can_not_be_made_does_not_show_the_key(url: str, key: str) -> None:
    with pytest.raises((AttentionError, UnreachableError)) as caught:
        Client(url, key)
    assert KEY not in _shown(caught.value)


def test_a_client_that_only_reads_sends_no_write(rogue: Rogue, connect: Callable[..., Client]) -> None:
    rogue.script = [answer(200, {"data": 1}), answer(201, DONE)]
    client = connect(rogue.url, reads_only=True)
    assert client.get(PATH) == {"data": 1}
    for method in ("POST", "PATCH", "PUT", "DELETE", "get", "QUERY"):
        with pytest.raises(RuntimeError, match=method):
            client.write(method, PATH, BODY)
    assert rogue.lines() == [f"GET {PATH}"]


def test_a_key_goes_to_no_host_that_was_not_allowed(rogue: Rogue, connect: Callable[..., Client]) -> None:
    rogue.script = [answer(200, {"data": 1})]
    with pytest.raises(AttentionError, match=rf"leads to 127\.0\.0\.1:{rogue.port}"):
        connect(rogue.url, allowed_hosts="")
    assert rogue.requests == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_takes_the_key_along(
    rogue: Rogue, elsewhere: Rogue, connect: Callable[..., Client], status: int
) -> None:
    elsewhere.script = [answer(200, {"data": 1})]
    rogue.script = [answer(status, b"", f"Location: {elsewhere.url}{PATH}")]
    client = connect(rogue.url)
    with pytest.raises(UnreachableError, match="redirect"):
        client.get(PATH)
    assert isinstance(client.write("POST", PATH, BODY), UnknownAnswer)
    assert elsewhere.requests == []


# --- housekeeping ---------------------------------------------------------------------------------------------------


def test_closing_twice_or_before_use(rogue: Rogue) -> None:
    rogue.script = [answer(200, {"data": 1})]
    with Client(rogue.url, KEY, KeyPolicy(allowed_hosts=LOOPBACK)) as client:
        client.close()
        assert client.get(PATH) == {"data": 1}
        client.close()
        assert client.get(PATH) == {"data": 1}


def test_nobody_need_listen_to_the_waits(rogue: Rogue, time: Time) -> None:
    rogue.script = [answer(429, b""), answer(200, {"data": 1})]
    with Client(rogue.url, KEY, KeyPolicy(allowed_hosts=LOOPBACK), timing=Timing(time.sleep)) as client:
        assert client.get(PATH) == {"data": 1}


def test_httpx_is_not_loaded_before_it_is_needed() -> None:
    program = (
        "import sys, heymilo_ops.remote.postings as p, heymilo_ops.remote.client as c\n"
        "p.Postings(c.Client('https://api.heymilo.ai', 'k'))\n"
        "assert 'httpx' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


# --- the gate -------------------------------------------------------------------------------------------------------


class ClosedError(Exception):
    """What a gate raises."""


def test_a_closed_gate_lets_no_write_through(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(201, DONE)]

    def gate() -> None:
        raise ClosedError

    client.gate = gate
    for method in ("POST", "PATCH", "DELETE"):
        with pytest.raises(ClosedError):
            client.write(method, PATH, BODY)
    assert rogue.requests == []


def test_a_read_does_not_ask_the_gate(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(200, {"data": []})]

    def gate() -> None:
        raise ClosedError

    client.gate = gate
    assert client.get(PATH) == {"data": []}


def test_the_gate_is_asked_again_after_a_429(rogue: Rogue, client: Client) -> None:
    rogue.script = [answer(429, b"", "Retry-After: 200"), answer(201, DONE)]
    asked = iter([True, False])

    def gate() -> None:
        if not next(asked):
            raise ClosedError

    client.gate = gate
    with pytest.raises(ClosedError):
        client.write("POST", PATH, BODY)
    assert len(rogue.requests) == 1


def test_the_gate_is_asked_after_the_waits_and_not_before(
    rogue: Rogue, connect: Callable[..., Client], time: Time
) -> None:
    rogue.script = [answer(200, {"data": []}), answer(429, b"", "Retry-After: 30"), answer(201, DONE)]
    client = connect(rogue.url, per_minute=10)
    asked: list[float] = []
    client.gate = lambda: asked.append(time.seconds)
    for _ in range(10):
        client.get(PATH)
        rogue.script.insert(0, answer(200, {"data": []}))
    rogue.script = rogue.script[-2:]
    began = time.seconds
    assert isinstance(client.write("POST", PATH, BODY), ConfirmedAnswer)
    first, second = asked
    assert first > began, "the rate limit was waited for first"
    assert second == time.seconds, "nothing is waited for between the gate and the send"
    assert second - first >= 30


def test_a_gate_that_is_open_changes_nothing(rogue: Rogue, client: Client) -> None:
    from heymilo_ops.remote.postings import Postings

    rogue.script = [answer(201, DONE)]
    asked: list[int] = []
    postings = Postings(client)
    postings.before_write(lambda: asked.append(len(rogue.requests)))
    assert isinstance(postings.create(BODY), ConfirmedAnswer)
    assert isinstance(postings.archive("P1"), ConfirmedAnswer)
    assert asked == [0, 1]
