from __future__ import annotations

import pytest
from located.minified import NotMinified, minified


def test_comments_and_blanks_go() -> None:
    assert minified("a { color: red; /* why */ }", "text/css") == "a{color:red}"
    assert minified("// why\nlet a = 1;") == "let a=1"


def test_what_cannot_be_read_is_told() -> None:
    with pytest.raises(NotMinified):
        minified("let = = 1")
