"""``python -m checklists.fix``: writes the ids that keep readers' ticks, and brings the lock up to date.

It does what is beyond doubt, and says the rest. Afterwards the ids that are in the lists count as published.
"""

from __future__ import annotations

import argparse
import re
import runpy
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from located import Location, Problem, Severity, nearest, quote, read_source, shown_path

from . import SETTINGS, identity
from .comparing import compare
from .doubles import doubles
from .lock import OF_ARTICLES, Entry, Lock, lock_text
from .lock_file import BrokenError, read_lock, write_lock
from .matching import Match, changes
from .mending import with_ids, with_marks
from .merging import merged
from .model import Checklist
from .publishing import continued, retire, updated
from .replacing import replace_file
from .site_lists import site_checklists
from .spelling import spelling

Read = Callable[[], tuple[Sequence[Checklist], Sequence[Problem]]]
Numbered = tuple[int, Match]
_MARK = "\ufeff"


def main(arguments: Sequence[str] | None = None, task_lists: Read | None = None) -> int:
    """`task_lists` gives the lists in articles; without it nothing is said of those that were published."""
    options = _options(arguments)
    if not options.content.is_dir():
        print(f"{options.content}: there is no such folder. Name the folder that holds checklists/.", file=sys.stderr)
        return 2
    settings = {**SETTINGS, **(runpy.run_path(str(options.settings)) if options.settings.is_file() else {})}

    def read() -> tuple[list[Checklist], list[Problem]]:
        folders, ignore = settings["CHECKLISTS_PATHS"], settings.get("IGNORE_FILES", ())
        lists, problems = site_checklists(options.content, folders, ignore)
        more, more_problems = task_lists() if task_lists else ((), ())
        return [*lists, *more], [*problems, *more_problems]

    names = [name for given in options.retire for name in re.split(r"[\s,]+", given) if name]
    fix = Fix(options.content / str(settings["CHECKLISTS_LOCK"]), read, task_lists is not None)
    fix.run(names)
    for problem in sorted(set(fix.problems)):
        print(problem if problem.severity is Severity.ERROR else f"warning: {problem}", file=sys.stderr)
    return int(any(problem.severity is Severity.ERROR for problem in fix.problems))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    cli = argparse.ArgumentParser(prog="make checklists-fix", description=__doc__.splitlines()[0] if __doc__ else "")
    cli.add_argument("--content", type=Path, required=True)
    cli.add_argument("--settings", type=Path, default=Path("pelican.conf.py"))
    cli.add_argument("--retire", action="append", default=[], metavar="LIST", help="a list, or list/item, given up")
    return cli.parse_args(arguments)


@dataclass
class Fix:
    """One run: what there is, and what could not be done."""

    path: Path
    """Of the lock."""
    read: Callable[[], tuple[list[Checklist], list[Problem]]]
    knows_articles: bool = False
    """Whether `read` gives the task lists of articles."""
    problems: list[Problem] = field(default_factory=list)

    def run(self, names: Sequence[str]) -> None:
        lock = self.lock()
        if lock is None:
            return
        checklists, problems = self.read()
        if self.mend(lock, checklists):
            checklists, problems = self.read()
        for name in names:
            lock = self.retire(lock, name, checklists) or lock
        self.problems += [problem for problem in problems if problem.severity is Severity.ERROR]
        is_complete = not self.problems
        self.problems += identity.problems(checklists)
        self.problems += compare(self.known(lock, checklists), checklists, is_complete)
        is_lost = any(problem.where.path == lock.path for problem in self.errors())
        # While a list is gone, a new one may be what became of it.
        settled = [each for each in checklists if not is_lost or each.id in lock.lists]
        self.update(lock, [each for each in settled if not self.is_wrong(each)])

    def errors(self) -> Iterator[Problem]:
        return (problem for problem in self.problems if problem.severity is Severity.ERROR)

    def known(self, lock: Lock, checklists: Sequence[Checklist]) -> Lock:
        """What the lock has of lists that can be missed here."""
        read = {checklist.id for checklist in checklists}
        lists = {
            id: published
            for id, published in lock.lists.items()
            if self.knows_articles or id in read or not id.startswith(OF_ARTICLES)
        }
        return Lock(lock.path, lists)

    def is_wrong(self, checklist: Checklist) -> bool:
        """Whether something is wrong in the file of a list: its ids are not settled yet."""
        return any(
            problem.severity is Severity.ERROR and problem.where.path == checklist.where.path
            for problem in self.problems
        )

    # --- the lock ------------------------------------------------------------------------------------

    def lock(self) -> Lock | None:
        """The lock, after a merge if it needs one; None if it cannot be understood."""
        lock, problems = read_lock(self.path)
        if not problems:
            return lock
        source = read_source(self.path)
        if source.text is None:
            self.problems += source.problems
            return None
        try:
            lock, moved = merged(source.text, source.path)
        except BrokenError as error:
            self.problems.append(error.problem)
            return None
        if not self.write(lock):
            return None
        print(f"{lock.path}: merged")
        for each in moved:
            print(f"{lock.path}: {each}")
        return read_lock(self.path)[0]

    def write(self, lock: Lock) -> bool:
        try:
            write_lock(self.path, lock)
        except OSError as error:
            self.unwritten(Location(lock.path), error)
            return False
        return True

    def unwritten(self, where: Location, error: OSError) -> None:
        what = f"cannot be written: {str(error.strerror).lower()}"
        self.problems.append(Problem(where, what, "Check the file and the disk it is on."))

    def update(self, lock: Lock, checklists: list[Checklist]) -> None:
        new = updated(lock, checklists)
        before = read_lock(self.path)[0]
        is_there = self.path.exists()
        if lock_text(new) == lock_text(before) and (is_there or not new.lists):
            return
        if self.write(new):
            for line in told(before, new):
                print(f"{new.path}: {line}")

    def retire(self, lock: Lock, name: str, checklists: Sequence[Checklist]) -> Lock | None:
        here = Location(lock.path)
        if there := _still_there(name, checklists):
            what = f"{quote(name)} is still there, so it cannot be retired"
            self.problems.append(Problem(there, what, "Delete it first."))
            return None
        done = retire(lock, name)
        if done is None:
            meant = nearest(name, lock.lists)
            fix = f"Did you mean {quote(meant)}?" if meant else "Look into the lock for what was published."
            self.problems.append(Problem(here, f"nothing with the name {quote(name)} was published", fix))
        return done

    # --- the lists -----------------------------------------------------------------------------------

    def mend(self, lock: Lock, checklists: Sequence[Checklist]) -> bool:
        """Writes the ids that are beyond doubt; tells whether any were written."""
        matches: dict[str, list[Numbered]] = {}
        for checklist in checklists:
            if not checklist.is_draft:
                for number, match in (*_clear(lock, checklist), *_doubles(checklist)):
                    matches.setdefault(match.item.where.path, []).append((number, match))
        return sum(self.mend_file(Path(path), found) for path, found in matches.items()) > 0

    def mend_file(self, path: Path, matches: list[Numbered]) -> bool:
        try:
            data = path.read_bytes()
            new, done = _with_ids(data.decode("utf-8-sig"), matches)
            if not done:
                return False  # the comparison tells the author what to write
            mark = _MARK if data.startswith(_MARK.encode()) else ""
            replace_file(path, (mark + new).encode())
        except OSError as error:
            self.unwritten(Location(shown_path(path)), error)
            return False
        for _, match in sorted(done, key=lambda each: each[1].item.where):
            where = match.item.where
            print(f"{where.path}:{where.line}: {spelling(where).id(match.id)}")
        return True


