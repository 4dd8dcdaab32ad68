"""A build that did not do its work is not measured."""

import sys
from pathlib import Path

import pytest

from bench.builders import Builder
from bench.processes import Failed
from bench.rounds import BODY, CHANGES, COLD, NOTHING, TITLE, Site, Skipped, build, measured, rewrite

WHOLE = """
import pathlib, re
out = pathlib.Path("output")
out.mkdir(exist_ok=True)
texts = {path.stem: path.read_text() for path in pathlib.Path("content/articles").glob("article-*.md")}
for name, text in texts.items():
    (out / f"{name}.html").write_text(re.sub(r"(?m)^(?=.)", "<p>", text))
(out / "archive.html").write_text("".join(texts.values()))
(out / "rss.xml").write_text("".join(texts.values()))
"""
LAZY = """
import pathlib
if not pathlib.Path("output").exists():
""" + "\n".join(f"    {line}" for line in WHOLE.splitlines())
ONE = WHOLE + "\n(out / 'article-1.html').unlink()\n"
TEXT = "---\ntitle: About one\n---\n" + "\n\n".join(" ".join(["plain"] * 50) for _ in range(9)) + "\n"


def site(folder: Path, program: str) -> Site:
    def prepare(there: Path, articles: int) -> None:
        (there / "content/articles").mkdir(parents=True)
        for number in range(articles):
            (there / f"content/articles/article-{number}.md").write_text(TEXT, "utf-8")

    builder = Builder(
        "One", "", (sys.executable, "-c", program), prepare, article="article-{}.html", archive="archive.html",
        feeds=("rss.xml",),
    )  # fmt: skip
    prepare(folder, 3)
    return Site(builder, folder, 3)


def test_a_builder_that_does_all_is_measured(tmp_path: Path) -> None:
    one = site(tmp_path / "there", WHOLE)
    found = list(measured(tmp_path, [one.builder], 3, 1, 1))
    assert [(each.change, each.watched) for each in found] == [
        (c, watched) for watched in (False, True) for c in CHANGES
    ]
    assert all(each.cost.seconds > 0 and each.cost.megabytes > 1 for each in found)


@pytest.mark.parametrize(("change", "left"), [(BODY, "article-2.html"), (TITLE, "article-1.html")])
def test_a_page_left_as_it_was_is_told(tmp_path: Path, change: str, left: str) -> None:
    lazy = site(tmp_path, LAZY)
    build(lazy, COLD, 1, False)
    build(lazy, NOTHING, 1, False)
    with pytest.raises(Skipped, match=left):
        build(lazy, change, 1, False)


def test_a_missing_page_is_told(tmp_path: Path) -> None:
    with pytest.raises(Skipped, match="2 pages of 3"):
        build(site(tmp_path, ONE), COLD, 1, False)


def test_text_that_was_not_rendered_is_told(tmp_path: Path) -> None:
    with pytest.raises(Skipped, match="without its paragraphs"):
        build(site(tmp_path, WHOLE.replace("<p>", "")), COLD, 1, False)


def test_a_failed_build_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no such luck"):
        build(site(tmp_path, "raise SystemExit('no such luck')"), COLD, 1, False)


def test_a_cold_build_finds_no_output_and_no_cache(tmp_path: Path) -> None:
    one = site(tmp_path, WHOLE + "\nassert not (out / 'old').exists()\n")
    (tmp_path / "output").mkdir()
    (tmp_path / "output/old").touch()
    build(one, COLD, 1, False)


def test_a_save_leaves_nothing_beside_the_article(tmp_path: Path) -> None:
    rewrite(tmp_path / "article.md", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["article.md"]
