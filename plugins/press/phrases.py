"""Pelican's own messages (4.12), with the place they are about and in words for authors."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import unquote, urlsplit

from .claims import unfit
from .faults import code_place, place_of, position_in, reason
from .finding import Finding, Place, one_line, shown_path
from .settings_check import EXPECTED
from .settings_file import declared, item_place

SOURCES = (".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm")
"""What articles and pages are written in."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the things that Pelican speaks of are."""

    content: str = "."
    settings_file: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A record, with the exception that was being handled and the article or page that was being worked on.

    `before` is what was found up to then.
    """

    record: logging.LogRecord
    site: Site
    error: BaseException | None
    subject: Any
    before: Sequence[Finding] = ()

    @property
    def args(self) -> tuple[Any, ...]:
        args = self.record.args
        return args if isinstance(args, tuple) else ()

    def source(self) -> Place | None:
        """The first line of the file that the record is about."""
        for mentioned in (*self.args, self.subject):
            if path := source_path(mentioned, self.site.content):
                return (shown_path(path), 1, 1)
        return None


def finding_for(
    record: logging.LogRecord,
    site: Site,
    error: BaseException | None,
    frame: FrameType,
    before: Sequence[Finding] = (),
) -> Finding | None:
    """What `record` tells; None if it only repeats what was told elsewhere."""
    said = Said(record, site, error, subject_of(frame), before)
    phrase = PHRASES.get(str(record.msg).partition("\n")[0], as_it_is)
    return phrase(said)


def subject_of(frame: FrameType | None) -> Any:
    """The article, page or file that the code which logged was working on, looked up in its callers."""
    while frame is not None:
        worker = frame.f_locals.get("self")
        if isinstance(getattr(worker, "source_path", None), str):
            return worker
        frame = frame.f_back
    return None


def source_path(mentioned: Any, content: str) -> str:
    """The file that an argument of a record names; empty if it names none."""
    path = getattr(mentioned, "source_path", mentioned)
    if not isinstance(path, str) or not path or "\0" in path or len(path) > 4000:
        return ""
    full = Path(content) / path
    try:
        return str(full) if full.is_file() else ""
    except OSError:  # text that is no path, or one too long
        return ""


def line_with(path: str, text: str) -> tuple[int, int]:
    """Line and column of the first `text` in a file; its start if it is not there."""
    try:
        lines = Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return 1, 1
    return next(((n, line.index(text) + 1) for n, line in enumerate(lines, 1) if text in line), (1, 1))


def at_text(said: Said, text: str) -> Place | None:
    """Where `text` stands in the file that the record is about."""
    where = said.source()
    return where and (where[0], *line_with(where[0], text))


# --- the messages ------------------------------------------------------------------------------------


def as_it_is(said: Said) -> Finding:
    text = one_line(said.record.getMessage())
    if said.record.exc_info and (error := said.record.exc_info[1]):
        text = f"{text}: {reason(error)}"
    return Finding(said.source(), text, said.record.levelno >= logging.ERROR)


def not_copied(said: Said) -> Finding:
    """A warning of Pelican's that leaves a file out of the site."""
    return Finding(said.source(), one_line(said.record.getMessage()))


def unreadable(said: Said) -> Finding:
    """An article or page whose reader raised. Pelican leaves it out and says no more than its name."""
    path = shown_path(Path(said.site.content) / str(said.args[0]))
    if said.error is None:
        return Finding((path, 1, 1), "cannot be read.")
    line, column, why = position_in(said.error)
    return Finding((path, line, column), f"cannot be read: {why}.")


def lacking(said: Said) -> Finding:
    prop = str(said.args[1])
    return Finding(said.source(), f'has no {prop}. Add a line "{prop}: …" at the top of the file.')


def outside(said: Said) -> Finding:
    return Finding(said.source(), f"wants the address {unfit(str(said.args[1]))}")


