"""What the wording of one line says of it: does it read as a title, a sentence, a label, a name?

Judged on words and marks alone, in Latin script (title case means nothing elsewhere). Text is compared by Unicode
case folding.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SMALL = frozenset(
    (
        "a an and as at but by de for from if in into is it la le nor of off on onto or out over per so than that the "
        "to up upon via vs with within without yet your you are be can not"
    ).split()
)
OPENING = frozenset(("introduction", "intro", "overview", "background", "preface", "foreword"))
CLOSING = frozenset(
    (
        "conclusion", "conclusions", "in conclusion", "the conclusion", "to conclude", "concluding thoughts",
        "concluding remarks", "final thoughts", "final thought", "final words", "final word", "last words",
        "closing thoughts", "closing remarks", "closing words", "parting thoughts", "parting words", "summary",
        "in summary", "to summarize", "summing up", "wrapping up", "wrap up", "wrap-up", "the bottom line",
        "bottom line", "the takeaway", "key takeaways", "takeaways", "epilogue", "afterword", "outlook",
    )
)  # fmt: skip
STOCK = (
    OPENING
    | CLOSING
    | frozenset(
        (
            "getting started",
            "next steps",
            "faq",
            "faqs",
            "frequently asked questions",
            "key points",
            "why it matters",
        )
    )
)
# Words that, in bold with a colon, introduce the text beside or below them instead of naming a section.
LABELS = frozenset(
    (
        "a answer attention caution challenge context credit danger definition disclaimer edit editor example "
        "examples fix goal hint important info note notes problem q question reminder result sidenote solution source "
        "sources spoiler takeaway tip tips tl;dr todo update updated warning"
    ).split()
) | frozenset(("editor's note", "long story short", "try this", "side note", "pro tip", "for example", "fun fact"))
NOTE = re.compile(
    r"(?:(?:by|from|via|photos?|image|sources?|credits?|author|editor|copyright|tags?|categor(?:y|ies)|date|tl;dr|"
    r"p\.?s\.?|difficulty|price|cost|time|rating|level|serves|servings|yields?|(?:prep|cook|total) time|duration|"
    r"location|(?:last )?updated?|published|posted|next|previous|read next|read more|see also|note|edit|disclosure|"
    r"disclaimer|[\w ]+ (?:source|credit|by))\s*:.*|"
    r"by (?-i:(?!The )(?:[A-Z][\w.'’-]+ ?){2,3})|serves \d.*|"
    r"(?:isbn|doi|fig(?:ure)?\.?|table|exhibit|chart|listing) [\d:–-].*|"
    r"(?:photos?|image|illustration|picture|source|credits?|words|text|art|video|posted|published|updated|written|"
    r"translated|reviewed|last updated) (?:on|by|in|of|from|via|courtesy)\b.*|"
    r"(?:sincerely|regards|best|best (?:regards|wishes)|kind regards|warm regards|yours|yours truly|cheers|love|thanks|"
    r"the end|amen|fin|to be continued.*|advertisement|sponsored.*)[,.]?|"
    r"©.*|copyright \d.*|.*\d:\d.*|.*https?://.*|.*www\.\w.*|.*\w@\w.*)$",
    re.I,
)
CALL = re.compile(
    r"(?:(?:thank you|dear|hi|hello|hey|good luck|congratulations|happy \w+ing|share (?:this|on|it)|follow (?:me|us)|"
    r"subscribe|sign up|join (?:my|our) (?:newsletter|mailing|list)|click here|leave a (?:comment|reply)|"
    r"buy (?:on|now|it)|download (?:the |your )?(?:pdf|here|now|free)|jump to|skip to|read more|read next|see also|"
    r"related (?:posts?|articles?|reading)|you (?:may|might) also like|table of contents|contents$|pin (?:it|this)|"
    r"like this|print this|back to top|continue reading)\b.*|"
    r"(?:yes|no|maybe|ok|okay|sure|never|always|nothing|exactly|right|really|ouch|wow|true|false|correct|wrong)[.!?]?)$",
    re.I,
)
PLACE = re.compile(r".*, [A-Z]{2}$")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DATE = re.compile(
    rf"(?:(?:published|posted|updated|last updated|on|date):? )*(?:{DAY},? ?)?(?:the )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? \d{{4}})?|"
    rf"{MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{4}})|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)(?:,? \d{1,2}:\d\d.{0,8})?$|"
    rf"{DAY}(?: (?:morning|noon|afternoon|evening|night))?$",
    re.I,
)
PART_OF_SONG = re.compile(
    r"(?:(?:pre-?|post-?)?(?:verse|chorus|refrain|bridge|hook|intro|outro|interlude|coda|solo)\s*\d*)$", re.I
)
LIST_INTRODUCED = frozenset(
    (
        "key takeaways", "takeaways", "references", "further reading", "resources", "sources", "faq", "faqs",
        "next steps", "key points", "bibliography", "links", "recommended reading",
    )
)  # fmt: skip
VALUE = re.compile(r"[A-Z][\w ]{1,24}: *(?:[$€£]?\d[\d.,/:%–-]*(?: \w+)?|[\w-]+)$")
INITIALS = re.compile(r"(?:[A-Z]\.\s*){1,3}(?:[A-Z][\w'’-]+\s*){1,2}$")
ABBREVIATION = re.compile(
    r"\b(?:vs|v|etc|inc|ltd|co|corp|dr|mr|mrs|ms|prof|jr|sr|st|no|e\.g|i\.e|u\.s|u\.k|a\.m|p\.m|ph\.d|[A-Z])\.(?=\s|$)",
    re.I,
)
END_MARK = re.compile(r"[.!,;:…。！，：；、]['\"”’)]*$")
SENTENCE_END = re.compile(r"[.!?:…]['\"”’)*_]*(?:\[\^[^\]]+\])*$")
STOP_INSIDE = re.compile(r"[a-z0-9)][.!;]['\"”’)]*\s+[A-Z“\"]")
MARKUP = re.compile(r"[*_`]+|\\(?=[^\w\s])|!?\[([^\[\]]*)\]\([^)]*\)")


@lru_cache(maxsize=512)  # each question below asks for it
def plain(text: str) -> str:
    """The text without Markdown's marks of emphasis, code, links and escapes."""
    return MARKUP.sub(lambda mark: mark[1] or "", text).strip()


