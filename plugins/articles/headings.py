"""``python -m articles.headings``: lists the headings recovered from bare lines; ``--write`` makes them Markdown.

What it prints is what a build does: file, line, kind, level, reason. What it writes gives the same pages as before.
"""

from __future__ import annotations

import argparse
import os
import runpy
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from located import MARKDOWN_SUFFIXES, Problem, Severity, quote, read_source, source_files

from .guess import Guess
from .reading import Draft, read_draft
from .recover import recover


def main(arguments: Sequence[str] | None = None) -> int:
    cli = argparse.ArgumentParser(prog="make headings", description=__doc__.splitlines()[0] if __doc__ else "")
    cli.add_argument("--content", type=Path, required=True)
    cli.add_argument("--settings", type=Path, default=Path("pelican.conf.py"))
    cli.add_argument("--write", action="store_true")
    options = cli.parse_args(arguments)
    if not options.content.is_dir():
        print(f"{options.content}: there is no such folder. Name the folder that holds articles/.", file=sys.stderr)
        return 2
    settings = runpy.run_path(str(options.settings)) if options.settings.is_file() else {}
    if settings.get("HEADINGS", "recover") == "keep":
        return 0
    pages = tuple(settings.get("PAGE_PATHS", ("pages",)))
    folders = (*settings.get("ARTICLE_PATHS", ("articles",)), *pages)
    files, problems = source_files(options.content, folders, (), MARKDOWN_SUFFIXES, settings.get("IGNORE_FILES", ()))
    tell(problems)
    failed = [name for name in files if not show(options.content, name, name.startswith(pages), options.write)]
    return int(bool(failed or problems))


def show(content: Path, name: str, is_page: bool, write: bool) -> bool:
    """Prints the guesses of one file, and writes them; False if the file cannot be read."""
    source = read_source(content / name, within=content)
    if source.text is None:
        tell(source.problems)
        return False
    draft = read_draft(source.text, source.path, not is_page)
    errors = [problem for problem in draft.problems if problem.severity is Severity.ERROR]
    tell(errors)
    if errors or draft.fields.headings == "keep":
        return not errors
    guesses = recover(draft.body.split("\n"), draft.fields.title)
    for line in told(source.path, draft, guesses):
        print(line)
    if write and guesses:
        try:
            replace(content / name, written(source.text, draft, guesses))
        except OSError as error:
            print(f"{source.path}:1:1: cannot be written: {str(error.strerror).lower()}.", file=sys.stderr)
            return False
    return True


def told(path: str, draft: Draft, guesses: Sequence[Guess]) -> Iterator[str]:
    lines = draft.body.split("\n")
    for guess in guesses:
        level = f"h{guess.level}" if guess.level else "--"
        place = f"{path}:{draft.body_line + guess.line}"
        yield f"{place}: {level} {guess.kind} {quote(lines[guess.line].strip())}: {guess.reason}"


def written(text: str, draft: Draft, guesses: Sequence[Guess]) -> str:
    """The source with each guess as Markdown; lines that go away take the blank line below with them."""
    lines = text.split("\n")
    first = draft.body_line - 1
    for guess in reversed(guesses):
        at = first + guess.line
        lines[at] = guess.markdown
        if not guess.markdown:
            blank_below = at + 1 < len(lines) and not lines[at + 1].strip()
            del lines[at : at + 1 + blank_below]
    return "\n".join(lines)


def replace(path: Path, text: str) -> None:
    """Puts a new text in a file's place in one step; its line ends, byte order mark and mode stay as they were."""
    path = path.resolve()
    old = path.read_bytes()
    ends = "\r\n" if b"\r\n" in old else "\n"
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(mark + text.replace("\n", ends).encode())
        os.chmod(beside, path.stat().st_mode)
        os.replace(beside, path)
    except OSError:
        os.unlink(beside)
        raise


def tell(problems: Sequence[Problem]) -> None:
    for problem in sorted(problems):
        print(problem, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
