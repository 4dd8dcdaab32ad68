"""Real articles whose groups were judged by hand, where they are at hand: other people's writing, read and not kept."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from articles.converting import Converter
from articles.model import Card
from strategies.model import Kind
from strategies.reading import Reading, read_strategies

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LABELS = SHARED / "corpus" / "labels_strategy_groups.json"
SEED = SHARED / "seed"


def readings(folder: Path) -> Iterator[tuple[str, Reading]]:
    conf = runpy.run_path(str(ROOT / "pelican.conf.py"))
    reader = Converter({"PATH": str(folder), "PAGE_PATHS": [], "MARKDOWN": conf["MARKDOWN"]})
    for path in sorted(folder.glob("*.md")):
        found = reader.convert(str(path))
        card = Card(found.title, "articles/a/", None, None, "", 1, None, (), "", "", "en")
        yield found.title, read_strategies(found.outline, card, "a")


@pytest.mark.skipif(not LABELS.is_file(), reason="the labelled articles are not at hand")
def test_groups_judged_by_hand_are_judged_alike(capsys: pytest.CaptureFixture[str]) -> None:
    labels = json.loads(LABELS.read_text("utf-8"))
    wanted = [(each["title"], each["section"] or "", each["strategy"]) for each in labels]
    counts = sorted((each["title"], each["section"] or "", each["n"]) for each in labels)
    groups = [(title, group) for title, read in readings(LABELS.parent / "articles") for group in read.groups]
    found = [(title, group.section, group.is_advice) for title, group in groups]
    right = sum((title, section, True) in found for title, section, is_advice in wanted if is_advice)
    advised = [each for each in found if each[2]]
    precision, recall = right / len(advised), right / sum(each[2] for each in wanted)
    sizes = {(title, group.section, len(group.titles)) for title, group in groups}
    missing = [each for each in counts if each not in sizes]
    with capsys.disabled():
        print(f"\n  is advice: precision {precision:.3f}, recall {recall:.3f} of {len(wanted)} labelled groups")
        print(f"  with another number of titles than labelled: {len(missing)}")
    assert precision >= 0.97
    assert recall >= 0.95
    assert len(missing) <= 1  # one label counts nine titles of a list that its article numbers from 1 to 10


@pytest.mark.skipif(not SEED.is_dir(), reason="the first article is not at hand")
def test_the_first_article_has_eight_strategies_and_five_benefits() -> None:
    ((_, reading),) = readings(SEED)
    assert [(each.kind, len(each.titles)) for each in reading.groups] == [(Kind.BENEFIT, 5), (Kind.STRATEGY, 8)]
    assert len(reading.strategies) == 8
    assert [each.kind for each in reading.others] == [Kind.BENEFIT] * 5
    assert [each.position for each in reading.strategies] == list(range(1, 9))
    assert {each.of for each in reading.strategies} == {8}
