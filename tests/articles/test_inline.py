"""The inline parser that looks for marks first: the HTML is the stock parser's."""

from __future__ import annotations

from typing import Any

from articles.extension import ArticleExtension
from articles.inline import MARKS, MarkedInlineProcessor
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from tests.articles.conftest import MARKDOWN

MARKED: Any = Markdown(**{**MARKDOWN, "extensions": [*MARKDOWN["extensions"], ArticleExtension()]})
STOCK: Any = Markdown(**{**MARKDOWN, "extensions": [*MARKDOWN["extensions"], ArticleExtension()]})
STOCK.treeprocessors.register(InlineProcessor(STOCK), "inline", 20)

PIECES = [
    "a", " ", "\n", "  \n", "\n\n", "*", "**", "_", "__", "`", "``", "\\", "\\*", "[", "]", "(b)", "![", "[a](b)",
    "[a](b 'c')", "[a][r]", "[r]", "![a](b)", "![a][r]", "[^1]", "<b>", "</b>", "<http://a.b>", "<a@b.c>", "&amp;", "&",
    "~~", "\n\n[r]: /r\n\n", "\n\n[^1]: n\n\n", "\n\n*[a]: abbr\n\n", "\n\n# ", "\n\n- ", "\n\n> ", "|", "\x02", "\x03",
]  # fmt: skip


def test_it_stands_in_for_the_stock_parser() -> None:
    assert isinstance(MARKED.treeprocessors["inline"], MarkedInlineProcessor)
    assert not isinstance(STOCK.treeprocessors["inline"], MarkedInlineProcessor)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join))
def test_the_html_is_the_stock_parsers(text: str) -> None:
    assert MARKED.reset().convert(text) == STOCK.reset().convert(text)


def test_every_name_is_one_of_a_stock_pattern() -> None:
    patterns = Markdown(extensions=["footnotes"]).inlinePatterns
    gone = {"not_strong", "em_strong2"}  # since Python-Markdown 3.11 one pattern serves for all emphasis
    assert {name for name in MARKS if name not in patterns} <= gone
