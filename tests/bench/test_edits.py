"""What the bench changes in an article is what it says: one word of the text, one of the title, nothing else."""

from pathlib import Path

import pytest

from bench import corpus
from bench.edits import edited_article, retitled_article, with_title, with_word

ARTICLES = 12


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("corpus")
    corpus.write(folder, ARTICLES)
    return [(folder / f"articles/article-{number}.md").read_text("utf-8") for number in range(ARTICLES)]


def differing(before: str, after: str) -> list[tuple[int, str, str]]:
    pairs = enumerate(zip(before.split(), after.split(), strict=True))
    return [(at, old, new) for at, (old, new) in pairs if old != new]


def test_a_word_is_replaced_in_the_middle_of_the_text(sources: list[str]) -> None:
    for source in sources:
        [(at, _, new)] = differing(source, with_word(source, "revised"))
        assert new == "revised"
        assert len(source.split()) / 3 < at < len(source.split()) * 2 / 3


def test_a_word_can_be_replaced_again_and_again(sources: list[str]) -> None:
    source = sources[0]
    for turn in range(10):
        source = with_word(source, f"revised{turn}")
    assert f"revised{9}" in source


def test_the_last_word_of_the_title_is_replaced(sources: list[str]) -> None:
    for source in sources:
        [(_, old, new)] = differing(source, with_title(source, "retitled"))
        title = next(line for line in source.splitlines() if line.startswith("title: "))
        assert (old, new) == (title.split()[-1], "retitled")


def test_each_turn_edits_another_article() -> None:
    assert len({edited_article(100, turn) for turn in range(9)}) == 9


@pytest.mark.parametrize("articles", [1, 3, 100, 1_000, 3_650, 10_000])
def test_retitled_articles_are_among_the_twenty_newest(articles: int) -> None:
    newest = sorted(range(articles), key=lambda number: number % corpus.DAYS, reverse=True)
    edited = {retitled_article(articles, turn, corpus.DAYS) for turn in range(20)}
    assert edited <= set(newest[:20])


def test_plain_front_matter_differs_in_dates_and_tags_alone(tmp_path: Path, sources: list[str]) -> None:
    corpus.write(tmp_path, ARTICLES, plain=True)
    plain = (tmp_path / "articles/article-3.md").read_text("utf-8")
    changed = [line for line in plain.splitlines() if line not in sources[3].splitlines()]
    assert [line.partition(":")[0] for line in changed] == ["date", "tags"]
