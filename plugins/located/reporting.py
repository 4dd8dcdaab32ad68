"""Problems told through the log, where Pelican and the press listen."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from located.problem import Problem, Severity

_LEVEL = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING}


def report(problems: Iterable[Problem]) -> None:
    """Log every problem once, sorted, each with its place as ``record.where`` (path, line, column).

    With ``--fatal``, Pelican 4.12 raises RuntimeError out of the first call of the log that it forbids. That
    is kept for after the last problem, so that the author sees them all.
    """
    logger = logging.getLogger("located")  # not at import: Pelican may not have set its logger class by then
    refused: RuntimeError | None = None
    for problem in sorted(set(problems)):
        try:
            _log(logger, problem)
        except RuntimeError as error:
            refused = refused or error
    if refused is not None:
        raise refused


def _log(logger: logging.Logger, problem: Problem) -> None:
    where = (problem.where.path, problem.where.line, problem.where.column)
    logger.log(_LEVEL[problem.severity], str(problem), extra={"where": where})
