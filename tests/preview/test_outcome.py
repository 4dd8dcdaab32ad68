from __future__ import annotations

import json

from press.built import Built
from press.finding import Finding
from press.staging import Published
from preview.outcome import Outcome, answer, outcome

FOUND = (Finding(("a.md", 3, 1), "x é", False), Finding(None, "y"))


def test_what_a_build_came_to_survives_its_line() -> None:
    published = Published(3, changed=frozenset({"b", "a"}), gone=frozenset({"c"}))
    line = json.dumps(answer(Built(FOUND, published, "site", "Built it")))
    assert outcome(json.loads(line)) == Outcome(True, "Built it", FOUND, frozenset({"a", "b"}), frozenset({"c"}))


def test_a_site_that_was_not_changed_is_no_good_build() -> None:
    assert outcome(answer(Built(FOUND, None, "site"))) == Outcome(False, "", FOUND)


def test_a_build_that_said_nothing_is_told_with_its_status() -> None:
    assert str(outcome({"status": -11}).problems[0]) == "The build ended with status -11 and said nothing."
