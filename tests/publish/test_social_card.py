from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from publish import SETTINGS
from publish.card_type import Face, broken, fitted, plain_words
from publish.cards import CardMaker, card_maker, count_in_words
from publish.social_card import HEIGHT, WIDTH, Words, card_png

from tests.publish.pixels import opened

THEME = Path(__file__).parents[2] / "theme"
SITE = "A Field Guide"
LONG = "x" * 200
INK, SIGNAL = (0x22, 0x1E, 0x19), (0xA9, 0x32, 0x17)


def new_maker(folder: Path, theme: Path = THEME) -> CardMaker | None:
    return card_maker(theme, SETTINGS["PUBLISH_CARD_FONTS"], SETTINGS["PUBLISH_CARD_COLOURS"], folder, "cards")  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> CardMaker:
    found = new_maker(tmp_path_factory.mktemp("cards"))
    assert found is not None
    return found


def drawn(maker: CardMaker, words: Words) -> Image.Image:
    return opened(card_png(words, maker.style)).convert("RGB")


def has_ink(card: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return INK in {colour for _, colour in card.crop(box).getcolors(1 << 16) or []}


def squares(card: Image.Image, top: int, bottom: int) -> int:
    """How many squares stand side by side, counted along a line through their upper edges."""
    counts = []
    for y in range(top, bottom):
        line = [card.getpixel((x, y)) == SIGNAL for x in range(WIDTH)]
        counts.append(sum(now and not before for before, now in zip([False, *line], line, strict=False)))
    return next((count for count in counts if count), 0)


TITLE_BOX = (80, 150, 1120, 480)


@pytest.mark.parametrize("title", ["A", LONG, "Two words", "Žluťoučký kůň – “x”", "Hello 🎉", "e\u0301t\u0301e\u0301"])
def test_every_card_has_its_size_and_few_bytes(maker: CardMaker, title: str) -> None:
    data = card_png(Words(SITE, title, 8, "8 strategies"), maker.style)
    assert opened(data).size == (WIDTH, HEIGHT)
    assert opened(data).format == "PNG"
    assert len(data) < 60_000


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=30), st.integers(0, 40))
def test_any_words_can_be_drawn_and_stay_inside(maker: CardMaker, title: str, site: str, number: int) -> None:
    card = drawn(maker, Words(site, title, number, count_in_words(number)))
    for edge in (
        (0, 0, 40, HEIGHT),
        (WIDTH - 40, 0, WIDTH, HEIGHT),
        (0, 0, WIDTH, 40),
        (0, HEIGHT - 40, WIDTH, HEIGHT),
    ):
        assert card.crop(edge).getcolors(1) == [((edge[2] - edge[0]) * (edge[3] - edge[1]), (0xFB, 0xF8, 0xF1))]


@pytest.mark.parametrize("title", ["عنوان المقال", "中文标题", "หัวข้อ", "🎉🎉", "Part 中 of it"])
def test_a_title_that_the_type_cannot_write_gives_way_to_the_name_of_the_site(maker: CardMaker, title: str) -> None:
    assert drawn(maker, Words(SITE, title)).tobytes() == drawn(maker, Words(SITE)).tobytes()
    assert has_ink(drawn(maker, Words(SITE)), TITLE_BOX)


@pytest.mark.parametrize("title", ["", "عنوان المقال", "中文标题", "หัวข้อ", "🎉🎉", "Part 中 of it"])
def test_a_title_that_the_type_cannot_write_is_no_card_of_its_own(maker: CardMaker, title: str) -> None:
    assert not maker.can_show(Words(SITE, title, 3, "3 strategies"))


@pytest.mark.parametrize("title", ["A", "Hello 🎉", "Žluťoučký kůň"])
def test_a_title_without_its_emoji_is_a_card_of_its_own(maker: CardMaker, title: str) -> None:
    assert maker.can_show(Words(SITE, title))


def test_a_site_whose_name_cannot_be_written_has_its_square(maker: CardMaker) -> None:
    card = drawn(maker, Words("网站", "标题", 3, "3 strategies"))
    assert not has_ink(card, TITLE_BOX)
    assert squares(card, 60, 130) == 1


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, 1), (8, 8), (12, 12), (30, 12)])
def test_there_is_a_square_for_each_strategy_up_to_twelve(maker: CardMaker, number: int, shown: int) -> None:
    card = drawn(maker, Words(SITE, "A", number, count_in_words(number)))
    assert squares(card, 490, 600) == shown
    assert has_ink(card, (80, 490, 1120, 600)) == bool(number)


def test_strategies_are_counted_in_words() -> None:
    assert [count_in_words(number) for number in (0, 1, 8)] == ["", "1 strategy", "8 strategies"]


def test_emoji_go_and_letters_are_composed() -> None:
    assert plain_words(" Caf\u0065\u0301 ☕️  👩‍💻 now\n") == "Caf\u00e9 now"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="abW Wé", max_size=200), st.sampled_from([44, 60, 92]))
def test_lines_hold_all_the_letters_and_are_never_too_wide(maker: CardMaker, text: str, size: int) -> None:
    face = maker.style.title
    lines = broken(face, text, size, 500)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(face.width(line, size) <= 500 for line in lines)


def test_a_title_that_fits_in_no_size_is_cut_off_with_an_ellipsis(maker: CardMaker) -> None:
    found = fitted(maker.style.title, LONG * 3, (60, 44), 1000, 300, 1.14)
    assert found.size == 44
    assert found.lines[-1].endswith("x…")
    assert maker.style.title.width(found.lines[-1], 44) <= 1000
    assert fitted(maker.style.title, "A", (60, 44), 1000, 300, 1.14).lines == ("A",)


def test_the_same_card_has_the_same_bytes_and_is_drawn_once(tmp_path: Path) -> None:
    first, second = new_maker(tmp_path / "a"), new_maker(tmp_path / "b")
    assert first is not None
    assert second is not None
    words = Words(SITE, "A", 3, "3 strategies")
    card, kept = first.card(words, "a"), first.draw(words)
    assert second.card(words, "a") == card
    assert second.draw(words).read() == kept.read()
    before = kept.path.stat().st_mtime_ns
    assert first.draw(words).path.stat().st_mtime_ns == before
    assert card.url.startswith("cards/a-")
    assert (card.width, card.height, card.alt) == (1200, 630, "A · A Field Guide")


def test_a_card_is_named_by_all_that_it_says(maker: CardMaker) -> None:
    said = [Words(SITE), Words(SITE, "A"), Words(SITE, "B"), Words(SITE, "A", 1, "1 strategy"), Words("B", "A")]
    assert len({maker.card(words, "a").url for words in said}) == len(said)


def test_a_theme_without_fonts_has_no_cards(tmp_path: Path) -> None:
    assert new_maker(tmp_path, tmp_path) is None


def test_letters_come_from_the_first_font_that_has_them() -> None:
    files = [next((THEME / "static/fonts").glob(pattern)) for pattern in ("read.*.woff2", "read-ext.*.woff2")]
    face = Face(files, 650)
    assert [face.font_of(letter) for letter in "aé ž中"] == [0, 0, 0, 1, None]
    assert [run for run, _ in face.runs("až ab", 48)] == ["a", "ž", " ab"]
