"""A process that stays warm: everything that building needs is imported, and each build is a fork of it.

So nothing of one build is left for the next, memory stays flat, and a build that crashes harms nobody. It is asked by
one line of JSON on standard input, the words of the press's command and the files that changed, and answers each with
one line of JSON. It ends when nobody can ask any more, and when the files behind its modules have changed, which it
then says: `{"stale": true}`.

    python -m preview.worker SETTINGS          stays
    python -m preview.worker --once SETTINGS   builds once, in this process: for where there is no fork
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from press.compiled import COMPILED

from .forking import Build, built, is_readable, tell
from .outcome import answer
from .warmth import Warmth

BREATH = 0.05
"""Seconds in which the news is let out before the next build is made ready, which takes a core."""


def main(arguments: Sequence[str]) -> None:
    requests, answers = own_streams()
    if arguments[0] == "--once":
        tell(answers, answer(built(json.loads(requests.readline())["words"])))
        return
    warmth = Warmth(Path(arguments[-1]))
    warmth.begin()
    serve(requests, answers, warmth)


def own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for requests and answers alone: what a plugin prints goes to standard error."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return open(requests, "rb", buffering=0), open(answers, "wb", buffering=0)


def serve(requests: BinaryIO, answers: BinaryIO, warmth: Warmth) -> None:
    """Answer all requests. Once it is known what they are, the next build waits, ready to begin."""
    ready: Build | None = None
    made_by = ""
    while line := requests.readline():
        asked = json.loads(line)
        words = asked["words"]
        if ready is not None and (ready.words != words or ready.is_over(0)):
            ready.end()
            ready = None
        if warmth.is_stale():
            tell(answers, {"stale": True})
            break
        said = ready.amended(asked["changed"], made_by, requests) if ready and asked["changed"] and made_by else None
        if said is None:
            if ready is not None and ready.is_over(0):
                ready.end()
                ready = None
            ready = ready or Build.begun(words, (), [requests, answers])
            said = ready.built(requests)
        assert ready is not None
        modules = said.pop("modules", ())
        COMPILED.learn(said.pop("templates", {}))
        made_by = said.pop("made_by", "")
        tell(answers, said)
        ready.end()
        warmth.want(modules)
        is_readable(requests, BREATH)
        while warmth.waiting and not is_readable(requests, 0):
            warmth.learn()
        ready = Build.begun(words, sorted(warmth.unfit), [requests, answers])
    if ready is not None:
        ready.end()


if __name__ == "__main__":
    main(sys.argv[1:])
