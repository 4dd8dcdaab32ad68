"""A build that goes on from the last one makes what a build from nothing makes, after whatever was changed."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections import Counter
from itertools import count
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from press.changes import RACY

from tests.site.sites import contents, new_site, run

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
COMMAND = "python -m press --content content --output output --siteurl https://example.org/walks"
CLEAN = "python -m press --content content --output clean --siteurl https://example.org/walks"
WORDS = st.sampled_from("walk map boots rain lunch friends bridge river café C++".split())
SAYINGS = st.sampled_from(("walk", "boots", "café", "one more day", "Yes", "salt & pepper", '"so"', "2 < 3", "*not*"))
NAMES = st.sampled_from("alpha beta gamma delta".split())
DAYS = st.integers(1, 28)
PLACES = st.integers(0, 99)
MOMENTS = (1_772_323_200, 1_775_001_600)
"""1 March 2026, when articles are still to come, and 1 April, when none is."""
BODIES = (
    "Plain words, and a [link](https://example.org/).\n",
    "## Pack light\n\nTake one bag.\n\n## Leave early\n\nBefore the crowds.\n\n## Rest often\n\nEvery hour.\n",
    "1. Look at the map\n\nTwice.\n\n2. Ask a ranger\n\nThey know.\n\n3. Turn back in time\n\nIt is no shame.\n",
    "See [first steps]({filename}/articles/2026-01-05-first-steps.md).\n\n- [ ] Fill the bottle\n- [ ] Tell a friend\n",
    "It begins.\n\nYes. *Perhaps*, she said, or **not**.\n\n> Yes. *Perhaps*, he said.\n\n- one map\n- two maps\n",
    "It ends.\n\n| a | b |\n|---|---|\n| yes | no |\n| no | yes |\n\nType `make map`.[^1] Yes.\n\n[^1]: Yes. So.\n",
)
DIARY = "This opens the diary and is what lists of articles show of it, so nobody touches it here.\n"
HEAD = re.compile(r"---\n.*?\n---\n|.*?\n\n", re.S)
"""Front matter."""
WORD = re.compile(r"\([^)]*\)|\{[^}]*\}|([^\W\d_]{2,})")
"""A word of a text, or an address, which has none."""
COUNTED = re.compile(r"^(?:Written|Said) .*times\.$", re.M)
"""What shows how often an article was written; no other says the same."""


def article(title: str, day: int, tags: list[str], category: str, body: str, extra: str = "") -> str:
    said = f"title: {title}\ndate: 2026-03-{day:02}\ntags: [{', '.join(tags)}]\ncategory: {category}\n{extra}"
    return f"---\n{said}---\n{body}"


class Site(RuleBasedStateMachine):
    """An author at work on a site, with builds in between."""

    said: ClassVar[Counter[str]] = Counter()
    """How many builds, of all walks, said what."""

    @initialize(
        searches=st.sampled_from((False, False, False, True)),
        hurries=st.sampled_from((False, False, True)),
        moment=st.sampled_from(MOMENTS),
    )
    def begin(self, searches: bool, hurries: bool, moment: int) -> None:
        """An author who hurries saves in the very moment in which a build begins: nobody knows what it has read."""
        self.place = tempfile.mkdtemp()
        self.folder = new_site(Path(self.place, "site"))
        self.searches, self.hurries, self.moment = searches, hurries, moment
        self.is_sound = True
        self.numbers, self.seconds = count(), count(1_700_000_000)
        if not searches:  # an index is made anew for every word
            self.append("pelican.conf.py", '\nPLUGINS.remove("search")\n')
        for name, body in zip(("alpha", "beta", "diary"), (*BODIES[-2:], DIARY), strict=True):
            self.save(self.path(name), article(name, 1, [], "Walks", f"{body}\n{self.counted()}\n"))
        self.build()

    def path(self, name: str) -> Path:
        return self.folder / f"content/articles/{name}.md"

    def there(self) -> list[Path]:
        """All articles and pages, but for the diary, of which nothing changes but how often it was written."""
        return sorted(path for path in (self.folder / "content").glob("*/*.md") if path.stem != "diary")

    def written(self) -> list[Path]:
        return [path for path in self.there() if COUNTED.search(path.read_text("utf-8"))]

    def counted(self, said: str = "Written") -> str:
        return f"{said} {next(self.numbers)} times."

    def save(self, path: Path, text: str) -> None:
        path.write_text(text, "utf-8")
        if not self.hurries:
            self.settle(path)

    def settle(self, path: Path) -> None:
        """Have a file saved a while ago."""
        second = next(self.seconds)
        os.utime(path, (second, second))

    def append(self, name: str, text: str) -> None:
        self.save(self.folder / name, (self.folder / name).read_text("utf-8") + text)

    @rule(name=NAMES, title=WORDS, day=DAYS, tags=st.lists(WORDS, max_size=2, unique=True), category=WORDS,
          body=st.sampled_from(BODIES))  # fmt: skip
    def write(self, name: str, title: str, day: int, tags: list[str], category: str, body: str) -> None:
        tags = [f'"{tag}"' for tag in tags]
        text = article(f"{title} {name}", day, tags, f'"{category}"', f"{body}\n{self.counted()}\n")
        self.save(self.path(name), text)

    @rule(name=NAMES, word=WORDS)
    def edit_a_word(self, name: str, word: str) -> None:
        if self.path(name).exists():
            self.append(f"content/articles/{name}.md", f"\nAnd {word}.\n")

    @rule(at=PLACES, place=PLACES, said=SAYINGS)
    def reword(self, at: int, place: int, said: str) -> None:
        """Another word, wherever it is: in a sentence, a heading, a list, a link, and maybe more than once."""
        paths = 2 * self.written() + self.there()  # most of the others have no words but those that lists show
        path = paths[at % len(paths)]
        text = path.read_text("utf-8")
        head = HEAD.match(text)
        if words := [word for word in WORD.finditer(text, head.end() if head else 0) if word[1]]:
            start, end = words[place % len(words)].span()
            self.save(path, text[:start] + said + text[end:])

    @rule(at=PLACES, word=WORDS)
    def count_anew(self, at: int, word: str) -> None:
        """Other words in a paragraph that lists of articles do not show."""
        if written := self.written():
            path = written[at % len(written)]
            new = self.counted(f"Said of {word}")
            self.save(path, COUNTED.sub(lambda _: new, path.read_text("utf-8"), 1))

    @rule(edits=st.lists(st.tuples(PLACES, PLACES, SAYINGS), min_size=1, max_size=3))
    def reword_and_build(self, edits: list[tuple[int, int, str]]) -> None:
        """Nothing else was changed since a build that all files were there for."""
        self.build_settled()
        for edit in edits:
            self.reword(*edit)
        self.build()

    @rule(at=PLACES, word=WORDS)
    def count_anew_and_build(self, at: int, word: str) -> None:
        self.build_settled()
        self.count_anew(at, word)
        self.build()

    @rule(name=NAMES, word=WORDS)
    def retitle(self, name: str, word: str) -> None:
        if self.path(name).exists():
            lines = self.path(name).read_text("utf-8").split("\n")
            lines[1] = f"title: {word} anew"
            self.save(self.path(name), "\n".join(lines))

    @rule(name=NAMES, slug=NAMES)
    def readdress(self, name: str, slug: str) -> None:
        if self.path(name).exists():
            lines = self.path(name).read_text("utf-8").split("\n")
            lines.insert(1, f"slug: {slug}-{name}")
            kept = [line for at, line in enumerate(lines) if at < 2 or not line.startswith("slug:")]
            self.save(self.path(name), "\n".join(kept))

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)

    @rule(name=NAMES, other=NAMES)
    def rename(self, name: str, other: str) -> None:
        if self.path(name).exists() and not self.path(other).exists():
            self.path(name).rename(self.path(other))

    @rule(word=WORDS, key=st.sampled_from(("text", "text", "text", "title")))
    def change_a_checklist(self, word: str, key: str) -> None:
        """No item has a title: then nothing is published until that is put right."""
        path = self.folder / "content/checklists/new.yml"
        path.parent.mkdir(exist_ok=True)
        self.save(path, f"title: New\nitems:\n  - text: Look up\n  - {key}: Take the {word}\n")

    @rule(word=WORDS)
    def change_a_template(self, word: str) -> None:
        self.append("theme/templates/tag.html", f"{{# {word} #}}<!-- {word} -->\n")

    @rule(word=WORDS)
    def change_a_component(self, word: str) -> None:
        path = self.folder / "theme/templates/components/card.html"
        self.save(path, path.read_text("utf-8").replace("<h2", f'<h2 data-word="{word}"'))

    @rule(number=st.integers(1, 9))
    def change_a_style(self, number: int) -> None:
        order = f"@layer components {{ .card {{ order: {number}; }} }}"
        self.append("theme/static/css/components/card.css", f"\n{order}\n")

    @rule(number=st.integers(1, 5))
    def change_a_setting(self, number: int) -> None:
        self.append("pelican.conf.py", f"\nDEFAULT_PAGINATION = {number}\nSITESUBTITLE = '{number}'\n")

    @rule(days=st.integers(1, 20))
    def wait(self, days: int) -> None:
        self.moment += days * 86_400

    @rule()
    @precondition(lambda self: (self.folder / ".cache").exists())
    def lose_the_cache(self) -> None:
        shutil.rmtree(self.folder / ".cache")
        self.is_sound = True

    @rule(share=st.integers(0, 9))
    def cut_the_cache(self, share: int) -> None:
        self.is_sound = False
        for path in (self.folder / ".cache").rglob("*.sqlite"):
            path.write_bytes(path.read_bytes()[: path.stat().st_size * share // 10])

    @rule(at=st.integers(0, 2**20))
    def damage_the_cache(self, at: int) -> None:
        self.is_sound = False
        for path in (self.folder / ".cache").rglob("*.sqlite"):
            data = bytearray(path.read_bytes())
            if data:
                data[at % len(data)] ^= 0xFF
                path.write_bytes(data)

    @rule()
    def build(self) -> None:
        if self.outcome() == "Amended":
            self.compare()  # now, as the next build makes anew what was amended

    def outcome(self) -> str:
        """Build, and tell what that came to."""
        self.built = run(self.folder, COMMAND, SOURCE_DATE_EPOCH=str(self.moment))
        assert "Traceback" not in self.built.err
        found = re.match("Built|Amended|Nothing changed", self.built.out)
        outcome = found[0] if found else "Refused"
        self.said[outcome] += 1
        return outcome

    def build_settled(self) -> None:
        """A build that began a while after all was saved."""
        if self.hurries:
            time.sleep(2 * RACY)
        self.build()

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        try:
            self.build_settled()
            if self.searches or not self.is_sound or self.built.status or self.built.err:
                self.compare()
            else:
                self.amend()
        finally:
            shutil.rmtree(self.place, ignore_errors=True)

    def amend(self) -> None:
        """Whatever was done to a site before, it can be amended with new words of the diary, and that again."""
        for _ in range(2):
            text = self.path("diary").read_text("utf-8")
            self.path("diary").write_text(COUNTED.sub(self.counted("Said"), text), "utf-8")
            self.settle(self.path("diary"))
            assert self.outcome() == "Amended"
        self.compare()
        assert self.outcome() == "Nothing changed"

    def compare(self) -> None:
        """What was built last, and what a build from nothing makes of the same sources."""
        kept, aside, clean = self.folder / ".cache", self.folder / "aside", self.folder / "clean"
        if kept.exists():
            kept.rename(aside)
        built = run(self.folder, CLEAN, SOURCE_DATE_EPOCH=str(self.moment))
        assert (built.status, built.err) == (self.built.status, self.built.err)
        if built.status == 0:
            goes_on, wanted = contents(self.folder / "output"), contents(clean)
            assert sorted(goes_on) == sorted(wanted)
            assert [name for name in wanted if goes_on[name] != wanted[name]] == []
        shutil.rmtree(kept, ignore_errors=True)
        shutil.rmtree(clean, ignore_errors=True)
        if aside.exists():
            aside.rename(kept)


WALKS = settings(
    max_examples=500 if LONG else 20,
    stateful_step_count=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes hundreds of builds
    suppress_health_check=list(HealthCheck),
)


def test_whatever_was_changed_going_on_makes_what_a_build_from_nothing_makes() -> None:
    """Each way to go on was gone: the simplest walk, which comes first, goes all of them."""
    Site.said.clear()
    run_state_machine_as_test(Site, settings=WALKS)
    assert all(Site.said[outcome] for outcome in ("Built", "Amended", "Nothing changed")), Site.said
