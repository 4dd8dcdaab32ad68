"""What a checklist asks its reader: questions with their answers, and dates."""

from __future__ import annotations

import re

from located import Location, Mapping, Node, Problem, Scalar, Sequence, quote, slugify

from .conditions import WORDS
from .ids import ID, LONGEST
from .model import DateLabel, Option, Question
from .values import LINE_LIMIT, WRITTEN, Form, Schema, Wrong, kind_of, read_each, said, within, wrong

YES_NO = (Option("yes", "Yes"), Option("no", "No"))
_QUESTION_KEYS = ("text", "options")


def _questions(key: str, node: Node) -> tuple[Question, ...]:
    if isinstance(node, Scalar) and node.is_empty:
        return ()
    if not isinstance(node, Mapping):
        fix = 'Write below it a line such as "online: Does it take place online?".'
        raise wrong(node.where, f'"{key}" must have a name for each question, but {kind_of(node)}', fix)
    return read_each([Mapping((pair,), pair[0].where) for pair in node.pairs], _question)


def _question(node: Node) -> Question:
    assert isinstance(node, Mapping)
    ((name, value),) = node.pairs
    _check_name(name, "question")
    if name.text in WORDS:
        raise wrong(name.where, f'a question cannot be called "{name.text}", a word of "if"', "Choose another name.")
    if isinstance(value, Mapping):
        return _with_options(name, value)
    if isinstance(value, Sequence):
        fix = 'Write below it "text: " and the question, and "options: " and the list.'
        raise wrong(value.where, f'the question "{name.text}" has a list for its text', fix)
    return Question(name.text, _text(f"ask: {name.text}", value), YES_NO, name.where)


def _with_options(name: Scalar, value: Mapping) -> Question:
    found = {key.text: node for key, node in value.pairs}
    for key, _ in value.pairs:
        if key.text not in _QUESTION_KEYS:
            fix = 'A question has "text" and "options".'
            raise wrong(key.where, f'unknown key {quote(key.text)} in the question "{name.text}"', fix)
    if "text" not in found:
        raise wrong(name.where, f'the question "{name.text}" has no text', 'Add "text: " and the question.')
    options = _options(name.text, found["options"]) if "options" in found else YES_NO
    return Question(name.text, _text("text", found["text"]), options, name.where)


def _options(question: str, node: Node) -> tuple[Option, ...]:
    if isinstance(node, Scalar):
        fix = "Write options: [small, large]."
        raise wrong(node.where, f'the "options" of "{question}" must be a list, but {kind_of(node)}', fix)
    if isinstance(node, Mapping):
        for key, _ in node.pairs:
            _check_name(key, "answer")
        options = tuple(Option(key.text, _text(key.text, value)) for key, value in node.pairs)
    else:
        options = read_each(node.items, _option)
    _check_options(question, options, node.where)
    return options


def _option(node: Node) -> Option:
    text = _text("options", node)
    return Option(_slug(text, node.where), text)


def _check_options(question: str, options: tuple[Option, ...], where: Location) -> None:
    if len(options) < 2:
        raise wrong(where, f'the question "{question}" has fewer than two options', "Add one, or remove the question.")
    ids = [option.id for option in options]
    for option in options:
        if ids.count(option.id) > 1:
            what = f'two options of "{question}" have the id "{option.id}"'
            raise wrong(where, what, "Reword one of them.")


def _dates(key: str, node: Node) -> tuple[DateLabel, ...]:
    if isinstance(node, Mapping):
        return read_each([Mapping((pair,), pair[0].where) for pair in node.pairs], _date)
    if isinstance(node, Sequence):
        labels = read_each(node.items, _date_of_text)
        _check_labels(labels)
        return labels
    if node.is_empty:
        return ()
    raise wrong(node.where, f'"{key}" must be a list, but {kind_of(node)}', f"Write {key}: [{node.text.strip()}].")


def _check_labels(labels: tuple[DateLabel, ...]) -> None:
    first: dict[str, DateLabel] = {}
    problems = []
    for label in labels:
        if (earlier := first.setdefault(label.id, label)) is not label:
            what = f'two dates have the id "{label.id}", the first in line {earlier.where.line}'
            problems.append(Problem(label.where, what, "Reword or remove one of them."))
    if problems:
        raise Wrong(*problems)


def _date(node: Node) -> DateLabel:
    assert isinstance(node, Mapping)
    ((name, value),) = node.pairs
    _check_name(name, "date")
    return DateLabel(name.text, _text(f"dates: {name.text}", value), name.where)


def _date_of_text(node: Node) -> DateLabel:
    text = _text("dates", node)
    return DateLabel(_slug(text, node.where), text, node.where)


def _text(key: str, node: Node) -> str:
    if text := within(LINE_LIMIT, key, node, said(key, node)):
        return text
    raise wrong(node.where, f'"{key}" is empty', "Write the text.")


def _slug(text: str, where: Location) -> str:
    if slug := slugify(text)[:LONGEST].strip("-"):
        return slug
    raise wrong(where, f"{quote(text)} has neither letters nor digits", "Write it in words.")


def _check_name(name: Scalar, what: str) -> None:
    if not re.fullmatch(ID, name.text) or len(name.text) > LONGEST:
        fix = f'Write "{slugify(name.text)[:LONGEST].strip("-") or "online"}: " and the text.'
        limits = f"at most {LONGEST} lower-case letters a to z, digits and hyphens"
        raise wrong(name.where, f"the name of this {what} may have {limits}, found {quote(name.text)}", fix)


def _named(values: Schema) -> Schema:
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": f"^{ID}$", "maxLength": LONGEST},
        "additionalProperties": values,
    }


_OPTIONS: Schema = {
    "description": "The answers, at least two: a list of texts, or a name and a text each.",
    "anyOf": [
        {"type": "array", "minItems": 2, "items": WRITTEN},
        {
            "type": "object",
            "minProperties": 2,
            "propertyNames": {"pattern": f"^{ID}$", "maxLength": LONGEST},
            "additionalProperties": WRITTEN,
        },
    ],
}
_QUESTION: Schema = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": {"description": "The question.", **WRITTEN}, "options": _OPTIONS},
}
QUESTIONS = Form(_questions, _named({"anyOf": [WRITTEN, _QUESTION]}))
DATES = Form(_dates, {"anyOf": [_named(WRITTEN), {"type": "array", "items": WRITTEN}]})
