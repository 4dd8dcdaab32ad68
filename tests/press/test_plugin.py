"""Whole builds: what is published, what is said, and what stays as it was."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import read_settings
from press import BuildFailed, Press


def test_a_good_site_is_published_and_summed_up(site: Any) -> None:
    built = site.build()
    assert (built.status, built.err) == (0, "")
    assert re.fullmatch(r"Built 2 articles and 0 pages: 8 files, 8 made, in \d+\.\d s → output\n", built.out)
    assert "index.html" in site.files()
    assert site.beside() == []


def test_two_builds_are_the_same_byte_for_byte(site: Any) -> None:
    site.build()
    first = site.files()
    site.build("--output", "other")
    assert site.files("other") == first


def test_the_same_as_stock_pelican_writes(site: Any) -> None:
    site.settings(
        "DEFAULT_PAGINATION = 1\nPAGINATED_TEMPLATES = {'index': None, 'category': 1}\nFEED_ALL_ATOM = 'a.xml'\n"
    )
    site.write("content/images/deep/x.txt", "x")
    site.build("--siteurl", "https://example.org")
    site.run("pelican", "-s", "pelican.conf.py", "-o", "stock", "-e", 'PELICAN_CLASS="pelican.Pelican"',
             'SITEURL="https://example.org"')  # fmt: skip
    ours = site.files()
    del ours[".press.json"]
    assert ours == site.files("stock")
    assert "index2.html" in ours


PARTS = """\
import os
from pelican import signals
from pelican.settings import configure_settings
todo = ["de"]
def build_part(pelican):
    if todo:
        lang = todo.pop()
        path = os.path.join(pelican.settings["OUTPUT_PATH"], lang)
        own = {"OUTPUT_PATH": path, "SITENAME": lang, "CACHE_PATH": os.path.join(pelican.settings["CACHE_PATH"], lang)}
        kind = type(pelican)
        kind(configure_settings({**pelican.settings, **own})).run()
        todo.append(lang)
