"""One line -> the form of title it could be: bare, numbered, bold, a run-in. No line is judged in context here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .wording import plain

ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
SPOKEN = dict(zip("One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split(), range(1, 13), strict=True))
ROMAN = r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
LETTERS = "ABCDEFGH"  # what comes after is a Roman digit

# "1. Title", "1) Title", "1\. Title", "3.1 Title", "IV. Title", "A. Title", "(1) Title", "#2: Title", "#2 Title"
NUMBERED = re.compile(
    rf"(?P<mark>#?\(?(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}|[{LETTERS}](?=\\?[.)]\s)|{ROMAN})"
    r"(?:\\?[.):]| \.(?=\s)|(?<=[#.]\d)(?=\s)|(?<=[#.]\d\d)(?=\s)|\s[-–—](?=\s)))\s*(?P<rest>\S.*)"
)
# "Myth 3: Title", "Step 2 – Title", "Tip #4. Title"
LABELLED = re.compile(
    rf"(?P<mark>(?P<label>[A-Z][a-z]+(?: [A-Z][a-z]+)?) #?(?P<number>\d{{1,3}}|{'|'.join(SPOKEN)}|{ROMAN})"
    r"\s*(?:\\?[:.)]|\s[-–—]|[–—]))\s+(?P<rest>\S.*)"
)
# "**Title** {: .class }" and "Title {#id}": the attributes of attr_list, kept with the heading
ATTRIBUTES = re.compile(r"\{:?\s*[#.\w][^{}]*\}$")
BOLD = r"(?:\*\*|__)"


@dataclass(frozen=True, slots=True)
class Title:
    """A line read as a title.

    `text` is the title as Markdown without its bold and final colon, the number or label included as written
    ("1. Follow Up"); `title` is without them; `number` is "1", "IV", "3.1" or ""; `label` is "Myth" or "";
    `attributes` is a trailing attribute list or "".
    """

    text: str
    title: str
    number: str = ""
    label: str = ""
    bold: bool = False
    attributes: str = ""

    @property
    def value(self) -> tuple[int, ...]:
        """The number as integers: (3, 1) for "3.1", (4,) for "IV", () for none."""
        if not self.number:
            return ()
        if self.number[0].isdigit():
            return tuple(int(part) for part in self.number.split("."))
        if self.number in SPOKEN:
            return (SPOKEN[self.number],)
        if self.number in LETTERS:
            return (LETTERS.index(self.number) + 1,)
        return (roman(self.number),)

    @property
    def style(self) -> str:
        """What numbered titles of one run have in common: their label, or the kind of their digits."""
        if self.label or not self.number:
            return self.label
        return "arabic" if self.number[0].isdigit() else "letter" if self.number in LETTERS else "roman"

    def opens_under(self, above: Title) -> bool:
        """Is it the first of a numbering inside another: 3.1 under 3, 1 under IV, A under 2?"""
        return len(self.value) > len(above.value) or (self.style != above.style and self.value == (1,))


@dataclass(frozen=True, slots=True)
class Lead:
    """A numbered line that opens with its own title, the rest of the line being its text."""

    number: str
    title: str
    text: str
    bold: bool
    joint: str
    """What stands between title and text, the end of bold included: ``:** ``, ``**: ``, ``** – ``, ``?** ``."""

    @property
    def ends_in_bold(self) -> bool:
        """Does the title end in a question or exclamation mark of its own, with no colon after it?"""
        return self.joint.startswith("**") and self.joint.strip() == "**"

    @property
    def markdown(self) -> str:
        """The line as a Markdown list item with a strong title."""
        return f"{self.number}. **{self.title}{self.joint}{self.text}"


def roman(numeral: str) -> int:
    values = [ROMAN_DIGITS[digit] for digit in numeral]
    return sum(-value if value < later else value for value, later in zip(values, [*values[1:], 0], strict=True))


@lru_cache(maxsize=512)  # asked again for each line that could be a title
def read_title(line: str) -> Title | None:
    """The line as a title, if it has the form of one; bold and escapes left over by editors are cleaned away."""
    body, attributes = _split_attributes(line.strip())
    whole = _as_markdown(body)
    inner = _bold_inside(whole)
    bold = inner is not None
    text = (whole if inner is None else inner).strip()
    number, label, title = _split_number(text)
    if not bold and number and (inner := _bold_inside(title)) is not None:
        bold, title = True, inner.strip()
    title = _without_colon(title)
    if not title or BULLETS.match(title):
        return None
    mark = text[: len(text) - len(_split_number(text)[2])].rstrip() if number else ""
    mark = mark.replace("\\", "")
    return Title(f"{mark} {title}".strip(), title, number, label, bold, attributes)


# "**1.** Title", "**1**. Title"
BOLD_MARK = re.compile(
    rf"\*\*((?:[A-Z][a-z]+ )?#?(?:\d{{1,3}}|{ROMAN})\s*(?:[.:)–-](?=\*\*)|(?=\*\*[.:)])))\*\*([.:)]?)\s+(\S.*)"
)
BULLETS = re.compile(r"[-+>|<!#{]|\*(?!\*)\s|\[[^\]]*\]\(")


def unescaped(text: str) -> str:
    """The text with ``\\*\\*`` (an editor's escape of bold) made bold again."""
    return text.replace(r"\*\*", "**")


def _as_markdown(text: str) -> str:
    """The text with bold as ``**``, whether it was HTML, escaped, or set around a number alone."""
    if found := re.fullmatch(r"<(strong|b)>(.*)</\1>", text):
        text = f"**{found[2]}**"
    text = unescaped(text)
    if found := BOLD_MARK.fullmatch(text):
        return f"{found[1]}{found[2]} {found[3]}"
    if text.startswith("**") and text.count("**") == 1 and text[2:].strip():
        return f"{text}**"  # opened and never closed
    return text


def _split_attributes(text: str) -> tuple[str, str]:
    found = ATTRIBUTES.search(text)
    return (text[: found.start()].rstrip(), found[0]) if found and found.start() else (text, "")


def _without_colon(title: str) -> str:
    title = title.strip()  # by hand: a pattern looks at every run of spaces many times
    return title[:-1].strip() if title.endswith(":") else title


def _bold_inside(text: str) -> str | None:
    """What a wholly bold text holds between its marks, or None; forgives a closing colon and a bold number apart."""
    body = _without_colon(text)
    if len(body) > 6 and body.startswith("***") and body.endswith("***") and "**" not in body[3:-3]:
        return body[3:-3]
    opening = re.match(rf"{BOLD}", body)
    if not opening or not body.endswith(("**", "__")) or len(body) < 5:
        return None
    parts = re.split(re.escape(opening[0]), body)
    inside, outside = parts[1::2], parts[0::2]
    if not any(part.strip() for part in outside):
        return " ".join(part.strip() for part in inside if part.strip()).strip("*_ ") or None
    if len(parts) == 4 and re.fullmatch(r"\d{1,3}\.?\\?[.)]?", inside[0].strip()):
        return f"{inside[0].strip()} {outside[1].strip()}"  # "**5.**Title:**"
    return None


def _split_number(text: str) -> tuple[str, str, str]:
    """(number, label, rest) of a text; number and label are empty when it has none."""
    if found := LABELLED.match(text):
        return found["number"], found["label"], found["rest"]
    if found := NUMBERED.match(text):
        if (
            found["rest"][0].isdigit()
            and "." not in found["mark"].rstrip(".")
            and not re.search(r"\s", text[found.end("mark") : found.start("rest")])
        ):
            return "", "", text  # "1.10", "3:16"
        return found["number"], "", found["rest"]
    return "", "", text


LEAD = re.compile(
    r" {0,3}(?P<open>(?:\*\*)?)(?P<number>\d{1,3})(?P<close>(?:\*\*)?)\\?[.)](?:\s+|(?=\*\*|[A-Z][a-z]))(?P<rest>\S.*)"
)
BOLD_LEAD = re.compile(
    r"\*\*(?P<title>[^*]{1,200}?)(?P<joint>\s*:\s*\*\*\s*|\*\*\s*:\s*|\*\*\s*[-–—]\s+|(?<=[.?!])\*\*\s+)(?P<text>\S.*)"
)
# "**Vitamin C** (Ascorbic Acid): text", "*Title*: text", "*Title:* text"
SPLIT_LEAD = re.compile(r"\*\*([^*:]{1,100})\*\*( \([^()]{1,80}\)) ?:\s+(?=\S)")
ITALIC_LEAD = re.compile(r"(?P<mark>[*_])(?![*_])([^*_:]{1,100})(?:(?P=mark) ?:|: ?(?P=mark))\s+(?=\S)")
# "**Title: text" and "Title**: text", where an editor lost one of the marks
HALF_LEAD = re.compile(r"(?:\*\*([^*:]{1,100}): |([^*:]{1,100})(?: ?: ?\*\*|\*\* ?:))\s*(?=\S)")
PLAIN_LEAD = re.compile(r"(?P<title>[^:*`<>\[\]]{2,110}?):\s+(?P<text>\S.*)")


def read_lead(line: str) -> Lead | None:
    """The line as a run-in: ``1. Title: text``, ``1. **Title**: text``, ``**1. Title:** text``."""
    found = LEAD.match(unescaped(line))
    if not found:
        return None
    rest = _in_bold(found)
    bold = BOLD_LEAD.match(rest)
    lead = bold or PLAIN_LEAD.match(rest)
    if not lead or not plain(lead["title"]).strip():
        return None
    joint = bold["joint"] if bold else ":** "
    return Lead(found["number"], lead["title"].strip(), lead["text"].strip(), bool(bold), joint)


def _in_bold(found: re.Match[str]) -> str:
    """What follows the number, a marked title as ``**Title:**`` however its marks were set."""
    rest = found["rest"]
    if found["open"] and not found["close"] and not rest.startswith("** "):
        rest = f"**{rest}"
    elif rest.startswith("** "):
        rest = rest[3:].lstrip()  # the number was in bold by itself
    if "*" not in rest[:200] and not rest.startswith("_"):
        return rest
    if split := SPLIT_LEAD.match(rest):
        return f"**{split[1]}{split[2]}:** {rest[split.end() :]}"
    if italic := ITALIC_LEAD.match(rest):
        return f"**{italic[2]}:** {rest[italic.end() :]}"
    if rest.count("**") == 1 and (half := HALF_LEAD.match(rest)):
        return f"**{half[1] or half[2]}:** {rest[half.end() :]}"
    return rest
