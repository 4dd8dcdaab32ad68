"""Templates that fail, and files that are copied."""

from __future__ import annotations

import os
from typing import Any

import pytest
from press.generators import InOrder


def themed(site: Any, more: str = "", **templates: str) -> Any:
    """Build with templates of the site's own over the stock theme's."""
    (site.folder / "theme/templates").mkdir(parents=True)
    for name, text in templates.items():
        site.write(f"theme/templates/{name}.html", text)
    site.settings(f'THEME = "theme"\n{more}')
    return site.build()


def test_a_name_that_a_template_does_not_know_is_told_once_for_all_its_pages(site: Any) -> None:
    built = themed(
        site, article='{% extends "!simple/base.html" %}\n{% block content %}\n{{ foo.bar }}\n{% endblock %}'
    )
    assert built.lines == [
        'theme/templates/article.html:3:1: "foo" is undefined, in the page content/articles/one.md and 1 other. '
        'Correct the name, or test it with "is defined" first.',
        "1 problem (1 error). The site was not changed.",
    ]


def test_a_template_that_cannot_be_compiled_is_told_once(site: Any) -> None:
    built = themed(site, article="\n{% if %}")
    assert built.lines == [
        "theme/templates/article.html:2:1: Expected an expression, got 'end of statement block'. Correct the template.",
        "1 problem (1 error). The site was not changed.",
    ]


def test_an_included_template_is_told_at_its_own_line(site: Any) -> None:
    built = themed(site, tags="{% include 'part.html' %}", part="\n\n{{ 1 / 0 }}")
    assert (
        built.lines[0] == "theme/templates/part.html:3:1: ZeroDivisionError: division by zero, in the page /tags.html. "
        "Correct the template."
    )


def test_a_missing_include_is_told_where_it_is_included(site: Any) -> None:
    built = themed(site, tags="\n{% include 'gone.html' %}")
    assert built.lines[0] == (
        'theme/templates/tags.html:2:1: there is no template "gone.html", in the page /tags.html. '
        "Correct the name, or add the template."
    )


def test_a_template_that_an_article_asks_for_and_is_not_there_is_told_at_the_article(site: Any) -> None:
    site.article("three", extra="Template: fancy\n")
    assert site.build().lines[0] == (
        'content/articles/three.md:3:11: there is no template "fancy". Correct the name, or add the template.'
    )


def test_all_templates_that_fail_are_told_together(site: Any) -> None:
    built = themed(site, article="{{ foo.bar }}", tags="{% if %}", archives="{{ 1 / 0 }}", category="{% include 'x' %}")
    assert [line.partition(":")[0] for line in built.lines[:-1]] == [
        "theme/templates/archives.html",
        "theme/templates/article.html",
        "theme/templates/category.html",
        "theme/templates/tags.html",
    ]


def test_period_archives_fall_back_to_the_archives_template(site: Any) -> None:
    site.settings('YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"\nYEAR_ARCHIVE_URL = "{date:%Y}/"\n')
    assert site.build().status == 0
    assert "2024/index.html" in site.files()


# --- copied files ----------------------------------------------------------------------------------


def test_an_image_in_the_place_of_a_page_is_told_at_the_page(site: Any) -> None:
    site.settings('STATIC_PATHS = ["images"]\nSTATIC_SAVE_AS = "one.html"\n')
    site.write("content/images/x.png", "x")
    assert site.build().lines[0] == (
        "content/articles/one.md:1:1: wants the address /one.html, which content/images/x.png has. "
        "Give one of them another slug."
    )


def test_a_file_of_the_theme_keeps_its_place(site: Any) -> None:
    site.write("theme/static/css/a.css", "a")
    site.write("theme/static/.hidden/b.css", "b")
    site.write("theme/single.txt", "s")
    site.write("content/theme/css/a.css", "c")
    built = themed(
        site, 'STATIC_PATHS = ["theme"]\nTHEME_STATIC_PATHS = ["static", "single.txt"]\nIGNORE_FILES = [".*"]\n'
    )
    assert built.lines[0] == (
        "content/theme/css/a.css:1:1: wants the address /theme/css/a.css, which theme/static/css/a.css has. "
        "Give one of them another address."
    )
    (site.folder / "content/theme/css/a.css").unlink()
    assert site.build().status == 0
    assert [name for name in site.files() if name.startswith("theme/")] == ["theme/css/a.css", "theme/single.txt"]


def test_attached_files_stay_in_the_site(site: Any) -> None:
    site.article("three", body="[x]({attach}x.txt)", extra="save_as: ../output-evil/three.html\n")
    site.write("content/articles/x.txt", "x")
    assert site.build().lines[0] == (
        'content/articles/three.md:1:1: wants the address "../output-evil/three.html", which is outside the site. '
        "Give it an address inside."
    )
    assert not (site.folder / "output-evil").exists()


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("{static}../../pelican.conf.py", "pelican.conf.py is outside the content folder. Copy the file in."),
        ("{attach}../../pelican.conf.py", "pelican.conf.py is outside the content folder. Copy the file in."),
        ("{static}/images/none.png", "there is no file content/images/none.png to publish. "
         "Correct the name, or remove the link."),
    ],
)  # fmt: skip
def test_a_link_to_a_file_that_is_not_to_be_published_is_told_at_the_link(site: Any, link: str, expected: str) -> None:
    site.settings("USE_FOLDER_AS_CATEGORY = False\n")
    site.article("three", body=f"Some\ntext [x]({link}).")
    built = site.build()
    path, line, _, text = built.lines[0].split(":", 3)
    assert (path, line, text.strip()) == ("content/articles/three.md", "5", expected)
    assert len(built.lines) == 2


def test_links_and_oddities_among_the_images_are_told(site: Any) -> None:
    images = site.write("content/images/x.png", "x").parent
    (images / "out.png").symlink_to("/etc/hostname")
    (images / "loop.png").symlink_to("loop.png")
    (images / "inside.png").symlink_to("x.png")
    os.mkfifo(images / "fifo")
    assert site.build().lines == [
        "content/images/fifo:1:1: content/images/fifo is not a file that can be published.",
        "content/images/loop.png:1:1: there is no file content/images/loop.png to publish. "
        "Correct the name, or remove the link.",
        "content/images/out.png:1:1: content/images/out.png is outside the content folder. Copy the file in.",
        "3 problems (3 errors). The site was not changed.",
    ]


def test_a_set_of_names_is_gone_through_by_name() -> None:
    names = {f"{n}.md" for n in range(50)}
    assert list(InOrder(names)) == sorted(names)
    assert list({"0", "zz"} | InOrder(names)) == sorted({"0", "zz"} | names)