def register(): signals.finalized.connect(build_part)
"""


def test_a_site_within_the_site_is_a_part_of_it(site: Any) -> None:
    """As pelican-i18n-subsites has one built for each language."""
    site.write("plug/parts.py", PARTS)
    site.settings("PLUGINS = ['parts']\n")
    for text in ("Text.", "Text.", "Other words."):
        site.article("one", "One", text)
        built = site.run("press")
        assert (built.status, built.err, site.beside()) == (0, "", [])
    site.run("pelican", "-s", "pelican.conf.py", "-o", "stock", "-e", 'PELICAN_CLASS="pelican.Pelican"')
    made = site.files()
    assert b"Other words." in made["de/one.html"]
    del made[".press.json"]
    assert made == site.files("stock")


def test_a_problem_of_a_site_within_keeps_both_from_being_published(site: Any) -> None:
    site.write("plug/parts.py", PARTS)
    site.settings("PLUGINS = ['parts']\n")
    assert site.run("press").status == 0
    before = site.files()
    site.write("over/index.html", "{{ 1 / 0 if SITENAME == 'de' }}")
    site.settings("PLUGINS = ['parts']\nTHEME_TEMPLATES_OVERRIDES = ['over']\n")
    built = site.run("press")
    assert built.status == 1
    assert built.lines == [
        "over/index.html:1:1: ZeroDivisionError: division by zero, in the page / and 1 other. Correct the template.",
        "1 problem (1 error). The site was not changed.",
    ]
    assert site.files() == before


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"}, {"LANG": "xx_XX.ISO-8859-1"}],
)
def test_the_bytes_do_not_depend_on_where_it_is_built(site: Any, environment: dict[str, str]) -> None:
    for name in ("b", "a", "c"):
        site.article(name, extra="Tags: x, y, z\n")
        site.write(f"content/images/{name}.txt", name)
    site.build()
    built = site.run("press", "--output", "other", **environment)
    assert built.status == 0
    assert site.files("other") == site.files()


def test_a_deleted_articles_page_is_gone(site: Any) -> None:
    site.build()
    (site.folder / "content/articles/two.md").unlink()
    site.build()
    assert "two.html" not in site.files()


def test_strangers_files_are_kept_and_said(site: Any) -> None:
    site.build()
    site.write("output/CNAME", "example.org")
    built = site.build()
    assert built.err == "note: output has 1 file that no build put there (CNAME): kept.\n"
    assert site.files()["CNAME"] == b"example.org"


def test_strangers_files_that_had_to_go_are_said(site: Any) -> None:
    site.build()
    site.article("three")
    site.write("output/three.html", "theirs")
    built = site.build()
    assert built.err == "note: output has 1 file that no build put there (three.html): replaced by the site's own.\n"


def test_every_problem_of_the_site_is_told_at_once_and_nothing_changes(site: Any) -> None:
    site.build()
    before = site.files()
    site.write("content/articles/bad.md", "Date: 2024-01-01\n\nNo title.\n")
    site.write("content/articles/worse.md", "Title: Worse\nDate: 2024-13-01\n\nText.\n")
    site.article("twin", extra="Slug: one\n")
    site.article("linked", body="See [this]({filename}nowhere.md) and [that]({static}none.png).")
    site.settings('DIRECT_TEMPLATES = ["index", "gone"]\nSITENAM = "x"\nSITEURL = "example.org"\n')
    built = site.build("--siteurl", "")
    assert built.status == 1
    assert built.out == ""
    assert built.lines == [
        'content/articles/bad.md:1:1: has no title. Add a line "title: …" at the top of the file.',
        'content/articles/linked.md:4:22: there is no file "nowhere.md" to link to. '
        "Correct the name, or remove the link.",
        "content/articles/linked.md:4:53: there is no file content/articles/none.png to publish. "
        "Correct the name, or remove the link.",
        "content/articles/twin.md:1:1: wants the address /one.html, which content/articles/one.md has. "
        "Give one of them another slug.",
        "content/articles/worse.md:1:1: cannot be read: '2024-13-01' is not a valid date.",
        'pelican.conf.py:11:30: there is no template "gone". Correct the name, or add the template.',
        'pelican.conf.py:12:1: unknown setting "SITENAM". Did you mean "SITENAME"?',
        "pelican.conf.py:13:1: the setting SITEURL cannot be 'example.org'. "
        'Write "https://" and a host, such as "https://example.org", or nothing: "".',
        "8 problems (8 errors). The site was not changed.",
    ]
    assert site.files() == before
    assert site.beside() == []


def test_a_link_to_an_article_that_cannot_be_read_is_not_a_problem_of_its_own(site: Any) -> None:
    site.write("content/articles/bad.md", "Date: 2024-01-01\n\nNo title.\n")
    site.article("linked", body="See [this]({filename}bad.md) and [this]({filename}/articles/bad.md).")
    assert len(site.build().lines) == 2


def test_a_link_to_what_is_left_out_for_its_own_errors_is_not_a_problem_of_its_own(site: Any) -> None:
    site.write("plug/strict.py", STRICT)
    site.settings('PLUGINS = ["strict"]\n')
    site.article("bad", extra="Status: skip\n")
    site.article("linked", body="See [this]({filename}bad.md) and [that]({filename}/articles/bad.md#x).")
    built = site.run("press")
    assert built.lines[0] == "content/articles/bad.md:2:1: is bad. Improve it."
    assert len(built.lines) == 2


def test_a_link_to_a_file_that_is_not_published_says_so(site: Any) -> None:
    site.article("new draft", extra="Status: skip\n")
    site.write("content/articles/map.txt", "x")
    site.write("secret.md", "x")
    site.article(
        "linked", body="[a]({filename}new%20draft.md#x)\n[b]({filename}map.txt)\n[c]({filename}../../secret.md)"
    )
    assert site.build().lines[:3] == [
        'content/articles/linked.md:4:15: "new%20draft.md#x" is not published: it is a draft, or its date is to come. '
        "Remove the link until then.",
        'content/articles/linked.md:5:15: "map.txt" is no article or page. Write {static} instead of {filename}.',
        'content/articles/linked.md:6:15: there is no file "../../secret.md" to link to. '
        "Correct the name, or remove the link.",
    ]


def test_warnings_are_told_and_do_not_stop_the_build(site: Any) -> None:
    site.article("three", body="![]({static}/images/x.png)")
    site.write("content/images/x.png", "")
    built = site.build()
    assert built.status == 0
    assert built.lines[-1] == "1 problem (1 warning). The site was built all the same."
    assert built.lines[0].startswith("content/articles/three.md:1:1: warning: Empty alt attribute for image x.png")


def test_a_warning_is_told_at_every_build_of_a_process(site: Any) -> None:
    site.article("three", body="![]({static}/images/x.png)")
    site.write("content/images/x.png", "")
    assert site.build().err == site.build().err != ""


def test_messages_that_the_settings_silence_are_silent(site: Any) -> None:
    site.article("three", body="![]({static}/images/x.png)")
    site.write("content/images/x.png", "")
    site.settings('import logging\nLOG_FILTER = [(logging.WARN, "Empty alt attribute for image %s in %s")]\n')
    assert site.build().err == ""


# --- plugins ---------------------------------------------------------------------------------------


def test_plugins_that_fail_are_told_where_they_are_named(site: Any) -> None:
    site.write("plug/lacks.py", "import nothing_of_that_name\n")
    site.write("plug/broken.py", "def register(:\n    pass\n")
    site.write("plug/raises.py", "def register():\n    raise ValueError('no')\n")
    site.write("plug/empty.py", "")
    site.settings('PLUGINS = ["absent", "lacks",\n  "broken", "raises", "empty"]\nFEEDS_MAX_ITEMS = 3\n')
    built = site.run("press")
    assert built.lines == [
        'pelican.conf.py:11:12: the plugin "absent" cannot be loaded: there is no module of that name. '
        "Correct the name, or install it.",
        "pelican.conf.py:11:22: the plugin \"lacks\" cannot be loaded: No module named 'nothing_of_that_name' "
        "(plug/lacks.py:1). Correct the plugin, or take it out of PLUGINS.",
        'pelican.conf.py:12:3: the plugin "broken" cannot be loaded: invalid syntax (plug/broken.py:1). '
        "Correct the plugin, or take it out of PLUGINS.",
        'pelican.conf.py:12:13: the plugin "raises" cannot be loaded: no (plug/raises.py:2). '
        "Correct the plugin, or take it out of PLUGINS.",
        "pelican.conf.py:12:23: the plugin \"empty\" cannot be loaded: AttributeError: module 'empty' has no "
        "attribute 'register'. Correct the plugin, or take it out of PLUGINS.",
        "5 problems (5 errors). The site was not changed.",
    ]


def test_of_the_plugins_installed_as_pelicans_only_those_wanted_are_loaded(site: Any) -> None:
    found = "*(name for name in sys.modules if 'pelican.plugins.' in name)"
    site.write("plug/telling.py", f"import sys\n\ndef register():\n    print({found})\n")
    site.settings('PLUGINS = ["sitemap", "pelican.plugins.series", "telling"]\n')
    loaded = site.run("press").out.split()
    assert {"pelican.plugins.sitemap", "pelican.plugins.series"} <= {*loaded}
    assert "pelican.plugins.minify" not in loaded


def test_without_one_of_its_plugins_a_site_is_not_looked_at(site: Any) -> None:
    site.write("content/articles/bad.md", "Date: 2024-01-01\n\nNo title.\n")
    site.settings('PLUGINS = ["absent"]\nFEEDS_MAX_ITEMS = 3\n')
    assert len(site.run("press").lines) == 2


def test_a_plugins_choices_are_checked(site: Any) -> None:
    site.write("plug/choosy.py", 'CHOICES = {"MOOD": ("good", "bad")}\n\ndef register():\n    pass\n')
    site.settings('PLUGINS = ["choosy"]\nMOOD = "odd"\n')
    assert site.run("press").lines[0] == (
        'pelican.conf.py:12:1: the setting MOOD cannot be \'odd\'. Write "good" or "bad".'
    )


def test_a_plugins_settings_are_known_and_their_misspellings_told(site: Any) -> None:
    site.write("plug/feedy.py", 'SETTINGS = {"FEEDS_MAX_ITEMS": 20}\n\ndef register():\n    pass\n')
    site.settings('PLUGINS = ["feedy"]\nFEEDS_MAX_ITEMS = 3\nFEEDS_MAX_ITMES = 3\n')
    assert site.run("press").lines[0] == (
        'pelican.conf.py:13:1: unknown setting "FEEDS_MAX_ITMES". Did you mean "FEEDS_MAX_ITEMS"?'
    )


def test_a_plugins_settings_are_of_the_type_of_their_defaults(site: Any) -> None:
    site.write("plug/typed.py", TYPED)
    site.settings('PLUGINS = ["typed"]\nITEMS = "20x"\nMENU = "x"\nMOOD = 7\n')
    assert site.run("press").lines == [
        "pelican.conf.py:12:1: the setting ITEMS cannot be '20x'. Write a whole number, without quotes.",
        "pelican.conf.py:13:1: the setting MENU cannot be 'x'. Write pairs.",
        'pelican.conf.py:14:1: the setting MOOD cannot be 7. Write "good".',
        "3 problems (3 errors). The site was not changed.",
    ]


def test_markdown_extensions_that_fail_are_told_once_where_they_are_named(site: Any) -> None:
    site.write("plug/broken_one.py", "def makeExtension(**given):\n    raise ValueError('no')\n")
    site.settings("""MARKDOWN = {
  "extensions": ["tables", "markdown.extensions.tabels", "broken_one"],
  "extension_configs": {"toc": {"depth": 2}, "footnotes": {}},
}
""")
    assert site.run("press", PYTHONPATH="plug").lines == [
        'pelican.conf.py:12:28: the Markdown extension "markdown.extensions.tabels" cannot be loaded: '
        "there is no module of that name. Correct the name, or install it.",
        'pelican.conf.py:12:58: the Markdown extension "broken_one" cannot be loaded: no (plug/broken_one.py:2). '
        "Correct what MARKDOWN says of it, or take it out.",
        "pelican.conf.py:13:25: the Markdown extension \"toc\" cannot be loaded: KeyError: 'depth'. "
        "Correct what MARKDOWN says of it, or take it out.",
        "3 problems (3 errors). The site was not changed.",
    ]


TYPED = """\
SETTINGS = {"ITEMS": 20, "MENU": (), "MOOD": "good"}
CHOICES = {"MOOD": ("good",)}
CHECKS = {"MENU": lambda value: "" if isinstance(value, tuple) else "Write pairs."}

