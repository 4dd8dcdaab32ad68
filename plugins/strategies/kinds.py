"""A run of titles, the section they stand in and the article's title -> what kind they are, and why.

Precision comes before recall: what is not clearly advice is none, and its author can say otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from articles.forms import read_title
from located import quote

from .instructions import WORD, Build, build_of
from .model import Kind
from .wording import Hold, Promise, is_back_matter, is_stock, promise_elsewhere, promise_of

# From which share of titles that read as instructions a run is advice.
CHAPTERS = 0.6  # headings that are an article's sections
ALONE = 0.55  # nothing else is known
TITLED = 0.45  # the article promises advice, the section nothing; or the article may, and there is no section
LOOSE = 0.25  # the section may promise advice, or the title does promise it and there is no section
IN_SPITE = 0.6  # the section may promise benefits
AGAINST = 0.75  # the section promises something else
MOST = 0.5
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
GOOD_FOR_YOU = frozenset(
    (
        "improve boost reduce increase enhance gain save meet lower strengthen prevent promote support relieve "
        "sharpen protect build develop expand ease sleep feel earn raise lift foster"
    ).split()
)
ANNOUNCED = re.compile(r"(?:how|when|where|what|who|which) (?:not )?to\b", re.I)
"""A chapter called so tells what it is about; as an instruction, "How to …" counts half and the others nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    kind: Kind
    why: str


@dataclass(frozen=True, slots=True)
class Shares:
    """How the titles of a run are built, in parts of 1."""

    do: float
    """Instructions; what may be one counts half, and whole where most others are."""
    do_not: float
    mistake: float
    does: float
    """What something does for the reader, and what it brings."""
    question: float
    good_for_you: float


def decide(
    titles: Sequence[str], section: str, article_title: str, lang: str = "en", chapters: bool = False
) -> Verdict:
    """What a run is. `section` is "" for none; `chapters`: the titles are the article's own sections."""
    if not lang.casefold().startswith("en"):
        return _elsewhere(section, article_title)
    counted = [title for title in map(_unnumbered, titles) if not is_stock(title)]
    if not counted or is_back_matter(section):
        return Verdict(
            Kind.FACT, f"it stands in {quote(section)}" if section else "its titles are those of any article"
        )
    is_counted = says_number(article_title, len(counted))
    if chapters and not is_counted:
        return _chapters(shares_of(counted, chapters=True), promise_of(article_title))
    shares = shares_of(counted)
    own = promise_of(section) if section and not is_stock(section) else None
    if own:
        return _promised(shares, own, f"the section says {quote(own.words)}")
    title = promise_of(article_title)
    if section and not is_stock(section):
        return _neutral(shares, title)
    return _titled(shares, title, is_counted) if title else _alone(shares, ALONE)


def shares_of(titles: Sequence[str], chapters: bool = False) -> Shares:
    announced = [title.casefold() for title in titles if chapters and ANNOUNCED.match(title)]
    built = Counter(build_of(title) for title in titles if title.casefold() not in announced)
    count = len(titles)
    sure = built[Build.DO] + built[Build.DO_NOT] + built[Build.HABIT]
    maybe = built[Build.MAYBE]
    weight = 1.0 if sure * 2 >= count - maybe and sure else 0.5
    half = built[Build.DOING] + sum(title.startswith("how") for title in announced)
    do = sure + weight * maybe + 0.5 * half
    good = sum(build_of(title) is Build.DO and title.split()[0].casefold() in GOOD_FOR_YOU for title in titles)
    return Shares(
        do / count,
        built[Build.DO_NOT] / count,
        built[Build.MISTAKE] / count,
        (built[Build.DOES] + built[Build.GAIN]) / count,
        built[Build.QUESTION] / count,
        good / count,
    )


def _unnumbered(title: str) -> str:
    """The title without a number or a label before it: "Step 2: Rest" -> "Rest"."""
    found = read_title(title)
    return found.title if found else title


def says_number(title: str, count: int) -> bool:
    """Does a title count what the article has: "Seven Ways to …" with seven sections?"""
    said = WORD.findall(title.casefold())
    return str(count) in said or (count < len(NUMBERS) and NUMBERS[count] in said)


