"""YAML read into nodes, straight from the parser's events: what is refused is never expanded.

Understood is what an author writes: text, lists, mappings, blocks, quotation marks, comments. Anchors,
aliases, merge keys, tags, directives and further documents are problems.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

from yaml import SafeLoader
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from located.characters import unified
from located.failures import Failure, explain
from located.location import Location
from located.nodes import Mapping, Node, Scalar, Sequence
from located.problem import Problem, Severity
from located.refusals import refused_escape, refused_key, refused_property, refused_size, refused_text
from located.slips import Mark, Slip, colon, comment_after, misread_key, misread_text

_RARE_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")


class _Parser(Protocol):
    def get_event(self) -> Event | None: ...


def _fastest_parser() -> Callable[[str], _Parser]:
    try:
        from yaml._yaml import CParser
    except ImportError:  # PyYAML was built without libyaml: the same events, ten times slower
        return SafeLoader
    return CParser


_parser = _fastest_parser()


def compose(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """What a YAML text says, and what is wrong with it.

    The node is None if the text says nothing or cannot be read; in the second case there is an error among
    the problems. With other errors the node holds all that was understood, so that more can be told about it.
    `path` is as `shown_path` gives it; `first_line` is the line of the file that `text` starts on.
    """
    composer = _Composer(_prepared(text), path, first_line)
    try:
        node = composer.document()
    except _RefusedError as refused:
        node = None
        composer.tell_last(refused.slip)
    return node, tuple(sorted(composer.problems))


def _prepared(text: str) -> str:
    """The text with the line breaks everybody counts. To YAML 1.1, not to 1.2, there are three more."""
    return unified(text.lstrip("\ufeff")).translate(_RARE_BREAKS)


class _RefusedError(Exception):
    """Nothing can be read after this slip."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.what)
        self.slip = slip


