"""How a title is built: does it tell its reader to do something, name a gain, ask, or name a thing?

Judged by the words it begins with, in English. A word that may be verb or noun ("Plan", "Water") is a `MAYBE`.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from .verbs import NOUNS_TOO, gerund, is_verb, may_be_verb, third


class Build(Enum):
    """How a title is built."""

    DO = auto()
    """Follow Up; Regularly Check Your Tyres; How to Say No"""
    DO_NOT = auto()
    """Don't Rush; Avoid Sugar; Stop Smoking"""
    DOING = auto()
    """Setting Goals"""
    HABIT = auto()
    """Regular Exercise: a thing named as it should be"""
    MAYBE = auto()
    """Exercise; Stress Management; Quality over Quantity"""
    MISTAKE = auto()
    """Ignoring Fees; Not Asking; Too Much Salt"""
    DOES = auto()
    """Reduces Stress"""
    GAIN = auto()
    """Improved Sleep; More Energy"""
    QUESTION = auto()
    """What Is a Fund?"""
    THING = auto()
    """all others"""


WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# What follows a verb and hardly ever a noun.
OBJECTS = frozenset(
    (
        "your yourself my myself our a an the it them this that these those all any every each both another someone "
        "everyone everything something anything nothing more less fewer enough what whatever who how when where why "
        "whether him her us me you one's yours others"
    ).split()
)
DETERMINERS = frozenset("a an the your yourself my our it them this these those every each all any".split())
PARTICLES = frozenset("up down out off away back aside ahead apart together along around through".split())
MANNER = frozenset(
    "early late often twice once daily weekly well hard less more small slow big fast only first".split()
)
BEFORE_A_VERB = frozenset("always just only first then please simply also at least still".split())
NOT_A_VERB = frozenset(
    (
        "about above across after all along among and any around as at because before behind being below beneath "
        "beside between beyond both but by despite during each either even every except few for from half if in "
        "inside instead into like many near no nor of off on once one onto opposite or out outside over past per "
        "plus rather since so some such than that the this those though through throughout till to toward towards "
        "under underneath unless unlike until up upon via what when where which while who whose why with within "
        "without yes yet not only my your his her its our their these another other others most much more less a an "
        "two three"
    ).split()
)
PRONOUNS = frozenset("it you they he she we i there this that these those everyone everybody nobody anyone".split())
QUESTIONS = frozenset("what why who whom whose which is are does did am was were has".split())
ASKING = frozenset("can could should would will do have may might must".split())
TOLD = frozenset("it this that these those there".split())
"""What is done or had rather than asked of: "Do It", "Have This Ready"."""
HABITS = frozenset(
    (
        "regular healthy healthier balanced proper adequate mindful consistent daily sufficient positive careful "
        "moderate frequent good gentle correct continuous ongoing"
    ).split()
)
KNOWING = frozenset("understanding exploring introducing defining decoding comparing recognizing recognising".split())
MISTAKES = frozenset(
    (
        "not ignoring neglecting skipping failing forgetting overlooking chasing rushing relying lacking "
        "procrastinating assuming trusting guessing quitting losing missing copying blaming hoarding inconsistent "
        "unclear unrealistic poor inadequate insufficient insecure improper excessive bad wrong leaking fearing "
        "refusing dwelling delaying impatience"
    ).split()
)
MISTAKES_IF = frozenset("choosing trying putting giving cutting letting comparing waiting expecting avoiding".split())
"""Mistakes only with what follows: "Giving Up" and "Giving Thanks"."""
WRONG_HERE = re.compile(r"\b(?:without|too|instead of|rather than|last minute|wrong|all your|enough|not|never|no|up)\b")
WRONG_INSIDE = re.compile(r"\b(?:without|too|instead of|rather than|the wrong)\b")
WRONG_PREFIX = re.compile(r"(?:over|under|mis)-?(?!coming|stand|lying|view|see|ground|writ|go|tak)\w+ing$")
WRONG_START = re.compile(
    r"(?:lack of|failure to|(?:too|not) (?:many|much|few|little|enough|long|early|late)\b|fear of)", re.I
)
GAINS = frozenset(
    (
        "improved increased reduced enhanced better greater lower lowered boosted stronger faster deeper higher "
        "less fewer more longer healthier easier cheaper richer safer cleaner clearer calmer happier sharper "
        "smoother broader brighter softer lighter simpler quicker tighter strengthened decreased heightened "
        "elevated expanded wider warmer closer smarter"
    ).split()
)


SPEAKS_TO_YOU = re.compile(
    r"(?:you|thou|we)(?: (?:should|must|shalt|ought to|need to|have to)(?P<not> not| never)?|(?P<will> will|'ll)) \w"
)