def total(pelican):
    pelican.settings["ITEMS"] + len(pelican.settings["MENU"])

def register():
    from pelican import signals
    signals.initialized.connect(total)
"""

STRICT = """\
import logging
from pelican import signals

def look(generator):
    where = ("content/articles/bad.md", 2, 1)
    logging.getLogger("located").error("%s:%s:%s: is bad. Improve it.", *where, extra={"where": where})

def register():
    signals.article_generator_finalized.connect(look)
"""

LATE = """\
from pelican import signals

class Text:
    def render(self, context):
        return "late"

class Broken:
    def render(self, context):
        return "half of a character: \\ud800"

def keep(generator, writer):
    keep.writer, keep.context = writer, generator.context

def write(pelican):
    for number in range(300):
        keep.writer.write_file(f"late-{number}.txt", Text(), keep.context)
    if pelican.settings.get("STAGE") == 2:
        raise KeyboardInterrupt
    if pelican.settings.get("STAGE"):
        keep.writer.write_file("worse.txt", Broken(), keep.context)
        raise ValueError("no more")

def register():
    signals.article_writer_finalized.connect(keep)
    signals.finalized.connect(write)
"""


def test_a_file_that_a_plugin_writes_at_the_very_end_is_in_the_site(site: Any) -> None:
    site.write("plug/late.py", LATE)
    site.settings('PLUGINS = ["late"]\n')
    assert site.run("press").status == 0
    late = {name: text for name, text in site.files().items() if name.startswith("late-")}
    assert late == {f"late-{number}.txt": b"late" for number in range(300)}
    assert site.files()[".press.json"].count(b"late-") == 300


def test_what_fails_at_the_very_end_is_told(site: Any) -> None:
    site.write("plug/late.py", LATE)
    site.settings('PLUGINS = ["late"]\nSTAGE = 1\n')
    built = site.run("press")
    assert any("surrogates not allowed, in the page /worse.txt." in line for line in built.lines)
    assert any("no more. Correct the code." in line for line in built.lines)
    assert (len(built.lines), built.status, site.beside()) == (3, 1, [])


def test_no_file_is_written_any_more_once_a_stopped_build_has_cleared_up(site: Any) -> None:
    site.write("plug/late.py", LATE)
    site.settings('PLUGINS = ["late"]\nSTAGE = 2\n')
    assert (site.run("press").status, site.beside()) == (130, [])


PLUGIN = """\
import logging
from pelican import signals

