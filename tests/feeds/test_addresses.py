"""Addresses made absolute."""

from __future__ import annotations

from feeds.addresses import absolute_srcset, absolute_url, uri

PAGE = "https://example.org/sub/articles/x/"


def test_letters_outside_ascii_and_spaces_are_percent_encoded_once() -> None:
    assert uri("http://[::1]:8000/café%20é/a [b]") == "http://[::1]:8000/caf%C3%A9%20%C3%A9/a%20%5Bb%5D"


def test_white_space_round_and_inside_an_address_does_not_count() -> None:
    assert absolute_url(" \n/a\tb ", PAGE) == "https://example.org/ab"


def test_an_address_that_runs_a_script_is_empty() -> None:
    assert absolute_url("\x01JaVa\nScript:alert(1)", PAGE) == ""


def test_an_address_that_cannot_be_read_is_empty() -> None:
    assert absolute_url("http://[::1", PAGE) == ""


def test_a_srcset_keeps_its_sizes() -> None:
    assert absolute_srcset(" a.png 1x,\n b.png  200w ", PAGE) == f"{PAGE}a.png 1x, {PAGE}b.png 200w"


def test_an_empty_srcset_is_empty() -> None:
    assert absolute_srcset("  ,", PAGE) == ""
