"""Makes the index and writes what belongs to searching: the part of it that Pelican runs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, FileSystemLoader
from pelican.generators import Generator
from pelican.writers import Writer

from . import SETTINGS
from .index import SCRIPT, digest, folder, make_bundle
from .kept import Kept, keep, place, read_kept
from .model import Bundle, NoIndex, Record
from .pagefind import IGNORED, binary, index_files, installed
from .records import published, records
from .scripts import NEAREST, SEARCH, element, scripts
from .view import addresses, search_view

TEMPLATES = Path(__file__).with_name("templates")
logger = logging.getLogger("located")


@dataclass(frozen=True, slots=True)
class _Text:
    """What Pelican's writer takes for a template."""

    text: str

    def render(self, context: object) -> str:
        return self.text


def _put(output: Path, path: str, content: bytes) -> None:
    (output / path).parent.mkdir(parents=True, exist_ok=True)
    (output / path).write_bytes(content)


class SearchGenerator(Generator):
    """The search page, its index, the scripts of both elements."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.loader = ChoiceLoader([self.env.loader, FileSystemLoader(TEMPLATES)])
        self.scripts = scripts(self.settings["THEME_STATIC_DIR"])

    def generate_context(self) -> None:
        """Only addresses: pages that offer to search are written before the index is made."""
        if not self._said("SEARCH_SAVE_AS"):
            return
        for name in ("SEARCH_URL", "SEARCH_SAVE_AS"):
            self.context.setdefault(name, self._said(name))
        if path := self._said("SEARCH_ADDRESSES"):
            self.context["SEARCH_ADDRESSES"] = path
            self.context["SEARCH_NEAREST"] = element(self.scripts, NEAREST)

    def generate_output(self, writer: Writer) -> None:
        save_as = self._said("SEARCH_SAVE_AS")
        if not save_as:
            return
        found = records(self.context, str(self.settings["DEFAULT_LANG"]))
        bundle = self._bundle(found)
        self._write_page(writer, found, bundle)
        for path, text in self.scripts.items():
            self._write(writer, path, text)
        if path := self._said("SEARCH_ADDRESSES"):
            self._write(writer, path, addresses(found))
        for content in published(self.context.get("articles", ())):
            content.titles_in = (*getattr(content, "titles_in", ()), path or save_as)

    # --- the index -----------------------------------------------------------------------------------

    def _bundle(self, found: list[Record]) -> Bundle:
        """Kept or new. With DRAFTS somebody waits for the page: any index will do."""
        program, version = binary(), installed()
        if program is None:
            logger.warning(
                "there is no Pagefind for this machine, so the search page finds titles only. "
                "Build the site for publishing where pip can install pagefind-bin."
            )
            return Bundle()
        path = place(Path(self.settings["CACHE_PATH"]), str(self.path))
        kept, wanted = read_kept(path), digest(found, version, *IGNORED)
        if kept is not None and (kept.digest == wanted or self.settings.get("DRAFTS")):
            return kept.bundle
        seconds = float(self._said("SEARCH_TIMEOUT"))
        try:
            bundle = make_bundle(found, lambda pages: index_files(program, pages, seconds))
        except NoIndex as why:
            logger.warning("%s, so the search page finds titles only. Build again.", why)
            return Bundle()
        keep(path, Kept(wanted, bundle))
        return bundle

    # --- writing -------------------------------------------------------------------------------------

    def _write_page(self, writer: Writer, found: list[Record], bundle: Bundle) -> None:
        url, strategies_url = self._said("SEARCH_URL"), str(self.context.get("STRATEGIES_URL", ""))
        index = ""
        if not bundle.is_empty:
            index = folder(bundle, self.settings["THEME_STATIC_DIR"])
            self._write_bundle(writer, bundle, index)
        whole = f"{self._root}/{index}" if index else ""
        shown = search_view(found, url, self._root, whole, bundle.names, strategies_url)
        source = f"{self._root}/{element(self.scripts, SEARCH)}"
        page = self.get_template("search")
        writer.write_file(self._said("SEARCH_SAVE_AS"), page, self.context, url=url, search=shown, search_script=source)

    def _write_bundle(self, writer: Writer, bundle: Bundle, index: str) -> None:
        """Pelican's own writer takes text only; the index's script then stands for the whole folder where addresses
        are compared."""
        write = getattr(writer, "write_bytes", None) or partial(_put, Path(self.output_path))
        for path, content in bundle.files.items():
            if path == SCRIPT:
                self._write(writer, index + path, content.decode("utf-8"))
            else:
                write(index + path, content)

    def _write(self, writer: Writer, path: str, text: str) -> None:
        writer.write_file(path, _Text(text), self.context, url=path)

    # --- settings ------------------------------------------------------------------------------------

    def _said(self, name: str) -> Any:
        return self.settings.get(name, SETTINGS[name])

    @property
    def _root(self) -> str:
        return urlsplit(str(self.settings["SITEURL"])).path.rstrip("/")
