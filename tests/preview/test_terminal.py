from __future__ import annotations

import pytest
from press.finding import Finding
from preview.outcome import Outcome, failed
from preview.terminal import summary, tell

SAID = "Built 2 articles in 0.1 s"


@pytest.mark.parametrize(
    ("changed", "gone", "expected"),
    [
        ((), (), f"{SAID}."),
        (("index.html", "a/index.html", "b.html"), (), f"{SAID}. Changed: /, /a/, /b.html."),
        (
            ("a/index.html", "b.html", "c.html", "d.html", "e.css"),
            (),
            f"{SAID}. Changed: /a/, /b.html, /c.html and 1 more.",
        ),
        (("e.css",), (), f"{SAID}. Changed: 1 file, no page."),
        (("a.html",), ("x/index.html", "y.css"), f"{SAID}. Changed: /a.html. Gone: /x/."),
    ],
)
def test_a_build_is_one_line_with_what_changed(changed: tuple[str, ...], gone: tuple[str, ...], expected: str) -> None:
    assert summary(Outcome(True, SAID, (), frozenset(changed), frozenset(gone)), True) == expected


def test_a_build_that_failed_says_what_is_served_now() -> None:
    assert summary(failed("x"), True) == "Not built. The last good site stays up."
    assert summary(failed("x"), False) == "Not built. There is no site yet."


def test_problems_are_told_in_order_each_once(capsys: pytest.CaptureFixture[str]) -> None:
    found = (Finding(None, "z"), Finding(("b.md", 1, 1), "y", False), Finding(("a.md", 1, 1), "x", False))
    tell(Outcome(True, SAID, (*found, found[0])), True)
    out, err = capsys.readouterr()
    assert err.splitlines()[:3] == ["a.md:1:1: warning: x", "b.md:1:1: warning: y", "z"]
    assert err.splitlines()[3].startswith("3 problems (1 error, 2 warnings).")
    assert out.endswith(f"  {SAID}.\n")
