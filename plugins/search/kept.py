"""The last index, kept between builds in one file: a site that did not change does not wait for its index."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from .model import Bundle

ABOUT = "about.json"
MANY = 4
"""Sites of one project whose indexes are kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An index and the digest of what it is made of."""

    digest: str
    bundle: Bundle


def place(cache: Path, content: str) -> Path:
    """The file for a site, known by its content folder."""
    return cache / f"search-{sha256(os.fsencode(content)).hexdigest()[:8]}.zip"


def read_kept(path: Path) -> Kept | None:
    """What was kept; nothing where there is none, or it cannot be read any more."""
    try:
        with ZipFile(path) as archive:
            about = json.loads(archive.read(ABOUT))
            files = {name: archive.read(name) for name in archive.namelist() if name != ABOUT}
            return Kept(str(about["digest"]), Bundle(files, tuple(about["names"])))
    except (OSError, BadZipFile, ValueError, KeyError, TypeError):
        return None


def keep(path: Path, kept: Kept) -> None:
    """Written aside and exchanged in one step. Where that fails the next build makes its index anew."""
    aside = path.with_suffix(f".{secrets.token_hex(4)}.next")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with ZipFile(aside, "w") as archive:
                archive.writestr(ABOUT, json.dumps({"digest": kept.digest, "names": kept.bundle.names}))
                for name, content in kept.bundle.files.items():
                    archive.writestr(name, content)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
        _forget(path)


def _forget(path: Path) -> None:
    """Leave the newest few: content folders come and go."""
    by_age = sorted(path.parent.glob("search-*.zip"), key=lambda each: each.stat().st_mtime_ns, reverse=True)
    for old in by_age[MANY:]:
        old.unlink(missing_ok=True)
