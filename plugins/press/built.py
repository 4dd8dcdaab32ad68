"""What a build came to, for whoever asked for it: a person at a terminal, or the preview."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Finding
from .report import say, tell, tell_strangers
from .staging import Published


@dataclass(frozen=True, slots=True)
class Built:
    """The end of a build.

    `findings` are all problems, in order. `published` is None where the site was not changed. `said` is the summary
    of a site that was put in place at `output`, a path as its author knows it; `what` is in it, without the time.
    """

    findings: tuple[Finding, ...]
    published: Published | None
    output: str
    said: str = ""
    what: str = ""
    made_by: str = ""
    """What code did it, as the store names it, in hexadecimal; "" for one that kept nothing."""


def tell_built(built: Built) -> None:
    """Print problems, then what became of the site."""
    tell(built.findings, published=built.published is not None)
    if built.published is not None:
        tell_strangers(built.output, built.published.kept, built.published.replaced)
        say(f"{built.said} → {built.output}")
