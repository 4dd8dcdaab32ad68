from __future__ import annotations

import ast
from typing import Any

import pytest
from press.settings_check import (
    EXPECTED,
    is_site_address,
    known_settings,
    like_defaults,
    misformed,
    misspelt,
    mistyped,
    site_address,
    unchosen,
)
from press.settings_file import Declared

WHERE = ("conf.py", 3, 1)


def written(**values: Any) -> dict[str, Declared]:
    return {name: Declared(WHERE, ast.parse(repr(value), mode="eval").body) for name, value in values.items()}


def test_a_misspelt_setting_names_the_right_one() -> None:
    known = known_settings({}, {"SITENAME": 1, "SITEURL": 2})
    (finding,) = misspelt(written(SITENAM=1), known)
    assert str(finding) == 'conf.py:3:1: unknown setting "SITENAM". Did you mean "SITENAME"?'


def test_settings_like_none_that_is_known_are_the_themes_own() -> None:
    assert list(misspelt(written(MY_BANNER=1, SITENAME=2, NAV=3), known_settings({}, {"SITENAME": 1}))) == []


def test_names_that_a_plugin_reads_are_known() -> None:
    names = {"FEED_MAX_ITEMS": 100}
    assert list(misspelt(written(FEEDS_MAX_ITEMS=20), known_settings({}, names))) != []
    assert list(misspelt(written(FEEDS_MAX_ITEMS=20), known_settings({}, names, {"FEEDS_MAX_ITEMS": 20}))) == []


def test_addresses_of_direct_templates_are_known() -> None:
    known = known_settings({"DIRECT_TEMPLATES": ["about"]})
    assert {"ABOUT_URL", "ABOUT_SAVE_AS"} <= known


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PLUGINS", "articles", "the setting PLUGINS cannot be 'articles'. Write a list: [\"…\"]."),
        ("PLUGINS", [None], 'the setting PLUGINS cannot be [None]. Write a list: ["…"].'),
        ("ARTICLE_PATHS", "x", "the setting ARTICLE_PATHS cannot be 'x'. Write a list of folders: [\"…\"]."),
        ("SITENAME", 7, 'the setting SITENAME cannot be 7. Write text in quotes: "…".'),
        ("RELATIVE_URLS", "no", "the setting RELATIVE_URLS cannot be 'no'. Write True or False."),
        ("TEMPLATE_PAGES", [1], "the setting TEMPLATE_PAGES cannot be [1]. Write a dict: {…}."),
        ("DEFAULT_ORPHANS", True, "the setting DEFAULT_ORPHANS cannot be True. Write a whole number, without quotes."),
        (
            "DEFAULT_PAGINATION",
            "10",
            "the setting DEFAULT_PAGINATION cannot be '10'. "
            "Write how many articles a page lists, without quotes, or False for all.",
        ),
        (
            "SITEURL",
            "example.org",
            "the setting SITEURL cannot be 'example.org'. "
            'Write "https://" and a host, such as "https://example.org", or nothing: "".',
        ),
        (
            "SITEURL",
            "https://exämple.org",
            "the setting SITEURL cannot be 'https://ex\\xe4mple.org'. "
            "Write the host as xn--… and percent-encode the path.",
        ),
        (
            "MARKDOWN",
            {"extension_configs": {"tables": None}},
            "the setting MARKDOWN cannot be {'extension_configs': {'tables': None}}. "
            'Write a dict: {"extensions": ["…"], "extension_configs": {…}}.',
        ),
        (
            "TIMEZONE",
            "Mars",
            "the setting TIMEZONE cannot be 'Mars'. "
            'Write a name of the time zone database, such as "Europe/Paris" or "UTC".',
        ),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_does(name: str, value: Any, expected: str) -> None:
    found = mistyped({name: value}, written(**{name: value}), EXPECTED)
    assert {k: str(f) for k, f in found.items()} == {name: f"conf.py:3:1: {expected}"}


def test_a_value_that_pelican_replaced_is_told_as_it_was_written() -> None:
    assert "'articles'" in mistyped({"PLUGINS": None}, written(PLUGINS="articles"), EXPECTED)["PLUGINS"].text


