"""What the wording of a section's or article's title promises: advice, benefits, risks, myths, mistakes, facts.

The word that comes first decides: "Strategies for Avoiding Mistakes" are strategies, "Mistakes and How to Avoid Them"
are mistakes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from articles.wording import is_closing, is_opening

from .model import Kind


class Hold(IntEnum):
    """How far a promise holds."""

    LOOSE = 0
    """Only with the support of the titles below."""
    FIRM = 1
    """Whatever the titles below look like, as a rule."""
    ALWAYS = 2
    """However they are built, unless most say what not to do: gains, works, stages are often named as if told to do."""


@dataclass(frozen=True, slots=True)
class Promise:
    kind: Kind
    hold: Hold
    words: str
    """As they stand in the title."""

    @property
    def firm(self) -> bool:
        return self.hold > Hold.LOOSE


# Sections of any article: what they are called says nothing of the run that stands in them, or after them.
BACK_MATTER = frozenset(
    (
        "faq faqs references sources bibliography resources links footnotes notes disclaimer acknowledgements "
        "acknowledgments appendix glossary"
    ).split()
) | {
    "frequently asked questions", "further reading", "recommended reading", "related articles", "related posts",
    "about the author", "see also", "works cited", "your questions answered",
}  # fmt: skip

_TABLE: tuple[tuple[Kind, Hold, str], ...] = (
    (
        Kind.STRATEGY,
        Hold.FIRM,
        r"tips?|strateg(?:y|ies)|ways(?= (?:to|you can|for)\b)|steps?(?! \d)|step[- ]by[- ]step|advice|guidelines|"
        r"things to try|try th(?:is|ese)|what (?:\w+ )?(?:help|work)(?:s|ed)|that (?:\w+ )?(?:help|work)(?:s|ed)?|"
        r"(?<!bad )habits(?! of)|(?<!bug )fixes|"
        r"(?:best|good|healthy|small|simple|easy|daily) "
        r"(?:practices|routines|rituals|changes|moves|rules|ideas|techniques|solutions)|"
        r"tricks|hacks|tactics|pointers|suggestions|do['’]?s and don['’]?ts|dos|don['’]ts|to-?do|checklist|wins|"
        r"(?:what|things) (?:to do|you can do|we can do|you should do|everyone should do)|self[- ]care|recommendations|"
        r"instructions|directions|preparation|method(?=$)|prevention|remedies|precautions|next steps|"
        r"getting started|how (?:you|we|parents|employers|managers) can|"
        r"(?<!of )(?:managing|preventing|treating|reducing|overcoming|coping|dealing|improving|staying|boosting|"
        r"maintaining|protecting|fighting|combating|beating|handling|conquering|prioriti[sz]ing|easing|relieving|"
        r"lowering|saving|tackling|supporting|strengthening|fostering|maximi[sz]ing|minimi[sz]ing|optimi[sz]ing)"
        r"(?= \w)",
    ),
    (
        Kind.STRATEGY,
        Hold.LOOSE,
        r"how (?:to|do i|do you|can i|can you)|habit|routines?|rituals|practices|commandments|secrets|techniques?|"
        r"methods?|approaches|rules?|principles|ideas|solutions?|treatments?|relief|care|exercises|lessons|ways|"
        r"where to (?:start|begin)|action plan|survival guide|"
        r"(?<!of )(?:creating|building|preparing|planning|choosing|developing|setting|making|getting|keeping|"
        r"incorporating|practi[cs]ing|implementing|promoting|encouraging|cultivating|finding|becoming|talking|"
        r"living|working|training|teaching|helping|raising|designing|writing|starting|growing|caring|avoiding)(?= \w)",
    ),
    (
        Kind.BENEFIT,
        Hold.ALWAYS,
        r"benefits?|advantages|perks|upsides?|pros|reasons|rewards|gains?|why (?:you|we|it|every|everyone|your|our) "
        r"(?:\w+ )?(?:should|need|needs|matters?|must)|why [\w -]{1,60} matters?|"
        r"what you(?:['’]ll| will)? (?:gain|get|learn)|(?:makes|is) (?:it )?(?:worth|good)",
    ),
    (
        Kind.BENEFIT,
        Hold.LOOSE,
        r"importance|power of|value of|role of|impacts? of|effects? of|why|case for|beauty of|magic of",
    ),
    (
        Kind.RISK,
        Hold.FIRM,
        r"risks?(?! tolerance)|dangers?|hazards?|side[- ]effects?|drawbacks?|disadvantages|cons|downsides?|"
        r"complications|threats?|harms?|warnings?|what (?:could|can|might) go wrong|limitations",
    ),
    (
        Kind.MYTH,
        Hold.FIRM,
        r"(?:bad|worst|terrible|outdated) advice|excuses|myths?|misconceptions?|misunderstandings?|fallac(?:y|ies)|"
        r"lies|old wives['’] tales|(?:things )?(?:most |many )?people get wrong|debunked|debunking",
    ),
    (
        Kind.MISTAKE,
        Hold.ALWAYS,
        r"(?:what|things|words|phrases|questions) (?:not|never) to (?!do)\w+",
    ),
    (
        Kind.MISTAKE,
        Hold.FIRM,
        r"mistakes?|pitfalls?|errors?|blunders?|traps|slip-?ups|sins|faux pas|bad habits|what not to do|"
        r"things (?:to avoid|not to do)|things you (?:should|must) (?:not|never) do|wrong with|"
        r"(?:gets?|do|does|doing) \w*\s?wrong",
    ),
    (
        Kind.FACT,
        Hold.ALWAYS,
        r"types?|kinds|forms|variet(?:y|ies)|trends|causes|symptoms|signs|places|sources|facts|history|terms|features|"
        r"products|apps|gadgets|brands|models|books|films|movies|songs|podcasts|recipes|species|breeds|quotes|stages|"
        r"phases|milestones|commands|(?:our|my|\d{4}) (?:goals|plans|resolutions)|in review|release notes|changelog|"
        r"what['’]?s new|new in (?:version|v?\d)|highlights|how (?:\w+ ){1,3}works?",
    ),
    (
        Kind.FACT,
        Hold.FIRM,
        r"categor(?:y|ies)|predictions?|trend|cause|symptom|sign|fact|term|product|app|book|statistics|figures|"
        r"timeline|examples?|ingredients|materials|tools?|equipment|supplies|sights|destinations|attractions|"
        r"restaurants|extensions?|plugins?|terminology|definitions?|glossary|components|elements|factors|questions?|"
        r"resources|differences?|comparison|compared|vs|versus|parts of|gifts?|"
        r"options|alternatives|patterns|courses|jobs|careers|"
        r"what you(?:['’]ll| will)? need(?! to)|what to expect|where to (?:eat|stay|go|buy)|basics of|"
        r"at a glance",
    ),
)
_PATTERN = re.compile("|".join(rf"(?P<g{at}>\b(?:{words})(?!\w))" for at, (_, _, words) in enumerate(_TABLE)), re.I)

# In other languages only the plainest words for advice; their grammar is not judged at all.
_ELSEWHERE = re.compile(
    r"\b(?:tipps|ratschläge|strategien|schritte|"  # German
    r"conseils|astuces|stratégies|étapes|"  # French
    r"consejos|trucos|estrategias|pasos|"  # Spanish
    r"consigli|strategie|passi|"  # Italian
    r"conselhos|dicas|estratégias|passos|"  # Portuguese
    r"stappen|adviezen|strategieën)\b",  # Dutch
    re.I,
)


@lru_cache(maxsize=1024)
def promise_of(title: str) -> Promise | None:
    """What a title in English promises, by its first word that promises anything."""
    found = _PATTERN.search(title)
    if not found or not found.lastgroup:
        return None
    kind, hold, _ = _TABLE[int(found.lastgroup[1:])]
    return Promise(kind, hold, found[0])


def promise_elsewhere(title: str) -> Promise | None:
    """What a title in another language promises, where it does so plainly."""
    found = _ELSEWHERE.search(title)
    return Promise(Kind.STRATEGY, Hold.FIRM, found[0]) if found else None


def is_stock(title: str) -> bool:
    """Is it an opening, closing or back matter that any article may have?"""
    return is_opening(title) or is_closing(title) or is_back_matter(title)


def is_back_matter(title: str) -> bool:
    return title.casefold().strip(" .:!?") in BACK_MATTER
