from __future__ import annotations

import pytest
from pelican.plugins import signals
from pelican.plugins.seo.seo import run_html_enhancer
from pelican.plugins.sitemap.sitemap import generator
from press.listeners import cost, listeners


def test_who_listens_is_named_as_in_the_settings() -> None:
    signals.content_written.connect(generator.queue_page)
    signals.content_written.connect(run_html_enhancer)
    assert listeners(["pelican.plugins.sitemap", "seo", "pelican.plugins.seo"]) == ["seo", "sitemap"]


def test_who_is_no_plugin_is_named_by_its_module() -> None:
    def note(path: str, context: object) -> None: ...

    signals.content_written.connect(note)
    assert listeners([]) == [__name__]


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["seo"], ", every page made anew for seo"), (["a", "b"], ", every page made anew for a, b")],
)
def test_what_it_costs_is_one_half_of_a_sentence(names: list[str], said: str) -> None:
    assert cost(names) == said
