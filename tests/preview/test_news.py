from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from press.finding import Finding
from preview.news import MANY, News, Reader
from preview.problems import problems

Finish = Callable[[Coroutine[Any, Any, Any]], Any]
HOME = Reader("index.html", "r-0")


def made() -> News:
    return News(lambda found: problems(found, Path("none")), run="r")


def data(event: str) -> dict[str, Any]:
    name, _, text = event.strip().partition("\ndata: ")
    assert name.endswith("event: state")
    loaded = json.loads(text)
    assert isinstance(loaded, dict)
    return loaded


def test_an_event_is_one_line_of_data_whatever_the_problems_contain() -> None:
    news = made()
    news.failed((Finding(None, "a\nb\r\n\ndata: x"), Finding(None, "é")))
    event = news.event(HOME)
    assert event.endswith("\n\n")
    assert event.count("\n") == 4
    assert [each["what"] for each in data(event)["problems"]] == ["a\\nb\\r\\n\\ndata: x", "é"]


def test_a_stream_tells_the_present_state_and_every_later_one(finish: Finish) -> None:
    async def listen() -> list[dict[str, Any]]:
        news = made()
        stream = news.stream(HOME)
        heard = [await anext(stream)]
        news.built({"index.html"}, ())
        heard.append(await anext(stream))
        news.failed((Finding(None, "wrong"),))
        heard.append(await anext(stream))
        news.built({"other.html"}, ())
        heard.append(await anext(stream))
        return [data(event) for event in heard]

    heard = finish(listen())
    assert [(each["build"], len(each["problems"])) for each in heard] == [("", 0), ("r-1", 0), ("r-1", 1), ("r-2", 0)]
    assert [each["page"] for each in heard] == ["same", "changed", "same", "same"]
    assert [each["number"] for each in heard] == [0, 1, 2, 3]


def test_a_reader_who_is_slow_hears_the_last_state_with_all_that_changed(finish: Finish) -> None:
    async def listen() -> dict[str, Any]:
        news = made()
        stream = news.stream(HOME)
        await anext(stream)
        for number in range(5):
            news.built({"index.html" if number == 1 else f"{number}.css"}, {"old.css"} if number == 3 else ())
        return data(await anext(stream))

    heard = finish(listen())
    assert (heard["build"], heard["page"]) == ("r-5", "changed")
    assert (heard["changed"], heard["gone"]) == (["0.css", "2.css", "3.css", "4.css"], ["old.css"])


def test_a_reader_who_was_away_hears_what_concerns_it_and_no_more() -> None:
    news = made()
    news.built({"index.html", "a.html", "b.css"}, ())
    news.built({"a.html"}, {"c.html"})
    news.built({"c.html"}, {"b.css"})
    news.failed(())

    def page(file: str, since: str) -> str:
        return str(news.since(Reader(file, since))["page"])

    assert (page("index.html", "r-0"), page("index.html", "r-1")) == ("changed", "same")
    assert (page("a.html", "r-1"), page("a.html", "r-2")) == ("changed", "same")
    assert page("c.html", "r-1") == "changed"  # gone and there again
    assert news.since(Reader("x.html", "r-2"))["gone"] == ["b.css"]


def test_a_reader_of_another_run_cannot_be_told_what_changed() -> None:
    news = made()
    news.built({"index.html"}, ())
    for since in ("", "s-1", "r-", "r-x", "r-²"):
        assert news.since(Reader("index.html", since))["page"] == "unknown"


def test_a_reader_of_a_page_that_is_missing_hears_when_it_is_there() -> None:
    news = made()
    news.built({"a/index.html"}, {"b.html"})
    assert news.since(Reader("a", "r-0", missing=True))["page"] == "changed"
    assert news.since(Reader("a/index.html", "r-0", missing=True))["page"] == "changed"
    assert news.since(Reader("b.html", "r-0", missing=True))["page"] == "same"
    assert news.since(Reader("b.html", "r-0"))["page"] == "gone"
    news.built({"404.html"}, ())
    assert news.since(Reader("b.html", "r-1", missing=True))["page"] == "changed"


def test_who_missed_too_much_is_not_sent_a_list_of_it() -> None:
    news = made()
    news.built({f"{number}.svg" for number in range(MANY + 1)}, ())
    assert news.since(HOME) == {"page": "unknown", "changed": [], "gone": []}


def test_a_site_that_was_removed_is_none() -> None:
    news = made()
    news.built({"index.html"}, ())
    news.lost()
    assert (news.state.build, news.state.number) == ("", 2)
    news.built({"index.html"}, ())
    assert data(news.event(Reader("index.html", "r-1")))["page"] == "changed"


def test_a_quiet_stream_sends_signs_of_life(finish: Finish) -> None:
    async def listen() -> str:
        stream = made().stream(HOME, pulse=0.01)
        await anext(stream)
        return await anext(stream)

    assert finish(listen()) == ": still here\n\n"


def test_closing_ends_every_stream_and_forgets_it(finish: Finish) -> None:
    async def listen() -> tuple[list[str], int]:
        news = made()
        streams = [news.stream(HOME) for _ in range(3)]
        for stream in streams:
            await anext(stream)
        assert len(news.listeners) == 3
        news.close()
        rest = [event for stream in streams async for event in stream]
        return rest, len(news.listeners)

    assert finish(listen()) == ([], 0)


def test_two_runs_of_the_server_never_give_a_build_the_same_name() -> None:
    one, two = News(lambda found: ()), News(lambda found: ())
    one.built((), ())
    two.built((), ())
    assert one.state.build != two.state.build
