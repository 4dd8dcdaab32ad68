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

from tests.site.links import Site
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
    names = {re.search(r"^categories: *(\w+)", path.read_text("utf-8"), re.M)[1] for path in ARTICLES.glob("*.md")}  # type: ignore[index]
    built = {path.split("/")[1] for path in corpus.pages if path.startswith("categories/")}
    assert built == names == {"lifestyle"}


def test_links_lead_somewhere_and_pages_are_sound(corpus: Site) -> None:
    from tests.site.links import dead_links
    from tests.site.pages import faults

    assert dead_links(corpus) == []
    assert {path: found for path, page in corpus.pages.items() if (found := faults(page))} == {}


def test_outlines_are_recovered(corpus: Site) -> None:
    labels = SHARED / "corpus" / "labels_headings.json"
    command = [sys.executable, SCORE, corpus.folder, ARTICLES, labels, "--min", "0.985"]
    scored = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert scored.returncode == 0, scored.stdout + scored.stderr
    precision = re.search(r"precision ([\d.]+)", scored.stdout)
    assert precision is not None
    assert float(precision[1]) >= 0.99, scored.stdout


def test_the_first_article_has_four_sections_with_five_and_eight_titles() -> None:
    with _built(SHARED / "seed") as folder:
        site = Site(Path(folder) / "site", URL)
        headings = [each.tag for each in site.pages[articles(site)[0]].all("article")]
        assert headings
        text = site.text(articles(site)[0])
    body = text[text.index("<article") : text.index("</article>")]
    levels = re.findall(r"<(h[23])[ >][^>]*id=", body)
    sections = "".join(level[1] for level in levels).split("2")[1:]
    assert len(sections) == 4
    assert sorted(len(section) for section in sections)[-2:] == [5, 8]
    assert [len(section) for section in sections if section] == [5, 8]
