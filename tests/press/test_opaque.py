"""Templates that print the content of articles, and those that do more with it."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from press.opaque import Templates

PROSE = "{% macro prose(html, told='') %}<div>{{ html }}</div>{% endmacro %}"


def only_prints(text: str, **others: str) -> bool:
    env = Environment(loader=DictLoader({"page.html": text, "prose.html": PROSE, **others}))
    return Templates(env).only_print("content", "page.html")


PRINTING = [
    "",
    "{{ article.content }}",
    "{{ article.content | safe }}",
    "{{ article.content | default('') | safe }}",
    "{% for each in articles %}{{ each.content }}{% endfor %}",
    "{% if '<em>' in article.content %}x{% endif %}",
    "{% set here = {'italic': '<em>' in article.content} %}",
    "{{ 'yes' if '<math' not in article.content else 'no' }}",
    "{% block main %}{{ article.content }}{% endblock %}",
    "{% from 'prose.html' import prose %}{{ prose(article.content | safe) }}",
    "{% from 'prose.html' import prose as shown %}{{ shown(article.content) }}",
    "{% macro own(html) %}{{ html | safe }}{% endmacro %}{{ own(article.content) }}",
    "{% macro again(html) %}{{ html }}{{ again(html) }}{% endmacro %}{{ again(article.content) }}",
    "<meta name='description' content='x'>",
]
MORE = [
    "{{ article.content | length }}",
    "{{ article.content | striptags | truncate(80) }}",
    "{{ article.content.split() | length }}",
    "{{ article.content[:80] }}",
    "{{ article['content'] }}",
    "{{ article | attr('content') }}",
    "{{ articles | map(attribute='content') | join }}",
    "{% set text = article.content %}{{ text }}",
    "{% if article.content %}x{% endif %}",
    "{% if 'word' in article.content %}x{% endif %}",
    "{% if '<em>word' in article.content %}x{% endif %}",
    "{% if article.content in '<em>' %}x{% endif %}",
    "{% if word in article.content %}x{% endif %}",
    "{{ article.content ~ '' }}",
    "{{ 'x' | replace('x', article.content) }}",
    "{% set text %}{{ article.content }}{% endset %}{{ text | length }}",
    "{% filter upper %}{{ article.content }}{% endfilter %}",
    "{% from 'prose.html' import prose %}{{ prose(article.content) | length }}",
    "{% from 'prose.html' import prose %}{{ prose(html=article.content) }}",
    "{% from 'prose.html' import prose %}{{ prose(*[article.content]) }}",
    "{% from 'prose.html' import prose %}{{ prose('', article.content, article.content) }}",
    "{% import 'prose.html' as own %}{{ own.prose(article.content) }}",
    "{% macro own(html) %}{{ html | wordcount }}{% endmacro %}{{ own(article.content) }}",
    "{% macro own(html) %}{{ caller() }}{% endmacro %}{% call own('') %}{{ article.content }}{% endcall %}",
    "{{ unknown(article.content) }}",
    "{% set text %}{% include 'body.html' %}{% endset %}{{ text | striptags | length }}",
    "{% macro text(each) %}{{ each.content }}{% endmacro %}{{ text(article) | striptags | wordcount }}",
    "{% block body %}{{ article.content }}{% endblock %}{{ self.body() | striptags | length }}",
    "{% block body %}{{ super() | length }}{% endblock %}",
    "{% filter upper %}{% block body %}{{ article.content }}{% endblock %}{% endfilter %}",
    "{% include 'broken.html' %}{{ article.content }",
]


@pytest.mark.parametrize("text", PRINTING)
def test_content_is_printed(text: str) -> None:
    assert only_prints(text)


@pytest.mark.parametrize("text", MORE)
def test_more_is_done_with_it(text: str) -> None:
    assert not only_prints(text)


@pytest.mark.parametrize("text", ["{% extends 'other.html' %}", "{% include 'other.html' %}", "{% include name %}"])
def test_all_templates_of_a_page_count(text: str) -> None:
    assert not only_prints(text, **{"other.html": "{{ article.content | length }}"})


def test_templates_of_other_pages_do_not_count() -> None:
    assert only_prints("", **{"other.html": "{{ article.content | length }}"})


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("{{ article.content }}", False),
        ("{{ article.content | safe }}", True),
        ("{% from 'prose.html' import prose %}{{ prose(article.content | safe) }}", True),
        ("{% from 'prose.html' import prose %}{{ prose(article.content) }}", False),
        ("{{ article.content | safe }}<textarea>{{ article.content }}</textarea>", False),
        ("{% block body %}{{ super() }}{% endblock %}", True),
    ],
)
def test_what_is_escaped_is_not_printed_as_it_is(text: str, only: bool) -> None:
    env = Environment(loader=DictLoader({"page.html": text, "prose.html": PROSE}), autoescape=True)
    assert Templates(env).only_print("content", "page.html") is only


def test_a_filter_of_another_meaning_counts() -> None:
    env = Environment(loader=DictLoader({"page.html": "{{ article.content | safe }}"}))
    env.filters["safe"] = str.upper
    assert not Templates(env).only_print("content", "page.html")