def initialized(pelican):
    if pelican.settings["STAGE"] == 1:
        raise RuntimeError("cannot start")

def finalized(generator):
    if generator.settings["STAGE"] == 2:
        logging.getLogger("located").error("content/x.md:7:3: no. Yes.", extra={"where": ("content/x.md", 7, 3)})
        raise RuntimeError("cannot join")

class Writer:
    def __init__(self, output_path, settings):
        self.output_path = output_path
    def write_file(self, name, *args, **names):
        open(f"{self.output_path}/{name.replace('/', '-')}", "w").close()
    def write_feed(self, *args, **names):
        pass

def writer(pelican):
    return Writer if pelican.settings["STAGE"] == 3 else None

class Text:
    def render(self, context):
        return context["SITENAME"]

def written(generator, writer):
    if generator.settings["STAGE"] >= 4:
        writer.write_file("plain.txt", Text(), generator.context)
    if generator.settings["STAGE"] == 5:
        writer.write_file("PLAIN.txt", Text(), generator.context)
    if generator.settings["STAGE"] == 6:
        generator.get_template("optional")

def register():
    signals.initialized.connect(initialized)
    signals.article_generator_finalized.connect(finalized)
    signals.get_writer.connect(writer)
    signals.article_writer_finalized.connect(written)
