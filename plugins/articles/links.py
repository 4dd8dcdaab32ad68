"""The links in HTML that Pelican resolves by file: ``{filename}x.md``, ``{static}/images/x.svg``, ``{attach}y``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from located import Location

LINK = re.compile(
    r"""<[^>]+?\s(?:href|src|poster|data|cite|content)\s*=\s*(["'])([{|](filename|static|attach)[|}](.*?))\1"""
)


@dataclass(frozen=True, slots=True)
class FileLink:
    """`written` is the link as it stands in the source; `path` is its decoded path without query and fragment."""

    what: str
    path: str
    written: str

    def leaves(self, folder: str) -> bool:
        """Does it climb out of the content folder from `folder`?"""
        whole = self.path.lstrip("/") if self.path.startswith("/") else posixpath.join(folder, self.path)
        return posixpath.normpath(whole).split("/")[0] == ".."

    def place(self, source: str, shown: str) -> Location:
        """Where the link stands in the source file; its first line if it was built by something else."""
        text = Path(source).read_text(encoding="utf-8-sig", errors="replace")
        at = text.find(self.written)
        if at < 0:
            return Location(shown)
        return Location(shown, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def content_links(html: str) -> Iterator[FileLink]:
    if "{" not in html and "|" not in html:
        return
    for found in LINK.finditer(html):
        written = unescape(found[2])
        path = unquote(unescape(found[4]).split("#")[0].split("?")[0])
        yield FileLink(found[3], path, written)
