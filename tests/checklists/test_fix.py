"""``python -m checklists.fix``: does what is beyond doubt, says the rest, and brings the lock up to date."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from checklists import fix
from checklists.lock import Lock
from checklists.lock_file import read_lock
from checklists.model import Checklist, Item, Section
from located import Location, Problem

from tests.checklists.case_files import LOCK, published, write_all

BEFORE = "--- before.yml\ntitle: Before\nitems:\n  - Bring business cards\n  - Smile\n"
Run = Callable[..., tuple[int, list[str], list[str]]]
FILE = Path("content/checklists/before.yml")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command; gives its status and the lines that it told."""

    def run(*options: str, task_lists: fix.Read | None = None) -> tuple[int, list[str], list[str]]:
        status = fix.main(["--content", "content", *options], task_lists)
        out, err = capsys.readouterr()
        return status, out.splitlines(), err.splitlines()

    return run


def test_new_lists_are_put_into_the_lock(run: Run) -> None:
    write_all(BEFORE)
    assert run() == (
        0,
        [
            "content/checklists.lock.json: before/bring-business-cards has the ordinal 0",
            "content/checklists.lock.json: before/smile has the ordinal 1",
        ],
        [],
    )
    assert run() == (0, [], [])


def test_a_site_without_lists_gets_no_lock(run: Run) -> None:
    assert run() == (0, [], [])
    assert not LOCK.exists()


def test_ids_of_reworded_items_are_written(run: Run) -> None:
    lock = published(BEFORE)
    write_all("--- before.yml\ntitle: Before\nitems:\n  - Smile  # always\n  - 'Bring your business cards'\n")
    assert run() == (0, ["content/checklists/before.yml:4: id: bring-business-cards"], [])
    assert FILE.read_text() == (
        "title: Before\nitems:\n  - Smile  # always\n"
        "  - text: 'Bring your business cards'\n    id: bring-business-cards\n"
    )
    assert read_lock(LOCK)[0].lists.keys() == lock.lists.keys()
    assert read_lock(LOCK)[0].lists["before"].items["bring-business-cards"].text == "Bring your business cards"
    assert run() == (0, [], [])


def test_mark_mode_and_line_ends_of_a_file_stay(run: Run) -> None:
    published(BEFORE)
    FILE.parent.mkdir()
    FILE.write_bytes(b"\xef\xbb\xbftitle: Before\r\nitems:\r\n- Smile\r\n- Bring your business cards")
    FILE.chmod(0o640)
    assert run()[0] == 0
    assert FILE.read_bytes() == (
        b"\xef\xbb\xbftitle: Before\r\nitems:\r\n- Smile\r\n"
        b"- text: Bring your business cards\r\n  id: bring-business-cards"
    )
    assert FILE.stat().st_mode & 0o777 == 0o640


def test_what_is_in_doubt_is_said_and_the_rest_is_done(run: Run) -> None:
    before = "--- after.yml\ntitle: After\nitems: [Say thank you]\n--- before.yml\ntitle: Before\nitems:\n"
    published(f"{before}  - Bring your cards\n  - Look people in the eye\n")
    now = f"{before}  - Bring your pens\n  - Look all people in the eye\n".replace(
        "[Say thank you]", "[Say thank you, Rest]"
    )
    write_all(now)
    status, out, err = run()
    assert (status, out, err) == (
        1,
        [
            "content/checklists/before.yml:4: id: look-people-in-the-eye",
            "content/checklists.lock.json: after/rest has the ordinal 1",
        ],
        [
            'content/checklists/before.yml:3:5: "bring-your-cards" ("Bring your cards") was published and is gone; '
            "this item is the most like it. If it is the same, add id: bring-your-cards; if not, add retired: "
            "[bring-your-cards] to the checklist."
        ],
    )
    assert "bring-your-pens" not in read_lock(LOCK)[0].lists["before"].items


def test_an_item_that_cannot_be_written_keeps_no_other_from_it(run: Run) -> None:
    published(BEFORE.replace("Smile", "Smile at everybody there"))
    write_all(
        "--- before.yml\ntitle: Before\nitems:\n  - Bring your business cards\n"
        "  - text: Smile at everybody that is there\n    id:\n"
    )
    status, out, err = run()
    assert (status, out) == (1, ["content/checklists/before.yml:3: id: bring-business-cards"])
    assert [line.partition(": ")[0] for line in err] == ["content/checklists/before.yml:5:5"]


def test_drafts_are_left_alone(run: Run) -> None:
    published(BEFORE)
    draft = "--- before.yml\ntitle: Before\nstatus: draft\nitems:\n  - Bring your business cards\n"
    write_all(draft)
    before = LOCK.read_bytes()
    status, out, err = run()
    assert (status, out) == (0, [])
    assert err == [
        'warning: content/checklists/before.yml:1:1: the checklist "before" was published and is a draft again, so its '
        "page is gone. Ticks on it are kept, and are there when it is published again."
    ]
    assert LOCK.read_bytes() == before


