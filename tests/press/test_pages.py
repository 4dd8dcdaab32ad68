"""Which pages a build makes again, and which it keeps: exactly those that read what changed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Template

NUMBERS = count()
SETTINGS = """\
THEME_TEMPLATES_OVERRIDES = ["over"]
DIRECT_TEMPLATES = ["index", "plain"]
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
PAGINATED_TEMPLATES = {"index": 2}
"""
Rendered = Callable[[], list[str]]


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Rendered:
    """The output paths of the pages that were rendered since the last call."""
    made: list[str] = []
    render = Template.render

    def noting(self: Template, *args: Any, **names: Any) -> str:
        made.append(dict(*args, **names)["output_file"])
        return render(self, *args, **names)

    monkeypatch.setattr(Template, "render", noting)

    def since() -> list[str]:
        found = sorted(made)
        made.clear()
        return found

    return since


@pytest.fixture
def kept(site: Any, rendered: Rendered) -> Any:
    """The site, built once, with templates of its own that read one thing each."""
    site.settings(SETTINGS)
    site.write("over/article.html", "{{ article.title }}: {{ article.content }} {{ SITENAME }}")
    site.write("over/index.html", "{% for each in articles_page.object_list %}{{ each.title }} {% endfor %}")
    site.write("over/plain.html", "{{ SITENAME }} and {{ MENUITEMS }}")
    site.article("three", "Three")
    assert site.build().status == 0
    assert rendered() == ["index.html", "index2.html", "one.html", "plain.html", "three.html", "two.html"]
    return site


def test_nothing_changed_nothing_made(kept: Any, rendered: Rendered) -> None:
    before = kept.files()
    assert kept.build().status == 0
    assert (rendered(), kept.files()) == ([], before)


def test_a_body_is_on_its_own_page_alone(kept: Any, rendered: Rendered) -> None:
    kept.article("one", "One", "Other words.")
    assert kept.build().status == 0
    assert rendered() == ["one.html"]
    assert b"Other words." in kept.files()["one.html"]


def test_a_title_is_on_the_lists_that_show_it_too(kept: Any, rendered: Rendered) -> None:
    kept.article("one", "One anew")
    assert kept.build().status == 0
    shown = [name for name, data in kept.files().items() if b"One anew" in data]
    assert rendered() == shown
    assert len(shown) == 2


def test_a_new_article_and_one_gone_move_the_lists(kept: Any, rendered: Rendered) -> None:
    kept.article("zero", "Zero")
    (kept.folder / "content/articles/two.md").unlink()
    assert kept.build().status == 0
    assert {"zero.html", "index.html"} <= set(rendered()) <= {"zero.html", "index.html", "index2.html"}
    assert "two.html" not in kept.files()


def test_a_template_makes_all_pages_anew(kept: Any, rendered: Rendered) -> None:
    kept.write("over/plain.html", "Changed {{ SITENAME }}")
    assert kept.build().status == 0
    assert len(rendered()) == 6


def test_a_setting_makes_those_anew_that_read_it(kept: Any, rendered: Rendered) -> None:
    settings = kept.folder / "pelican.conf.py"
    settings.write_text(settings.read_text() + "MENUITEMS = (('Home', '/'),)\n")
    assert kept.build().status == 0
    assert rendered() == ["plain.html"]


def test_a_page_that_was_changed_by_hand_is_made_anew(kept: Any, rendered: Rendered) -> None:
    (kept.folder / "output/one.html").write_text("by hand")
    (kept.folder / "output/two.html").unlink()
    assert kept.build().status == 0
    assert rendered() == ["one.html", "two.html"]


def test_a_page_that_was_only_touched_is_kept(kept: Any, rendered: Rendered) -> None:
    os.utime(kept.folder / "output/one.html", (1, 1))
    assert kept.build().status == 0
    assert rendered() == []


def test_a_page_that_is_made_the_same_keeps_its_time(kept: Any, rendered: Rendered) -> None:
    page = kept.folder / "output/index.html"
    os.utime(page, (1, 1))
    kept.write("over/index.html", "{# other #}{% for each in articles_page.object_list %}{{ each.title }} {% endfor %}")
    assert kept.build().status == 0
    assert "index.html" in rendered()
    assert page.stat().st_mtime == 1


def test_another_folder_gets_a_whole_site(kept: Any, rendered: Rendered) -> None:
    assert kept.build("--output", "elsewhere").status == 0
    assert kept.files("elsewhere") == kept.files()
    rendered()
    assert kept.build().status == 0
    assert rendered() == []


def test_a_build_with_an_error_leaves_the_next_one_right(kept: Any, rendered: Rendered) -> None:
    kept.article("one", "One", "Other words.")
    kept.article("bad", "Bad", "[x]({filename}nowhere.md)")
    assert kept.build().status == 1
    (kept.folder / "content/articles/bad.md").unlink()
    rendered()
    assert kept.build().status == 0
    assert rendered() == ["one.html"]
    assert b"Other words." in kept.files()["one.html"]


def plugin(site: Any, code: str) -> None:
    name = f"theirs_{next(NUMBERS)}"  # Python imports a module once, whatever folder it is in
    site.write(f"plug/{name}.py", "from pelican import signals\n" + code)
    settings = site.folder / "pelican.conf.py"
    settings.write_text(settings.read_text() + f"PLUGINS = ['{name}']\n")


def twice(site: Any, rendered: Rendered) -> list[str]:
    assert site.build().status == 0
    rendered()
    assert site.build().status == 0
    return rendered()


def test_a_plugin_that_waits_for_written_pages_gets_every_page(kept: Any, rendered: Rendered) -> None:
    plugin(kept, "def note(path, context): open('log', 'a').write(path + '\\n')\n"
                 "def register(): signals.content_written.connect(note)\n")  # fmt: skip
    assert len(twice(kept, rendered)) == 6
    assert len((kept.folder / "log").read_text().splitlines()) >= 12


def test_the_price_of_such_a_plugin_is_said_once(kept: Any) -> None:
    assert "anew" not in kept.build().out
    plugin(kept, "def note(path, context): pass\ndef register(): signals.content_written.connect(note)\n")
    assert re.fullmatch(
        r"Built 3 articles and 0 pages: 6 files, 6 kept, in [\d.]+ s, every page made anew for theirs_\d+ → output\n",
        kept.build().out,
    )


STAMPING = """\
from pathlib import Path
def stamp(path):
    if Path("stamping").exists():
        with open(path, "r+") as file:
            file.seek(0, 2)
            file.write("stamped")
