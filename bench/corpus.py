"""Writes a blog of any size: articles of 982 words, 8 categories and 30 tags, the same every time.

Front matter is YAML that stock Pelican reads too, which knows no lists in it; or as others read it. A third of the
articles have Markdown headings, a third numbered titles and bare lines, a third whole lines of bold: what stock Pelican
takes for paragraphs and lists.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

WORDS = 982
DAYS = 3650
"""One article a day; then dates repeat."""
CATEGORIES = [f"category{number}" for number in range(8)]
TAGS = [f"tag{number}" for number in range(30)]
FORMS = ["## {}. {}", "{}. {}", "**{}. {}**"]
VOCABULARY = (
    "people meet talk listen ask answer write call follow thank offer help share learn plan note name time week month "
    "event room table coffee walk question story project team work office company client partner friend colleague "
    "manager mentor student doctor engineer designer editor teacher neighbor city street train morning evening first "
    "second next last good small short clear honest useful simple quiet careful kind open ready early often always "
    "never perhaps rather together before after during because while until without about between around"
).split()


def write(folder: Path, articles: int, plain: bool = False) -> None:
    """Fills ``folder/articles``; ``plain``: with tags and dates as YAML has them."""
    target = folder / "articles"
    target.mkdir(parents=True, exist_ok=True)
    for number in range(articles):
        chance = random.Random(number)
        day = date(2015, 1, 1) + timedelta(days=number % DAYS)
        (target / f"article-{number}.md").write_text(_article(number, day, chance, plain), encoding="utf-8")


def _article(number: int, day: date, chance: random.Random, plain: bool) -> str:
    time, listed = ("T10:00:00Z", "[{}]") if plain else (" 10:00", "{}")
    head = (
        f"---\ntitle: Article {number} about {_words(chance, 3)}\ndate: {day}{time}\nslug: article-{number}\n"
        f"category: {chance.choice(CATEGORIES)}\ntags: {listed.format(', '.join(chance.sample(TAGS, 3)))}\n---\n"
    )
    return head + "\n\n".join(_body(chance, FORMS[number % len(FORMS)])) + "\n"


def _body(chance: random.Random, form: str) -> list[str]:
    parts, left = [], WORDS
    for section in range(1, 100):
        parts.append(form.format(section, _words(chance, 4).title()))
        left -= 5
        for _ in range(3):
            size = min(left, chance.randint(45, 75))
            if size < 5:
                return parts
            parts.append(_paragraph(chance, size))
            left -= size
    return parts


def _paragraph(chance: random.Random, size: int) -> str:
    """Sentences with, here and there, what real ones have: emphasis, a link, an apostrophe, quotes."""
    words = [chance.choice(VOCABULARY) for _ in range(size)]
    words[0] = words[0].capitalize()
    at = chance.randrange(2, size - 2)
    words[at] = chance.choice(["*{}*", "**{}**", "[{}](https://example.org/)", '"{}"', "{}'s", "{},", "`{}`"]).format(
        words[at]
    )
    return " ".join(words) + "."


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(VOCABULARY) for _ in range(count))
