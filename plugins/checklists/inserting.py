"""Lists put into the articles that show them, and as plain lists into what feeds get."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from located import Problem, nearest, quote

from .ancestry import ancestry, former_ids, snapshots
from .embeds import Embed, link, section_id, with_lists
from .lists import PublishedList
from .lock import Lock
from .model import Checklist
from .plain import plain
from .view import ListView, Place, StrategyLink, view


@dataclass(frozen=True, slots=True)
class Inserter:
    """What there is to show, and how the site shows it."""

    lists: Mapping[str, PublishedList]
    """By slug."""
    lock: Lock
    site: str
    """The site's id."""
    root: str
    """The path that the site lives under, without a slash at its end."""
    script: str
    """The element's script, by its whole path."""
    render: Callable[[ListView], str]
    strategies: Mapping[str, StrategyLink] = field(default_factory=dict)
    """By what items call them."""
    is_on_demand: bool = False
    """Does the theme bring the script of a list in an article, when it comes near?"""

    def with_lists(self, html: str, tasks: Checklist | None, url: str) -> str:
        """The HTML of an article at this address, with its lists."""

        def task_list(number: int, heading: str) -> str:
            if tasks is None:
                return ""
            place = self.place(tasks, url, f"check:{tasks.slug}:")
            return self.render(view(tasks, replace(place, sections=(section_id(number),), title=heading)))

        return with_lists(html, self._embed, task_list)

    def with_plain_lists(self, html: str, tasks: Checklist | None) -> str:
        """The same without anything that can be ticked."""

        def task_list(number: int, heading: str) -> str:
            return plain(tasks, sections=[section_id(number)]) if tasks else ""

        return with_lists(html, self._plain, task_list)

    def place(self, checklist: Checklist, url: str, prefix: str = "") -> Place:
        """Where a list is shown: on its own page, or with a `prefix` of anchors in an article."""
        return Place(
            self.site,
            self.root,
            url,
            self.script,
            former_ids(self.lock, checklist),
            ancestry(self.lock, checklist),
            snapshots(self.lock, checklist),
            is_embed=bool(prefix),
            prefix=prefix,
            strategies=self.strategies,
            is_on_demand=bool(prefix) and self.is_on_demand,
        )

    def _embed(self, slug: str, is_first: bool) -> str:
        found = self.lists.get(slug)
        if found is None:
            return ""
        place = self.place(found.checklist, found.url, f"check:{slug}:" if is_first else "-")
        title = link(f"{self.root}/{found.url}", found.title)
        return f'<div class="check-embed">{title}{self.render(view(found.checklist, place))}</div>'

    def _plain(self, slug: str, is_first: bool) -> str:
        found = self.lists.get(slug)
        return plain(found.checklist, f"{self.root}/{found.url}") if found else ""


def unknown_embeds(wanted: Iterable[Embed], known: Collection[str], drafts: Collection[str]) -> Iterator[Problem]:
    """Embeds of lists that there are not, or that are not published."""
    for embed in wanted:
        if embed.slug in known:
            continue
        if embed.slug in drafts:
            fix = "Publish the list, or take this line out."
            yield Problem(embed.where, f"the checklist {quote(embed.slug)} is a draft", fix)
        else:
            meant = nearest(embed.slug, sorted(known))
            fix = f'Did you mean "{meant}"?' if meant else "Write the name of a file in checklists/, without .yml."
            yield Problem(embed.where, f"there is no checklist {quote(embed.slug)}", fix)
