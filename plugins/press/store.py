"""What builds keep for the next ones: one SQLite file, safe to delete, to copy, to cut short.

A value is bytes under a shelf and a key. The key of whoever puts it there says what the value was made of; the store
adds what made it (`made_by`), and to each value a digest, so that damage is found. Nothing in it is ever executed.
"""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from math import inf
from pathlib import Path

VERSION = 1
LARGEST = 8_000_000
"""Bytes of one value; what is larger was not put there by us."""
MOST = 4_000_000
"""Bytes of values that wait to be written."""
SPARE = 2
"""Values are kept until there are so many times more than the last build used."""
TABLE = "CREATE TABLE kept (shelf TEXT, key BLOB, value BLOB, PRIMARY KEY (shelf, key)) WITHOUT ROWID"
DIGEST = 16
NAME = "press.sqlite"


class Store:
    """The values of one build. Without a file, or with one that cannot be used, nothing is kept."""

    def __init__(self, path: Path, made_by: bytes) -> None:
        self.path = path
        self.made_by = made_by
        self.used: dict[str, set[bytes]] = {}
        self.fresh: dict[tuple[str, bytes], bytes] = {}
        """What is not written yet."""
        self.written: set[str] = set()
        """The shelves that values of this build were written to."""
        self.size, self.most = 0, float(MOST)
        """Bytes of what is not written yet, and of what need not be."""
        self.file, self.was_damaged = opened(path)

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Leave it out where Pelican pickles settings, with what it read (CACHE_CONTENT)."""
        return type(None), ()

    def shelf(self, name: str) -> Shelf:
        return Shelf(self, name)

    def key(self, key: bytes) -> bytes:
        return blake2b(self.made_by + key, digest_size=20).digest()

    def find(self, shelf: str, key: bytes) -> bytes | None:
        """What is kept, if it is sound."""
        if (shelf, key) in self.fresh:
            return self.fresh[shelf, key]
        rows = self._ask("SELECT value FROM kept WHERE shelf = ? AND key = ? AND length(value) <= ?", shelf, key)
        data = rows[0][0] if rows else None
        if not isinstance(data, bytes) or sealed(shelf, key, data[DIGEST:]) != data:
            return None
        self.used.setdefault(shelf, set()).add(key)
        return data[DIGEST:]

    def has(self, shelf: str, key: bytes) -> bool:
        return bool(self._ask("SELECT 1 FROM kept WHERE shelf = ? AND key = ? AND length(value) <= ?", shelf, key))

    def put(self, shelf: str, key: bytes, value: bytes) -> None:
        """Keep a value, whatever becomes of this build; it may be written at once."""
        self.fresh[shelf, key] = value
        self.size += len(value)
        if self.size > self.most and not self.save(forget=False):
            self.most = inf  # a file that another build holds is asked once more, at the end

    def _ask(self, question: str, shelf: str, key: bytes) -> list[tuple[object, ...]]:
        try:
            return self.file.execute(question, (shelf, key, LARGEST)).fetchall() if self.file else []
        except sqlite3.Error as error:
            self._drop(error)
            return []

    def _drop(self, error: sqlite3.Error) -> None:
        """Go on without what cannot be read, and without the file if it is damaged."""
        if is_damage(error) and self.file is not None:
            self.file.close()
            self.file, self.was_damaged = anew(self.path), True

    def save(self, forget: bool = True) -> bool:
        """Write what is new, and `forget` what was not used for a while: by a build, which uses all that there is.

        A full disk or a locked file keeps nothing. Gives whether nothing waits any more.
        """
        for _ in range(2):  # once more into a new file, if this one turns out to be damaged
            if self.file is None or not self.fresh:
                break
            try:
                with self.file:
                    self._put(self.file, forget)
            except sqlite3.Error as error:
                self._drop(error)
                if not is_damage(error):
                    break
            else:
                self.fresh.clear()
                self.size = 0
        return not self.fresh

    def _put(self, file: sqlite3.Connection, forget: bool) -> None:
        rows = ((shelf, key, sealed(shelf, key, value)) for (shelf, key), value in self.fresh.items())
        file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        for shelf, key in self.fresh:
            self.written.add(shelf)
            self.used.setdefault(shelf, set()).add(key)
        if forget:
            self._forget(file)

    def _forget(self, file: sqlite3.Connection) -> None:
        for shelf in self.written:
            needed = self.used[shelf]
            there = [row[0] for row in file.execute("SELECT key FROM kept WHERE shelf = ?", (shelf,))]
            if len(there) > SPARE * len(needed) + 100:
                old = [(shelf, key) for key in there if key not in needed]
                file.executemany("DELETE FROM kept WHERE shelf = ? AND key = ?", old)

    def close(self) -> None:
        if self.file is not None:
            self.file.close()
            self.file = None


class Shelf:
    """The values of one kind."""

    def __init__(self, store: Store, name: str) -> None:
        self.store = store
        self.name = name

    def has(self, key: bytes) -> bool:
        return self.store.has(self.name, self.store.key(key))

    def get(self, key: bytes) -> bytes | None:
        return self.store.find(self.name, self.store.key(key))

    def put(self, key: bytes, value: bytes) -> None:
        self.store.put(self.name, self.store.key(key), value)


def sealed(shelf: str, key: bytes, value: bytes) -> bytes:
    """A value with the digest that belongs to it alone, under this key."""
    return blake2b(b"%s\0%s%s" % (shelf.encode(), key, value), digest_size=DIGEST).digest() + value


def opened(path: Path) -> tuple[sqlite3.Connection | None, bool]:
    """The file, and whether another had to give way to it; None where there can be none."""
    try:
        return _connected(path), False
    except sqlite3.Error as error:
        return (anew(path), True) if is_damage(error) else (None, False)
    except OSError:
        return None, False


def anew(path: Path) -> sqlite3.Connection | None:
    """A new file in the place of one that is damaged, or of another version."""
    try:
        for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            each.unlink(missing_ok=True)
        return _connected(path)
    except (OSError, sqlite3.Error):
        return None


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is to blame, not the disk it is on or a build that holds it."""
    return getattr(error, "sqlite_errorcode", None) in (None, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _connected(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        if each.is_symlink():  # a cache may come from anybody, and lead anywhere
            each.unlink()
    file = sqlite3.connect(path, timeout=5)
    try:
        file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST + DIGEST)
        file.execute("PRAGMA trusted_schema = OFF")
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = NORMAL")
        if _version(file) == 0 and not _schema(file):
            with file:
                file.execute(TABLE.replace("TABLE", "TABLE IF NOT EXISTS"))  # another build may be at it too
                file.execute(f"PRAGMA user_version = {VERSION}")
        if _version(file) != VERSION or _schema(file) != [TABLE]:
            raise sqlite3.DatabaseError("none of ours, or of another version")
    except BaseException:
        file.close()
        raise
    return file


def _version(file: sqlite3.Connection) -> int:
    return int(file.execute("PRAGMA user_version").fetchone()[0])


def _schema(file: sqlite3.Connection) -> list[str]:
    return [row[0] for row in file.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
