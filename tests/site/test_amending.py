"""Words that change in articles: the site is amended where that gives what building it gives, and built where not."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.site.sites import contents, new_site, run

COMMAND = "python -m press --content content --output {} --siteurl https://example.org/walks"
LONG = "It is a mild day in March, each minute sweeter than before, and the redbreast sings from the tall larch."
FIRST = "This opens the article and is what lists of articles show of it, so nobody touches it here."
MOMENTS = itertools.count(1_700_000_000)


@dataclass(frozen=True)
class Case:
    """An edit of the body of an article."""

    before: str
    after: str
    is_amended: bool = True


STEPS = (
    "## 1. Pack light\n\nTake one bag. {}\n\n## 2. Leave early\n\nBefore the crowds.\n\n## 3. Rest often\n\nHourly.\n"
)
TWINS = (
    "## 1. Pack light\n\nIt works. Try.\n\nMore.\n\n## 2. Leave early\n\nBefore the crowds.\n\n"
    "## 3. Rest often\n\nHourly.\n\n## Appendix"
)
CASES = {
    "a word": Case(LONG, LONG.replace("mild", "cold")),
    "more words": Case(LONG, LONG.replace("mild", "mild and very quiet")),
    "words gone": Case(LONG, LONG.replace(" from the tall larch", "")),
    "words between tags": Case(f"{LONG} And *so* on, **or** not.", f"{LONG} And *so* forth, **or** not."),
    "words in a link": Case("Read [the old map](https://example.org/).", "Read [the new map](https://example.org/)."),
    "words beside a link to an article": Case("See [first steps]({filename}2026-01-05-first-steps.md) now, friends.",
                                              "See [first steps]({filename}2026-01-05-first-steps.md) then, friends."),
    "words of a list": Case("- one apple\n- two pears\n", "- one apple\n- two plums\n"),
    "words of a table": Case("| a | b |\n|---|---|\n| 1st | 2nd |\n", "| a | b |\n|---|---|\n| 1st | 3rd |\n"),
    "words of a quotation": Case("> Said by *her*, once.", "> Said by *her*, twice."),
    "words of a note": Case("Text[^1] here.\n\n[^1]: A note about it.", "Text[^1] here.\n\n[^1]: A remark about it."),
    "words of code": Case("Type `make build` here.", "Type `make serve` here."),
    "letters that are escaped": Case("Ham & eggs, 1 < 2.", "Ham & cheese, 1 < 3."),
    "quotation marks": Case(f'{LONG} "Yes", she said.', f'{LONG} "No", she said.'),
    "letters of other scripts": Case(f"{LONG} 散歩", f"{LONG} 散策"),
    "the same words in two places": Case("Yes.\n\nPerhaps.\n\nYes.", "Yes.\n\nPerhaps.\n\nNo."),
    "the same words all over": Case("*a* b *a* b *a* b", "*a* b *a* c *a* b"),
    "words of advice that no other page shows": Case(STEPS.format("More below."), STEPS.format("More above.")),
    "two paragraphs": Case(f"{LONG}\n\nAnd one more.", f"{LONG.replace('day', 'night')}\n\nAnd two more."),
    "a draft of a sentence": Case(LONG, f"{LONG} The trees and mountains bare"),
    "text before a picture": Case(f"{LONG}\n\n![A hill]({{static}}/images/hill.png)",
                                  f"{LONG.replace('mild', 'cold')}\n\n![A hill]({{static}}/images/hill.png)"),
    "so much text that a picture is further down": Case("Short.\n\n![A hill]({static}/images/hill.png)",
                                                        f"{LONG}\n\n![A hill]({{static}}/images/hill.png)", False),
    "words of which a twin stands below": Case(f"{TWINS}\n\nIt works. Try.\n\nMore.",
                                               f"{TWINS.replace('Try', 'Do', 1)}\n\nIt works. Try.\n\nMore.", False),
    "nothing that shows": Case(LONG, f"{LONG}\n"),
    "words in which tags are": Case(LONG, LONG.replace("mild", "*mild*"), False),
    "another paragraph": Case(LONG, f"{LONG}\n\nMore."),
    "another paragraph between two": Case(f"{LONG}\n\nLast.", f"{LONG}\n\nMore & less.\n\nLast."),
    "a paragraph less": Case(f"{LONG}\n\nMore.\n\nLast.", f"{LONG}\n\nLast."),
    "two paragraphs joined": Case(f"{LONG}\n\nMore, *too*.", f"{LONG} More, *too*."),
    "emphasis where there is some": Case(f"{LONG} And *so* on.", f"{LONG} *And* *so* on."),
    "a paragraph before a heading": Case(STEPS.format("Or none."), STEPS.format("Or none.\n\nOr two.")),
    "a paragraph that reads like advice": Case(STEPS.format("."), STEPS.format(".\n\n**Go.** It is light."), False),
    "a paragraph before a picture": Case(f"{LONG}\n\n![A hill]({{static}}/images/hill.png)",
                                         f"{LONG}\n\nSo.\n\n![A hill]({{static}}/images/hill.png)"),
    "a list": Case(LONG, f"{LONG}\n\n- one\n- two", False),
    "an item of a list": Case("- one\n- two", "- one\n- two\n- three", False),
    "another heading": Case(LONG, f"{LONG}\n\n## More\n\nWords.", False),
    "a link": Case("Two [maps](https://a.example/).", "[Two](https://a.example/) [maps](https://a.example/).", False),
    "the words of a heading": Case(STEPS.format(""), STEPS.format("").replace("Rest often", "Rest"), False),
    "what advice begins with": Case(STEPS.format(""), STEPS.format("").replace("Hourly", "Daily"), False),
    "so many words that it takes longer to read": Case(LONG, f"{LONG} {'word ' * 400}", False),
    "the words of a task": Case("- [ ] Fill the bottle\n- [ ] Go", "- [ ] Fill it\n- [ ] Go", False),
    "the address of a link": Case("A [map](https://example.org/a).", "A [map](https://example.org/b).", False),
    "the text of an image": Case("![A hill](https://example.org/a)", "![A dale](https://example.org/a)", False),
    "words that feeds leave out": Case("<iframe src='https://example.org/' title='A'>zebra</iframe>\n\nMore.",
                                       "<iframe src='https://example.org/' title='A'>giraffe</iframe>\n\nMore.", False),
    "a problem": Case(LONG, "# One {: #a }\n\n# Two {: #a }\n", False),
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_site(tmp_path_factory.mktemp("amending") / "site")
    with (folder / "pelican.conf.py").open("a", encoding="utf-8") as conf:
        conf.write('\nPLUGINS.remove("search")\nFEEDS_MAX_ITEMS = 4\n')
    (folder / "content/images").mkdir(exist_ok=True)
    Image.effect_noise((64, 32), 40).save(folder / "content/images/hill.png")
    for number, case in enumerate(CASES.values()):
        write(folder, number, case.before)
    return folder


def write(folder: Path, number: int, body: str, first: str = FIRST) -> None:
    """As an author saves it, a while before a build begins."""
    path = folder / f"content/articles/case-{number}.md"
    head = f"title: Case {number}\ndate: 2026-{number // 28 + 1:02}-{number % 28 + 1:02}\ncategory: Cases\n"
    path.write_text(f"---\n{head}---\n{first}\n\n{body}\n", "utf-8")
    moment = next(MOMENTS)
    os.utime(path, (moment, moment))


def edits() -> Iterator[tuple[int, str, Case]]:
    yield from ((number, name, case) for number, (name, case) in enumerate(CASES.items()))


def test_an_amended_site_is_what_building_gives(site: Path) -> None:
    """Each edit after the other, those that give a problem taken back; then all of it is built from nothing."""
    for _ in range(2):  # what was copied in the moment in which a build begins is not known for sure afterwards
        built = run(site, COMMAND.format("output"))
        assert (built.err, built.status) == ("", 0)
    done = {}
    for number, name, case in edits():
        write(site, number, case.after)
        built = run(site, COMMAND.format("output"))
        done[name] = built.out.partition(" ")[0]
        if done[name] == "Amended":
            assert run(site, COMMAND.format("output")).out.startswith("Nothing changed: "), name
        if built.status:
            write(site, number, case.before)
    said = {name: "Amended" if case.is_amended else "Built" for name, case in CASES.items()}
    assert done == said | {"a problem": "", "nothing that shows": "Nothing"}
    write(site, 0, CASES["a word"].after, FIRST.replace("nobody", "only this case"))
    assert run(site, COMMAND.format("output")).out.startswith("Built")  # in lists stand others with the same words
    clean = run(site, COMMAND.format("clean"))
    assert (clean.status, clean.err) == (0, "")
    amended, wanted = contents(site / "output"), contents(site / "clean")
    assert [name for name in wanted if amended.get(name) != wanted[name]] == []
    assert sorted(amended) == sorted(wanted)


def test_a_site_is_amended_while_an_article_is_to_come(tmp_path: Path) -> None:
    """To come by the moment that builds are told, that is, whatever day it is."""
    folder = new_site(tmp_path / "site")
    conf = folder / "pelican.conf.py"
    conf.write_text(conf.read_text("utf-8") + '\nPLUGINS.remove("search")\n', "utf-8")
    os.utime(conf, (1_600_000_000, 1_600_000_000))
    write(folder, 0, LONG)
    write(folder, 1, "Out on 2 January 2026.")
    new_year = {"SOURCE_DATE_EPOCH": "1767225600"}
    assert run(folder, COMMAND.format("output"), **new_year).out.startswith("Built 1 article and 1 page")
    write(folder, 0, LONG.replace("mild", "cold"))
    assert run(folder, COMMAND.format("output"), **new_year).out.startswith("Amended")
    assert run(folder, COMMAND.format("output"), **new_year).out.startswith("Nothing changed")
    assert run(folder, COMMAND.format("clean"), **new_year).out.startswith("Built")
    assert contents(folder / "output") == contents(folder / "clean")
