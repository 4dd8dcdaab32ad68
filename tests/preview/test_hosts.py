from __future__ import annotations

import pytest
from preview.hosts import in_url, is_loopback, is_ours


@pytest.mark.parametrize(
    "header", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1", "my.box:80"]
)
def test_this_machine_and_the_given_name_are_answered(header: str) -> None:
    assert is_ours(header, "My.Box")


@pytest.mark.parametrize(
    "header",
    [
        "evil.example",
        "localhost.evil.example",
        "",
        "127.0.0.1.evil.example",
        "192.168.1.5",
        "[::1",
        "a@b",
        "x@localhost",
        "localhost/x",
        "localhost ",
        "localhost:x",
    ],
)
def test_other_names_are_not(header: str) -> None:
    assert not is_ours(header, "127.0.0.1")


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_a_server_on_all_addresses_is_asked_by_any_address_but_by_no_name(host: str) -> None:
    assert is_ours("192.168.1.5:8000", host)
    assert is_ours("[fe80::1]:8000", host)
    assert not is_ours("evil.example", host)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("my.box", False),
    ],
)
def test_it_is_known_who_only_this_machine_can_reach(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_long_addresses_stand_in_brackets() -> None:
    assert (in_url("::1"), in_url("127.0.0.1")) == ("[::1]", "127.0.0.1")
