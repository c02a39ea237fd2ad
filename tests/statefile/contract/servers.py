"""The servers that the contract is proved against: installed once beside the virtual environment, started on loopback.

Where one can't be had, every test that needs it fails and says why.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from email.utils import formatdate
from pathlib import Path

HERE = Path(__file__).parent
STORE = Path(sys.prefix) / "contract-servers"
INSTALL_S = 600
START_S = 60

AZURE_ACCOUNT = "acme"
AZURE_KEY = base64.b64encode(b"not a secret").decode()
S3_KEY, S3_SECRET = "acme", "not-a-secret"


def python_servers() -> Path:
    """The folder of ``servers.lock``, installed."""
    lock = HERE / "servers.lock"
    base = getattr(sys, "_base_executable", sys.executable)
    options = ("--require-hashes", "--no-deps", "--disable-pip-version-check", "-qq")

    def install(target: Path) -> None:
        _must(
            base, "-m", "pip", "--python", sys.executable, "install", *options, "--target", str(target), "-r", str(lock)
        )

    return _installed("python", lock, install)


def node_servers() -> Path:
    """The folder of ``package-lock.json``, installed."""
    lock = HERE / "package-lock.json"

    def install(target: Path) -> None:
        target.mkdir(parents=True)
        for each in (lock, HERE / "package.json"):
            shutil.copy(each, target)
        _must("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", str(target))

    return _installed("node", lock, install)


def _installed(kind: str, lock: Path, install: Callable[[Path], None]) -> Path:
    from filelock import FileLock

    target = STORE / f"{kind}-{hashlib.sha256(lock.read_bytes()).hexdigest()[:16]}"
    done = target / ".complete"
    STORE.mkdir(exist_ok=True)
    with FileLock(STORE / f"{kind}.lock", timeout=INSTALL_S):
        if not done.exists():
            shutil.rmtree(target, ignore_errors=True)
            install(target)
            done.touch()
    return target


def _must(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_S, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(f"A server of the contract suite can't be installed: {command[0]}: {error}") from None
    if done.returncode:
        raise RuntimeError(f"A server of the contract suite can't be installed: {' '.join(command)}\n{done.stderr}")


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens on just now."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [int(each.getsockname()[1]) for each in held]
    for each in held:
        each.close()
    return ports


@contextmanager
def running(command: list[str], folder: Path, ready: Callable[[], bool], **environ: str) -> Iterator[None]:
    """A server for the length of a ``with``; killed, with its children, at the end."""
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environ},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        until = time.monotonic() + START_S
        while not ready():
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{command[0]} does not start:\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.1)
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # `weed server` takes no notice of SIGTERM
        process.wait()


def listens(port: int) -> bool:
    """Whether somebody answers there."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


@contextmanager
def seaweedfs(folder: Path) -> Iterator[int]:
    """A real S3 server with a bucket ``state``; its port."""
    weed = python_servers() / "bin" / "weed"
    names = ("master.port", "master.port.grpc", "volume.port", "volume.port.grpc", "filer.port", "filer.port.grpc")
    ports = dict(zip((*names, "s3.port", "s3.port.grpc"), free_ports(8), strict=True))
    person = {"accessKey": S3_KEY, "secretKey": S3_SECRET}
    rights = ["Admin", "Read", "Write", "List", "Tagging"]
    identities = [{"name": "acme", "credentials": [person], "actions": rights}]
    (folder / "s3.json").write_text(json.dumps({"identities": identities}))
    command = [str(weed), "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-filer", "-s3"]
    command += [f"-s3.config={folder / 's3.json'}", "-volume.max=16", "-master.volumeSizeLimitMB=64"]
    command += ["-s3.port.iceberg=0", "-s3.port.lance=0", *(f"-{name}={port}" for name, port in ports.items())]
    filer = f"http://127.0.0.1:{ports['filer.port']}"

    def ready() -> bool:
        """The bucket is there, and a file can be written: before, no volume server has joined."""
        with suppress(OSError):
            _ask("POST", f"{filer}/buckets/state/")
            return _ask("PUT", f"{filer}/buckets/state/started", b"yes") < 300 and listens(ports["s3.port"])
        return False

    try:
        with running(command, folder, ready):
            yield ports["s3.port"]
    finally:
        for port in ports.values():  # sockets that it leaves when it is killed
            for left in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):
                left.unlink(missing_ok=True)


@contextmanager
def azurite(folder: Path) -> Iterator[int]:
    """An Azure Blob Storage server with a container ``state``; its port."""
    (port,) = free_ports(1)
    program = node_servers() / "node_modules" / ".bin" / "azurite-blob"
    command = ["node", str(program), "--silent", "--disableTelemetry", "--inMemoryPersistence", "--skipApiVersionCheck"]
    command += ["--blobHost", "127.0.0.1", "--blobPort", str(port)]
    with running(command, folder, lambda: listens(port), AZURITE_ACCOUNTS=f"{AZURE_ACCOUNT}:{AZURE_KEY}"):
        _make_container(port)
        yield port


def _make_container(port: int) -> None:
    date, version = formatdate(usegmt=True), "2021-08-06"
    path = f"/{AZURE_ACCOUNT}/state"
    empty = "\n" * 12  # the headers that go unsent
    signed = f"PUT{empty}x-ms-date:{date}\nx-ms-version:{version}\n/{AZURE_ACCOUNT}{path}\nrestype:container"
    mac = hmac.new(base64.b64decode(AZURE_KEY), signed.encode(), hashlib.sha256).digest()
    headers = {
        "x-ms-date": date,
        "x-ms-version": version,
        "Authorization": f"SharedKey {AZURE_ACCOUNT}:{base64.b64encode(mac).decode()}",
    }
    status = _ask("PUT", f"http://127.0.0.1:{port}{path}?restype=container", None, headers)
    if status != 201:
        raise RuntimeError(f"The container can't be made: {status}")


@contextmanager
def localbucket(folder: Path) -> Iterator[int]:
    """An S3 server that ignores If-Match; its port."""
    (port,) = free_ports(1)
    (folder / "data" / "state").mkdir(parents=True)
    command = [sys.executable, "-m", "localbucket", str(folder / "data"), "--port", str(port)]
    with running(command, folder, lambda: listens(port), PYTHONPATH=str(python_servers())):
        yield port


@contextmanager
def nanio(folder: Path) -> Iterator[int]:
    """An S3 server that ignores If-Match and If-None-Match; its port."""
    (port,) = free_ports(1)
    (folder / "data" / "state").mkdir(parents=True)
    options = ["--data-dir", str(folder / "data"), "--host", "127.0.0.1", "--port", str(port)]
    keys = {"NANIO_ACCESS_KEY": S3_KEY, "NANIO_SECRET_KEY": S3_SECRET}
    command = [sys.executable, "-m", "nanio", "serve", *options]
    with running(command, folder, lambda: listens(port), PYTHONPATH=str(python_servers()), **keys):
        yield port


@contextmanager
def git_daemon(folder: Path) -> Iterator[int]:
    """A git server for the repositories in a folder, which anybody may push to; its port."""
    (port,) = free_ports(1)
    command = ["git", "daemon", "--listen=127.0.0.1", f"--port={port}", f"--base-path={folder}", "--export-all"]
    with running([*command, "--enable=receive-pack", "--reuseaddr"], folder, lambda: listens(port)):
        yield port


def _ask(method: str, url: str, data: bytes | None = None, headers: Mapping[str, str] | None = None) -> int:
    """The status of one request; ``OSError`` where nobody answers."""
    request = urllib.request.Request(url, data, dict(headers or {}), method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
