from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--content", "none"], "press: there is no content folder none. Name one that is there.\n"),
        (
            ["--content", "pelican.conf.py"],
            "press: there is no content folder pelican.conf.py. Name one that is there.\n",
        ),
        (["--content", ""], "press: the content folder has no name. Name one.\n"),
        (["--output", ""], "press: the output folder has no name. Name one.\n"),
        (["--settings", "none.py"], "press: there is no settings file none.py. Run this where the settings are.\n"),
        (
            ["--siteurl", "example.org"],
            "press: the address of the site cannot be 'example.org'. "
            'Write "https://" and a host, such as "https://example.org", or nothing: "".\n',
        ),
    ],
)
def test_a_wrong_command_is_one_line_and_status_2(site: Any, arguments: list[str], expected: str) -> None:
    built = site.build(*arguments)
    assert (built.status, built.out, built.err) == (2, "", expected)
    assert not (site.folder / "output").exists()


def test_the_command_decides_where_and_for_which_address(site: Any) -> None:
    site.write("elsewhere/articles/x.md", "Title: X\nDate: 2024-01-01\n\nText.\n")
    built = site.build("--content", "elsewhere", "--output", "out/deep", "--siteurl", "https://example.org/sub/")
    assert (built.status, built.err) == (0, "")
    assert b"https://example.org/sub/x.html" in site.files("out/deep")["index.html"]


def test_an_empty_content_folder_is_a_site(site: Any) -> None:
    (site.folder / "empty").mkdir()
    built = site.build("--content", "empty")
    assert (built.status, built.err) == (0, "")
    assert built.out.startswith("Built 0 articles and 0 pages: ")


@pytest.mark.parametrize(("drafts", "expected"), [([], b"False"), (["--drafts"], b"True")])
@pytest.mark.parametrize("setting", [True, False])
def test_the_command_alone_asks_for_drafts(site: Any, drafts: list[str], expected: bytes, setting: bool) -> None:
    site.settings(f"DRAFTS = {setting}\nTHEME_TEMPLATES_OVERRIDES = ['over']\n")
    site.write("over/tags.html", "{{ DRAFTS }}")
    assert site.build(*drafts).status == 0
    assert site.files()["tags.html"] == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("X = = 1\n", "pelican.conf.py:11:5: the settings cannot be used: invalid syntax. Correct the line."),
        ("\nX = foo\n", "pelican.conf.py:12:1: the settings cannot be used: NameError: name 'foo' is not defined. "
         "Correct the line."),
        ("import json\nX = json.loads('')\n", "pelican.conf.py:12:1: the settings cannot be used: JSONDecodeError: "
         "Expecting value: line 1 column 1 (char 0). Correct the line."),
        ('THEME = "none"\n', "pelican.conf.py:11:1: the settings cannot be used: there is no theme \"none\". "
         "Correct the name, or add the folder."),
        ("SLUG_SUBSTITUTIONS = SLUG_REGEX_SUBSTITUTIONS = [('a', 'b')]\n",
         "pelican.conf.py:1:1: the settings cannot be used: Setting both SLUG_REGEX_SUBSTITUTIONS and "
         "SLUG_SUBSTITUTIONS (or variants thereof) is not permitted. Please move to only setting "
         "SLUG_REGEX_SUBSTITUTIONS."),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_one_line(site: Any, more: str, expected: str) -> None:
    site.settings(more)
    built = site.build()
    assert built.status == 1
    assert built.lines == [expected, "1 problem (1 error). The site was not changed."]


def test_settings_that_are_not_utf8_are_told_at_the_byte(site: Any) -> None:
    (site.folder / "pelican.conf.py").write_bytes(b'A = 1\nB = "Caf\xe9"\n')
    assert site.build().lines[0] == (
        "pelican.conf.py:2:9: the settings cannot be used: byte 0xe9 is not UTF-8. Save the file as UTF-8."
    )


def test_settings_that_pelican_warns_of_while_it_reads_them_are_told(site: Any) -> None:
    site.settings('LOCALE = ["xx_XX"]\n')
    assert "warning: Locale could not be set." in site.build().err


def test_a_list_setting_that_is_text_is_told_once(site: Any) -> None:
    site.settings('PLUGINS = "articles"\n')
    assert site.build().lines == [
        "pelican.conf.py:11:1: the setting PLUGINS cannot be 'articles'. Write a list: [\"…\"].",
        "1 problem (1 error). The site was not changed.",
    ]


def test_debugging_shows_the_traceback(site: Any) -> None:
    site.write("over/tags.html", "{{ 1 / 0 }}")
    site.settings("THEME_TEMPLATES_OVERRIDES = ['over']\n")
    assert "Traceback" in site.run("press", "--debug").err
    assert "Traceback" not in site.run("press").err
