"""``python -m articles.headings``: lists what is recovered, writes it, and changes no page by that."""

from __future__ import annotations

import runpy
import stat
import sys
from pathlib import Path

import pytest
from articles.extension import ArticleExtension
from articles.headings import main, replace, written
from articles.model import Outline, Section
from articles.reading import read_draft
from articles.recover import recover
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension

HEAD = '---\ntitle: "Follow Up"\ndate: 2024-03-05\n---\n'
PROSE = "This is a paragraph that is long enough to be read as text."
BODY = f"Introduction\n\n{PROSE}\n\n1. Listen\n\n{PROSE}\n\n2. Speak\n\n{PROSE}\n\n**Go On**\n\n{PROSE}\n"
WRITTEN = f"## Introduction\n\n{PROSE}\n\n## 1. Listen\n\n{PROSE}\n\n## 2. Speak\n\n{PROSE}\n\n## Go On\n\n{PROSE}\n"
ARTICLE = "articles/2024-03-05-follow-up.md"


@pytest.fixture
def article(content: Path) -> Path:
    path = content / ARTICLE
    path.write_text(HEAD + BODY, encoding="utf-8")
    return path


def test_every_guess_is_listed_with_its_place_and_reason(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "content"]) == 0
    out, err = capsys.readouterr()
    starts = [
        f'content/{ARTICLE}:5: h2 section "Introduction": ',
        f'content/{ARTICLE}:9: h2 numbered "1. Listen": ',
        f'content/{ARTICLE}:13: h2 numbered "2. Speak": ',
        f'content/{ARTICLE}:17: h2 section "**Go On**": ',
    ]
    lines = out.splitlines()
    assert [line.startswith(start) and len(line) > len(start) for line, start in zip(lines, starts, strict=True)] == [
        True
    ] * 4
    assert err == ""
    assert article.read_text(encoding="utf-8") == HEAD + BODY


