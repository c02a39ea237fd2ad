"""One contract for every place that a state can be kept in."""

from __future__ import annotations

import secrets
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from heymilo_ops.model.people import People
from heymilo_ops.statefile.backend import Backend, Conflict, create_all, delete_all, one_moment
from heymilo_ops.statefile.people_file import drop_people, keep_people, read_people
from tests.statefile.contract.conftest import Place
from tests.statefile.contract.proxy import Proxy

RACERS = 4
ROUNDS = 25


@pytest.fixture
def backend(place: Place) -> Backend:
    return place.open()


@pytest.mark.parametrize("key", ["", "/a", "../a", "a/../b", ".hidden", "a\\b", "a:b", "a\n", "é"])
def test_a_key_can_not_leave_its_place(backend: Backend, key: str) -> None:
    for wrong in (
        lambda: backend.get(key),
        lambda: backend.put(key, b"x", None),
        lambda: backend.put(key, b"x", '["x", null]'),
        lambda: backend.create(key, b"x"),
        lambda: backend.delete(key),
    ):
        with pytest.raises(ValueError):
            wrong()


def test_nothing_is_there_at_first(backend: Backend) -> None:
    assert backend.get("a.json") is None
    assert backend.list("") == []
    assert backend.list("a/") == []
    backend.delete("a.json")
    assert backend.list("") == []


def test_create_takes_no_key_that_is_there(backend: Backend) -> None:
    version = backend.create("a/b.json", b"1")
    with pytest.raises(Conflict):
        backend.create("a/b.json", b"2")
    found = backend.get("a/b.json")
    assert found is not None
    assert (found.data, found.version) == (b"1", version)


def test_put_replaces_only_what_was_expected(backend: Backend) -> None:
    first = backend.put("a.json", b"1", None)
    with pytest.raises(Conflict):
        backend.put("a.json", b"2", None)
    second = backend.put("a.json", b"2", first)
    with pytest.raises(Conflict):
        backend.put("a.json", b"3", first)
    with pytest.raises(Conflict):
        backend.put("never.json", b"3", first)
    found = backend.get("a.json")
    assert found is not None
    assert (found.data, found.version) == (b"2", second)
    assert backend.get("never.json") is None


def test_what_a_get_says_is_what_a_put_takes(place: Place) -> None:
    place.open().create("a.json", b"1")
    found = place.open().get("a.json")
    assert found is not None
    place.open().put("a.json", b"2", found.version)


def test_a_put_on_what_was_removed_is_a_conflict(backend: Backend) -> None:
    version = backend.create("a.json", b"1")
    backend.delete("a.json")
    assert backend.get("a.json") is None
    with pytest.raises(Conflict):
        backend.put("a.json", b"2", version)
    backend.create("a.json", b"3")


def test_another_client_sees_every_write_at_once(place: Place) -> None:
    one, other = place.open(), place.open()
    assert other.get("a.json") is None
    version = one.create("a.json", b"1")
    found = other.get("a.json")
    assert found is not None
    assert (found.data, found.version) == (b"1", version)
    newer = other.put("a.json", b"2", version)
    with pytest.raises(Conflict):
        one.put("a.json", b"3", version)
    found = one.get("a.json")
    assert found is not None
    assert (found.data, found.version) == (b"2", newer)
    one.delete("a.json")
    assert other.get("a.json") is None
    assert other.list("") == []


def test_a_write_of_one_key_leaves_the_others_alone(place: Place) -> None:
    one, other = place.open(), place.open()
    version = one.create("a.json", b"1")
    other.create("b.json", b"1")
    one.put("a.json", b"2", version)
    other.delete("a.json")
    one.create("c/d.json", b"1")
    assert other.list("") == ["b.json", "c/d.json"]


