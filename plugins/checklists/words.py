"""What a checklist says of itself in words: how long, when, if."""

from __future__ import annotations

from collections.abc import Mapping

from .model import All, Any, Checklist, Condition, Due, Is, Item, Kind, Level, Mode, Not, Question

MODES = {
    Mode.DO_CONFIRM: "Do these from memory, then come back and confirm each one.",
    Mode.READ_DO: "Read one, do it, tick it; then read the next.",
}
EVERY = {"day": "every day", "week": "every week", "month": "every month"}


def counted(number: int, one: str, many: str = "") -> str:
    """``1 item``, ``2 items``."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def duration(minutes: int) -> str:
    """``10 min``, ``1 h``, ``1 h 30 min``."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def day(on: object) -> str:
    """``3 May 2026``, in English whatever the locale."""
    months = "January February March April May June July August September October November December".split()
    year, month, number = str(on).split("-")
    return f"{int(number)} {months[int(month) - 1]} {int(year)}"


def due_words(due: Due, labels: Mapping[str, str]) -> str:
    """``due 7 days before the event``; `labels` are the texts of the dates that readers are asked for, by id."""
    if due.on:
        return f"due {day(due.on)}"
    label = _inside(labels.get(due.label, due.label))
    if not due.days:
        return f"due on: {label}"
    return f"due {counted(abs(due.days), 'day')} {'before' if due.days < 0 else 'after'}: {label}"


def _inside(label: str) -> str:
    """A label as it stands inside a sentence: without the capital of its first word, unless that is a name's."""
    return label[:1].lower() + label[1:] if label[1:2].islower() and label.split()[0] in _ARTICLES else label


_ARTICLES = frozenset("The A An My Your Day Date First Last Start End".split())


def condition_words(condition: Condition, questions: Mapping[str, Question]) -> str:
    """``yes to “Is it online?”, and “How large is it?”: not small``."""
    match condition:
        case Is(question, option):
            return _answer(question, option, questions)
        case Not(Is(question, option)):
            return _answer(question, option, questions, "not ")
        case Not(part):
            return f"not ({condition_words(part, questions)})"
        case All(parts):
            return ", and ".join(_inner(part, questions) for part in parts)
        case Any(parts):
            return ", or ".join(_inner(part, questions) for part in parts)


def _inner(part: Condition, questions: Mapping[str, Question]) -> str:
    words = condition_words(part, questions)
    return f"({words})" if isinstance(part, All | Any) else words


def _answer(asked: str, option: str, questions: Mapping[str, Question], negation: str = "") -> str:
    question = questions.get(asked)
    texts = {each.id: each.text for each in question.options} if question else {}
    if negation and {"yes", "no"} == texts.keys():
        negation, option = "", "no" if option == "yes" else "yes"
    shown = f"“{question.text if question else asked}”"
    return f"{option} to {shown}" if option in ("yes", "no") else f"{shown}: {negation}{texts.get(option, option)}"


def facts(item: Item, labels: Mapping[str, str], questions: Mapping[str, Question]) -> tuple[str, ...]:
    """What stands in the small line below an item; its level only where it is not the usual one."""
    return tuple(
        said
        for said in (
            item.level.value if item.level is not Level.RECOMMENDED and item.kind is Kind.TASK else "",
            duration(item.minutes),
            due_words(item.due, labels) if item.due else "",
            EVERY.get(item.repeat.every, ""),
            f"only if {condition_words(item.condition.condition, questions)}" if item.condition else "",
        )
        if said
    )


def size(checklist: Checklist) -> str:
    """``12 items · about 1 h 30 min``."""
    minutes = sum(item.minutes * item.repeat.times for item in checklist.tasks)
    total = counted(sum(item.repeat.times for item in checklist.tasks), "item")
    return f"{total} · about {duration(minutes)}" if minutes else total
