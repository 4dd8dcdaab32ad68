"""Pages kept from the last build: a page whose template and reads are the same is not made again but linked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound
from jinja2.utils import missing
from pelican import signals
from pelican.contents import Article, Content

from .amendable import CONTENT, FILES, Amendable, put_row
from .made import Made, MadeFiles, Stamp, digest, packed, stamp
from .opaque import Templates
from .reads import Reading, Reads
from .store import Shelf, Store
from .templates import templates_digest
from .told import HTML, KINDS, Told
from .told_uses import only_printed
from .values import CannotCompare, Values

Fresh = tuple[str, Reads | None]
"""The template of a page and what it read."""
UNKEPT: Fresh = ("", None)
UNSTAMPED: Stamp = (0, 0, 0)
"""That of no file: its bytes decide."""


class Pages:
    """The pages of one build, and those of the last one into the same folder."""

    def __init__(
        self,
        store: Store,
        output: Path,
        settings: Mapping[str, Any],
        words: Iterable[str] = (),
        apart: bool = False,
        tells: bool = False,
    ) -> None:
        """`words` are the attributes of articles, beside their content, that have words in them.

        With `tells`, texts of articles tell where they are printed.
        With `apart`, no page shares its file with the last site: a plugin may yet write into it.
        """
        self.apart = apart
        self.again = copied if apart else linked
        self.files = MadeFiles(store.shelf("pages"), output)
        self.output = output
        self.contents: dict[str, Content | None] = {}
        self.keys: dict[int, tuple[Content, str]] = {}
        self.values = Values(self.identity)
        self.reading = Reading()
        self.settings = settings
        self.environments: dict[int, tuple[Environment, str]] = {}
        self.made: list[tuple[str, bytes]] = []
        """What is new, packed."""
        self.root = str(settings["PATH"])
        self.words = frozenset((CONTENT, *words))
        self.readers: dict[str, list[tuple[str, str, str]]] = {}
        """By articles: the pages that read their words, which attribute, and the page's template."""
        self.tells = tells
        self.printed: dict[str, list[tuple[str, str, int, str]]] = {}
        """By articles: which text of theirs is printed, by which page, how often, and the page's template."""
        self.shown: set[str] = set()
        """The articles of which a page reads the summary as HTML."""
        self.used: set[str] = set()
        """The templates of all pages."""
        self.looked_through: dict[int, Templates] = {}
        self.is_blind = False
        """Is there a page of which nobody knows what it read?"""
        signals.content_object_init.connect(self.meet)

    def close(self) -> None:
        signals.content_object_init.disconnect(self.meet)

    def meet(self, content: Content) -> None:
        """Know an article or page by the file it is from; of several from one file nobody knows which is meant."""
        key = self._key(content)
        self.keys[id(content)] = content, key
        self.contents[key] = None if key in self.contents else content
        for name, kind in KINDS.items() if self.tells and isinstance(content, Article) else ():
            if type(text := getattr(content, name, None)) is str:
                setattr(content, name, Told.made(text, key, kind, self.reading))

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
        if not isinstance(template, Template):
            return ""
        env = template.environment
        if id(env) not in self.environments:
            self.environments[id(env)] = env, self._environment(env)
        known = self.environments[id(env)][1] if template.name is not None else ""
        self.is_blind = self.is_blind or not known
        return known and f"{template.name}:{known}"

    def _environment(self, env: Environment) -> str:
        if not self.reading.attend(env):
            return ""
        try:
            return templates_digest(env, self.values).hex()
        except (CannotCompare, OSError):
            return ""

    def put(self, save_as: str, before: Made | None, data: bytes, path: Path, new: Fresh = UNKEPT) -> Made:
        """Write a file, or link that of the last build (`before`) if it is the same. Any thread may call this."""
        template, reads = new
        page = digest(data)
        if before is None or before.page != page or not self.again(self.output / save_as, path, before):
            path.unlink(missing_ok=True)  # it may be a link to the present one, by a process that died since
            path.write_bytes(data)
        known = UNSTAMPED if self.apart else stamp(path)
        if reads is None or not reads.comparable:
            return Made("", (), "", page, known)
        found = blake2b(b"".join(reads.found.values()), digest_size=16).hexdigest()
        return Made(
            template,
            tuple(reads.found),
            found,
            page,
            known,
            tuple((*of, count) for of, count in sorted(reads.printed.items())),
        )

    def note(self, save_as: str, before: Made | None, made: Made, has_template: bool) -> None:
        """Remember a file for the next build; if it `has_template`, it is known what the page read, or should be."""
        self._note_readers(save_as, made)
        self.is_blind = self.is_blind or (has_template and not made.template)
        if made != before:
            self.made.append((save_as, packed(made)))

    def save(self) -> None:
        """The site is in place: what was noted is true of it."""
        for save_as, made in self.made:
            self.files.put_packed(save_as, made)

    # --- keeping ---------------------------------------------------------------------------------------

    def kept(self, save_as: str, template: str, context: Mapping[str, Any], target: Path) -> bool:
        """Whether the page is what it was, and now in its place."""
        made = self.before(save_as) if template else None
        if made is None or made.template != template or not self._reads_the_same(made, context):
            return False
        self._note_readers(save_as, made)
        return self.again(self.output / save_as, target, made)

    def before(self, save_as: str) -> Made | None:
        """What the last build made."""
        return self.files.at(save_as)

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

    # --- words -----------------------------------------------------------------------------------------

    def _note_readers(self, save_as: str, made: Made) -> None:
        self.used.add(made.template)
        for article, kind, count in made.printed:
            self.printed.setdefault(article, []).append((kind, save_as, count, made.template))
        for read in made.reads:
            if len(read) == 2 and read[1] == HTML:
                self.shown.add(read[0])
            if len(read) == 2 and read[1] in self.words:
                self.readers.setdefault(read[0], []).append((save_as, read[1], made.template))

    def save_rows(self, shelf: Shelf, build: str) -> None:
        """Remember of each article of a build how it can be amended, or that it cannot."""
        printing: dict[str, bool] = {}
        tells = self._only_prints_told(shelf)
        for key, content in self.contents.items():
            if content is None or not content.source_path:
                continue
            readers = self.readers.get(key, ())
            for _, _, known in readers:
                if known not in printing:
                    printing[known] = self._only_prints(shelf, known)
            fits = readers and all(name == CONTENT and printing[known] for _, name, known in readers)
            kept_as = getattr(content, "kept_as", "") if fits and not self.is_blind else ""
            pages, others = tuple(page for page, _, _ in readers), tuple(getattr(content, "words_in", ()))
            told, prints = tuple(self._told(key, content)) if tells else (), tuple(self._prints(key, content))
            files = tuple((kind, path) for kind, name in FILES.items() for path in getattr(content, name, ()))
            title = str(getattr(content, "title", ""))
            row = Amendable(build, kept_as, content.url, pages, others, told, prints, files, title)
            put_row(shelf, self.files.place, os.path.relpath(content.source_path, self.root), row if kept_as else None)

    def _only_prints(self, shelf: Shelf, known: str) -> bool:
        """Whether a template, by its name and the digest of all, only prints the content of articles."""
        name, _, digest = known.rpartition(":")
        return self._looked_up(shelf, f"only print\0{known}", digest, lambda found: found.only_print(CONTENT, name))

    def _only_prints_told(self, shelf: Shelf) -> bool:
        """Whether the templates of all pages print texts that tell as they are, and do nothing else with them."""
        names: dict[str, list[str]] = {}
        for known in sorted(self.used - {""}):
            name, _, digest = known.rpartition(":")
            names.setdefault(digest, []).append(name)
        for name in sorted({name for each in self.contents.values() for name in getattr(each, "titles_by", ())}):
            having = [digest for digest in names if _has(self._environment_of(digest), name)]
            if not having:
                return False
            for digest in having:
                names[digest].append(name)
        for digest, found in names.items():
            key = "\0".join(("only print told", digest, *found))
            if not self._looked_up(shelf, key, digest, partial(only_printed, starts=found)):
                return False
        return True

    def _looked_up(self, shelf: Shelf, key: str, digest: str, look: Callable[[Templates], bool]) -> bool:
        """What there is to say of templates by the digest of all; the last build may have said it."""
        found = shelf.get(key.encode())
        if found is None:
            env = self._environment_of(digest)
            templates = self.looked_through.setdefault(id(env), Templates(env))
            found = b"yes" if look(templates) else b"no"
            shelf.put(key.encode(), found)
        return found == b"yes"

    def _environment_of(self, digest: str) -> Environment:
        return next(env for env, each in self.environments.values() if each == digest)

    def _told(self, key: str, article: Content) -> Iterator[str]:
        """The texts of an article that told all pages which print them."""
        for name, kind in KINDS.items():
            if type(getattr(article, name, None)) is Told and not (kind == HTML and key in self.shown):
                yield kind

    def _prints(self, key: str, article: Content) -> Iterator[tuple[str, str, int, bool]]:
        """Which text of an article is printed, by which page, how often, and whether it escapes it."""
        for kind, page, count, known in self.printed.get(key, ()):
            within = getattr(article, "titles_within", 0) if (kind, page) == ("title", article.save_as) else 0
            yield kind, page, count + within, bool(self._environment_of(known.rpartition(":")[2]).autoescape)


def _has(env: Environment, name: str) -> bool:
    """Whether there is a template of this name."""
    try:
        return env.loader is not None and bool(env.loader.get_source(env, name))
    except TemplateNotFound:
        return False


def value_of(content: Content, name: str) -> Any:
    """As Jinja gets it."""
    try:
        return getattr(content, name)
    except AttributeError:
        return missing


def linked(present: Path, target: Path, made: Made) -> bool:
    """Have the present file in the next site too, if it is the one that was made."""
    try:
        if stamp(present) != made.stamp and digest(present.read_bytes()) != made.page:
            return False
        os.link(present, target, follow_symlinks=False)
    except OSError:
        return False
    return True


def copied(present: Path, target: Path, made: Made) -> bool:
    """The same with a file of its own. Bytes decide: a file that is written into within one tick looks the same."""
    try:
        status, data = present.stat(), present.read_bytes()
        if digest(data) != made.page:
            return False
        target.write_bytes(data)
        os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        return False
    return True
