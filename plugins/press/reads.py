"""What a template reads while it renders a page: names of its context, and of articles and pages their attributes.

A page whose reads have the values that they had last time, from a template that is the same, is the same page: the
template takes the same way through them. Jinja 3.1 asks the environment for every attribute and the context for every
name, which is where they are noted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Context
from jinja2.utils import missing
from pelican.contents import Content

from .made import Read
from .values import CannotCompare, Values

JOB = "press_job"
"""A name in the context of a page that is being made, by which its own contexts are known from those of modules."""


@dataclass(slots=True)
class Reads:
    """What one page has read so far. `comparable` is false once it read something that cannot be compared."""

    given: Mapping[str, Any]
    values: Values
    found: dict[Read, bytes] = field(default_factory=dict)
    comparable: bool = True
    printed: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often it printed texts of articles: see `told`."""

    def name(self, key: str) -> None:
        if (key,) not in self.found:
            self._note((key,), self.given.get(key, missing))

    def attribute(self, content: Content, name: str, value: Any) -> None:
        try:
            self._note((self.values.identity(content), name), value)
        except CannotCompare:
            self.comparable = False

    def _note(self, read: Read, value: Any) -> None:
        try:
            self.found[read] = self.values.digest(value)
        except CannotCompare:
            self.comparable = False


class ReadingContext(Context):
    """A Jinja context that notes what is asked of the names that a page was given."""

    def resolve_or_missing(self, key: str) -> Any:
        value = super().resolve_or_missing(key)
        reads: Reads | None = self.parent.get(JOB)
        if reads is not None and value is reads.given.get(key, missing):
            reads.name(key)
        return value


class Reading:
    """Notes what the templates of some environments read, for one page at a time."""

    def __init__(self) -> None:
        self.present: Reads | None = None

    def attend(self, env: Environment) -> bool:
        """Have an environment tell what its templates read; False for one that goes its own ways."""
        if type(env) is not Environment or env.context_class not in (Context, ReadingContext) or env.is_async:
            return False
        if env.context_class is Context:
            env.context_class = ReadingContext
            env.getattr = self._noting(env.getattr)  # type: ignore[method-assign, assignment]
            env.getitem = self._noting(env.getitem)  # type: ignore[method-assign, assignment]
        return True

    def _noting(self, get: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        def noted(obj: Any, name: Any) -> Any:
            value = get(obj, name)
            if self.present is not None and isinstance(obj, Content) and isinstance(name, str):
                self.present.attribute(obj, name, value)
            return value

        return noted

    @contextmanager
    def page(self, reads: Reads) -> Iterator[dict[str, Any]]:
        """What to render the page with, so that what it reads is noted."""
        self.present = reads
        try:
            yield {**reads.given, JOB: reads}
        finally:
            self.present = None
