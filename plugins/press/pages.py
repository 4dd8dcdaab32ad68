"""Pages kept from the last build: a page whose template and reads are the same is not made again but linked."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from jinja2.utils import missing
from pelican import signals
from pelican.contents import Content

from .reads import Read, Reading, Reads
from .store import Shelf
from .templates import templates_digest
from .values import CannotCompare, Values

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: what of, and the file that came of it."""

    template: str
    reads: tuple[Read, ...]
    digest: str
    page: str
    stamp: Stamp


Fresh = tuple[str, Reads | None]
"""The template of a page and what it read."""
UNKEPT: Fresh = ("", None)


class Pages:
    """The pages of one build, and those of the last one into the same folder."""

    def __init__(self, shelf: Shelf, output: Path, settings: Mapping[str, Any]) -> None:
        self.shelf = shelf
        self.output = output
        self.place = os.path.relpath(output, shelf.store.path.parent)  # the same wherever the project is
        self.contents: dict[str, Content | None] = {}
        self.keys: dict[int, tuple[Content, str]] = {}
        self.values = Values(self.identity)
        self.reading = Reading()
        self.settings = settings
        self.environments: dict[int, tuple[Environment, str]] = {}
        self.made: list[tuple[str, Made]] = []
        self.root = str(settings["PATH"])
        signals.content_object_init.connect(self.meet)

    def close(self) -> None:
        signals.content_object_init.disconnect(self.meet)

    def meet(self, content: Content) -> None:
        """Know an article or page by the file it is from; of several from one file nobody knows which is meant."""
        key = self._key(content)
        self.keys[id(content)] = content, key
        self.contents[key] = None if key in self.contents else content

    def _key(self, content: Content) -> str:
        path = os.path.relpath(content.source_path, self.root) if content.source_path else ""
        return f"{type(content).__module__}.{type(content).__qualname__}:{path}"

    def identity(self, content: Content) -> str:
        key = self.keys[id(content)][1] if id(content) in self.keys else ""
        if self.contents.get(key) is not content:
            raise CannotCompare("it is not the only one of its file")
        return key

    # --- making ----------------------------------------------------------------------------------------

    def reads_of(self, context: dict[str, Any]) -> Reads:
        return Reads(context, self.values)

    def template(self, template: Any) -> str:
        """What a page's template is; "" for one whose pages cannot be kept."""
        if not isinstance(template, Template) or template.name is None:
            return ""
        env = template.environment
        if id(env) not in self.environments:
            self.environments[id(env)] = env, self._environment(env)
        known = self.environments[id(env)][1]
        return known and f"{template.name}:{known}"

    def _environment(self, env: Environment) -> str:
        if not self.reading.attend(env):
            return ""
        try:
            return templates_digest(env, self.values).hex()
        except (CannotCompare, OSError):
            return ""

    def put(self, save_as: str, before: Made | None, data: bytes, path: Path, new: Fresh = UNKEPT) -> None:
        """Write a file, or link that of the last build (`before`) if it is the same; remember it for the next build.

        Any thread may call this.
        """
        template, reads = new
        digest = _digest(data)
        if before is None or before.page != digest or not linked(self.output / save_as, path, before):
            path.write_bytes(data)
        if reads is not None and reads.comparable:
            found = blake2b(b"".join(reads.found.values()), digest_size=16).hexdigest()
            made = Made(template, tuple(reads.found), found, digest, _stamp(path))
        else:
            made = Made("", (), "", digest, _stamp(path))
        if made != before:
            self.made.append((save_as, made))

    def save(self) -> None:
        """The site is in place: what was noted is true of it."""
        for save_as, made in self.made:
            fields = [made.template, made.reads, made.digest, made.page, made.stamp]
            self.shelf.put(self._place(save_as), json.dumps(fields, separators=(",", ":")).encode())

    # --- keeping ---------------------------------------------------------------------------------------

    def kept(self, save_as: str, template: str, context: Mapping[str, Any], target: Path) -> bool:
        """Whether the page is what it was, and now in its place."""
        made = self.before(save_as) if template else None
        if made is None or made.template != template or not self._reads_the_same(made, context):
            return False
        return linked(self.output / save_as, target, made)

    def before(self, save_as: str) -> Made | None:
        """What the last build made."""
        data = self.shelf.get(self._place(save_as))
        with suppress(ValueError, TypeError, KeyError):
            if data is not None:
                template, reads, digest, page, stamp = json.loads(data)
                return Made(template, tuple(tuple(read) for read in reads), digest, page, tuple(stamp))
        return None

    def _reads_the_same(self, made: Made, context: Mapping[str, Any]) -> bool:
        reads = Reads(context, self.values)
        for read in made.reads:
            if len(read) == 1:
                reads.name(read[0])
            elif (content := self.contents.get(read[0])) is None:
                return False
            else:
                reads.attribute(content, read[1], value_of(content, read[1]))
        digest = blake2b(b"".join(reads.found.values()), digest_size=16).hexdigest()
        return reads.comparable and digest == made.digest

    def _place(self, save_as: str) -> bytes:
        return f"{self.place}\0{save_as}".encode("utf-8", "surrogateescape")


def value_of(content: Content, name: str) -> Any:
    """As Jinja gets it."""
    try:
        return getattr(content, name)
    except AttributeError:
        return missing


def linked(present: Path, target: Path, made: Made) -> bool:
    """Have the present file in the next site too, if it is the one that was made."""
    try:
        if _stamp(present) != made.stamp and _digest(present.read_bytes()) != made.page:
            return False
        os.link(present, target, follow_symlinks=False)
    except OSError:
        return False
    return True


def _stamp(path: Path) -> Stamp:
    status = os.lstat(path)
    return status.st_size, status.st_mtime_ns, status.st_ino


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
