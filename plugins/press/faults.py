"""Where an exception came from and what it says, for people who did not write the code that raised it."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TypeVar

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from .finding import Place, one_line, shown_path

logger = logging.getLogger(__name__)

Result = TypeVar("Result")

DOCUTILS = re.compile(r"(?P<path>.*?):(?P<line>\d+): \([A-Z]+/\d\) (?P<text>.*)", re.DOTALL)
"""How docutils' SystemMessage puts its place into its text."""


def attempt(action: Callable[[], Result], tell: Callable[[Exception], object]) -> Result | None:
    """What `action` gives; None once its failure has been told.

    For calls into plugins, templates and Pelican, which may raise anything: one of them failing must not hide
    what is wrong elsewhere in the site.
    """
    try:
        return action()
    except Exception as error:
        logger.debug("%s", reason(error), exc_info=True)
        tell(error)
        return None


def place_of(error: BaseException) -> Place | None:
    """The line that `error` is about, as far as it knows one: in a template, in the text it could not read."""
    if isinstance(error, TemplateSyntaxError):
        return (shown_path(error.filename or error.name or "template"), error.lineno, 1)
    if isinstance(error, SyntaxError) and error.filename:
        return (shown_path(error.filename), error.lineno or 1, error.offset or 1)
    if isinstance(error, UnicodeDecodeError) and (path := unread_file(error)):
        return (path, *position_in(error)[:2])
    return template_place(error)


def unread_file(error: BaseException) -> str:
    """The file whose reading raised `error`, by the name that all readers have for it; empty if there is none."""
    names = [frame.f_locals.get("filename") for frame, _ in traceback.walk_tb(error.__traceback__)]
    files = [name for name in names if isinstance(name, str) and Path(name).is_file()]
    return shown_path(files[-1]) if files else ""


def template_place(error: BaseException) -> Place | None:
    """The deepest template line that was being rendered."""
    places = [
        (shown_path(frame.f_code.co_filename), line, 1)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if is_template(frame)
    ]
    return places[-1] if places else None


def is_template(frame: FrameType) -> bool:
    # Jinja 3.1 puts frames of its own making, named like the template, where the compiled ones were.
    return "__jinja_exception__" in frame.f_globals


def code_place(error: BaseException) -> Place | None:
    """The deepest line that was running of the project's own code; None if the error is from elsewhere."""
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    here = f"{Path.cwd()}/"
    own = [f for f in frames if f[0].startswith(here) and "/site-packages/" not in f[0]]
    return (shown_path(own[-1][0]), own[-1][1], 1) if own else None


def reason(error: BaseException) -> str:
    """What `error` says, as one line without a full stop."""
    return said_by(error).rstrip(".")


def said_by(error: BaseException) -> str:
    if isinstance(error, UndefinedError):
        return re.sub(r"'([^']*)'", r'"\1"', one_line(str(error.message)))
    if isinstance(error, TemplateNotFound):
        return f'there is no template "{error.name}"'
    if isinstance(error, TemplateSyntaxError):
        return one_line(error.message or "not a template")
    if isinstance(error, OSError) and error.strerror:
        return one_line(error.strerror)
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.object[error.start]:#04x} is not UTF-8"
    if isinstance(error, SyntaxError):
        return one_line(error.msg)
    text = one_line(str(error))
    kind = type(error).__name__
    return text if "." in kind or (kind in PLAIN and text) else f"{kind}: {text}".removesuffix(": ")


def remedy(error: BaseException) -> str:
    """What to do about `error`, where that can be told."""
    if isinstance(error, UndefinedError):
        return 'Correct the name, or test it with "is defined" first.'
    if isinstance(error, TemplateNotFound):
        return "Correct the name, or add the template."
    if isinstance(error, UnicodeDecodeError):
        return "Save the file as UTF-8."
    if isinstance(error, TemplateSyntaxError) or template_place(error):
        return "Correct the template."
    return "Correct the code." if isinstance(error, SyntaxError) or code_place(error) else ""


PLAIN = frozenset({"ValueError", "RuntimeError", "ImportError", "ModuleNotFoundError", "SystemMessage"})
"""Exceptions whose text says it all."""


def position_in(error: BaseException) -> tuple[int, int, str]:
    """Line and column in the file that could not be read, and the reason without them."""
    if isinstance(error, UnicodeDecodeError):
        before = error.object[: error.start]
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return before.count(b"\n") + 1, column, reason(error)
    if docutils := DOCUTILS.fullmatch(str(error)):
        return int(docutils["line"]), 1, one_line(docutils["text"])
    return 1, 1, reason(error)