def test_a_value_from_the_command_line_has_no_place() -> None:
    assert mistyped({"TIMEZONE": "Mars"}, {}, EXPECTED)["TIMEZONE"].where is None


def test_long_values_are_cut() -> None:
    text = mistyped({"TIMEZONE": "x" * 500}, {}, EXPECTED)["TIMEZONE"].text
    assert len(text) < 200


@pytest.mark.parametrize(
    "value", [("PLUGINS", ["a"]), ("DEFAULT_PAGINATION", False), ("DEFAULT_PAGINATION", 5), ("SITEURL", "")]
)
def test_values_that_fit_are_not_told(value: tuple[str, Any]) -> None:
    assert mistyped(dict([value]), {}, EXPECTED) == {}


@pytest.mark.parametrize(
    "url", ["", "https://example.org", "http://[::1]:8000", "https://example.org/a/b", "https://ex.org/"]
)
def test_addresses_a_site_can_have(url: str) -> None:
    assert is_site_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "//example.org",
        "ftp://example.org",
        "https://",
        "https://a b",
        "https://a?b",
        "https://a#b",
        "https://a:99999",
        "https://[",
        "https://u@a",
        'https://a"',
        "https://a\n",
        None,
        7,
        "javascript:alert(1)",
        "https://exämple.org",
        "https://example.org/fü",
    ],
)
def test_addresses_no_site_can_have(url: Any) -> None:
    assert not is_site_address(url)


def test_a_misspelt_placeholder_names_the_right_one() -> None:
    found = misformed(written(ARTICLE_URL="articles/{sulg}/", PAGE_URL="{slug}/{mood}/{date:%Y}"))
    assert {name: str(finding) for name, finding in found.items()} == {
        "ARTICLE_URL": 'conf.py:3:1: unknown placeholder "{sulg}" in ARTICLE_URL. Did you mean "{slug}"?'
    }


def test_an_address_with_an_open_brace_is_left_to_pelican() -> None:
    assert misformed(written(ARTICLE_URL="{slug")) == {}


def test_a_value_that_is_not_among_the_few_is_told_with_them() -> None:
    choices = {"HEADINGS": ("recover", "keep"), "LEVEL": (1, 2), "ABSENT": ("x",)}
    found = unchosen({"HEADINGS": "kep", "LEVEL": 2}, written(HEADINGS="kep"), choices)
    assert [str(finding) for finding in found] == [
        'conf.py:3:1: the setting HEADINGS cannot be \'kep\'. Write "recover" or "keep".'
    ]


@pytest.mark.parametrize("url", ["", "https://xn--exmple-cua.org/f%C3%BC"])
def test_addresses_in_ascii_need_no_other(url: str) -> None:
    assert site_address(url) == ""


@pytest.mark.parametrize(
    ("default", "value", "expected"),
    [
        (20, "20x", "Write a whole number, without quotes."),
        (20, True, "Write a whole number, without quotes."),
        (False, "no", "Write True or False."),
        ("a", 1, 'Write text in quotes: "…".'),
        (("404",), "404", 'Write a list of texts: ["…"].'),
        ({}, [], "Write a dict: {…}."),
    ],
)
def test_a_setting_of_a_plugin_must_be_of_the_type_of_its_default(default: object, value: Any, expected: str) -> None:
    checks = like_defaults({"X": default, "ANY": None}, {})
    assert [str(found) for found in mistyped({"X": value, "ANY": 7}, written(X=value), checks).values()] == [
        f"conf.py:3:1: the setting X cannot be {value!r}. {expected}"
    ]
    assert mistyped({"X": default}, {}, checks) == {}


def test_a_check_of_a_plugins_own_comes_before_the_type() -> None:
    checks = like_defaults({"X": ()}, {"X": lambda value: "" if value == "odd" else 'Write "odd".'})
    assert mistyped({"X": "odd"}, {}, checks) == {}
    assert mistyped({"X": ()}, {}, checks)["X"].text == 'the setting X cannot be (). Write "odd".'