def test_what_is_no_heading_is_listed_without_a_level(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.write_text(f"{HEAD}Follow Up\n\n{PROSE}\n", encoding="utf-8")
    assert main(["--content", "content"]) == 0
    assert capsys.readouterr().out.startswith(f'content/{ARTICLE}:5: -- repeat "Follow Up": ')


def test_guesses_are_written_as_markdown(article: Path) -> None:
    assert main(["--content", "content", "--write"]) == 0
    assert article.read_text(encoding="utf-8") == HEAD + WRITTEN


def test_a_second_writing_changes_nothing(article: Path) -> None:
    main(["--content", "content", "--write"])
    before = article.read_bytes()
    main(["--content", "content", "--write"])
    assert article.read_bytes() == before


def test_a_line_that_goes_away_takes_the_blank_line_below(article: Path) -> None:
    article.write_text(f"{HEAD}Follow Up\n\n{PROSE}\n", encoding="utf-8")
    main(["--content", "content", "--write"])
    assert article.read_text(encoding="utf-8") == f"{HEAD}{PROSE}\n"


def test_line_ends_byte_order_mark_and_mode_stay(article: Path) -> None:
    article.write_bytes(b"\xef\xbb\xbf" + (HEAD + BODY).replace("\n", "\r\n").encode())
    article.chmod(0o640)
    main(["--content", "content", "--write"])
    assert article.read_bytes() == b"\xef\xbb\xbf" + (HEAD + WRITTEN).replace("\n", "\r\n").encode()
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    assert [path.name for path in article.parent.iterdir()] == [article.name]


def test_a_link_stays_a_link(article: Path) -> None:
    real = article.rename(article.with_name("real.txt"))
    article.symlink_to(real.name)
    main(["--content", "content", "--write"])
    assert article.is_symlink()
    assert real.read_text(encoding="utf-8") == HEAD + WRITTEN


def test_an_article_that_keeps_its_lines_is_left_alone(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = HEAD.replace("---\n", "---\nheadings: keep\n", 1) + BODY
    article.write_text(text, encoding="utf-8")
    assert main(["--content", "content", "--write"]) == 0
    assert capsys.readouterr().out == ""
    assert article.read_text(encoding="utf-8") == text


def test_an_article_with_an_error_is_told_and_left_alone(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.write_text(HEAD.replace("title", "titel") + BODY, encoding="utf-8")
    other = article.with_name("other.md")
    other.write_text(HEAD + BODY, encoding="utf-8")
    assert main(["--content", "content", "--write"]) == 1
    out, err = capsys.readouterr()
    assert err == f'content/{ARTICLE}:2:1: unknown key "titel". Did you mean "title"?\n'
    assert len(out.splitlines()) == 4
    assert article.read_text(encoding="utf-8").endswith(BODY)
    assert other.read_text(encoding="utf-8") == HEAD + WRITTEN


def test_a_file_that_cannot_be_read_is_told(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.write_bytes(b"caf\xe9")
    (article.parent / "folder.md").mkdir()
    assert main(["--content", "content"]) == 1
    assert "is not UTF-8" in (err := capsys.readouterr().err)
    assert "is a folder, not a file" in err


def test_a_folder_that_is_not_there_is_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", "none"]) == 2
    assert capsys.readouterr().err == "none: there is no such folder. Name the folder that holds articles/.\n"


def test_it_runs_as_a_module(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["headings", "--content", "content"])
    monkeypatch.delitem(sys.modules, "articles.headings")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("articles.headings", run_name="__main__")
    assert ended.value.code == 0


def test_a_disk_that_refuses_leaves_the_file_and_nothing_beside_it(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("articles.headings.os.replace", refuse)
    with pytest.raises(OSError, match="No space"):
        replace(article, "x")
    assert [path.name for path in article.parent.iterdir()] == [article.name]
    assert article.read_text(encoding="utf-8") == HEAD + BODY


PARTS = [
    "Introduction", "Conclusion", "Follow Up", "1. Listen", "2. Speak Up", "3) Go", r"1\. Listen", "I. Listen",
    "II. Speak", "Step 1: Listen", "Step 2: Speak", "**Bold Title**", "**1. Listen**", "2. **Speak**", "**Note:** text",
    "Why People Leave", "How to Stay Calm", "1. Lead One: and some text that is long enough to count.",
    "2. Lead Two: and some more text that is long enough.", "1. **Lead**: and text to read.", "2. **Other**: more.",
    "- item\n- item", "1. one\n2. two", "# Real", "## Real Two", "> quote", "```\nIntroduction\n```", "---", "**",
    "Title\n=====", "| a | b |\n|---|---|\n| 1 | 2 |", "    code", "<div>\n\nIntroduction\n\n</div>", "C#", "Title #",
    r"\*\*Escaped\*\*", "Follow Up {#id}", "3.1 Deeper", "Text[^1].\n\n[^1]: Note.", "**Title**\nand text below it.",
]  # fmt: skip
documents = st.lists(st.sampled_from(PARTS) | st.just(PROSE), max_size=12).map("\n\n".join)


def page(text: str) -> tuple[str, Outline, int]:
    """The HTML of a source's body, its outline with every heading as if it had been written, and its words."""
    draft = read_draft(text, "a.md", True)
    extensions: list[str | Extension] = ["tables", "footnotes", "attr_list", ArticleExtension()]
    md = Markdown(extensions=extensions)
    md.article_title = draft.fields.title  # type: ignore[attr-defined]
    html = md.convert(draft.body)
    found: Outline = md.article_outline  # type: ignore[attr-defined]
    plain = Outline(found.paragraphs, found.run_ins, tuple(map(as_written, found.sections)))
    return html, plain, md.article_words  # type: ignore[attr-defined]


def as_written(section: Section) -> Section:
    from dataclasses import replace as changed

    return changed(section, source="written", sections=tuple(map(as_written, section.sections)))


@settings(max_examples=150, deadline=None)
@given(documents)
def test_the_page_is_the_same_before_and_after(body: str) -> None:
    text = HEAD + body
    draft = read_draft(text, "a.md", True)
    after = written(text, draft, recover(draft.body.split("\n"), draft.fields.title))
    assert page(after) == page(text)
