"""Templates that print titles, and those that do more with them."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from press.opaque import Templates
from press.told_uses import only_printed

CARD = "{% macro card(card) %}<a href='{{ card.url }}'>{{ card.title }}</a>{% endmacro %}"
NAMED = "{% macro named(title, wide=false) %}<h1>{{ title }}</h1>{% endmacro %}"
LONG = "{% macro long(title) %}{{ title | upper }}{% endmacro %}"
LIST = "{% macro list(of) %}{% if of %}{{ of.title }}{% endif %}{% endmacro %}"


def only_prints(text: str, autoescape: bool = True, **filters: object) -> bool:
    macros = {"card.html": CARD, "named.html": NAMED, "long.html": LONG, "list.html": LIST}
    env = Environment(loader=DictLoader({"page.html": text, **macros}), autoescape=autoescape)
    env.filters.update(filters)  # type: ignore[arg-type]
    return only_printed(Templates(env), ["page.html"])


PRINTING = [
    "",
    "<title>{{ article.title }} · {{ SITENAME }}</title>",
    "{% for each in articles %}{{ each.title }}{% endfor %}",
    "{{ article.title | e }}",
    "{% if article.title %}{{ article.title }}{% endif %}",
    "{{ article.title or SITENAME }}",
    "{{ article.title if article.title else SITENAME }}",
    "{% block title %}{{ article.title }}{% endblock %}",
    "{% from 'card.html' import card %}{{ card(article.card) }}",
    "{% from 'card.html' import card as shown %}{{ shown(article.card) if article else '' }}",
    "{% from 'named.html' import named %}{{ named(article.title) }}",
    "{% from 'named.html' import named %}{{ named(wide=true, title=article.title) }}",
    "{% macro own(each) %}{{ each.title }}{% endmacro %}{{ own(article) }}",
    "{% set here = {'title': article.title, 'url': article.url} %}{{ here.title }}{% if here %}x{% endif %}",
    "{% from 'list.html' import list %}{% set own = {'title': article.title} if article.x else none %}{{ list(own) }}",
    "{% for each in range(article.count) %}x{% endfor %}",
    "{% for each in articles recursive %}{{ each.title }}{{ loop(each.others) }}{% endfor %}",
    "{{ articles | map(attribute='url') | join(' ') }}",
    "{{ SHEETS[name] }}{{ SHEETS['site'] }}{{ articles[0].title }}",
    "{% if page.has_previous() %}{{ page.previous_page_number() }}{% endif %}",
    "{% if url.startswith(link.url) %}{{ TABLE.get(article.slug, ()) }}{% endif %}",
    "{% autoescape true %}{{ article.title }}{% endautoescape %}",
    "{% set here = {'about': article.summary_text} %}{% if here.about %}<meta content='{{ here.about }}'>{% endif %}",
    "{% set here = {'name': article.title} %}{{ here.name }}",
]
MORE = [
    "{{ article.title | upper }}",
    "{{ article.title | striptags }}",
    "{{ article.title | safe }}",
    "{{ article.title[:20] }}",
    "{{ article.title.split() }}",
    "{{ article.title ~ '!' }}",
    "{% if article.title == 'One' %}x{% endif %}",
    "{% if 'x' in article.title %}x{% endif %}",
    "{% for letter in article.title %}{{ letter }}{% endfor %}",
    "{{ article['title'] }}",
    "{{ article | attr('title') }}",
    "{{ article | attr(name) }}",
    "{{ article.card | tojson }}",
    "{{ articles | map(attribute='title') | join }}",
    "{{ articles | sort(attribute='title') | first }}",
    "{% set text = article.title %}{{ text | length }}",
    "{% set text %}{{ article.title }}{% endset %}{{ text }}",
    "{% filter upper %}{{ article.title }}{% endfilter %}",
    "{% set here = {'title': article.title} %}{{ here | tojson }}",
    "{% set here = {'title': article.title} %}{% for name in here %}{{ here[name] }}{% endfor %}",
    "{% set here = {'name': article.title} %}{{ here.name | upper }}",
    "{{ {'title': article.title} | xmlattr }}",
    "{% from 'long.html' import long %}{{ long(article.title) }}",
    "{% from 'named.html' import named %}{{ named(article.title) | upper }}",
    "{% from 'card.html' import card %}{% set text = card(article) %}{{ text | length }}",
    "{% import 'card.html' as own %}{{ own.card(article) | upper }}",
    "{% macro own() %}{{ caller() | upper }}{% endmacro %}{% call own() %}{{ article.title }}{% endcall %}",
    "{{ unknown(article) }}",
    "{{ article.told(other) }}",
    "{{ dict(title=article.title) }}",
    "{{ self.title() }}{% block title %}{{ article.title }}{% endblock %}",
    "{% autoescape false %}{{ article.title }}{% endautoescape %}",
    "{% include name %}",
    "{{ article.title is defined }}",
    "{% for each in articles | sort(attribute='date,title') %}x{% endfor %}",
    "{{ articles | map(attribute='card.title') | map('upper') | join }}",
    "{{ articles | groupby('card.title') | length }}",
    "{{ article['tit' ~ 'le'] | upper }}",
    "{{ article[name] }}",
    "{% if x %}{% macro m(t) %}{{ t }}{% endmacro %}{% else %}{% macro m(t) %}{{ t | upper }}{% endmacro %}{% endif %}"
    "{{ m(article.title) }}",
    "{{ card.summary | truncate(80) }}",
    "{% set here = {'about': article.summary_text} %}{{ here.about | upper }}",
    "{{ here.about | upper }}{% set here = {'about': article.summary_text} %}",
    "{% set here = {'about': article.summary_text} %}{{ here['about'] }}",
    "{% set here = {name: article.title} %}{{ here.title }}",
    "{{",
]


@pytest.mark.parametrize("text", PRINTING)
def test_a_template_that_prints_titles(text: str) -> None:
    assert only_prints(text)


@pytest.mark.parametrize("text", MORE)
def test_a_template_that_does_more(text: str) -> None:
    assert not only_prints(text)


def test_a_filter_of_a_plugin_may_read_anything_of_what_it_gets() -> None:
    assert not only_prints("{{ article | shown }}", shown=lambda article: article.title)
    assert only_prints("{{ article.title }}", shown=lambda article: article.title)


def test_without_escaping_an_escaped_title_is_another_one() -> None:
    assert only_prints("{{ article.title }}", autoescape=False)
    assert not only_prints("{{ article.title | e }}", autoescape=False)