def test_list_is_sorted_and_takes_any_beginning(backend: Backend) -> None:
    for key in ("b.json", "a/y.json", "a/x.json", "ab.json", "a/z/deep.json"):
        backend.create(key, b"1")
    assert backend.list("") == ["a/x.json", "a/y.json", "a/z/deep.json", "ab.json", "b.json"]
    assert backend.list("a/") == ["a/x.json", "a/y.json", "a/z/deep.json"]
    assert backend.list("a/x") == ["a/x.json"]
    assert backend.list("a") == ["a/x.json", "a/y.json", "a/z/deep.json", "ab.json"]
    assert backend.list("c") == []


def test_names_of_every_language_go_through_as_they_are(backend: Backend) -> None:
    keys = [
        "snapshots/%C3%A9%20.json",
        "snapshots/%E9%BA%B5.json",
        "snapshots/A~b_c-d.e.json",
        "snapshots/a~b_c-d.e.json",
    ]
    for key in keys:
        backend.create(key, key.encode())
    assert backend.list("snapshots/") == sorted(keys)
    for key in keys:
        found = backend.get(key)
        assert found is not None
        assert found.data == key.encode()
        backend.delete(key)
    assert backend.list("") == []


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff\r\n", "Bäcker 麵包\n".encode(), secrets.token_bytes(2_000_000)], ids=len
)
def test_bytes_come_back_as_they_were(backend: Backend, data: bytes) -> None:
    version = backend.create("a.json", data)
    found = backend.get("a.json")
    assert found is not None
    assert found.data == data
    version = backend.put("a.json", data + b"!", version)
    found = backend.get("a.json")
    assert found is not None
    assert (found.data, found.version) == (data + b"!", version)


def test_of_racers_exactly_one_wins(place: Place) -> None:
    """By turns they race to make a key and to replace it."""
    clients = [place.open() for _ in range(RACERS)]
    version = None
    with ThreadPoolExecutor(RACERS) as pool:
        for number in range(ROUNDS):
            won = race(pool, clients, f"race/{number // 2}.json", version)
            version = won if version is None else None


def race(pool: ThreadPoolExecutor, clients: list[Backend], key: str, expected: str | None) -> str:
    """The version that the only winner got."""
    start = threading.Barrier(len(clients))
    bodies = [secrets.token_bytes(16) for _ in clients]

    def run(client: Backend, body: bytes) -> str | None:
        start.wait()
        try:
            return client.put(key, body, expected)
        except Conflict:
            return None

    versions = list(pool.map(run, clients, bodies))
    won = [(version, body) for version, body in zip(versions, bodies, strict=True) if version]
    assert len(won) == 1, f"{len(won)} winners of {key}"
    found = clients[0].get(key)
    assert found is not None
    assert (found.version, found.data) == won[0]
    return won[0][0]


def test_writers_of_different_keys_never_meet(place: Place) -> None:
    clients = [place.open() for _ in range(RACERS)]
    start = threading.Barrier(RACERS)

    def run(number: int) -> None:
        start.wait()
        version = clients[number].create(f"{number}.json", b"0")
        for turn in range(1, 4):
            version = clients[number].put(f"{number}.json", b"%d" % turn, version)

    with ThreadPoolExecutor(RACERS) as pool:
        list(pool.map(run, range(RACERS)))
    assert clients[0].list("") == [f"{number}.json" for number in range(RACERS)]
    assert [found.data for number in range(RACERS) if (found := clients[0].get(f"{number}.json"))] == [b"3"] * RACERS


@pytest.mark.parametrize("place", ["azure", "git", "s3"], indirect=True)
def test_a_won_write_whose_answer_is_lost_is_no_conflict(place: Place) -> None:
    assert place.lossy is not None
    proxy = Proxy(place.upstream)
    try:
        lossy = place.lossy(proxy)
        lossy.create("warm.json", b"1")
        proxy.lose_answer_to(place.write)
        version = lossy.create("a.json", b"1")
        assert proxy.dropped == 1
        proxy.lose_answer_to(place.write)
        version = lossy.put("a.json", b"2", version)
        assert proxy.dropped == 2
        found = place.open().get("a.json")
        assert found is not None
        assert (found.data, found.version) == (b"2", version)
        with pytest.raises(Conflict):
            lossy.create("a.json", b"3")
    finally:
        proxy.close()