def test_a_list_that_cannot_be_read_is_said_and_others_are_not_called_gone(run: Run) -> None:
    published(BEFORE)
    write_all("--- before.yml\ntitle: Before\nitems:\n<<<<<<< ours\n  - Smile\n=======\n  - Grin\n>>>>>>> theirs\n")
    text, lock = FILE.read_bytes(), LOCK.read_bytes()
    status, out, err = run()
    assert (status, out) == (1, [])
    assert err and all(line.startswith("content/checklists/before.yml:3:") for line in err)
    assert (FILE.read_bytes(), LOCK.read_bytes()) == (text, lock)


def test_a_list_is_retired(run: Run) -> None:
    published(f"{BEFORE}--- after.yml\ntitle: After\nitems: [Rest]\n")
    write_all(BEFORE)
    status, out, _ = run()
    assert (status, out) == (1, [])
    assert run("--retire", "after") == (0, ["content/checklists.lock.json: after is retired"], [])
    assert run() == (0, [], [])
    assert read_lock(LOCK)[0].lists["after"].items["rest"].ordinal == 0


def test_an_item_is_retired(run: Run) -> None:
    published(BEFORE)
    write_all(BEFORE.replace("  - Smile\n", ""))
    assert run("--retire", "before/smile") == (0, ["content/checklists.lock.json: before/smile is retired"], [])


def test_what_is_still_there_or_never_was_is_not_retired(run: Run) -> None:
    published(BEFORE)
    write_all(BEFORE)
    before = LOCK.read_bytes()
    assert run("--retire", "before before/smile, befor x") == (
        1,
        [],
        [
            'content/checklists.lock.json:1:1: nothing with the name "befor" was published. Did you mean "before"?',
            'content/checklists.lock.json:1:1: nothing with the name "x" was published. '
            "Look into the lock for what was published.",
            'content/checklists/before.yml:1:1: "before" is still there, so it cannot be retired. Delete it first.',
            'content/checklists/before.yml:4:5: "before/smile" is still there, so it cannot be retired. '
            "Delete it first.",
        ],
    )
    assert LOCK.read_bytes() == before


def git(*arguments: str, fails: bool = False) -> None:
    names = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    names |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", *arguments], env={**os.environ, **names}, capture_output=True, check=False)
    assert (done.returncode != 0) == fails, done


def commit(block: str) -> None:
    write_all(block)
    assert fix.main(["--content", "content"]) == 0
    git("add", "-A")
    git("commit", "-qm", "x")


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_two_branches_that_both_added_items_merge(run: Run, style: str) -> None:
    git("init", "-q", "-b", "main")
    git("config", "merge.conflictStyle", style)
    commit(BEFORE)
    git("checkout", "-qb", "other")
    commit(BEFORE.replace("items:\n", "items:\n  - Zip your bag\n"))
    git("checkout", "-q", "main")
    commit(f"{BEFORE}  - Wave\n")
    git("merge", "other", fails=True)
    run()
    status, out, err = run()
    assert (status, out, err) == (0, [], [])
    assert {id: entry.ordinal for id, entry in read_lock(LOCK)[0].lists["before"].items.items()} == {
        "bring-business-cards": 0,
        "smile": 1,
        "wave": 2,
        "zip-your-bag": 3,
    }


def test_a_merge_is_told(run: Run) -> None:
    published(BEFORE)
    LOCK.write_text(LOCK.read_text().replace('"ordinal": 1', '"ordinal": 0'))
    write_all(BEFORE)
    assert run() == (
        0,
        [
            "content/checklists.lock.json: merged",
            'content/checklists.lock.json: "smile" of "before" has the ordinal 1 now; '
            '"bring-business-cards" keeps the one it had',
        ],
        [],
    )


def test_a_lock_that_cannot_be_understood_is_left_alone(run: Run) -> None:
    write_all(BEFORE)
    LOCK.write_text('{"version": 1, "checklists": {"a": 7}}')
    status, out, err = run()
    assert (status, out) == (1, [])
    assert err == [
        "content/checklists.lock.json:1:31: this is not a lock of checklists. "
        "Restore the file from version control, then run make checklists-fix."
    ]
    assert json.loads(LOCK.read_text())["checklists"] == {"a": 7}


def test_a_lock_that_cannot_be_written_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(BEFORE)

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refused)
    assert run() == (
        1,
        [],
        [
            "content/checklists.lock.json:1:1: cannot be written: permission denied. "
            "Check the file and the disk it is on."
        ],
    )
    assert os.listdir("content") == ["checklists"]


def test_a_list_that_cannot_be_written_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    published(BEFORE)
    write_all(BEFORE.replace("Bring", "Bring your"))
    text = FILE.read_bytes()

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refused)
    status, out, err = run()
    assert (status, out, len(err)) == (1, [], 2)
    assert err[0] == (
        "content/checklists/before.yml:1:1: cannot be written: permission denied. Check the file and the disk it is on."
    )
    assert FILE.read_bytes() == text


# --- task lists of articles ------------------------------------------------------------------------------

ARTICLE = Path("content/article.md")


