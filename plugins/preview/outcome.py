"""What a build came to, and how it is written on the line that a building process answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from press.built import Built
from press.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a build.

    `said` is its summary. `problems` are all findings, warnings too. `changed` and `gone` are files of the site, as
    posix paths.
    """

    good: bool
    said: str = ""
    problems: tuple[Finding, ...] = ()
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


def answer(built: Built) -> dict[str, Any]:
    """`built` in what JSON has."""
    published = built.published
    return {
        "good": published is not None,
        "said": built.said,
        "problems": [[finding.where, finding.text, finding.error] for finding in built.findings],
        "changed": sorted(published.changed) if published else [],
        "gone": sorted(published.gone) if published else [],
        "made_by": built.made_by if published else "",
    }


def outcome(said: Mapping[str, Any]) -> Outcome:
    """What an answer tells; one without an end, a status, is that of a build which died."""
    if "good" not in said:
        return failed(f"The build ended with status {said.get('status')} and said nothing.")
    problems = tuple(Finding(tuple(where) if where else None, text, error) for where, text, error in said["problems"])
    return Outcome(said["good"], said["said"], problems, frozenset(said["changed"]), frozenset(said["gone"]))


def failed(why: str) -> Outcome:
    return Outcome(False, problems=(Finding(None, why),))