def told(before: Lock, after: Lock) -> Iterator[str]:
    """What is new in a lock, in words."""
    for id, published in after.lists.items():
        old = before.lists.get(id)
        if published.retired and not (old and old.retired):
            yield f"{id} is retired"
        if published.became and not (old and old.became):
            yield f"{id} is {published.became[0]} now"
        items = old.items if old else {}
        for name, entry in published.items.items():
            known = items.get(name)
            if known is None and entry.is_live:
                yield f"{id}/{name} has the ordinal {entry.ordinal}"
            elif entry.became and not (known and known.became):
                yield f"{id}/{name} is {entry.became[0]} now"
            elif entry.retired and not (known and known.retired):
                yield f"{id}/{name} is retired"


def _clear(lock: Lock, checklist: Checklist) -> Iterator[Numbered]:
    """What is to be written into a list, with the item's number in the page."""
    numbers = {item.id: at for at, item in enumerate(checklist.items)}
    for match in changes(continued(lock, checklist), checklist).matches:
        if match.clear and not match.item.id_written:
            yield numbers[match.item.id], match


def _doubles(checklist: Checklist) -> Iterator[Numbered]:
    """The ids to write of items whose ids come from their order."""
    numbers = {item.id: at for at, item in enumerate(checklist.items)}
    found = {item.id: item for pair in doubles(checklist) for item in pair} if not checklist.is_guide else {}
    for item in found.values():
        yield numbers[item.id], Match(item.id, Entry(0, item.rev, item.text), item, True)


def _with_ids(text: str, matches: list[Numbered]) -> tuple[str, list[Numbered]]:
    """The text of a file with the ids that its items had, and which could be written: all, or one by one."""
    if (new := _written(text, matches)) is not None:
        return new, matches
    done = []
    for each in matches:
        new = _written(text, [each])
        if new is not None:
            text = new
            done.append(each)
    return text, done


def _written(text: str, matches: list[Numbered]) -> str | None:
    if spelling(matches[0][1].item.where).is_markdown:
        return with_marks(text, {match.item.where.line: match.id for _, match in matches})
    return with_ids(text, {number: match.id for number, match in matches})


def _still_there(name: str, checklists: Sequence[Checklist]) -> Location | None:
    list_id, _, item_id = name.partition("/")
    for checklist in checklists:
        if checklist.id == list_id:
            if not item_id:
                return checklist.where
            return next((item.where for item in checklist.items if item.id == item_id), None)
    return None


def articles_tasks(arguments: Sequence[str]) -> Read | None:
    """What reads the task lists of the articles, where there are settings to build the site by."""
    options = _options(arguments)
    if not options.settings.is_file():
        return None
    from .plugin import task_lists  # Pelican is slow to load

    return lambda: task_lists(options.content, options.settings)


if __name__ == "__main__":
    sys.exit(main(task_lists=articles_tasks(sys.argv[1:])))