"""


def staged(site: Any, stage: int) -> Any:
    site.write("plug/staged.py", PLUGIN)
    site.settings(f'PLUGINS = ["staged"]\nSTAGE = {stage}\n')
    return site.run("press")


def test_a_plugin_that_fails_while_pelican_starts_is_told(site: Any) -> None:
    assert staged(site, 1).lines[0] == "plug/staged.py:6:1: cannot start. Correct the code."


def test_what_a_plugin_logs_with_its_place_is_told_there_and_its_failure_beside(site: Any) -> None:
    assert staged(site, 2).lines == [
        "content/x.md:7:3: no. Yes.",
        "plug/staged.py:11:1: cannot join. Correct the code.",
        "2 problems (2 errors). The site was not changed.",
    ]


def test_a_plugins_own_writer_is_used(site: Any) -> None:
    assert staged(site, 3).status == 0
    assert site.files()["category-articles.html"] == b""


def test_a_plugin_writes_files_that_are_not_templates(site: Any) -> None:
    assert staged(site, 4).status == 0
    assert site.files()["plain.txt"] == b"Tiny"


def test_two_files_of_a_plugin_at_one_address_are_told(site: Any) -> None:
    assert staged(site, 5).lines[0] == (
        "the file PLAIN.txt wants the address /PLAIN.txt, which the file plain.txt has. "
        "Give one of them another address."
    )


def test_a_plugin_learns_that_there_is_no_template(site: Any) -> None:
    assert "unable to load optional" in staged(site, 6).lines[0]


# --- how a build is started and stopped ------------------------------------------------------------


def test_plain_pelican_builds_the_same_site(site: Any) -> None:
    site.build()
    built = site.run("pelican", "-s", "pelican.conf.py", "-o", "other")
    assert (built.status, built.err) == (0, "")
    assert built.out.startswith("Built 2 articles and 0 pages: 8 files, 8 made, in ")
    assert built.out.count("\n") == 1
    assert site.files("other") == site.files()


def test_plain_pelican_fails_with_the_same_lines_and_no_traceback(site: Any) -> None:
    site.write("content/articles/bad.md", "Date: 2024-01-01\n\nNo title.\n")
    built = site.run("pelican", "-s", "pelican.conf.py")
    assert (built.status, built.out) == (1, "")
    assert built.err == site.build("--output", "other").err
    assert not (site.folder / "output").exists()


def test_a_warning_is_fatal_where_it_is_meant_to_be(site: Any) -> None:
    site.article("three", body="![]({static}/images/x.png)")
    site.write("content/images/x.png", "")
    built = site.run("pelican", "-s", "pelican.conf.py", "--fatal", "warnings")
    assert built.status == 1
    assert built.lines[-1] == "1 problem (1 warning). The site was not changed."


def test_a_press_can_build_again_after_a_failure(site: Any) -> None:
    press = Press(read_settings("pelican.conf.py"))
    bad = site.write("content/articles/bad.md", "Date: 2024-01-01\n\nNo title.\n")
    with pytest.raises(BuildFailed) as failure:
        press.run()
    assert failure.value.exitcode == 1
    bad.unlink()
    press.run()
    assert "index.html" in site.files()


def test_autoreload_waits_for_a_save_after_a_failure(site: Any) -> None:
    bad = site.write("content/articles/bad.md", "Date: 2024-01-01\n\nNo title.\n")
    command = [sys.executable, "-m", "pelican", "-r", "-s", "pelican.conf.py"]
    process = subprocess.Popen(
        command, cwd=site.folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stderr is not None
        assert process.stdout is not None
        assert process.stderr.readline().startswith("content/articles/bad.md:1:1: has no title.")
        assert process.stderr.readline().startswith("1 problem")
        time.sleep(0.5)  # time in which it would build again
        bad.unlink()
        assert any(line.startswith("Built 2 articles") for line in process.stdout)
    finally:
        process.kill()
        _, rest = process.communicate()
    assert rest == ""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_build_that_is_stopped_leaves_everything_as_it_was(site: Any, number: int, status: int) -> None:
    site.build()
    before = site.files()
    site.settings("import os, time\ndef wait(x):\n    open('here', 'w').close()\n    time.sleep(30)\n"
                  "JINJA_FILTERS = {'wait': wait}\nTHEME_TEMPLATES_OVERRIDES = ['over']\n")  # fmt: skip
    site.write("over/tags.html", "{{ 1|wait }}")
    process = subprocess.Popen([sys.executable, "-m", "press"], cwd=site.folder, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not (site.folder / "here").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(site.beside()) == 1
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (status, b"")
    assert site.files() == before
    assert site.beside() == []


def test_a_killed_build_leaves_the_site_and_the_next_one_clears_up(site: Any) -> None:
    site.build()
    before = site.files()
    site.settings("import os, signal\nJINJA_FILTERS = {'die': lambda x: os.kill(os.getpid(), signal.SIGKILL)}\n"
                  "THEME_TEMPLATES_OVERRIDES = ['over']\n")  # fmt: skip
    site.write("over/tags.html", "{{ 1|die }}")
    assert site.run("press").status == -signal.SIGKILL
    assert site.files() == before
    assert len(site.beside()) == 1
    site.settings("")
    assert site.build().status == 0
    assert site.beside() == []


def test_a_full_disk_is_one_line_and_changes_nothing(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(staging: Path, output: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    site.build()
    before = site.files()
    monkeypatch.setattr("press.plugin.publish", full)
    assert (
        site.build().lines[0]
        == "output: cannot be written: No space left on device. Check the folder and the disk it is on."
    )
    assert site.files() == before
    assert site.beside() == []


def test_a_folder_in_the_way_of_the_output_is_one_line(site: Any) -> None:
    site.write("file", "")
    built = site.build("--output", "file/output")
    assert built.status == 1
    assert built.lines[0] == "file/output: cannot be written: File exists. Check the folder and the disk it is on."


def test_an_output_that_is_not_ours_is_refused_before_anything_is_built(site: Any) -> None:
    site.write("output/theirs", "x")
    site.write("content/articles/bad.md", "Date: 2024-01-01\n\nNo title.\n")
    built = site.build()
    assert built.lines == [
        "output: the output folder is not empty and was not made by a build. Empty it yourself, or name another.",
        "1 problem (1 error). The site was not changed.",
    ]
    assert site.files() == {"theirs": b"x"}


def test_links_count_from_the_page_that_they_are_on(site: Any) -> None:
    """Also where pages wait for others to be made: a link is resolved when its page is."""
    site.settings("RELATIVE_URLS = True\nCACHE_PATH = 'cache'\nARTICLE_URL = ARTICLE_SAVE_AS = '{slug}.html'\n")
    for number in range(40):
        deep = f"save_as: {'d/' * (number % 2 * 3)}x{number}.html\nurl: {'d/' * (number % 2 * 3)}x{number}.html\n"
        site.article(f"x{number}", body="[one]({filename}x1.md)", extra=deep)
    assert site.build().status == 0
    links = {Path("output", name).read_text().partition(">one</a>")[0].rpartition('href="')[2] for name in
             (f"{'d/' * (n % 2 * 3)}x{n}.html" for n in range(40))}  # fmt: skip
    assert links == {'./d/d/d/x1.html"', '../../../d/d/d/x1.html"'}