def all_of(pelican):
    for path in Path(pelican.output_path).rglob("*.html"):
        stamp(path)
def note(path, context): stamp(path)
"""


@pytest.mark.parametrize("listening", ["signals.finalized.connect(all_of)", "signals.content_written.connect(note)"])
def test_a_plugin_writes_into_pages_once_and_never_into_those_of_the_last_site(kept: Any, listening: str) -> None:
    plugin(kept, f"{STAMPING}def register(): {listening}\n")
    assert kept.build().status == 0
    before = kept.files()
    kept.write("stamping", "")
    bad = kept.article("bad", "Bad", "[x]({filename}nowhere.md)")
    assert kept.build().status == 1
    assert kept.files() == before
    bad.unlink()
    pages = {name: data + b"stamped" for name, data in before.items() if name.endswith(".html")}
    for _ in range(2):
        assert kept.build().status == 0
        assert kept.files() == {**before, **pages}


@pytest.mark.parametrize(("said", "shared"), [("READS = ()", True), ("", False)])
def test_a_page_shares_its_file_with_the_last_site_if_no_plugin_may_write_into_it(
    kept: Any, rendered: Rendered, said: str, shared: bool
) -> None:
    plugin(kept, f"{said}\ndef register(): pass\n")
    assert kept.build().status == 0
    page, before = kept.folder / "output/one.html", kept.folder / "before.html"
    before.hardlink_to(page)
    assert twice(kept, rendered) == []
    assert page.samefile(before) == shared
    assert page.stat().st_mtime_ns == before.stat().st_mtime_ns


def test_what_a_plugin_sets_on_an_article_counts(kept: Any, rendered: Rendered) -> None:
    plugin(kept, "def mark(content): content.note = open('note').read()\n"
                 "def register(): signals.content_object_init.connect(mark)\n")  # fmt: skip
    kept.write("note", "first")
    kept.write("over/article.html", "{{ article.note }}")
    assert twice(kept, rendered) == []
    kept.write("note", "second")
    assert kept.build().status == 0
    assert rendered() == ["one.html", "three.html", "two.html"]


@pytest.mark.parametrize(
    "value",
    ["lambda: 1", "iter([1])", "type('Odd', (), {})()", "open('note')", "generators"],
)
def test_a_page_that_reads_what_cannot_be_compared_is_made_every_time(
    kept: Any, rendered: Rendered, value: str
) -> None:
    kept.write("note", "x")
    plugin(kept, f"def give(generators): generators[0].context['ODD'] = {value}\n"
                 "def register(): signals.all_generators_finalized.connect(give)\n")  # fmt: skip
    kept.write("over/plain.html", "{{ ODD is defined }}")
    assert twice(kept, rendered) == ["plain.html"]


GIVING = (
    "def give(generator): generator.env.{table}['odd'] = odd\ndef register(): signals.generator_init.connect(give)\n"
)
LOUD = "READS = ()\ndef odd(text): return text.upper()\n"


def test_a_function_with_something_in_it_makes_every_page_every_time(kept: Any, rendered: Rendered) -> None:
    plugin(kept, "READS = ()\n"
                 "def give(generator): generator.env.globals['odd'] = (lambda it: lambda: it)(generator)\n"
                 "def register(): signals.generator_init.connect(give)\n")  # fmt: skip
    kept.write("over/plain.html", "{{ odd() }}")
    assert len(twice(kept, rendered)) == 6


def test_a_filter_of_a_plugin_that_says_what_it_reads_is_its_code(kept: Any, rendered: Rendered) -> None:
    plugin(kept, LOUD + GIVING.format(table="filters"))
    kept.write("over/plain.html", "{{ SITENAME | odd }}")
    assert twice(kept, rendered) == []


@pytest.mark.parametrize(
    ("table", "use"),
    [("filters", "{{ 'a' | odd }}"), ("tests", "{{ 'a' is odd }}"), ("globals", "{{ odd('a') }}")],
)
def test_what_nobody_knows_is_called_for_every_page_every_time(
    kept: Any, rendered: Rendered, table: str, use: str
) -> None:
    plugin(kept, "def odd(text): return open('note').read()\n" + GIVING.format(table=table))
    kept.write("over/plain.html", use)
    kept.write("note", "first")
    assert len(twice(kept, rendered)) == 6
    kept.write("note", "")
    assert kept.build().status == 0
    assert b"first" not in kept.files()["plain.html"]


def test_what_nobody_knows_costs_nothing_where_no_template_names_it(kept: Any, rendered: Rendered) -> None:
    plugin(kept, "def odd(text): return open('note').read()\n" + GIVING.format(table="filters"))
    assert twice(kept, rendered) == []


def test_a_page_that_something_was_told_about_is_told_about_again(kept: Any) -> None:
    plugin(kept, "import logging\n"
                 "def moan(text):\n    logging.getLogger('them').warning('a moan. Do something.')\n    return text\n"
                 "def give(generator): generator.env.filters['moan'] = moan\n"
                 "def register(): signals.generator_init.connect(give)\n")  # fmt: skip
    kept.write("over/plain.html", "{{ SITENAME | moan }}")
    told = [kept.build().err for _ in range(3)]
    assert "a moan" in told[0]
    assert told[0] == told[1] == told[2]


def test_names_that_a_template_sets_itself_do_not_count(kept: Any, rendered: Rendered) -> None:
    kept.write("over/part.html", "{% set SITENAME = 'own' %}{{ SITENAME }}{{ given }}")
    kept.write("over/macro.html", "{% macro m(x) %}{{ x }}{{ SITENAME }}{% endmacro %}")
    included = "{% set given = 1 %}{% include 'part.html' %}"
    imported = "{% import 'macro.html' as a with context %}{{ a.m(2) }}{% from 'macro.html' import m %}{{ m(3) }}"
    kept.write("over/plain.html", included + imported)
    assert twice(kept, rendered) == []
    settings = kept.folder / "pelican.conf.py"
    settings.write_text(settings.read_text().replace('"Tiny"', '"Other"'))
    assert kept.build().status == 0
    assert "plain.html" in rendered()
    assert b"Other" in kept.files()["plain.html"]


def test_a_store_with_rubbish_in_it_changes_no_page(kept: Any, rendered: Rendered) -> None:
    before = kept.files()
    for path in Path("cache").rglob("*.sqlite*"):
        path.write_bytes(b"rubbish" * 100)
    assert kept.build().status == 0
    assert (len(rendered()), kept.files()) == (6, before)


def test_a_forged_record_names_no_way_out(kept: Any, rendered: Rendered) -> None:
    """Even with a digest that fits: what is linked is the file at the page's own address in the present output."""
    from press.store import Store

    put = Store.shelf

    class Forging:
        def __init__(self, shelf: Any) -> None:
            self.shelf, self.store = shelf, shelf.store

        def get(self, key: bytes) -> bytes | None:
            data = self.shelf.get(key)
            if data is None:
                return None
            made = json.loads(data)
            return json.dumps([made[0], [["a", "b", "c"], ["../../etc/passwd", "x"]], *made[2:]]).encode()

        def put(self, key: bytes, value: bytes) -> None:
            self.shelf.put(key, value)

    Store.shelf = lambda self, name: Forging(put(self, name)) if name == "pages" else put(self, name)  # type: ignore
    try:
        before = kept.files()
        assert kept.build().status == 0
        assert (len(rendered()), kept.files()) == (6, before)
    finally:
        Store.shelf = put  # type: ignore[method-assign]
