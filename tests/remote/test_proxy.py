"""Proxies and certificates of the environment: what is wrong is named by its variable, and tried once."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from heymilo_ops.errors import UnreachableError
from heymilo_ops.remote import proxy
from heymilo_ops.remote.client import Client, KeyPolicy, Timing
from heymilo_ops.remote.proxy import UnusableError, certificates, is_distrust, proxy_for

PATH = "/api/v2/postings"
HEYMILO = "https://api.heymilo.ai"
CLOSED = "http://user:hunter2@127.0.0.1:1"
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def _refused(base_url: str = HEYMILO, allowed: str = "") -> UnreachableError:
    """What a read comes to; it must not wait, since trying again can't help."""

    def sleep(seconds: float) -> None:
        raise AssertionError(f"it was tried again after {seconds} s")

    with Client(base_url, "hm-key-0123456789abcdef", KeyPolicy(allowed_hosts=allowed), timing=Timing(sleep)) as client:
        with pytest.raises(UnreachableError) as caught:
            client.get(PATH)
        assert client.write("POST", PATH, {}).reached is False  # type: ignore[union-attr]
    return caught.value


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ALL_PROXY", "socks5://user:hunter2@127.0.0.1:1080", "ALL_PROXY names a socks5 proxy"),
        ("all_proxy", "socks5h://127.0.0.1:1080", "all_proxy names a socks5h proxy"),
        ("HTTPS_PROXY", "http://", "HTTPS_PROXY is not the address of a proxy"),
        ("HTTPS_PROXY", "http://127.0.0.1:hunter2", "HTTPS_PROXY is not the address of a proxy"),
        ("HTTPS_PROXY", CLOSED, "through the proxy that HTTPS_PROXY names"),
        ("https_proxy", "127.0.0.1:1", "through the proxy that https_proxy names"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    error = _refused()
    assert said in error.message
    assert "NO_PROXY=api.heymilo.ai" in error.help
    assert "hunter2" not in error.message + error.help


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"HTTPS_PROXY": "proxy.example:3128"}, "http://proxy.example:3128"),
        ({"HTTPS_PROXY": "http://a", "ALL_PROXY": "socks5://b"}, "http://a"),
        ({"HTTP_PROXY": "socks5://b"}, None),
        ({"ALL_PROXY": "socks5://b", "NO_PROXY": "localhost, *"}, None),
        ({"ALL_PROXY": "socks5://b", "NO_PROXY": "heymilo.ai"}, None),
        ({"HTTPS_PROXY": "http://a", "NO_PROXY": "elsewhere.example"}, "http://a"),
    ],
)
def test_which_proxy_is_used(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found = proxy_for(HEYMILO)
    assert (found and found.url) == expected


def test_a_proxy_of_the_system_has_no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxy.urllib.request, "getproxies", lambda: {"https": "socks4://a"})
    with pytest.raises(UnusableError, match="the system's settings names a socks4 proxy"):
        proxy_for(HEYMILO)


@pytest.mark.parametrize(
    ("name", "file", "said"),
    [
        ("SSL_CERT_FILE", "missing.pem", "No such file"),
        ("SSL_CERT_FILE", "empty.pem", "it holds no certificate"),
        ("SSL_CERT_DIR", "empty.pem", "which is no folder"),
    ],
)
def test_certificates_that_cannot_be_read_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, file: str, said: str
) -> None:
    (tmp_path / "empty.pem").write_text("nothing")
    monkeypatch.setenv(name, str(tmp_path / file))
    error = _refused()
    assert name in error.message and said in error.message
    assert name in error.help


def test_a_folder_of_certificates_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    assert certificates().verify_mode is ssl.CERT_REQUIRED


def test_without_a_variable_the_system_is_asked() -> None:
    found = certificates()
    assert type(found).__module__.startswith("truststore")
    assert found.verify_mode is ssl.CERT_REQUIRED


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a server with a certificate that nobody signed, and that certificate."""
    openssl = shutil.which("openssl")
    assert openssl is not None
    key, certificate = tmp_path / "key.pem", tmp_path / "ca.pem"
    made = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    named = ["-subj", "/CN=x", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*made, *named], check=True, capture_output=True, timeout=20)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(10)

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(connection, server_side=True) as secure:
                    secure.recv(65536)
                    secure.sendall(
                        b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\nConnection: close\r\n\r\n" + b'{"data":[]}'
                    )
            except OSError:
                connection.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"https://127.0.0.1:{listener.getsockname()[1]}", certificate
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join(5)


def test_a_certificate_that_is_not_trusted_is_said_once_and_can_be_named(
    monkeypatch: pytest.MonkeyPatch, secured: tuple[str, Path]
) -> None:
    url, certificate = secured
    error = _refused(url, allowed="127.0.0.1")
    assert "its certificate is not trusted" in error.message
    assert "SSL_CERT_FILE=/path/to/ca.pem" in error.help
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Client(url, "hm-key-0123456789abcdef", KeyPolicy(allowed_hosts="127.0.0.1")) as client:
        assert client.get(PATH) == {"data": []}
    assert "takes the place of the system's" in proxy.distrust_help()


@pytest.mark.parametrize("error", [None, OSError("refused"), Exception("no")])
def test_other_errors_are_no_distrust(error: Any) -> None:
    assert not is_distrust(error)
