"""Whatever happens to the file, a build goes on; what it finds in it is what a build put there, or nothing."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from press.store import LARGEST, SPARE, Store


def filled(path: Path, values: dict[bytes, bytes], made_by: bytes = b"us") -> None:
    store = Store(path, made_by)
    for key, value in values.items():
        store.shelf("pages").put(key, value)
    store.save()
    store.close()


def found(path: Path, keys: list[bytes], made_by: bytes = b"us") -> list[bytes | None]:
    store = Store(path, made_by)
    shelf = store.shelf("pages")
    values = [shelf.get(key) for key in keys]
    store.close()
    return values


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "press.sqlite"


def test_what_is_put_is_there_at_once_and_next_time(path: Path) -> None:
    store = Store(path, b"us")
    store.shelf("pages").put(b"a", b"1")
    assert store.shelf("pages").get(b"a") == b"1"
    store.save()
    store.close()
    assert found(path, [b"a", b"b"]) == [b"1", None]
    store = Store(path, b"us")
    assert [store.shelf("pages").has(key) for key in (b"a", b"b")] == [True, False]


def test_shelves_and_makers_do_not_share(path: Path) -> None:
    filled(path, {b"a": b"1"})
    assert found(path, [b"a"], made_by=b"others") == [None]
    store = Store(path, b"us")
    assert store.shelf("articles").get(b"a") is None


def test_what_is_not_saved_is_not_there(path: Path) -> None:
    store = Store(path, b"us")
    store.shelf("pages").put(b"a", b"1")
    store.close()
    assert found(path, [b"a"]) == [None]


@given(share=st.integers(0, 99))
def test_a_file_cut_short_is_made_anew(tmp_path_factory: pytest.TempPathFactory, share: int) -> None:
    path = tmp_path_factory.mktemp("store") / "press.sqlite"
    filled(path, {b"%d" % n: b"x" * 500 for n in range(40)})
    path.write_bytes(path.read_bytes()[: path.stat().st_size * share // 100])
    assert all(value in (None, b"x" * 500) for value in found(path, [b"%d" % n for n in range(40)]))
    filled(path, {b"new": b"1"})
    assert found(path, [b"new"]) == [b"1"]


@given(at=st.integers(0), bit=st.integers(0, 7))
def test_a_damaged_value_is_not_given(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int) -> None:
    path = tmp_path_factory.mktemp("store") / "press.sqlite"
    filled(path, {b"%d" % n: b"%d" % n * 300 for n in range(20)})
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 1 << bit
    path.write_bytes(data)
    values = found(path, [b"%d" % n for n in range(20)])
    assert all(value in (None, b"%d" % n * 300) for n, value in enumerate(values))


def test_a_value_that_somebody_else_put_there_is_not_given(path: Path) -> None:
    filled(path, {b"a": b"1", b"b": b"2"})
    with sqlite3.connect(path) as file:
        (one, two) = (row[0] for row in file.execute("SELECT value FROM kept ORDER BY value"))
        file.execute("UPDATE kept SET value = CASE value WHEN ? THEN ? ELSE ? END", (one, two, one))
    assert found(path, [b"a", b"b"]) == [None, None]
    with sqlite3.connect(path) as file:
        file.execute("UPDATE kept SET value = 'text'")
    assert found(path, [b"a", b"b"]) == [None, None]


def test_a_huge_value_is_not_read(path: Path) -> None:
    filled(path, {b"a": b"1"})
    with sqlite3.connect(path) as file:
        file.execute("UPDATE kept SET value = zeroblob(?)", (LARGEST * 3,))
    assert found(path, [b"a"]) == [None]


@pytest.mark.parametrize(
    "crafted",
    [
        "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (x)",
        "CREATE INDEX i ON kept (value)",
        "PRAGMA user_version = 99",
    ],
)
def test_a_file_with_anything_else_in_it_gives_way(path: Path, crafted: str) -> None:
    filled(path, {b"a": b"1"})
    with sqlite3.connect(path) as file:
        file.execute(crafted)
    store = Store(path, b"us")
    assert store.was_damaged
    assert store.shelf("pages").get(b"a") is None
    store.close()
    filled(path, {b"a": b"2"})
    assert found(path, [b"a"]) == [b"2"]


def test_where_nothing_can_be_kept_builds_go_on(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, where the folder should be")
    filled(tmp_path / "cache" / "press.sqlite", {b"a": b"1"})
    assert found(tmp_path / "cache" / "press.sqlite", [b"a"]) == [None]


def test_a_file_that_another_build_holds_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, {b"a": b"1"})
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, timeout: real(path, timeout=0.01))
    holder = real(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    filled(path, {b"b": b"2"})
    holder.execute("ROLLBACK")
    holder.close()
    assert found(path, [b"a", b"b"]) == [b"1", None]


def test_much_is_written_before_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.store.MOST", 10)
    store = Store(path, b"us")
    for key in (b"a", b"b", b"c"):
        store.shelf("pages").put(key, b"12345678")
    assert [len(store.fresh), store.shelf("pages").get(b"a")] == [1, b"12345678"]
    store.close()
    assert found(path, [b"a", b"b", b"c"]) == [b"12345678", b"12345678", None]


def test_what_was_written_before_the_end_counts_as_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("press.store.MOST", 10)
    filled(path, {b"old%d" % n: b"1" for n in range(300)})
    filled(path, {b"new%d" % n: b"1" for n in range(50)})
    assert found(path, [b"old0", b"new0", b"new49"]) == [None, b"1", b"1"]


def test_a_file_that_is_held_is_asked_once_more_at_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, {b"a": b"1"})
    monkeypatch.setattr("press.store.MOST", 10)
    real, asked = sqlite3.connect, []
    monkeypatch.setattr(sqlite3, "connect", lambda path, timeout: real(path, timeout=0.01))
    holder = real(path, isolation_level=None)
    store = Store(path, b"us")
    monkeypatch.setattr(store, "save", lambda forget: asked.append(forget) or Store.save(store, forget))
    holder.execute("BEGIN EXCLUSIVE")
    for key in (b"b", b"c", b"d"):
        store.shelf("pages").put(key, b"x" * 20)
    assert asked == [False]
    holder.execute("ROLLBACK")
    holder.close()
    store.save(True)
    store.close()
    assert found(path, [b"a", b"b", b"d"]) == [b"1", b"x" * 20, b"x" * 20]


def test_where_settings_are_pickled_it_is_left_out(path: Path) -> None:
    assert pickle.loads(pickle.dumps({"STORE": Store(path, b"us")})) == {"STORE": None}


def test_two_builds_at_once_keep_both(path: Path) -> None:
    one, two = Store(path, b"us"), Store(path, b"us")
    one.shelf("pages").put(b"a", b"1")
    two.shelf("pages").put(b"b", b"2")
    one.save()
    two.save()
    one.close()
    two.close()
    assert found(path, [b"a", b"b"]) == [b"1", b"2"]


def test_what_is_no_longer_used_goes_after_a_while(path: Path) -> None:
    filled(path, {b"old%d" % n: b"1" for n in range(300)})
    filled(path, {b"new%d" % n: b"1" for n in range(50)})
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT count(*) FROM kept").fetchone() == (50,)
    assert SPARE * 50 + 100 < 300
