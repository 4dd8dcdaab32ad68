"""What an author probably did where YAML cannot be read, found from the place where the parser gave up.

PyYAML names what it expected ("did not find expected key"); an author needs to know what was typed. The
parser in C and the pure one give up at the same places and word it a little differently; the rules hold for
both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yaml.events import CollectionEndEvent, Event, ScalarEvent

from located.problem import quote
from located.slips import (
    Mark,
    Slip,
    close_dash,
    colon,
    directive,
    first_item,
    hard_space,
    indentation,
    item_under,
    quoting,
)

_TAB = re.compile(r"[ -]*\t")
_KEY_AND_TEXT = re.compile(r"\s*(?:- +)*[^\s#-][^#]*?:[ \t]+[^\s#|>]")
_BOX = re.compile(r"\s*(?:- +)*(?P<box>\[[ xX]?\]) +\S")
_ITEM_END = re.compile(r"[,\]}]")


@dataclass(frozen=True, slots=True)
class Failure:
    """Where and why a parser gave up. Lines and columns count from 0."""

    lines: list[str]
    """The whole text."""
    line: int
    column: int
    message: str
    """PyYAML's own words."""
    opened: Mark | None
    """Where the thing starts that could not be finished."""
    bracket: Mark | None
    """Where the innermost bracket was opened that is not closed yet."""
    last: Event | None
    """The last text, alias, or end of a list or mapping that was read."""

    @property
    def text(self) -> str:
        """The line."""
        return self.lines[self.line]

    @property
    def rest(self) -> str:
        """The line from the place on."""
        return self.text[self.column :]

    def says(self, *words: str) -> bool:
        """Whether one of the words is in the message."""
        return any(word in self.message for word in words)

    def here(self, what: str, fix: str) -> Slip:
        """A slip at the place."""
        return Slip(self.line, self.column, what, fix)


def explain(failure: Failure) -> Slip:
    """The likeliest slip behind a failure."""
    found = (rule(failure) for rule in _RULES)
    return next((slip for slip in found if slip), None) or _unexplained(failure)


# --- the rules, in the order they are tried ------------------------------------------------------------


def _open_quote(failure: Failure) -> Slip | None:
    if failure.opened and failure.says("quoted scalar") and failure.says("end of stream", "document"):
        return _never_closed(failure.lines, failure.opened)
    return None


def _never_closed(lines: list[str], opened: Mark) -> Slip:
    mark = lines[opened.line][opened.column]
    fix = f"Add {mark} at the end of the text."
    if mark == "'":
        fix = "Add ' at the end of the text, or put the whole text in double quotation marks."
    return Slip(opened.line, opened.column, "the quotation mark opened here is not closed", fix)


def _directive(failure: Failure) -> Slip | None:
    return directive(failure.line) if failure.text.startswith("%") else None


def _escape(failure: Failure) -> Slip | None:
    if not (failure.says("quoted scalar") and failure.says("escape", "hex")):
        return None
    column = max(failure.text.rfind("\\", 0, failure.column + 1), 0)
    what = f"{quote(failure.text[column : column + 2])} stands for nothing in double quotation marks"
    return Slip(failure.line, column, what, "Write \\\\ for a backslash, or use single quotation marks.")


def _tab(failure: Failure) -> Slip | None:
    what = "a tab stands where only spaces may"
    for line in _suspects(failure):
        if tab := _TAB.match(failure.lines[line]):
            return Slip(line, tab.end() - 1, what, "Indent with spaces.")
    return failure.here(what, "Write a space in its place.") if failure.rest.startswith("\t") else None


def _hard_space(failure: Failure) -> Slip | None:
    return next(filter(None, (hard_space(failure.lines, line) for line in _suspects(failure))), None)


def _close_dash(failure: Failure) -> Slip | None:
    return next(filter(None, (close_dash(failure.lines, line) for line in _suspects(failure))), None)


def _first_character(failure: Failure) -> Slip | None:
    """A character with a meaning of its own, at the start of a text without quotation marks."""
    place, rest = (failure.line, failure.column), failure.rest
    if failure.opened and failure.says("an alias", "an anchor", "block scalar", "a tag", "tag handle"):
        place = (failure.opened.line, failure.opened.column)
        rest = failure.lines[place[0]][place[1] :]
    elif not failure.says("cannot start any token", "node content", "keys are not"):
        return None
    if not rest or rest[0] not in ("*&!|>@`%?" if failure.bracket else "*&!|>@`%?,]}"):
        return None
    if failure.bracket:
        rest = rest[0] + _ITEM_END.split(rest[1:])[0]
    return Slip(*place, f"unquoted text cannot start with {rest[0]}", quoting(rest))


def _open_bracket(failure: Failure) -> Slip | None:
    bracket = failure.bracket
    if not bracket:
        return None
    opening = failure.lines[bracket.line][bracket.column]
    closing = "]" if opening == "[" else "}"
    if failure.rest.startswith(","):
        return failure.here("nothing stands before this comma", "Remove it, or write what is missing.")
    if failure.line == bracket.line and closing in failure.rest:
        return failure.here("there is no comma before this item", "Write one.")
    fix = f"Add {closing} at its end, or put all in quotation marks if it is text."
    return Slip(bracket.line, bracket.column, f"the {opening} opened here is not closed", fix)


