from __future__ import annotations

import os
from pathlib import Path

import preview.files
import pytest
from preview.files import SiteFiles, contents, names_in
from starlette.responses import Response


def put_in(page: bytes, status: int) -> bytes:
    return page.replace(b"</body>", b"+%d</body>" % status)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "site/index.html": "<body>home</body>",
        "site/a b/index.html": "<body>é</body>",
        "site/404.html": "<body>lost</body>",
        "site/style.css": "body{}",
        "site/.press.json": "{}",
        "site/.git/config": "secret",
        "site/.well-known/security.txt": "Contact: x",
        "site/empty/x.txt": "x",
        "site/%2e%2e/x.txt": "odd",
        "secret.txt": "secret",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "site/link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "site/inside.css").symlink_to("style.css")
    (tmp_path / "site/up").symlink_to("..")
    os.mkfifo(tmp_path / "site/fifo")
    os.mkfifo(tmp_path / "site/fifo.html")
    return tmp_path / "site"


def get(site: Path, path: str, query: str = "") -> Response:
    return SiteFiles(site).response(path, query, {}, put_in)


def test_a_page_comes_with_the_client_in_it(site: Path) -> None:
    response = get(site, "")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.body == b"<body>home+200</body>"
    assert (site / "index.html").read_text() == "<body>home</body>"


def test_other_files_come_as_they_are(site: Path) -> None:
    response = get(site, "style.css")
    assert (response.status_code, response.body) == (200, b"body{}")


def test_a_folder_without_its_slash_leads_to_itself(site: Path) -> None:
    response = get(site, "a b", "x=1&y=%20")
    assert (response.status_code, response.headers["location"]) == (308, "/a%20b/?x=1&y=%20")
    assert get(site, "a b/").status_code == 200


def test_a_redirect_never_leads_to_another_host(site: Path) -> None:
    (site / "evil.example").mkdir()
    (site / "evil.example/index.html").touch()
    assert get(site, "/evil.example").status_code == 404
    assert get(site, "evil.example").headers["location"] == "/evil.example/"


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "style.css/",
        "style.css/x",
        "empty",
        "empty/",
        "../secret.txt",
        "up/secret.txt",
        "a b/../../secret.txt",
        ".press.json",
        ".git/config",
        "link.txt",
        "inside.css",
        "fifo",
        "fifo.html",
        "/etc/passwd",
        "//etc/passwd",
        "a b//",
        "..\\secret.txt",
        "x\x00y",
        "x" * 5000,
        "a/" * 3000,
        ".",
        "..",
        "./index.html",
        "�",
        "�",
    ],
)
def test_nothing_but_the_sites_own_files_is_served(site: Path, path: str) -> None:
    response = get(site, path)
    assert response.status_code == 404
    assert b"lost" in response.body
    assert b"secret" not in response.body


def test_names_are_decoded_once_and_no_more(site: Path) -> None:
    assert get(site, "%2e%2e/secret.txt").status_code == 404
    assert get(site, "%2e%2e/x.txt").body == b"odd"


def test_what_others_need_to_find_is_no_hidden_file(site: Path) -> None:
    assert get(site, ".well-known/security.txt").status_code == 200


def test_without_a_page_of_its_own_the_site_says_plainly_that_there_is_nothing(site: Path) -> None:
    (site / "404.html").unlink()
    response = get(site, "nothing")
    assert (response.status_code, response.body) == (404, b"Not found.\n")


def test_a_site_that_is_gone_has_no_pages(tmp_path: Path) -> None:
    assert get(tmp_path / "gone", "").status_code == 404


def test_a_large_file_is_streamed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview.files, "LARGE", 3)
    assert not hasattr(get(site, "style.css"), "body")
    assert get(site, "").body == b"<body>home+200</body>"


def test_a_path_is_its_names_with_an_empty_one_for_a_folder() -> None:
    assert [names_in(p) for p in ("", "a/b", "a/")] == [("",), ("a", "b"), ("a", "")]


def test_a_large_file_that_is_known_is_not_sent_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview.files, "LARGE", 3)
    known = {"if-none-match": get(site, "style.css").headers["etag"]}
    assert SiteFiles(site).response("style.css", "", known, put_in).status_code == 304


@pytest.mark.parametrize("path", ["_headers", "_redirects"])
def test_what_a_site_says_to_its_host_is_no_page(site: Path, path: str) -> None:
    (site / path).write_text("x")
    assert get(site, path).status_code == 404


def test_a_file_that_goes_while_it_is_asked_for_is_not_there(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview.files, "is_file", lambda path: path.name in ("gone.css", "gone.html"))
    assert get(site, "gone.css").status_code == get(site, "gone.html").status_code == 404


def test_what_is_put_in_a_files_place_at_the_last_moment_is_not_read(site: Path) -> None:
    assert [contents(site / name) for name in ("fifo", "link.txt", "empty")] == [None, None, None]
