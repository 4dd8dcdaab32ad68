"""Hard cases of every component, made from its first example: what an author may legally write, at its worst.

Nothing here knows a component by name but `prose`, whose example is HTML, so a new component gets its hard cases too.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import count, cycle, islice
from typing import Any

TEXTS = frozenset("title name summary text about badge effort section intro author why how done".split())
"""Keys whose value a reader sees, whatever the component."""
NUMBERED = frozenset("id slug url".split())
"""Keys that tell one entry from another."""
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
WORDS = {
    "a word of 200 letters": (LONG_WORD[:200], "de"),
    "Arabic": ("كيف تبدأ حديثًا مع شخص لا تعرفه في مؤتمر كبير", "ar"),
    "Chinese": ("在大型会议上如何与陌生人开始交谈并在第二天早上写信给他们", "zh"),
    "Thai": ("วิธีเริ่มบทสนทนากับคนที่คุณไม่รู้จักในงานประชุมขนาดใหญ่", "th"),
    "nothing but an emoji": ("🙂", "en"),
}
MANY, FEW = 100, 1


def hard_examples(component: str, examples: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each hard case: its title, its language, the macro's arguments."""
    if component == "prose":
        yield from ((title, lang, {"html": html}) for title, (html, lang) in hard_prose().items())
        return
    first = next(iter(examples.values()))
    for title, (word, lang) in WORDS.items():
        yield title, lang, worded(first, word, count(1))
    if any(map(_is_list, _lists(first))):
        yield "one of each", "en", lengthened(first, FEW)
        yield "a hundred of each", "en", lengthened(first, MANY)


def worded(value: Any, word: str, number: Iterator[int], key: str = "") -> Any:
    """The arguments with one text for every text. Texts have a number, since no two items may be the same."""
    if isinstance(value, dict):
        return {name: worded(one, word, number, name) for name, one in value.items()}
    if isinstance(value, list):
        return [worded(one, word, number, "text" if key == "items" else key) for one in value]
    if key not in TEXTS or not value or not isinstance(value, str):
        return value
    return word if key in ("title", "name") else f"{word} {next(number)}"


def lengthened(value: Any, length: int, depth: int = 2) -> Any:
    """The arguments with so many entries in each of their lists, told apart by numbers."""
    if isinstance(value, dict) and depth:
        return {name: lengthened(one, length, depth - 1) for name, one in value.items()}
    if _is_list(value):
        return [_numbered(one, number) for number, one in enumerate(islice(cycle(value), length), 1)]
    return value


def _lists(value: Any, depth: int = 2) -> Iterator[Any]:
    yield value
    if isinstance(value, dict) and depth:
        for one in value.values():
            yield from _lists(one, depth - 1)


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _numbered(entry: dict[str, Any], number: int) -> dict[str, Any]:
    def told_apart(name: str, value: Any) -> Any:
        if name in NUMBERED and value:
            return f"{value}{number}" if name != "url" else f"{value}?{number}"
        if name in ("title", "text", "name") and isinstance(value, str):
            return f"{value} {number}"
        if name in ("items", "lines", "sections") and isinstance(value, list):
            return [_numbered(one, number) if isinstance(one, dict) else f"{one} {number}" for one in value]
        return value

    return {name: told_apart(name, value) for name, value in deepcopy(entry).items()}


def hard_prose() -> dict[str, tuple[str, str]]:
    """What Markdown makes of an article at its worst: HTML and its language, by title."""
    cells = "".join(f"<td>Column {number}</td>" for number in range(1, 21))
    nested = "".join(f"<ul><li>Level {number}" for number in range(1, 13)) + "</li></ul>" * 12
    line = "x = [" + ", ".join(map(str, range(120)))[:394] + "]"
    headings = "".join(f'<h2 id="h{number}">Heading {number}</h2><p>Text.</p>' for number in range(1, 401))
    said = {title: (f'<h2 id="w">{word}</h2><p>{word * 3}</p>', lang) for title, (word, lang) in WORDS.items()}
    return said | {
        "a table of 20 columns": (
            '<div class="table" role="region" aria-label="Table of 20 columns" tabindex="0"><table><thead><tr>'
            f"{cells.replace('td>', 'th>')}</tr></thead><tbody><tr>{cells}</tr></tbody></table></div>",
            "en",
        ),
        "a line of code of 400 characters": (
            f'<div class="highlight"><pre><span></span><code>{line}\n</code></pre></div><p><code>{line}</code></p>',
            "en",
        ),
        "a list of 12 levels": (nested, "en"),
        "an address of 300 characters": (f'<p><a href="/">https://example.org/{"a" * 280}</a></p>', "en"),
        "a picture of 4000 pixels": (
            '<figure><img src="site/theme/icon.svg" alt="A square." width="4000" height="160"></figure>',
            "en",
        ),
        "400 headings": (headings, "en"),
    }
