"""Which address belongs to whom. Two pages at one address would mean that one of them is lost."""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import dataclass, field

from .finding import Finding, Place

LONGEST_NAME = 255  # bytes of one name, on every common file system
UNFIT = {"Cc", "Cs", "Zl", "Zp"}  # categories of characters: control, half of one, line and paragraph ends


@dataclass(frozen=True, slots=True)
class Owner:
    """Who wants an address.

    `written` is true for what an author wrote: an article, a page, or an old address of one. `fix` is what its author
    can give it another of.
    """

    shown: str
    where: Place | None = None
    written: bool = False
    fix: str = "address"

    def answers(self) -> tuple[bool, bool, bool, Place]:
        """How much a clash is for this one to mend: most where the address itself is written down."""
        where = self.where if self.written and self.where else ("", 1, 1)
        return self.written, self.written and self.fix == "address", where[1:] != (1, 1), where


@dataclass(slots=True)
class Claims:
    """The addresses of one build. Names that some file system would take for the same are the same."""

    files: dict[str, tuple[str, Owner]] = field(default_factory=dict)
    folders: dict[str, tuple[str, Owner]] = field(default_factory=dict)

    def take(self, save_as: str, owner: Owner) -> Finding | None:
        """Give `owner` the output path `save_as`, or say why not."""
        if reason := unfit(save_as):
            return Finding(owner.where, f"{subject(owner)}wants the address {reason}")
        path = same_name(save_as)
        above = parents(path)
        for other in (self.files.get(path), self.folders.get(path), *map(self.files.get, above)):
            if other is not None:
                return clash((save_as, owner), other)
        self.files[path] = save_as, owner
        for folder in above:
            self.folders.setdefault(folder, (save_as, owner))
        return None


def same_name(save_as: str) -> str:
    """`save_as` so that paths which one file system or another does not tell apart are equal."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", save_as).casefold())
    return posixpath.normpath(folded)


def parents(path: str) -> list[str]:
    """The folders above `path`, nearest first, without the output itself."""
    names = path.split("/")[:-1]
    return ["/".join(names[: n + 1]) for n in reversed(range(len(names)))]


def unfit(save_as: str) -> str:
    """What makes `save_as` no path inside the output; empty if it is one."""
    path = posixpath.normpath(save_as)
    names = path.split("/")
    if path.startswith("/") or names[0] == ".." or path == ".":
        return f'"{save_as}", which is outside the site. Give it an address inside.'
    if "\\" in save_as or any(unicodedata.category(c) in UNFIT for c in save_as):
        return f"{save_as!a}, which has characters that no address may have. Leave them out."
    if longest := next((name for name in names if len(name.encode()) > LONGEST_NAME), ""):
        size = len(longest.encode())
        return f'"{longest[:40]}…", a name of {size} bytes. Keep names to {LONGEST_NAME}: give it a shorter slug.'
    return ""


def address(save_as: str) -> str:
    """What a reader types to see the file `save_as`."""
    path = posixpath.normpath(save_as)
    return "/" + (path.removesuffix("index.html") if posixpath.basename(path) == "index.html" else path)


def subject(owner: Owner) -> str:
    """How a sentence about `owner` starts; nothing for a file whose place stands before the sentence anyway."""
    return "" if owner.written or (owner.where and owner.where[0] == owner.shown) else f"{owner.shown} "


def clash(claim: tuple[str, Owner], other: tuple[str, Owner]) -> Finding:
    """Told where it can be mended best, whoever came first."""
    (save_as, owner), (_, holder) = (other, claim) if other[1].answers() > claim[1].answers() else (claim, other)
    whose = "twice" if owner == holder else f"which {holder.shown} has"
    text = f"{subject(owner)}wants the address {address(save_as)}, {whose}. Give one of them another {owner.fix}."
    return Finding(owner.where, text)
