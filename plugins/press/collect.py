"""Everything that is logged while a site is built, kept instead of printed."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pelican.log import FatalLogger, LimitFilter, LimitLogger

from .finding import Finding, Place, one_line, shown_place
from .phrases import Site, finding_for


@dataclass(slots=True)
class Collected:
    """What was found so far; `strict` when a warning is to stop the site from being published too."""

    found: list[Finding]
    strict: bool = False

    @property
    def failed(self) -> bool:
        return any(finding.error or self.strict for finding in self.found)


class Collector(logging.Handler):
    """Turns log records into findings. A record may carry `where=(path, line, column)`."""

    def __init__(self, found: list[Finding], site: Site) -> None:
        super().__init__(logging.WARNING)
        self.found = found
        self.site = site

    def emit(self, record: logging.LogRecord) -> None:
        where: Place | None = getattr(record, "where", None)
        if where is not None:
            self.found.append(located(record, where))
        elif finding := finding_for(record, self.site, sys.exc_info()[1], sys._getframe(), self.found):
            self.found.append(finding)


def located(record: logging.LogRecord, where: Place) -> Finding:
    """A record that knows its place, which its text may start with."""
    text = one_line(record.getMessage()).removeprefix(one_line(shown_place(where)) + " ")
    return Finding(where, text, record.levelno >= logging.ERROR)


@contextmanager
def collecting(site: Site, found: list[Finding] | None = None) -> Iterator[Collected]:
    """Keep what is logged, from any logger, from WARNING up; nothing of it is printed. One may be within another."""
    collected = Collected([] if found is None else found)
    collector = Collector(collected.found, site)
    root = logging.getLogger()
    others = [handler for handler in root.handlers if below_warning not in handler.filters]
    for handler in others:
        handler.addFilter(below_warning)
    root.addHandler(collector)
    try:
        with every_record() as strict:
            collected.strict = strict
            yield collected
    finally:
        root.removeHandler(collector)
        for handler in others:
            handler.removeFilter(below_warning)


def below_warning(record: logging.LogRecord) -> bool:
    return record.levelno < logging.WARNING


@contextmanager
def every_record() -> Iterator[bool]:
    """Have Pelican 4.12 log all that it has to say; tells whether warnings are to count as errors.

    Its loggers drop a warning that was seen before in the process, replace the fifth of a kind by "others were
    found", and with `--fatal` raise at the first. The messages in the setting LOG_FILTER stay dropped.
    """
    fatal, before = FatalLogger.fatal_lvl, vars(LimitLogger.limit_filter).get("filter")
    FatalLogger.fatal_lvl = logging.CRITICAL + 1
    LimitLogger.limit_filter.filter = wanted
    try:
        yield fatal <= logging.WARNING
    finally:
        FatalLogger.fatal_lvl = fatal
        if before is None:
            del LimitLogger.limit_filter.filter
        else:
            LimitLogger.limit_filter.filter = before


def wanted(record: logging.LogRecord) -> bool:
    said = {(record.levelno, record.msg), (record.levelno, record.getMessage())}
    return record.levelno > logging.WARNING or LimitFilter._ignore.isdisjoint(said)
