from __future__ import annotations

import pytest
from preview.answers import answered, is_known, tag, wanted

BODY = b"0123456789"
TAG = tag(BODY)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", None),
        ("bytes=0-0", (0, 1)),
        ("bytes=2-4", (2, 5)),
        ("bytes=2-", (2, 10)),
        ("bytes = 2 - 4", (2, 5)),
        ("bytes=-3", (7, 10)),
        ("bytes=-30", (0, 10)),
        ("bytes=-0", (10, 10)),
        ("bytes=9-99", (9, 10)),
        ("bytes=10-", (10, 10)),
        ("bytes=10-20", (10, 10)),
        ("bytes=4-2", None),
        ("bytes=-", None),
        ("bytes=a-b", None),
        ("bytes=²-3", None),
        ("bytes=0-1,3-4", None),
        ("items=0-1", None),
        (f"bytes=0-{'9' * 5000}", None),
        ("bytes=--1", None),
    ],
)
def test_a_range_is_what_the_standard_says(said: str, expected: tuple[int, int] | None) -> None:
    assert wanted(said, 10) == expected


def test_a_part_says_which_it_is() -> None:
    response = answered(BODY, "text/plain", 200, {"range": "bytes=2-4"})
    assert (response.status_code, response.body) == (206, b"234")
    assert response.headers["content-range"] == "bytes 2-4/10"
    assert response.headers["content-length"] == "3"


def test_a_part_that_is_not_there_is_refused() -> None:
    response = answered(BODY, "text/plain", 200, {"range": "bytes=10-"})
    assert (response.status_code, response.headers["content-range"]) == (416, "bytes */10")


@pytest.mark.parametrize(("tag_then", "status"), [(TAG, 206), ('"other"', 200)])
def test_a_part_of_what_has_changed_since_is_the_whole(tag_then: str, status: int) -> None:
    assert answered(BODY, "text/plain", 200, {"range": "bytes=0-1", "if-range": tag_then}).status_code == status


@pytest.mark.parametrize("known", [TAG, f"W/{TAG}", f'"x", {TAG}', "*"])
def test_what_a_browser_has_is_not_sent_again(known: str) -> None:
    response = answered(BODY, "text/plain", 200, {"if-none-match": known})
    assert (response.status_code, response.body, response.headers["etag"]) == (304, b"", TAG)


def test_what_a_browser_has_of_another_time_is_sent() -> None:
    assert not is_known('"x", "y"', TAG)
    assert answered(BODY, "text/plain", 200, {"if-none-match": '"x"'}).status_code == 200


def test_a_page_that_is_missing_is_sent_whole_and_always() -> None:
    response = answered(BODY, "text/html", 404, {"if-none-match": "*", "range": "bytes=0-1"})
    assert (response.status_code, response.body) == (404, BODY)