@lru_cache(maxsize=4096)  # some titles come back in article after article
def build_of(title: str) -> Build:
    """How a title is built; its number is not part of it."""
    words = _words(title)
    if not words:
        return Build.THING
    found = _asks(title, words) or _tells_not(words) or _errs(title, words) or _obliges(words) or _tells(words)
    return found or _after_a_name(title) or _names(words)


def _words(title: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in WORD.findall(title)]


def _asks(title: str, words: list[str]) -> Build | None:
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ("how", "when", "where", "what", "who", "which") and second in ("to", "not"):
        return Build.DO if first == "how" else Build.MAYBE
    is_told = first in ("do", "have") and second in TOLD
    is_asked = first in QUESTIONS | {"how", "when", "where"} or (first in ASKING and second in PRONOUNS and not is_told)
    return Build.QUESTION if is_asked or title.rstrip("\"'”’) ").endswith("?") else None


def _tells_not(words: list[str]) -> Build | None:
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in ("don't", "dont", "never", "avoid", "refrain") or (first == "do" and second == "not"):
        return Build.DO_NOT
    if first in ("stop", "quit") and gerund(second):
        return Build.DO_NOT
    return Build.MAYBE if first == "no" and "means" not in words else None


def _errs(title: str, words: list[str]) -> Build | None:
    first, rest = words[0], " ".join(words[1:])
    if WRONG_START.match(title) or WRONG_PREFIX.match(first):
        return Build.MISTAKE
    if first in MISTAKES or (first in MISTAKES_IF and WRONG_HERE.search(rest)):
        return Build.MISTAKE
    return Build.MISTAKE if first.endswith("ing") and WRONG_INSIDE.search(rest) else None


def _obliges(words: list[str]) -> Build | None:
    """Does it say what its reader must do ("You Should Rest") or will have ("You Will Rest Better")?"""
    found = SPEAKS_TO_YOU.match(" ".join(words))
    if not found:
        return None
    if found["will"]:
        return Build.DOES
    return Build.DO_NOT if found["not"] else Build.DO


def _after_a_name(title: str) -> Build | None:
    """What stands after a name, if it tells to do something: "Mornings: Start Slowly"."""
    words = _words(title.partition(":")[2])
    found = _tells_not(words) or _tells(words) if words else None
    return None if found is Build.MAYBE else found


def _tells(words: list[str]) -> Build | None:
    """Does it tell to do something? A word before the verb ("Always", "Regularly") is passed over."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if (first in BEFORE_A_VERB or _is_adverb(first)) and second:
        after = words[words.index("least") + 1 :] if words[:2] == ["at", "least"] else words[1:]
        found = _tells(after) if after else None
        return Build.DO if found in (Build.DO, Build.MAYBE) and _is_adverb(first) else found
    head, joined, particle = first.partition("-")
    if joined and not is_verb(first):
        first, second = (head, particle) if particle in PARTICLES or not may_be_verb(head) else (head, second)
    shows = second in OBJECTS or second in PARTICLES or second in MANNER or _is_adverb(second)
    if second in ("of", "is", "are", "was", "isn't", "aren't"):
        return None
    if is_verb(first):
        return Build.DO
    if first in NOUNS_TOO:
        return Build.DO if shows else Build.MAYBE
    return Build.DO if second in DETERMINERS and len(words) > 2 and _may_be_a_verb(first) else None


def _may_be_a_verb(word: str) -> bool:
    """Can a word that no table has be one, where "your" or "the" follows it?"""
    known = NOT_A_VERB | GAINS | MANNER | BEFORE_A_VERB
    return word.isalpha() and word not in known and not word.endswith(("ing", "ed", "s", "ly", "tion"))


def _is_adverb(word: str) -> bool:
    return (
        word.endswith("ly") and len(word) > 4 and word not in ("family", "supply", "reply", "apply", "comply", "rely")
    )


def _names(words: list[str]) -> Build:
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in GAINS:
        return Build.GAIN
    if first in HABITS and second:
        return Build.HABIT
    if (
        (base := third(first))
        and second
        and not (base in NOUNS_TOO and second in ("of", "and", "for", "to", "in", "or"))
    ):
        return Build.DOES
    if first == "it" and third(second):
        return Build.DOES
    if first in KNOWING:
        return Build.THING
    if first.endswith("ing") and second and (gerund(first) or second in OBJECTS):
        return Build.DOING
    return Build.MAYBE if words[-2:] in (["is", "key"], ["comes", "first"]) or "over" in words[1:-1] else Build.THING