def _after_end(failure: Failure) -> Slip | None:
    """Text that goes on behind a closing quotation mark or bracket."""
    last = failure.last
    if not last or not last.start_mark or not last.end_mark or last.end_mark.line != failure.line:
        return None
    if isinstance(last, ScalarEvent) and last.style in ("'", '"'):
        return _after_quote(failure, last.start_mark, last.end_mark)
    end = failure.text[last.start_mark.column : last.end_mark.column]
    if isinstance(last, CollectionEndEvent) and end == "]" and (box := _BOX.match(failure.text)):
        fix = f"Remove it, or p{quoting(failure.text[box.start('box') :])[1:]}"
        return Slip(failure.line, box.start("box"), f"{quote(box['box'])} makes a list, not a box to tick", fix)
    if isinstance(last, CollectionEndEvent) and end in ("]", "}"):
        fix = "Put all in quotation marks if it is text; else remove what follows."
        return failure.here(f"text follows the closing {end}", fix)
    return None


def _after_quote(failure: Failure, start: Mark, end: Mark) -> Slip:
    if start.line != failure.line:
        return _never_closed(failure.lines, start)
    text = failure.text[start.column :].strip()
    if text.endswith(text[0]) and end.column == failure.column:  # an inner mark taken for the closing one
        text = text[1:-1]
    return failure.here("text follows the closing quotation mark", quoting(text))


def _dash(failure: Failure) -> Slip | None:
    if not failure.says("sequence entries are not allowed"):
        return None
    fix = "Put each item on a line of its own. If it is text, put it in quotation marks."
    return failure.here("a list cannot start on the line of its key", fix)


def _colon(failure: Failure) -> Slip | None:
    return next(filter(None, (colon(failure.lines, line) for line in _suspects(failure))), None)


def _colon_in_text(failure: Failure) -> Slip | None:
    text = failure.last
    if not failure.says("mapping values") or not isinstance(text, ScalarEvent) or not text.start_mark:
        return None
    if text.start_mark.line != failure.line:
        return _key_in_text(failure, text.start_mark)
    fix = quoting(failure.text[text.start_mark.column :])
    return failure.here('unquoted text cannot hold a colon and a space (": ")', fix)


def _key_in_text(failure: Failure, start: Mark) -> Slip:
    """A key in a later line of what counts as one text."""
    above = failure.lines[start.line]
    item = first_item(failure.lines, start.line + 1, failure.line + 1)
    if item is not None:
        return item_under(failure.lines, item, above)
    before = above[: start.column].strip()
    if not before:
        return _no_colon(failure.lines, start)
    what = f"this line is indented under {quote(above.strip())}, which has a value already"
    fix = "Indent both lines alike, or put the text of both in quotation marks."
    if before == "-":
        what = f"this key stands under {quote(above.strip())}, which has none"
        fix = 'Write a key before that text, too ("- key: text").'
    return Slip(failure.line, indentation(failure.text), what, fix)


def _item_under_text(failure: Failure) -> Slip | None:
    """List items, in the same column as the key above, that has a value already."""
    above = next((line for line in reversed(failure.lines[: failure.line]) if line.strip()), "")
    if _KEY_AND_TEXT.match(above) and first_item(failure.lines, failure.line, failure.line + 1) is not None:
        return item_under(failure.lines, failure.line, above)
    return None


def _unfinished_key(failure: Failure) -> Slip | None:
    if not failure.opened or not failure.says("simple key"):
        return None
    if failure.rest.startswith(":"):  # PyYAML looks no further than 1,024 characters
        return Slip(failure.opened.line, failure.opened.column, "this key is too long", "Shorten it.")
    return _no_colon(failure.lines, failure.opened)


def _no_colon(lines: list[str], mark: Mark) -> Slip:
    what = f"there is no colon in {quote(lines[mark.line].strip())}"
    fix = 'Write it as "key: value", or indent it if it belongs to the line above.'
    return Slip(mark.line, mark.column, what, fix)


def _no_key(failure: Failure) -> Slip | None:
    before = failure.text[: failure.column].rstrip()
    if not failure.rest.startswith(":") or (before and before[-1] not in "-?,[{"):
        return None
    fix = "Write one, or put the text in quotation marks."
    return failure.here("there is no key before the colon", fix)


def _no_dash(failure: Failure) -> Slip | None:
    if not failure.says("block collection") or not failure.opened or failure.opened.column != failure.column:
        return None
    fix = 'Start it with "- ", or indent it if it belongs to the item above.'
    return failure.here("this line is in a list but does not start with a dash", fix)


def _indentation(failure: Failure) -> Slip | None:
    if not failure.says("expected key", "block end", "indicator", "<document start>"):
        return None
    fix = "Indent lines that belong together by the same number of spaces."
    return failure.here("the indentation of this line does not fit the lines above", fix)


def _unexplained(failure: Failure) -> Slip:
    fix = "Look at the colons, quotation marks and indentation here and in the line above."
    return failure.here("this cannot be read as YAML", fix)


def _suspects(failure: Failure) -> Iterator[int]:
    """Where a slip may be: the line the unfinished key or the last text starts in, and the last one read."""
    if failure.opened and failure.says("simple key"):
        yield failure.opened.line
    if failure.says("mapping values") and isinstance(failure.last, ScalarEvent) and failure.last.start_mark:
        yield failure.last.start_mark.line
    yield failure.line


_RULES: tuple[Callable[[Failure], Slip | None], ...] = (
    _open_quote,
    _directive,
    _escape,
    _tab,
    _hard_space,
    _close_dash,
    _first_character,
    _no_key,
    _open_bracket,
    _after_end,
    _dash,
    _colon,
    _colon_in_text,
    _item_under_text,
    _unfinished_key,
    _no_dash,
    _indentation,
)
