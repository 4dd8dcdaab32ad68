"""Articles as their authors left them, where there are some beside the project."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.site.links import Site, dead_links
from tests.site.pages import Page, faults
from tests.site.sites import ROOT, run

SHARED = ROOT.parent / "shared"
ARTICLES = SHARED / "corpus" / "articles"
SCORE = SHARED / "tools" / "outline_score.py"
URL = "https://example.org/blog"

pytestmark = pytest.mark.skipif(not SCORE.is_file(), reason="there are no articles of other people beside the project")


@pytest.fixture(scope="module")
def corpus() -> Iterator[Site]:
    with _built(ARTICLES) as folder:
        yield Site(Path(folder) / "site", URL)


def _built(articles: Path) -> TemporaryDirectory[str]:
    """A folder with the articles and the site that is built of them, without a word."""
    folder = TemporaryDirectory()
    shutil.copytree(articles, Path(folder.name) / "content" / "articles")
    content, output = Path(folder.name) / "content", Path(folder.name) / "site"
    built = run(ROOT, f"python -m press --content {content} --output {output} --siteurl {URL}")
    assert (built.status, built.err) == (0, "")
    return folder


def articles(site: Site) -> list[str]:
    return [path for path in site.pages if re.fullmatch(r"articles/[^/]+/index\.html", path)]


def test_every_article_has_a_page_with_its_own_title(corpus: Site) -> None:
    titles = sorted(corpus.pages[path].all("h1")[0].text for path in articles(corpus))
    written = [re.search(r"^title: *(.+?) *$", path.read_text("utf-8"), re.M) for path in ARTICLES.glob("*.md")]
    assert len(titles) == 38
    assert list(map(_plain, titles)) == sorted(_plain(found[1].strip("\"'")) for found in written if found)
    assert not any(title.startswith(('"', "“", "'")) for title in titles)


def _plain(title: str) -> str:
    return re.sub(r"[‘’]", "'", title)


def test_the_category_is_the_one_that_jekyll_would_give(corpus: Site) -> None:
    texts = [path.read_text("utf-8") for path in ARTICLES.glob("*.md")]
    written = {name for text in texts for name in re.findall(r"^categories: *(\w+) *$", text, re.M)}
    built = {path.split("/")[1] for path in corpus.pages if path.startswith("categories/")}
    assert built == written == {"lifestyle"}
    for path in articles(corpus):
        assert "lifestyle" in [link.text for link in corpus.pages[path].all("a")]


def test_links_lead_somewhere_and_pages_are_sound(corpus: Site) -> None:
    assert dead_links(corpus) == []
    assert {path: found for path, page in corpus.pages.items() if (found := faults(page))} == {}


def test_outlines_are_recovered(corpus: Site) -> None:
    labels = SHARED / "corpus" / "labels_headings.json"
    command = [sys.executable, *map(str, (SCORE, corpus.folder, ARTICLES, labels)), "--min", "0.985"]
    scored = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert scored.returncode == 0, scored.stdout + scored.stderr
    precision = re.search(r"precision ([\d.]+)", scored.stdout)
    assert precision is not None
    assert float(precision[1]) >= 0.99, scored.stdout


def test_the_first_article_has_four_sections_two_of_them_with_five_and_eight_titles() -> None:
    with _built(SHARED / "seed") as folder:
        site = Site(Path(folder) / "site", URL)
        text = site.text(articles(site)[0])
    body = Page(text[text.index("<article") : text.index("</article>")])
    levels = [heading.tag for heading in body.all("h2", "h3", "h4") if "id" in heading.attributes]
    titles = [len(section.split()) for section in " ".join(levels).split("h2")[1:]]
    assert titles == [0, 5, 8, 0]