def task_lists() -> tuple[list[Checklist], list[Problem]]:
    """What a reader of articles would give: one list, its ids behind its items or made of them."""
    items = []
    for number, line in enumerate(ARTICLE.read_text().splitlines(), 1):
        text, _, id = line.removeprefix("- [ ] ").removesuffix(" }").partition(" {: #")
        where = Location(str(ARTICLE), number)
        items.append(Item(id or text.lower().replace(" ", "-"), text, where, id_written=bool(id)))
    where = items[0].where
    return [Checklist("tasks-a", "tasks-a", "A", where, (Section("", "", where, tuple(items)),), items_where=where)], []


def test_ids_are_written_behind_items_of_articles(run: Run) -> None:
    ARTICLE.write_text("- [ ] Bring business cards\n- [ ] Smile\n")
    assert run(task_lists=task_lists)[0] == 0
    ARTICLE.write_text("- [ ] Smile\n- [ ] Bring your business cards\n")
    assert run(task_lists=task_lists) == (0, ["content/article.md:2: {: #bring-business-cards }"], [])
    assert ARTICLE.read_text() == "- [ ] Smile\n- [ ] Bring your business cards {: #bring-business-cards }\n"


def test_lists_of_articles_are_not_called_gone_where_nobody_reads_them(run: Run) -> None:
    ARTICLE.write_text("- [ ] Smile\n")
    assert run(task_lists=task_lists)[0] == 0
    assert run() == (0, [], [])
    status, _, told = run(task_lists=lambda: ([], []))
    assert (status, len(told)) == (0, 1)
    assert told[0].startswith("warning: content/checklists.lock.json:4:5: the checklist ")
    assert "an article was published, and the article has none now" in told[0]


def test_items_of_one_text_get_ids_of_their_own(run: Run) -> None:
    write_all("--- before.yml\ntitle: Before\nitems:\n  - Take a break # first\n  - Smile\n  - Take a break\n")
    status, said, told = run()
    assert (status, [line for line in told if "warning: " not in line]) == (0, [])
    assert said[:2] == [f"{FILE}:3: id: take-a-break", f"{FILE}:5: id: take-a-break-2"]
    assert FILE.read_text() == (
        "title: Before\nitems:\n  - text: Take a break # first\n    id: take-a-break\n  - Smile\n"
        "  - text: Take a break\n    id: take-a-break-2\n"
    )


def test_a_list_that_may_be_what_another_became_is_not_published_while_that_is_open(run: Run) -> None:
    write_all(BEFORE)
    run()
    before = LOCK.read_text()
    FILE.rename("content/checklists/until.yml")
    status, said, (told,) = run()
    assert (status, said) == (1, [])
    assert "content/checklists/until.yml seems to replace it" in told
    assert LOCK.read_text() == before


def guides() -> tuple[list[Checklist], list[Problem]]:
    """What a reader of articles would give: their headings as a list."""
    where = Location(str(ARTICLE))
    texts = [line.removeprefix("## ") for line in ARTICLE.read_text().splitlines()]
    items = tuple(Item(text.lower().replace(" ", "-"), text, where, id_written=True) for text in texts)
    return [Checklist("guide-a", "guide-a", "A", where, (Section("", "", where, items),), is_guide=True)], []


def test_a_renamed_heading_is_left_to_its_author(run: Run) -> None:
    ARTICLE.write_text("## Bring business cards\n## Smile\n")
    assert run(task_lists=guides)[0] == 0
    ARTICLE.write_text("## Bring your business cards\n## Smile\n")
    status, said, wrong = run(task_lists=guides)
    assert (status, said) == (1, [])
    assert wrong == [
        'content/article.md:1:1: the heading "Bring your business cards" seems to be "Bring business cards", whose id '
        "was published. Give it that id, {: #bring-business-cards } behind its text; if it is another one, run make "
        "checklists-fix RETIRE=guide-a/bring-business-cards."
    ]
    assert ARTICLE.read_text() == "## Bring your business cards\n## Smile\n"


def test_guides_are_not_called_gone_where_nobody_reads_articles(run: Run) -> None:
    ARTICLE.write_text("## Smile\n")
    assert run(task_lists=guides)[0] == 0
    assert run() == (0, [], [])


# --- the command itself ----------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert fix.main(["--content", "nowhere"]) == 2
    assert capsys.readouterr().err == "nowhere: there is no such folder. Name the folder that holds checklists/.\n"


def test_the_settings_name_the_folders_and_the_lock(run: Run) -> None:
    Path("pelican.conf.py").write_text('CHECKLISTS_PATHS = ["lists"]\nCHECKLISTS_LOCK = "ids.json"\n')
    Path("content/lists").mkdir()
    Path("content/lists/a.yml").write_text("title: A\nitems: [One]\n")
    assert run() == (0, ["content/ids.json: a/one has the ordinal 0"], [])


def test_it_runs_as_a_module() -> None:
    write_all(BEFORE)
    done = subprocess.run([sys.executable, "-m", "checklists.fix", "--content", "content"], check=False)
    assert done.returncode == 0
    assert read_lock(LOCK)[0] != Lock(str(LOCK))
