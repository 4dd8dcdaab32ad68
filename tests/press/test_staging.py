from __future__ import annotations

import os
import stat
from pathlib import Path

import press.exchange
import press.staging
import pytest
from press.exchange import exchange, put_in_place
from press.manifest import NAME, files_in, read_manifest, write_manifest
from press.staging import Published, locked, publish, staging_for


def fill(folder: Path, **files: str) -> None:
    for name, text in files.items():
        file = folder / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def built(output: Path, **files: str) -> Published:
    with staging_for(output) as staging:
        fill(staging, **files)
        return publish(staging, output)


def texts(folder: Path) -> dict[str, str]:
    return {p: (folder / p).read_text(encoding="utf-8") for p in sorted(files_in(folder))}


@pytest.fixture(params=["exchange", "renames"])
def output(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a site goes, on a system that can exchange folders and on one that cannot."""
    if request.param == "renames":
        monkeypatch.setattr(press.exchange, "exchange", lambda new, present: False)
    return tmp_path / "deep" / "output"


def test_a_site_takes_the_place_of_the_one_before(output: Path) -> None:
    built(output, a="1", b__c="1")
    assert built(output, a="2", d="2") == Published(2, changed=frozenset("ad"), gone=frozenset({"b/c"}))
    assert texts(output) == {"a": "2", "d": "2"}
    assert [p.name for p in output.parent.iterdir()] == ["output"]


def test_what_changed_is_what_has_other_bytes(output: Path) -> None:
    assert built(output, a="1", b="1", c="1").changed == frozenset("abc")
    assert built(output, a="1", b="2", c="1") == Published(3, changed=frozenset("b"))


def test_nothing_is_left_of_a_build_that_fails(output: Path) -> None:
    built(output, a="1")
    with pytest.raises(KeyboardInterrupt), staging_for(output) as staging:
        fill(staging, a="2")
        raise KeyboardInterrupt
    assert texts(output) == {"a": "1"}
    assert [p.name for p in output.parent.iterdir()] == ["output"]


def test_the_manifest_lists_what_was_built_and_nothing_of_when(output: Path) -> None:
    built(output, b="", a__x="", ü="")
    assert (output / NAME).read_text(encoding="utf-8") == '{\n"files": [\n"a/x",\n"b",\n"\\u00fc"\n]\n}\n'


def test_files_of_strangers_are_kept(output: Path) -> None:
    built(output, a="1")
    fill(output, CNAME="example.org", sub__x="mine")
    (output / "link").symlink_to("nowhere")
    (output / "folder").symlink_to(".")
    os.mkfifo(output / "fifo")
    done = built(output, a="2")
    assert done == Published(1, kept=("CNAME", "fifo", "folder", "link", "sub/x"), changed=frozenset("a"))
    assert (output / "CNAME").read_text() == "example.org"
    assert (output / "link").readlink() == Path("nowhere")
    assert (output / "folder").readlink() == Path(".")
    assert stat.S_ISFIFO((output / "fifo").stat().st_mode)
    assert read_manifest(output) == {"a"}


def test_files_of_strangers_in_the_new_sites_way_are_named(output: Path) -> None:
    built(output, a="1")
    fill(output, b="theirs", c="theirs", d__x="theirs")
    done = built(output, b="2", c__index="2", d="2")
    changed = frozenset({"b", "c/index", "d"})
    assert done == Published(3, replaced=("b", "c", "d/x"), changed=changed, gone=frozenset("a"))
    assert texts(output) == {"b": "2", "c/index": "2", "d": "2"}


def test_strangers_files_are_copied_where_they_cannot_be_linked(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError

    built(output, a="1")
    fill(output, CNAME="example.org")
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert built(output, a="2").kept == ("CNAME",)
    assert (output / "CNAME").read_text() == "example.org"


def test_a_killed_builds_folder_is_removed_by_the_next(output: Path) -> None:
    left = output.with_name(".output.next-0123abcd")
    left.mkdir(parents=True)
    write_manifest(left, ())
    built(output, a="1")
    assert not left.exists()


@pytest.mark.parametrize("mark", [None, "", '{"files": ['])
def test_a_folder_that_a_killed_build_could_not_mark_is_removed_later(output: Path, mark: str | None) -> None:
    left = output.with_name(".output.next-0123abcd")
    left.mkdir(parents=True)
    if mark is not None:
        (left / NAME).write_text(mark)
    built(output, a="1")
    assert left.exists()
    os.utime(left, (0, 0))
    built(output, a="1")
    assert not left.exists()


def test_what_a_removal_that_was_killed_left_is_still_ours_to_remove(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = output.with_name(".output.next-0123abcd")
    fill(left, a="1", b__c="1")
    write_manifest(left, ["a", "b/c"])
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("press.staging.shutil.rmtree", interrupted)
        press.staging.remove(left)
    assert read_manifest(left) is not None
    built(output, a="2")
    assert not left.exists()


def interrupted(folder: Path, **how: bool) -> None:
    raise KeyboardInterrupt


def test_a_running_builds_folder_is_left_alone(output: Path) -> None:
    with staging_for(output) as first:
        fill(first, a="1")
        built(output, a="2")
        publish(first, output)
    assert texts(output) == {"a": "1"}


@pytest.mark.parametrize("name", [".output.next-0123abcd", ".output.next-mine", ".output2.next-0123abcd"])
def test_folders_that_no_press_made_are_left_alone(output: Path, name: str) -> None:
    theirs = output.with_name(name)
    theirs.mkdir(parents=True)
    fill(theirs, x="theirs")
    if name != ".output.next-0123abcd":
        write_manifest(theirs, ())
    built(output, a="1")
    assert (theirs / "x").read_text() == "theirs"


def test_a_link_named_like_a_leftover_is_left_alone(output: Path) -> None:
    other = output.with_name("other")
    other.mkdir(parents=True)
    write_manifest(other, ())
    output.with_name(".output.next-0123abcd").symlink_to(other)
    built(output, a="1")
    assert read_manifest(other) is not None


def test_a_site_that_was_set_aside_by_a_killed_build_comes_back(output: Path) -> None:
    aside = output.with_name(".output.old-0123abcd")
    aside.mkdir(parents=True)
    fill(aside, a="1")
    write_manifest(aside, ["a"])
    with pytest.raises(KeyboardInterrupt), staging_for(output):
        raise KeyboardInterrupt
    assert texts(output) == {"a": "1"}


def test_the_site_stays_when_the_new_one_cannot_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press.exchange, "exchange", lambda new, present: False)
    present = tmp_path / "output"
    fill(present, a="1")
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "gone", present)
    assert texts(present) == {"a": "1"}


def test_two_folders_change_places(tmp_path: Path) -> None:
    fill(tmp_path / "a", x="a")
    fill(tmp_path / "b", x="b")
    if exchange(tmp_path / "a", tmp_path / "b"):
        assert (texts(tmp_path / "a"), texts(tmp_path / "b")) == ({"x": "b"}, {"x": "a"})


def test_a_system_without_the_call_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press.exchange.ctypes, "CDLL", lambda *a, **k: object())
    assert not exchange(tmp_path / "a", tmp_path / "b")


def test_folders_and_files_get_ordinary_modes(output: Path) -> None:
    before = os.umask(0o022)
    try:
        built(output, a="1")
    finally:
        os.umask(before)
    assert stat.S_IMODE(output.stat().st_mode) == 0o755
    assert stat.S_IMODE((output / "a").stat().st_mode) == 0o644


def test_the_mode_of_the_output_folder_is_kept(output: Path) -> None:
    built(output, a="1")
    output.chmod(0o750)
    built(output, a="2")
    assert stat.S_IMODE(output.stat().st_mode) == 0o750


def test_a_lock_is_held_by_one_alone(tmp_path: Path) -> None:
    with locked(tmp_path) as first, locked(tmp_path) as second:
        assert (first, second) == (True, False)
    with locked(tmp_path) as again:
        assert again


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 1}', '{"files": [1]}', "\udcff", '{"files": ["a"'])
def test_a_manifest_that_is_none_marks_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_manifest(tmp_path) is None


def test_a_linked_manifest_marks_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "a")
    (tmp_path / "a").mkdir()
    write_manifest(tmp_path / "a", ())
    (tmp_path / NAME).symlink_to(tmp_path / "a" / NAME)
    assert read_manifest(tmp_path) is None
