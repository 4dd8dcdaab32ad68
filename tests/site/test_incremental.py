"""A build that goes on from the last one makes what a build from nothing makes, after whatever was changed."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from press.changes import RACY

from tests.site.sites import contents, new_site, run

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
COMMAND = "python -m press --content content --output output --siteurl https://example.org/walks"
CLEAN = "python -m press --content content --output clean --siteurl https://example.org/walks"
WORDS = st.sampled_from("walk map boots rain lunch friends bridge river café C++".split())
NAMES = st.sampled_from("alpha beta gamma delta".split())
DAYS = st.integers(1, 28)
MOMENTS = (1_772_323_200, 1_775_001_600)
"""1 March 2026, when articles are still to come, and 1 April, when none is: only then is a site known to stay."""
BODIES = (
    "Plain words, and a [link](https://example.org/).\n",
    "## Pack light\n\nTake one bag.\n\n## Leave early\n\nBefore the crowds.\n\n## Rest often\n\nEvery hour.\n",
    "1. Look at the map\n\nTwice.\n\n2. Ask a ranger\n\nThey know.\n\n3. Turn back in time\n\nIt is no shame.\n",
    "See [first steps]({filename}/articles/first-steps.md).\n\n- [ ] Fill the bottle\n- [ ] Tell a friend\n",
)


def article(title: str, day: int, tags: list[str], category: str, body: str, extra: str = "") -> str:
    said = f"title: {title}\ndate: 2026-03-{day:02}\ntags: [{', '.join(tags)}]\ncategory: {category}\n{extra}"
    return f"---\n{said}---\n{body}"


class Site(RuleBasedStateMachine):
    """An author at work on a site, with builds in between."""

    @initialize(searches=st.sampled_from((False, False, False, True)), moment=st.sampled_from((*MOMENTS, MOMENTS[1])))
    def begin(self, searches: bool, moment: int) -> None:
        self.place = tempfile.mkdtemp()
        self.folder = new_site(Path(self.place, "site"))
        if not searches:  # an index is made anew for every word
            with (self.folder / "pelican.conf.py").open("a", encoding="utf-8") as conf:
                conf.write('\nPLUGINS.remove("search")\n')
        self.moment = moment
        self.number = 0
        for name, body in zip(("alpha", "beta"), BODIES, strict=False):
            self.path(name).write_text(article(name, 1, [], "Walks", f"{body}\nWritten 0 times.\n"), "utf-8")
        self.build()

    def path(self, name: str) -> Path:
        return self.folder / f"content/articles/{name}.md"

    def there(self) -> list[Path]:
        return sorted((self.folder / "content/articles").glob("*.md"))

    @rule(name=NAMES, title=WORDS, day=DAYS, tags=st.lists(WORDS, max_size=2, unique=True), category=WORDS,
          body=st.sampled_from(BODIES))  # fmt: skip
    def write(self, name: str, title: str, day: int, tags: list[str], category: str, body: str) -> None:
        self.number += 1
        tags = [f'"{tag}"' for tag in tags]
        text = article(f"{title} {name}", day, tags, f'"{category}"', f"{body}\nWritten {self.number} times.\n")
        self.path(name).write_text(text, "utf-8")

    @rule(name=NAMES, word=WORDS)
    def edit_a_word(self, name: str, word: str) -> None:
        if self.path(name).exists():
            text = self.path(name).read_text("utf-8")
            self.path(name).write_text(f"{text}\nAnd {word}.\n", "utf-8")

    @rule(at=st.integers(0, 9), word=WORDS)
    def reword_and_build(self, at: int, word: str) -> None:
        """What amends a site: nothing else was changed since a build that all files were there for."""
        written = [path for path in self.there() if " times.\n" in path.read_text("utf-8")]
        if written:
            time.sleep(2 * RACY)
            self.build()
            self.number += 1
            path = written[at % len(written)]
            text = re.sub(r"\w+ \d+ times", f"Said of {word} {self.number} times", path.read_text("utf-8"))
            path.write_text(text.replace(" hour", f" {word}"), "utf-8")
            os.utime(path, (self.number, self.number))  # not within the moment in which the build begins
        self.build()

    @rule(name=NAMES, word=WORDS)
    def retitle(self, name: str, word: str) -> None:
        if self.path(name).exists():
            lines = self.path(name).read_text("utf-8").split("\n")
            lines[1] = f"title: {word} anew"
            self.path(name).write_text("\n".join(lines), "utf-8")

    @rule(name=NAMES, slug=NAMES)
    def readdress(self, name: str, slug: str) -> None:
        if self.path(name).exists():
            lines = self.path(name).read_text("utf-8").split("\n")
            lines.insert(1, f"slug: {slug}-{name}")
            self.path(name).write_text("\n".join(line for at, line in enumerate(lines)
                                                 if at < 2 or not line.startswith("slug:")), "utf-8")  # fmt: skip

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        self.path(name).unlink(missing_ok=True)

    @rule(name=NAMES, other=NAMES)
    def rename(self, name: str, other: str) -> None:
        if self.path(name).exists() and not self.path(other).exists():
            self.path(name).rename(self.path(other))

    @rule(word=WORDS)
    def change_a_checklist(self, word: str) -> None:
        path = self.folder / "content/checklists/new.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"title: New\nitems:\n  - title: Take the {word}\n  - title: Look up\n", "utf-8")

    @rule(word=WORDS)
    def change_a_template(self, word: str) -> None:
        path = self.folder / "theme/templates/tag.html"
        path.write_text(path.read_text("utf-8") + f"{{# {word} #}}<!-- {word} -->\n", "utf-8")

    @rule(word=WORDS)
    def change_a_component(self, word: str) -> None:
        path = self.folder / "theme/templates/components/card.html"
        path.write_text(path.read_text("utf-8").replace("<h2", f'<h2 data-word="{word}"'), "utf-8")

    @rule(number=st.integers(1, 9))
    def change_a_style(self, number: int) -> None:
        path = self.folder / "theme/static/css/components/card.css"
        path.write_text(path.read_text("utf-8") + f"\n@layer components {{ .card {{ order: {number}; }} }}\n", "utf-8")

    @rule(number=st.integers(1, 5))
    def change_a_setting(self, number: int) -> None:
        path = self.folder / "pelican.conf.py"
        path.write_text(
            path.read_text("utf-8") + f"\nDEFAULT_PAGINATION = {number}\nSITESUBTITLE = '{number}'\n", "utf-8"
        )

    @rule(days=st.integers(1, 20))
    def wait(self, days: int) -> None:
        self.moment += days * 86_400

    @rule()
    @precondition(lambda self: (self.folder / ".cache").exists())
    def lose_the_cache(self) -> None:
        shutil.rmtree(self.folder / ".cache")

    @rule(share=st.integers(0, 9))
    def cut_the_cache(self, share: int) -> None:
        for path in (self.folder / ".cache").rglob("*.sqlite"):
            path.write_bytes(path.read_bytes()[: path.stat().st_size * share // 10])

    @rule(at=st.integers(0, 2**20))
    def damage_the_cache(self, at: int) -> None:
        for path in (self.folder / ".cache").rglob("*.sqlite"):
            data = bytearray(path.read_bytes())
            if data:
                data[at % len(data)] ^= 0xFF
                path.write_bytes(data)

    @rule()
    def build(self) -> None:
        self.built = run(self.folder, COMMAND, SOURCE_DATE_EPOCH=str(self.moment))
        assert "Traceback" not in self.built.err

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        try:
            self.build()
            self.compare()
        finally:
            shutil.rmtree(self.place, ignore_errors=True)

    def compare(self) -> None:
        """What was built last, and what a build from nothing makes of the same sources."""
        goes_on = contents(self.folder / "output")
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)
        clean = run(self.folder, CLEAN, SOURCE_DATE_EPOCH=str(self.moment))
        assert (clean.status, clean.err) == (self.built.status, self.built.err)
        if clean.status == 0:
            wanted = contents(self.folder / "clean")
            assert sorted(goes_on) == sorted(wanted)
            assert [name for name in wanted if goes_on[name] != wanted[name]] == []


TestSite = Site.TestCase
TestSite.settings = settings(
    max_examples=500 if LONG else 20,
    stateful_step_count=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes hundreds of builds
    suppress_health_check=list(HealthCheck),
)