def _elsewhere(section: str, article_title: str) -> Verdict:
    promise = promise_elsewhere(section or article_title)
    if promise:
        return Verdict(Kind.STRATEGY, f"the {'section' if section else 'title'} says {quote(promise.words)}")
    return Verdict(Kind.FACT, "nothing is guessed from titles that are not in English")


def _chapters(shares: Shares, title: Promise | None) -> Verdict:
    if title and title.kind is not Kind.STRATEGY and title.firm and shares.do_not < MOST:
        return _promised(shares, title, f"the article's title says {quote(title.words)}")
    return _alone(shares, CHAPTERS)


def _promised(shares: Shares, promise: Promise, said: str) -> Verdict:
    """What a run is whose section promises something; `said` tells it."""
    if promise.kind is Kind.STRATEGY:
        return _advised(shares, 0.0 if promise.firm else LOOSE, said)
    if promise.kind is Kind.MYTH:
        return Verdict(Kind.MYTH, said)
    if shares.do_not >= MOST:
        return Verdict(Kind.STRATEGY, f"most titles say what not to do{_although(said)}")
    if not promise.firm:
        return _weighed(shares, promise.kind, said, IN_SPITE)
    if promise.hold is Hold.ALWAYS:
        return Verdict(promise.kind, said)
    return _weighed(shares, promise.kind, said, AGAINST)


def _weighed(shares: Shares, kind: Kind, said: str, least: float) -> Verdict:
    if shares.do >= least:
        return Verdict(Kind.STRATEGY, f"{_percent(shares.do)} of the titles read as instructions{_although(said)}")
    return Verdict(kind, said)


def _advised(shares: Shares, least: float, said: str) -> Verdict:
    """What a run is where advice was promised: advice, if enough of its titles agree and most do not say otherwise."""
    if other := _otherwise(shares):
        return Verdict(other.kind, f"{other.why}{_although(said)}")
    if shares.do < least:
        return Verdict(Kind.FACT, f"only {_percent(shares.do)} of the titles read as instructions{_although(said)}")
    return Verdict(Kind.STRATEGY, said)


def _otherwise(shares: Shares) -> Verdict | None:
    """What the titles are when most are built as no advice is."""
    if shares.mistake >= MOST:
        return Verdict(Kind.MISTAKE, "most titles name what goes wrong")
    if shares.question >= MOST:
        return Verdict(Kind.FACT, "most titles ask a question")
    if shares.does >= MOST:
        return Verdict(Kind.BENEFIT, "most titles say what it does or brings")
    return None


def _neutral(shares: Shares, title: Promise | None) -> Verdict:
    """What a run is whose section promises nothing."""
    if title and title.kind is Kind.STRATEGY:
        found = _alone(shares, TITLED)
        said = f", and the article's title says {quote(title.words)}" if found.kind is Kind.STRATEGY else ""
        return Verdict(found.kind, f"{found.why}{said}")
    if title and title.kind is Kind.BENEFIT and shares.good_for_you >= MOST:
        return Verdict(Kind.BENEFIT, f"the article's title says {quote(title.words)}")
    return _alone(shares, ALONE)


def _titled(shares: Shares, title: Promise, is_counted: bool) -> Verdict:
    """What a run is that stands in no section, or in an introduction or a conclusion; the title may say how many."""
    said = f"the article's title says {quote(title.words)}"
    if title.kind is Kind.STRATEGY:
        return _advised(shares, TITLED if not title.firm else 0.0 if is_counted else LOOSE, said)
    if title.kind is Kind.BENEFIT and title.firm and shares.do >= AGAINST and shares.good_for_you < MOST:
        return _alone(shares, ALONE)
    if title.kind is Kind.BENEFIT and not title.firm and shares.do < IN_SPITE:
        return _otherwise(shares) or Verdict(Kind.BENEFIT, said)
    return _promised(shares, title, said)


def _alone(shares: Shares, least: float) -> Verdict:
    """What the titles say by themselves."""
    if other := _otherwise(shares):
        return other
    if not shares.do:
        return Verdict(Kind.FACT, "none of the titles reads as an instruction")
    share = f"{_percent(shares.do)} of the titles read as instructions"
    return Verdict(Kind.STRATEGY, share) if shares.do >= least else Verdict(Kind.FACT, f"only {share}")


def _although(said: str) -> str:
    return f", although {said}"


def _percent(share: float) -> str:
    return f"{round(share * 100)} %"
