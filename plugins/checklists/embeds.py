"""Where an article shows checklists: the elements that stand for them, and putting the lists in their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from located import Location

TASKS = re.compile(r'<check-list-tasks data-title="([^"]*)">(.*?)</check-list-tasks>', re.S)
EMBED = re.compile(
    r'<check-list-embed data-column="(?P<column>\d+)" data-line="(?P<line>\d+)" data-slug="(?P<slug>[^"]*)">'
    r"</check-list-embed>"
)


@dataclass(frozen=True, slots=True)
class Embed:
    """``[checklist: slug]`` in an article."""

    slug: str
    where: Location


def embeds(html: str, path: str) -> Iterator[Embed]:
    """The lists that an article shows, in order."""
    for found in EMBED.finditer(html):
        yield Embed(unescape(found["slug"]), Location(path, int(found["line"]), int(found["column"])))


def section_id(number: int) -> str:
    """The id of the section made of the article's first, second, … task list."""
    return f"tasks-{number}"


def has_tasks(html: str) -> bool:
    return "<check-list-tasks" in html


def with_lists(html: str, shown: Callable[[str, bool], str], tasks: Callable[[int, str], str]) -> str:
    """The HTML with each embed replaced by ``shown(slug, is_first)`` and each task list by ``tasks(number, heading)``.

    `is_first` is whether the list has not been shown above: only then may its items have ids.
    """
    seen: set[str] = set()
    count = 0

    def embed(found: re.Match[str]) -> str:
        slug = unescape(found["slug"])
        is_first = slug not in seen
        seen.add(slug)
        return shown(slug, is_first)

    def task_list(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return tasks(count, unescape(found[1]))

    return EMBED.sub(embed, TASKS.sub(task_list, html))


def link(url: str, title: str) -> str:
    """What stands for a list where it cannot be shown."""
    return f'<p><a href="{escape(url)}">{escape(title)}</a></p>'
