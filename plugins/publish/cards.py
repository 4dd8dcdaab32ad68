"""A social card for each article and one for all other pages, each made once and kept by what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from . import SETTINGS
from .card_type import Face
from .kept import Kept, kept
from .social_card import HEIGHT, RECIPE, WIDTH, Style, Words, card_png, settable

TITLE_WEIGHT, WORDS_WEIGHT = 650, 500
CARD_SETTINGS = ("PUBLISH_CARDS", "PUBLISH_CARD_FONTS", "PUBLISH_CARD_COLOURS")


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What a page's `og:image` tells. `url` counts from the site's root."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Draws the cards of a site, to be published in its folder `output`."""

    style: Style
    known_by: str
    """What the style is: the content of its fonts, and its colours."""
    folder: Path
    """Where cards are kept."""
    output: str

    def can_show(self, words: Words) -> bool:
        """Whether a card of its own would say anything that the site's does not."""
        return bool(settable(words.title, self.style.title))

    def card(self, words: Words, stem: str) -> SocialCard:
        """The card; `stem` is what the name of its file begins with."""
        alt = f"{words.title} · {words.site}" if words.title else words.site
        return SocialCard(self.path(words, stem), WIDTH, HEIGHT, alt)

    def path(self, words: Words, stem: str) -> str:
        """Where a card is in the site."""
        return f"{self.output}/{stem}-{self._digest(words)[:8]}.png"

    def draw(self, words: Words) -> Kept:
        """Its file, drawn if it is not yet."""
        file = self.folder / f"{self._digest(words)[:32]}.png"
        return kept(file, lambda: card_png(words, self.style))

    def _digest(self, words: Words) -> str:
        said = repr((RECIPE, self.known_by, astuple(words)))
        return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def maker_for(theme: Path, settings: Mapping[str, Any]) -> CardMaker | None:
    """The maker of a site, if it has cards."""
    output, fonts, colours = (settings.get(name, SETTINGS[name]) for name in CARD_SETTINGS)
    return card_maker(theme, fonts, colours, Path(settings["CACHE_PATH"], "cards"), output) if output else None


def card_maker(
    theme: Path, fonts: Sequence[Sequence[str]], colours: Sequence[str], folder: Path, output: str
) -> CardMaker | None:
    """The maker, if the theme has fonts; `fonts` are patterns of files, of the title's and of the other words' face."""
    title, words = (_files(theme, patterns) for patterns in fonts)
    if not title or not words:
        return None
    ground, ink, signal = colours
    style = Style(Face(title, TITLE_WEIGHT), Face(words, WORDS_WEIGHT), ground, ink, signal)
    digests = [sha256(path.read_bytes()).hexdigest() for path in (*title, *words)]
    return CardMaker(style, repr((digests, tuple(colours))), folder, output)


def _files(theme: Path, patterns: Sequence[str]) -> tuple[Path, ...]:
    """The first file of each pattern: a name may have a part that changes with the content."""
    found = (sorted(theme.glob(pattern)) for pattern in patterns)
    return tuple(files[0] for files in found if files)


def words_of(site: str, title: str, strategies: int) -> Words:
    """What the card of an article says."""
    return Words(site, plain_text(title), strategies, count_in_words(strategies))


def plain_text(text: object) -> str:
    return " ".join(str(text).split())


def count_in_words(number: int) -> str:
    return f"{number} strateg{'y' if number == 1 else 'ies'}" if number else ""
