"""What the wording of a section's or article's title promises: advice, benefits, risks, myths, mistakes, facts.

The word that comes first decides: "Strategies for Avoiding Mistakes" are strategies, "Mistakes and How to Avoid Them"
are mistakes. A `firm` promise holds whatever the titles below look like, as a rule; another needs their support.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.wording import is_closing, is_opening

from .model import Kind


@dataclass(frozen=True, slots=True)
class Promise:
    kind: Kind
    firm: bool
    words: str
    """As they stand in the title."""


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

FIRM, LOOSE = True, False
_TABLE: tuple[tuple[Kind, bool, str], ...] = (
    (
        Kind.STRATEGY,
        FIRM,
        r"tips?|strateg(?:y|ies)|ways(?= (?:to|of|you|for|in|that))|steps?(?! \d)|step[- ]by[- ]step|advice|guidelines|"
        r"tricks|hacks|do['’]?s and don['’]?ts|dos|don['’]ts|to-?do|checklist|best practices|wins|"
        r"(?:what|things) (?:to do|you can do|we can do|you should do|everyone should do)|self[- ]care|recommendations|"
        r"instructions|directions|preparation|method(?=$)|prevention|remedies|precautions|next steps|"
        r"getting started|how (?:you|we|parents|employers|managers) can|"
        r"(?:managing|preventing|treating|reducing|overcoming|coping|dealing|improving|staying|boosting|maintaining|"
        r"protecting|fighting|combating|beating|handling|conquering|prioriti[sz]ing|easing|relieving|lowering|saving|"
        r"tackling|supporting|strengthening|fostering|maximi[sz]ing|minimi[sz]ing|optimi[sz]ing)(?= \w)",
    ),
    (
        Kind.STRATEGY,
        LOOSE,
        r"how (?:to|do i|do you|can i|can you)|habits?|techniques?|methods?|approaches|rules?|principles|ideas|"
        r"solutions?|treatments?|relief|care|routines?|exercises|lessons|practices|ways|fixes|"
        r"action plan|survival guide|"
        r"(?:creating|building|preparing|planning|choosing|developing|setting|making|getting|keeping|incorporating|"
        r"practi[cs]ing|implementing|promoting|encouraging|cultivating|finding|becoming|talking|living|working|"
        r"training|teaching|helping|raising|designing|writing|starting|growing|caring|avoiding)(?= \w)",
    ),
    (
        Kind.BENEFIT,
        FIRM,
        r"benefits?|advantages|perks|upsides?|pros|reasons|rewards|gains?|why (?:you|we|it|every|everyone|your|our) "
        r"(?:\w+ )?(?:should|need|needs|matters?|must)|why [\w -]{1,60} matters?|what you(?:['’]ll)? (?:gain|get)|"
        r"(?:makes|is) (?:it )?(?:worth|good)",
    ),
    (
        Kind.BENEFIT,
        LOOSE,
        r"importance|power of|value of|role of|impacts? of|effects? of|why|case for|beauty of|magic of",
    ),
    (
        Kind.RISK,
        FIRM,
        r"risks?(?! tolerance)|dangers?|hazards?|side[- ]effects?|drawbacks?|disadvantages|cons|downsides?|"
        r"complications|threats?|harms?|warnings?|what (?:could|can|might) go wrong|limitations",
    ),
    (
        Kind.MYTH,
        FIRM,
        r"myths?|misconceptions?|misunderstandings?|fallac(?:y|ies)|lies|old wives['’] tales|"
        r"(?:things )?(?:most |many )?people get wrong|debunked|debunking",
    ),
    (
        Kind.MISTAKE,
        FIRM,
        r"mistakes?|pitfalls?|errors?|blunders?|traps|slip-?ups|sins|faux pas|bad habits|what not to do|"
        r"things (?:to avoid|not to do)|things you (?:should|must) (?:not|never) do|wrong with|"
        r"(?:gets?|do|does|doing) \w*\s?wrong",
    ),
    (
        Kind.FACT,
        FIRM,
        r"types?|kinds|forms|variet(?:y|ies)|categor(?:y|ies)|trends?|predictions?|causes?|symptoms?|"
        r"signs?|facts?|statistics|figures|history|timeline|examples?|ingredients|materials|tools?|equipment|supplies|places|"
        r"sights|destinations|attractions|restaurants|books?|apps?|products?|gadgets|extensions?|plugins?|terms?|"
        r"terminology|definitions?|glossary|stages|phases|milestones|components|elements|features|factors|questions?|"
        r"resources|sources|differences?|comparison|compared|vs|versus|models|brands|parts of|quotes|gifts?|"
        r"options|alternatives|patterns|species|breeds|recipes|movies|films|songs|podcasts|courses|jobs|careers|"
        r"what you(?:['’]ll)? need|where to (?:eat|stay|go|buy)|statistics|basics of|at a glance",
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
    kind, firm, _ = _TABLE[int(found.lastgroup[1:])]
    return Promise(kind, firm, found[0])


def promise_elsewhere(title: str) -> Promise | None:
    """What a title in another language promises, where it does so plainly."""
    found = _ELSEWHERE.search(title)
    return Promise(Kind.STRATEGY, True, found[0]) if found else None


def is_stock(title: str) -> bool:
    """Is it an opening, closing or back matter that any article may have?"""
    return is_opening(title) or is_closing(title) or is_back_matter(title)


def is_back_matter(title: str) -> bool:
    return title.casefold().strip(" .:!?") in BACK_MATTER