def folded(text: str) -> str:
    """The text as it is compared: case-folded letters and digits, one space between words."""
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", plain(text)).casefold()).strip()


@lru_cache(maxsize=512)
def words(text: str) -> tuple[str, ...]:
    parts = (part.strip("\"'“”‘’()[],:;.?!–—-/&") for part in plain(text).split())
    return tuple(part for part in parts if part)


def is_latin(text: str) -> bool:
    """Are more than half of the letters Latin?"""
    letters = [char for char in text if char.isalpha()]
    latin = sum(char.isascii() or unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return bool(letters) and latin * 2 > len(letters)


def without_symbols(text: str) -> str:
    """The text without emoji and the like before its first word."""
    at = next((at for at, char in enumerate(text) if char.isalnum() or char in "\"'“‘([$€£"), len(text))
    return text[at:]


def is_title_case(text: str) -> bool:
    """Does every word that counts begin with a capital, as far as three in four?"""
    parts = words(without_symbols(text))
    if not parts or not (parts[0][0].isupper() or parts[0][0].isdigit()):
        return False
    counted = [word for word in parts[1:] if word.casefold() not in SMALL and word[0].isalpha()]
    capital = sum(word[0].isupper() or any(char.isupper() for char in word[1:]) for word in counted)
    return capital * 4 >= len(counted) * 3


def is_stock(text: str) -> bool:
    """Is it a heading that articles commonly have, alone ("Conclusion") or opening a longer one ("Conclusion: …")?"""
    return is_one_of(text, STOCK)


def is_opening(text: str) -> bool:
    return is_one_of(text, OPENING)


def is_closing(text: str) -> bool:
    return is_one_of(text, CLOSING)


def is_one_of(text: str, known: frozenset[str]) -> bool:
    whole = " ".join(plain(text).casefold().replace("’", "'").split())
    return whole.strip(" .:!?") in known or whole.split(":")[0].strip() in known


def is_sentence(text: str) -> bool:
    """Does a whole line read as a sentence rather than a title?"""
    bare = ABBREVIATION.sub("", plain(text))
    if bare.endswith((",", ";")) or STOP_INSIDE.search(bare):
        return True
    if bare.endswith((".", "…", "!")):
        return bare.endswith((".", "…")) or len(words(bare)) > 6
    return len(words(bare)) > 16


def is_short(text: str) -> bool:
    return len(plain(text)) <= 110 and 0 < len(words(text)) <= 16


def is_label(text: str) -> bool:
    """Is it a word that introduces text ("Note:", "Solution:") rather than names a section?"""
    return plain(text).casefold().replace("’", "'").strip(" :.!") in LABELS


def is_note(text: str) -> bool:
    """Is it a date, a byline, a credit, a sign-off, an address, a label with what it labels?"""
    bare = plain(text)
    return bool(DATE.match(bare) or NOTE.match(bare))


def is_name(text: str) -> bool:
    """Is it a person's name with initials, or a place with its state?"""
    bare = plain(text)
    return bool(INITIALS.match(bare) or PLACE.match(bare))


def is_call(text: str) -> bool:
    """Does it greet, thank, answer, or call its reader to share and subscribe? Or is it a label with one value?"""
    bare = plain(text)
    return bool(CALL.match(bare) or VALUE.match(bare))


def is_quoted(text: str) -> bool:
    """Is the whole line in quotation marks?"""
    bare = plain(text)
    return bare.startswith(tuple('"“‘«')) and bare.endswith(tuple('"”’»'))


def introduces_a_list(text: str) -> bool:
    """Is it a heading that commonly has a list right below it?"""
    return is_one_of(text, LIST_INTRODUCED)


def is_part_of_song(text: str) -> bool:
    return bool(PART_OF_SONG.match(plain(text)))


def is_prose(text: str) -> bool:
    """Does a block read as running text: at least one sentence?"""
    bare = plain(text)
    count = len(bare.split())
    return count >= 6 and (bool(SENTENCE_END.search(bare)) or bool(STOP_INSIDE.search(bare)) or count >= 14)
