"""Writes the page of the reader's plan and its scripts: the part of it that Pelican runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, FileSystemLoader
from markupsafe import Markup
from pelican.generators import Generator
from pelican.writers import Writer

from . import SETTINGS
from .plan import KnownList, Plan, known_text
from .scripts import PAGE, TOGGLES, element, scripts

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class _Text:
    """What Pelican's writer takes for a template."""

    text: str

    def render(self, context: object) -> str:
        return self.text


class PlanGenerator(Generator):
    """The plan's page: the same for every reader, since what is in it is in the reader's browser alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.env.loader = ChoiceLoader([self.env.loader, FileSystemLoader(TEMPLATES)])
        self.scripts = scripts(self.settings["THEME_STATIC_DIR"])
        self.lists: Sequence[KnownList] = ()

    def generate_context(self) -> None:
        self.context["PLAN"] = None  # until it is known that there are checklists and strategies

    @property
    def save_as(self) -> str:
        return str(self._said("PLAN_SAVE_AS"))

    def offer(self, lists: Iterable[KnownList]) -> None:
        """Has templates offer the plan, with these lists; between reading and writing."""
        if not self.save_as:
            return
        self.lists = tuple(lists)
        script, toggles = (f"{self._root}/{element(self.scripts, name)}" for name in (PAGE, TOGGLES))
        self.context["PLAN"] = Plan(self._said("PLAN_URL"), script, toggles)

    def generate_output(self, writer: Writer) -> None:
        if self.context["PLAN"] is None:
            return
        for path, text in self.scripts.items():
            writer.write_file(path, _Text(text), self.context, url=path)
        lists = [KnownList(each.id, each.title, f"{self._root}/{each.url}") for each in self.lists]
        index = f"{self._root}/{self.settings.get('STRATEGIES_JSON', 'strategies.json')}"
        given = {"known": Markup(known_text(lists)), "index_url": index}
        url, page = self._said("PLAN_URL"), self.get_template("plan")
        writer.write_file(self.save_as, page, self.context, url=url, **given)

    def _said(self, name: str) -> Any:
        return self.settings.get(name, SETTINGS[name])

    @property
    def _root(self) -> str:
        """The path that the site lives under."""
        return urlsplit(str(self.settings["SITEURL"])).path.rstrip("/")
