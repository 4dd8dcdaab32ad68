"""When something is shown: ``online``, ``not online and size is large``, ``(a or b) and c`` -> `Condition`.

``not`` binds closest, then ``and``, then ``or``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from located import Location, nearest, quote, slugify

from .model import All, Any, Condition, If, Is, Not, Question
from .values import Wrong, listed, wrong

WORDS = frozenset(("and", "or", "not", "is"))
"""They cannot name a question."""
LIMIT = 200
_DEPTH = 10
_TOKEN = re.compile(r"[()]|[^\s()]+")
_LIKE = 'Write it like "online", "not online" or "online and size is large".'
_MARKS = {"&&": "and", "&": "and", "||": "or", "|": "or", "!": "not", "==": "is", "=": "is", "!=": "is not", ",": "and"}


def read_condition(words: str, where: Location, questions: Mapping[str, Question]) -> If:
    """What `words` say about the answers to `questions`. Raises `Wrong`."""
    if len(words) > LIMIT:
        raise wrong(where, f'"if" has {len(words)} characters; the limit is {LIMIT}', "Shorten it.")
    parser = _Parser(words, where, questions)
    return If(parser.whole(), words, where)


class _Parser:
    """One reading of one condition: how many of its words have been taken."""

    def __init__(self, words: str, where: Location, questions: Mapping[str, Question]) -> None:
        self.words, self.where, self.questions = words, where, questions
        self.tokens = _TOKEN.findall(words)
        self.taken = 0
        self.depth = 0

    def whole(self) -> Condition:
        for token in self.tokens:
            if token in _MARKS:
                raise self._wrong(f'"if" cannot hold {quote(token)}', f'Write "{_MARKS[token]}".')
        found = self._or()
        if self._next == ")":
            raise self._wrong(f'"if" closes a parenthesis that is not open: {quote(self.words)}', 'Remove the ")".')
        if self._next:
            what = f'"if" has neither "and" nor "or" before {quote(self._next)}'
            raise self._wrong(what, _LIKE)
        return found

    def _or(self) -> Condition:
        parts = [self._and()]
        while self._take("or"):
            parts.append(self._and())
        return Any(tuple(parts)) if len(parts) > 1 else parts[0]

    def _and(self) -> Condition:
        parts = [self._not()]
        while self._take("and"):
            parts.append(self._not())
        return All(tuple(parts)) if len(parts) > 1 else parts[0]

    def _not(self) -> Condition:
        self.depth += 1
        if self.depth > _DEPTH:
            raise self._wrong('"if" has too many parentheses in each other', "Write it more simply.")
        if self._take("not"):
            found: Condition = Not(self._not())
        else:
            found = self._group() if self._take("(") else self._is()
        self.depth -= 1
        return found

    def _group(self) -> Condition:
        found = self._or()
        if not self._take(")"):
            raise self._wrong(f'"if" opens a parenthesis and does not close it: {quote(self.words)}', 'Add a ")".')
        return found

    def _is(self) -> Condition:
        question = self._question(self._word())
        if not self._take("is"):
            if {option.id for option in question.options} != {"yes", "no"}:
                raise self._unanswered(question)
            return Is(question.id, "yes")
        return Not(self._answer(question)) if self._take("not") else self._answer(question)

    def _answer(self, question: Question) -> Is:
        """An option by its id or its text, which may have several words."""
        words = [self._word()]
        while self._next and self._next.lower() not in WORDS and self._next not in "()":
            words.append(self._word())
        option = slugify(" ".join(words))
        known = [each.id for each in question.options]
        if option not in known:
            near = nearest(option, known)
            fix = f'Did you mean "{near}"?' if near else f"Write {listed(known)}."
            raise self._wrong(f'"if" has the answer {quote(" ".join(words))}, which "{question.id}" has not', fix)
        return Is(question.id, option)

    def _question(self, name: str) -> Question:
        if name in self.questions:
            return self.questions[name]
        near = nearest(name, self.questions)
        fix = f'Did you mean "{near}"?' if near else f'Add it to "ask", or use {listed(self.questions)}.'
        if not self.questions:
            fix = f'Add "ask:" to the checklist and below it "{slugify(name) or "online"}: " and the question.'
        raise self._wrong(f'"if" needs an answer to {quote(name)}, which "ask" does not ask', fix)

    def _unanswered(self, question: Question) -> Wrong:
        options = [option.id for option in question.options]
        what = f'"if" does not say which answer to "{question.id}": {listed(options)}'
        return self._wrong(what, f'Write "{question.id} is {options[0]}".')

    @property
    def _next(self) -> str:
        """The word that is read next; "" at the end."""
        return self.tokens[self.taken] if self.taken < len(self.tokens) else ""

    def _take(self, word: str) -> bool:
        """Whether this word came, which is passed over then."""
        came = self._next.lower() == word
        self.taken += came
        return came

    def _word(self) -> str:
        word = self._next
        if not word:
            raise self._wrong(f'"if" ends too early: {quote(self.words)}', _LIKE)
        if word.lower() in WORDS or word in "()":
            raise self._wrong(f'"if" has {quote(word)} where a question or answer should stand', _LIKE)
        self.taken += 1
        return word

    def _wrong(self, what: str, fix: str) -> Wrong:
        return wrong(self.where, what, fix)