def unknown_status(said: Said) -> Finding:
    status, _, allowed = said.args
    text = f'unknown status "{status}". Use one of: {", ".join(map(str, allowed))}.'
    return Finding(at_text(said, str(status)) or said.source(), text)


def broken_link(said: Said) -> Finding | None:
    link = unescape(str(said.args[0]))
    path = said.subject and linked_path(said.subject, link)
    if path and failed_before(said, path):
        return None
    return Finding(at_text(said, link), broken(link, bool(path and source_path(path, said.site.content))))


def broken(link: str, is_file: bool) -> str:
    if not is_file:
        return f'there is no file "{link}" to link to. Correct the name, or remove the link.'
    if not urlsplit(link).path.lower().endswith(SOURCES):
        return f'"{link}" is no article or page. Write {{static}} instead of {{filename}}.'
    return f'"{link}" is not published: it is a draft, or its date is to come. Remove the link until then.'


def linked_path(subject: Any, link: str) -> str:
    """The file that `link` means, from the content folder; empty if it is not in there."""
    path = unquote(urlsplit(link).path)
    inside = path[1:] if path.startswith("/") else subject.get_relative_source_path(f"{subject.relative_dir}/{path}")
    return "" if ".." in inside.split("/") else inside


def failed_before(said: Said, path: str) -> bool:
    """Whether it was told already what is wrong with the source at `path`, for which it was left out."""
    known = getattr(said.subject, "_context", {}).get("generated_content", {})
    shown = shown_path(Path(said.site.content) / path)
    told = any(finding.error and finding.where and finding.where[0] == shown for finding in said.before)
    return told or (path in known and known[path] is None)


def unknown_indicator(said: Said) -> Finding:
    what, origin = map(str, said.args)
    return Finding(at_text(said, origin), f'unknown link "{{{what}}}". Use {{filename}} or {{static}}.')


def no_plugin(said: Said) -> Finding:
    name = str(said.args[0])
    why = str(said.args[1]) if len(said.args) > 1 else ""
    if why.startswith("Cannot import plugin"):
        why, fix = "there is no module of that name", "Correct the name, or install it."
    else:
        place = said.error and (place_of(said.error) or code_place(said.error))
        why = (reason(said.error) if said.error else one_line(why)) + (" ({}:{})".format(*place) if place else "")
        fix = "Correct the plugin, or take it out of PLUGINS."
    where = item_place(declared(said.site.settings_file), "PLUGINS", name)
    return Finding(where, f'the plugin "{name}" cannot be loaded: {why}. {fix}')


def replaced(said: Said) -> Finding | None:
    """A setting for which Pelican put its default. Most of them are checked, and told, by name."""
    return None if str(said.args[0]) in EXPECTED else as_it_is(said)


def nothing(said: Said) -> None:
    """For what is told better elsewhere."""


PHRASES: dict[str, Callable[[Said], Finding | None]] = {
    "Could not process %s": unreadable,
    "Skipping %s: could not find information about '%s'": lacking,
    "Skipping %s: file %r would be written outside output path": outside,
    "Unknown status '%s' for file %s, skipping it. (Not in %s)": unknown_status,
    "Unable to find '%s', skipping url replacement.": broken_link,
    "Replacement Indicator %r not recognized in %r, skipping replacement": unknown_indicator,
    "While copying %s: %s: %s": not_copied,
    "Cannot copy %s (a directory) to %s (a file)": not_copied,
    "Skipped copy %s (not a file or directory) to %s": not_copied,
    "A problem occurred copying file %s to %s; %s": not_copied,
    "Detected misconfiguration with %s setting (must be a list), falling back to the default": replaced,
    "Cannot get modification stamp for %s": nothing,  # a file that is linked to and not there
    'There are %s items "%s" with lang %s: ': nothing,  # they want one address
    "There are %s original (not translated) items %s: ": nothing,  # the same
    "Cannot load plugin `%s`": no_plugin,
    "Cannot register plugin `%s`": no_plugin,
}
"""By the first line of the message as Pelican writes it, before its arguments go in."""