def test_several_are_created_and_removed_at_once(place: Place) -> None:
    one, other = place.open(), place.open()
    other.create("snapshots/3.json", b"theirs")
    documents = {f"snapshots/{number}.json": b"%d" % number for number in range(12)}
    create_all(one, documents)
    create_all(one, documents)
    with one_moment(other):
        found = {key: held.data for key in other.list("snapshots/") if (held := other.get(key))}
    assert found == documents | {"snapshots/3.json": b"theirs"}
    gone = [*list(documents)[:11], "snapshots/never.json"]
    delete_all(other, gone)
    delete_all(one, gone)
    assert one.list("") == ["snapshots/11.json"]
    create_all(one, {"snapshots/0.json": b"again"})
    again = other.get("snapshots/0.json")
    assert again is not None
    assert again.data == b"again"


def test_of_several_a_wrong_key_is_refused(backend: Backend) -> None:
    with pytest.raises(ValueError):
        create_all(backend, {"a.json": b"1", "../b.json": b"1"})
    with pytest.raises(ValueError):
        delete_all(backend, ["a.json", "../b.json"])


def test_two_writers_of_one_journal_take_each_number_once(place: Place) -> None:
    """As a holder of the lock and who takes it over from it do: a number is the writer's alone or refused."""
    clients = [place.open(), place.open()]
    start = threading.Barrier(2)
    taken: list[list[str]] = [[], []]
    refused = [0, 0]

    def run(number: int) -> None:
        start.wait()
        for seq in range(1, 9):
            key = f"journal/00000001/{seq:06d}.json"
            try:
                clients[number].create(key, b"%d %b" % (number, secrets.token_bytes(8)))
                taken[number].append(key)
            except Conflict:
                refused[number] += 1

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, range(2)))
    keys = [f"journal/00000001/{seq:06d}.json" for seq in range(1, 9)]
    assert sorted(taken[0] + taken[1]) == keys
    assert refused == [len(taken[1]), len(taken[0])]
    assert clients[0].list("journal/") == keys
    for number, client in enumerate(clients):
        for key in keys:
            found = client.get(key)
            assert found is not None
            assert found.data.startswith(b"%d " % (key not in taken[0])), f"client {number} misreads {key}"
    with pytest.raises(Conflict):
        clients[0].create(keys[-1], b"late")
    delete_all(clients[1], keys)
    assert clients[0].list("journal/") == []


@pytest.mark.parametrize("place", ["azure", "git", "s3"], indirect=True)
def test_several_whose_answer_is_lost_are_there(place: Place) -> None:
    assert place.lossy is not None
    proxy = Proxy(place.upstream)
    try:
        lossy = place.lossy(proxy)
        lossy.create("warm.json", b"1")
        proxy.lose_answer_to(place.write)
        create_all(lossy, {"a.json": b"1", "b.json": b"2"})
        assert proxy.dropped == 1
        assert place.open().list("") == ["a.json", "b.json", "warm.json"]
    finally:
        proxy.close()


def test_counts_of_people_are_merged_whoever_writes_them(place: Place) -> None:
    """Two machines count at the same time, without a lock: nothing is lost, and of one posting the later stays."""
    old, new = "2026-11-27T00:00:00Z", "2026-11-28T00:00:00Z"
    both = {"A": People(20, 10, new)}, {"A": People(99, 10, old), "B": People(30, 10, old)}
    start = threading.Barrier(len(both))

    def count(people: dict[str, People]) -> None:
        backend = place.open()
        start.wait()
        keep_people(backend, people)

    with ThreadPoolExecutor(len(both)) as pool:
        list(pool.map(count, both))
    assert read_people(place.open()) == {"A": People(20, 10, new), "B": People(30, 10, old)}
    drop_people(place.open())
    assert read_people(place.open()) == {}
