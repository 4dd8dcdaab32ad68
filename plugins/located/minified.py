"""Stylesheets and scripts without what only people read, by the library that Hugo uses (tdewolff's minify)."""

from __future__ import annotations

from typing import Literal

Kind = Literal["text/css", "application/javascript"]


class NotMinified(Exception):
    """Text that cannot be read as what it is said to be."""


def minified(text: str, kind: Kind = "application/javascript") -> str:
    """The text made short; NotMinified with the reason where it cannot be.

    The library is loaded late: it is written in Go, whose threads a process that was forked has not got, and builds
    are forked from a process that has everything imported.
    """
    import minify

    try:
        return str(minify.string(kind, text))
    except minify.MinifyError as error:
        raise NotMinified(str(error)) from error
