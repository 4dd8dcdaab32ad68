from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any

from preview.news import News, State

Finish = Callable[[Coroutine[Any, Any, Any]], Any]


def data(event: str) -> dict[str, object]:
    name, _, text = event.strip().partition("\n")
    assert name == "event: state"
    loaded = json.loads(text.removeprefix("data: "))
    assert isinstance(loaded, dict)
    return loaded


def test_an_event_is_one_line_of_data_whatever_the_problems_contain() -> None:
    event = State("r-1", ("a\nb\r\n\ndata: x", "é")).event()
    assert event.endswith("\n\n")
    assert event.count("\n") == 3
    assert data(event) == {"build": "r-1", "problems": ["a\nb\r\n\ndata: x", "é"]}


def test_a_stream_tells_the_present_state_and_every_later_one(finish: Finish) -> None:
    async def listen() -> list[dict[str, object]]:
        news = News(run="r")
        stream = news.stream()
        heard = [await anext(stream)]
        news.built()
        heard.append(await anext(stream))
        news.failed(("wrong",))
        heard.append(await anext(stream))
        news.built()
        heard.append(await anext(stream))
        return [data(event) for event in heard]

    assert finish(listen()) == [
        {"build": "", "problems": []},
        {"build": "r-1", "problems": []},
        {"build": "r-1", "problems": ["wrong"]},
        {"build": "r-2", "problems": []},
    ]


def test_a_reader_who_is_slow_hears_the_last_state_only(finish: Finish) -> None:
    async def listen() -> str:
        news = News(run="r")
        stream = news.stream()
        await anext(stream)
        for _ in range(5):
            news.built()
        return await anext(stream)

    assert data(finish(listen()))["build"] == "r-5"


def test_a_quiet_stream_sends_signs_of_life(finish: Finish) -> None:
    async def listen() -> str:
        stream = News().stream(pulse=0.01)
        await anext(stream)
        return await anext(stream)

    assert finish(listen()) == ": still here\n\n"


def test_closing_ends_every_stream_and_forgets_it(finish: Finish) -> None:
    async def listen() -> tuple[list[str], int]:
        news = News()
        streams = [news.stream() for _ in range(3)]
        for stream in streams:
            await anext(stream)
        assert len(news.listeners) == 3
        news.close()
        rest = [event for stream in streams async for event in stream]
        return rest, len(news.listeners)

    assert finish(listen()) == ([], 0)


def test_two_runs_of_the_server_never_give_a_build_the_same_name() -> None:
    one, two = News(), News()
    one.built()
    two.built()
    assert one.state.build != two.state.build