class _Composer:
    """One reading of one text: where the parser is, and the problems so far."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._split: list[str] | None = None
        self._last_line = text.count("\n")
        self._path = path
        self._first_line = first_line
        self._nodes = 0
        self._open: list[CollectionStartEvent] = []
        self._last: Event | None = None
        self._misread: set[int] = set()

    def document(self) -> Node | None:
        """The one document of the text."""
        _stop_at(refused_text(self._text))
        self._parser = _parser(self._text)
        self._next()  # the start of the stream
        if isinstance(self._next(), StreamEndEvent):
            return None
        root = self._node(self._next())
        self._next()  # the end of the document
        self._check_end(self._next())
        self._check_root(root)
        return None if isinstance(root, Scalar) and root.is_empty else root

    def tell(self, slip: Slip | None, severity: Severity = Severity.ERROR) -> None:
        """Make a problem of a slip, if there is one."""
        if slip:
            where = self._location(slip.line, slip.column)
            self.problems.append(Problem(where, slip.what, slip.fix, severity))

    def tell_last(self, slip: Slip) -> None:
        """Tell what ended the reading, unless its cause has been told: in this line, or misread just above.

        A warning in this line does not keep a file from being read, so it is no cause.
        """
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        told = {problem.where.line - self._first_line for problem in errors}
        if slip.line not in told and slip.line - 1 not in self._misread:
            self.tell(slip)

    # --- from events to nodes ------------------------------------------------------------------------

    def _next(self) -> Event:
        try:
            event = self._parser.get_event()
        except YAMLError as error:
            raise _RefusedError(explain(self._failure(error))) from error
        except (ValueError, OverflowError) as error:  # out of the pure parser, on "\UFFFFFFFF"
            raise _RefusedError(explain(self._failure(YAMLError()))) from error
        return cast(Event, event)  # None comes only after the end of the stream

    def _node(self, event: Event) -> Node:
        self._nodes += 1
        place = _start(event)
        _stop_at(refused_size(place, len(self._open), self._nodes))
        self._check_property(cast(NodeEvent, event), place)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, CollectionStartEvent):
            return self._collection(event)
        return Scalar("", self._where(place))  # for an alias

    def _scalar(self, event: ScalarEvent, place: Mark) -> Scalar:
        self._last = event
        if event.style:
            self.tell(refused_escape(event, place))
        else:
            self._check_plain(event, place)
        return Scalar(event.value, self._where(place), bool(event.style))

    def _collection(self, event: CollectionStartEvent) -> Node:
        self._open.append(event)
        node = self._sequence(event) if isinstance(event, SequenceStartEvent) else self._mapping(event)
        self._open.pop()
        return node

    def _sequence(self, start: Event) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._next(), CollectionEndEvent):
            items.append(self._node(event))
        self._last = event
        return Sequence(tuple(items), self._where(_start(start)))

    def _mapping(self, start: Event) -> Mapping:
        pairs: list[tuple[Scalar, Node]] = []
        lines: dict[str, int] = {}
        while not isinstance(event := self._next(), CollectionEndEvent):
            key, value = self._key(event, lines), self._node(self._next())
            if key:
                pairs.append((key, value))
                lines[key.text] = key.where.line
        self._last = event
        return Mapping(tuple(pairs), self._where(_start(start)))

    def _key(self, event: Event, lines: dict[str, int]) -> Scalar | None:
        """The key, or None if it cannot be one."""
        key, place = self._node(event), _start(event)
        if isinstance(event, AliasEvent):
            return None
        slip = refused_key(key, place, lines)
        if isinstance(key, Scalar) and not slip and not key.quoted and not key.text.isascii():
            slip = misread_key(self._lines, place, _end(event))
        self.tell(slip)
        return key if isinstance(key, Scalar) and not slip else None

    def _where(self, place: Mark) -> Location:
        return self._location(place.line, place.column)

    def _location(self, line: int, column: int) -> Location:
        if line > self._last_line:  # libyaml ends a last line that has no end
            line, column = self._last_line, len(self._lines[-1])
        return Location(self._path, line + self._first_line, column + 1)

    @property
    def _lines(self) -> list[str]:
        if self._split is None:
            self._split = self._text.split("\n")
        return self._split

    # --- what is wrong -------------------------------------------------------------------------------

    def _check_property(self, event: NodeEvent, place: Mark) -> None:
        if isinstance(event, AliasEvent):
            self._last = event
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self.tell(refused_property(self._text, place))

    def _check_plain(self, event: ScalarEvent, start: Mark) -> None:
        end = _end(event)
        if (start.line != end.line and not self._bracket) or event.value.startswith("-") or event.value[:1].isspace():
            self._check_misread(start, end)
        self.tell(comment_after(self._text, end), Severity.WARNING)

    def _check_misread(self, start: Mark, end: Mark) -> None:
        if slip := misread_text(self._lines, start, end):
            self._misread.add(end.line)
            self.tell(slip)

    def _check_end(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            place, fix = _start(event), "Remove this line of dashes."
            self.tell(Slip(place.line, place.column, "a second YAML document starts here", fix))

    def _check_root(self, root: Node) -> None:
        if isinstance(root, Scalar) and root.text and not root.quoted and not self.problems:
            self.tell(colon(self._lines, root.where.line - self._first_line))

    def _failure(self, error: YAMLError) -> Failure:
        marked = error if isinstance(error, MarkedYAMLError) else MarkedYAMLError()
        line, column = _within(self._lines, marked.problem_mark)
        message = f"{marked.context} {marked.problem}"
        return Failure(self._lines, line, column, message, marked.context_mark, self._bracket, self._last)

    @property
    def _bracket(self) -> Mark | None:
        """The innermost open bracket."""
        return _start(self._open[-1]) if self._open and self._open[-1].flow_style else None


def _within(lines: list[str], mark: Mark | None) -> tuple[int, int]:
    """The place of a mark, at the end of the text if it is behind it."""
    if mark is None:
        return 0, 0
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _stop_at(slip: Slip | None) -> None:
    if slip:
        raise _RefusedError(slip)


def _start(event: Event) -> Mark:
    return cast(Mark, event.start_mark)  # absent only from events that were made by hand


def _end(event: Event) -> Mark:
    return cast(Mark, event.end_mark)
