"""The command to build, where words of articles are all that changed since the last build: the site is amended."""

from __future__ import annotations

import argparse
import os
import time
from contextlib import ExitStack, closing
from pathlib import Path

from .amending import Amendment, amender, is_wide
from .built import Built
from .changes import RACY, Known, line, write
from .finding import counted, shown_path
from .plain_settings import plain_settings
from .spare import Spare
from .staging import locked
from .store import NAME, Store


def amended(
    options: argparse.Namespace, record: Path, known: Known, changed: list[str], started: float
) -> Built | None:
    """The site as it is to be; None if it has to be built."""
    try:
        return _amended(options, record, known, changed, started)
    except Exception:  # noqa: BLE001  (whatever it is, the build will tell of it, in its place)
        return None


def _amended(
    options: argparse.Namespace, record: Path, known: Known, changed: list[str], started: float
) -> Built | None:
    output, sources = Path(os.path.abspath(options.output)), {path: os.lstat(path) for path in changed}
    is_settled = all(time.time() - status.st_mtime > RACY for status in sources.values())
    with closing(Store(record.parent / NAME, bytes.fromhex(known.made_by))) as store, ExitStack() as stack:
        stack.enter_context(locked(output.parent, wait=True))  # nobody puts another site in place meanwhile
        spare = Spare(output, record.with_name(record.stem.replace("unchanged", "spare")))
        stack.callback(spare.end)
        if is_wide(store, output, Path(options.content), [*map(Path, changed)]):
            spare.begin()
        found = amender(plain_settings(options), output)
        if found is None:
            return None
        done = found.amend(store, [*map(Path, changed)], spare.put)
        if is_settled:
            new = {path: line(path, status) for path, status in sources.items()}
            after = [line(str(path), path.lstat()) for path in map(output.joinpath, done.files)]
            write(record, known.amended(new, done.before, after))
        else:
            record.unlink(missing_ok=True)
    return built(done, options.output, started)


def built(done: Amendment, output: str, started: float) -> Built:
    """What an amendment comes to. `started` is when it was asked for, in seconds since the epoch."""
    seconds, files = f"{time.time() - started:.1f} s", counted(len(done.published.changed), "file")
    said = f"Amended {files} of {done.what} in {seconds}"
    if not done.published.changed:
        said = f"Nothing changed: {done.what}, looked at in {seconds}"
    return Built((), done.published, shown_path(output), said, done.what)
