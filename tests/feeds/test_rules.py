"""The rules can say no: each of them finds the fault that it is there for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from feeds.atom import atom
from feeds.json_feed import json_feed
from feeds.rss import rss

from tests.feeds import rules_atom, rules_content, rules_json_feed, rules_rss, rules_values
from tests.feeds.samples import FEED, LOCATION
from tests.feeds.stock_site import NO_FEEDS, article, build

GUID = '<guid isPermaLink="false">urn:uuid:11111111-1111-4111-8111-111111111111</guid>'
SELF = f'<atom:link rel="self" type="application/rss+xml" href="{LOCATION}" />'

# What to change in the sample, and the rules that must find it.
RSS_FAULTS = [
    ('version="2.0"', 'version="0.91"', "root_element"),
    ("</channel>", "</channel><channel />", "root_element"),
    ('encoding="utf-8"', 'encoding="us-ascii"', "encoding"),
    ("<description>About names</description>", "", "channel_required"),
    ("<language>", "<ttl>1</ttl><ttl>2</ttl><language>", "channel_cardinality"),
    ("<language>", "<summary>a</summary><language>", "channel_cardinality"),
    ("<title>Noms</title>", "<title>a</title><title>b</title>", "item_cardinality"),
    ("</channel>", "<ttl>1</ttl></channel>", "items_last"),
    (SELF, "", "self_link"),
    (LOCATION, "https://example.org/elsewhere", "self_link"),
    ('type="application/rss+xml"', 'type="text/xml"', "self_link"),
    ("<title>Noms</title>", "<title> </title>", "item_says_something"),
    ("<title>Noms</title>\n      ", "", None),
    (GUID, "", "guids"),
    (GUID, GUID.replace(' isPermaLink="false"', ""), "guids"),
    (GUID, GUID.replace("false", "no"), "guids"),
    (GUID, '<guid isPermaLink="false">12</guid>', "guids"),
    (GUID, GUID.replace("1", "2"), "guids"),
    ("Wed, 01 May 2024", "Thu, 01 May 2024", "dates"),
    ("Wed, 01 May 2024", "Wed, 01 May 24", "dates"),
    ("Wed, 01 May 2024", "31 Feb 2024", "dates"),
    ("Wed, 01 May 2024", "01 May 1970", "dates"),
    ("<link>https://example.org/articles/first/", "<link>/articles/first/", "links"),
    ("<link>https://example.org/articles/first/", "<link>https://example.org/é/", "links"),
    ("<language>en</language>", "<language>english language</language>", "languages"),
    ("<language>en</language>", "", "languages"),
    ('length="1234"', "", "enclosures"),
    ('type="image/png"', 'type="picture"', "enclosures"),
    ("<dc:creator>Ada</dc:creator>", "<author>Ada</author>", "authors"),
    ("Names &#x26; faces", "Names &amp; faces", "plain_text"),
    ("Names &#x26; faces", "Names <b>and</b> faces", "plain_text"),
    ("<title>A site", "<title><b>A</b> site", "plain_text"),
    ("<description>Des noms.</description>\n      ", "", "content_after_description"),
    ("&#x3C;p&gt;Deux", "&#x3C;p onclick=''&gt;Deux", "html"),
    ("https://example.org/tags/a/", "/tags/a/", "html"),
    ("About names", "&#x3C;b&gt;About", "channel_description"),
    ("About names", "About\x85 names", "characters"),
    ("Sun, 02 Jun 2024", "Tue, 02 Jan 2024", "last_build_date"),
    ("</rss>", "", "not well-formed"),
]
ATOM_FAULTS = [
    ('xmlns="http://www.w3.org/2005/Atom"', 'xmlns="http://purl.org/atom/ns#"', "root_element"),
    ("  <id>urn:uuid:33333333-3333-4333-8333-333333333333</id>\n", "", "feed_cardinality"),
    ("<subtitle ", "<summary>a</summary><subtitle ", "feed_cardinality"),
    ("<updated>2024-04-01T00:00:00Z</updated>", "", "entry_cardinality"),
    ('<category term="Work" />', "<content /><content />", "entry_cardinality"),
    ("</feed>", "<icon>a</icon></feed>", "metadata_first"),
    ("<name>The editors</name>", "<name> </name>", "authors"),
    ("<author>\n    <name>The editors</name>\n  </author>", "", "authors"),
    ("<id>urn:uuid:1111", "<id>urn:uuid:111", "ids"),
    ("urn:uuid:22222222-2222-4222-8222-222222222222", "urn:uuid:11111111-1111-4111-8111-111111111111", "ids"),
    ("2024-05-01T10:30:00Z", "2024-05-01 10:30", "dates"),
    ("2024-05-01T10:30:00Z", "2024-13-01T10:30:00Z", "dates"),
    ("2024-05-01T10:30:00Z", "1980-05-01T10:30:00Z", "dates"),
    ("<published>2024-05-01", "<published>2024-07-01", "order_of_dates"),
    ("<updated>2024-06-02", "<updated>2023-01-01", "order_of_dates"),
    ("<updated>2024-06-02T00:00:00Z", "<updated>2024-04-01T00:00:00Z", "updated_apart"),
    (LOCATION, "https://example.org/elsewhere", "self_link"),
    ('rel="self" type="application/atom+xml"', 'rel="self" type="text/xml"', "self_link"),
    ('rel="self"', 'rel="related"', "self_link"),
    ('rel="enclosure"', 'rel="picture"', "links"),
    ('length="1234"', 'length="big"', "links"),
    ('href="https://example.org/articles/first/"', 'href="/articles/first/"', "links"),
    ('rel="enclosure" type="image/png"', 'rel="alternate" type="text/html"', "one_alternate"),
    ('<title type="text">Noms', '<title type="text">Noms &amp;amp; plus', "text_constructs"),
    ('<title type="text">Noms', '<title type="html">&lt;b&gt;Noms', "text_constructs"),
    ('<title type="text">Noms', '<title type="text/plain">Noms', "text_constructs"),
    ('<title type="text">Noms', '<title type="text"><b>a</b>', "text_constructs"),
    (">Noms<", "> <", "text_constructs"),
    ('<content type="html">', '<content type="text">', "contents"),
    ("&lt;p&gt;Deux.&lt;/p&gt;", "<p>Deux.</p>", "contents"),
    ("&lt;p&gt;Deux.&lt;/p&gt;", " ", "contents"),
    ("&lt;p&gt;Deux", "&lt;script&gt;Deux", "contents"),
    ('term="Work"', 'term=""', "categories"),
    (' xml:lang="en"', "", "languages"),
    ('xml:lang="fr"', 'xml:lang="le français"', "languages"),
    (">Noms<", ">Noms\ufffd<", "characters"),
    ("</feed>", "", "not well-formed"),
]
JSON_FAULTS = [
    ("version/1.1", "version/1", "top_level"),
    ('"A site"', '" "', "top_level"),
    ('"items": [', '"items": {}, "_": [', "top_level"),
    ('"summary": "Des', '"teaser": "Des', "names"),
    ('"title": "Noms"', '"title": 7', "strings"),
    ('"title": "Noms"', '"title": ""', "not_empty"),
    (f'"{LOCATION}"', '"https://example.org/elsewhere"', "location_told"),
    ('"id": "urn:uuid:2222', '"_id": "urn:uuid:2222', "ids"),
    ("urn:uuid:22222222-2222-4222-8222-222222222222", "urn:uuid:11111111-1111-4111-8111-111111111111", "ids"),
    ('"content_html": "<p>Deux', '"_html": "<p>Deux', "content"),
    ("<p>Deux", "<p onload=''>Deux", "content"),
    ("2024-05-01T10:30:00Z", "1 May 2024", "dates"),
    ("2024-06-02T00:00:00Z", "2023-06-02T00:00:00Z", "dates"),
    ('"https://example.org/images/a.png"', '"/images/a.png"', "addresses"),
    ('"authors": [', '"author": {}, "authors": [', "authors"),
    ('"name": "Ada"', '"title": "Ada"', "authors"),
    ('"authors": [\n    {\n      "name": "The editors"\n    }\n  ]', '"authors": "Ada"', "authors"),
    ('"Work"', "7", "tags"),
    ('"language": "fr"', '"language": "French!"', "languages"),
    ('"Noms"', '"Noms\ufffd"', "characters"),
    ('{\n  "version"', '\n  "version"', "not JSON"),
    (json_feed(FEED), "[]", "not an object"),
]
FAULTS = [
    *((rss(FEED), rules_rss.check, *fault) for fault in RSS_FAULTS),
    *((atom(FEED), rules_atom.check, *fault) for fault in ATOM_FAULTS),
    *((json_feed(FEED), rules_json_feed.check, *fault) for fault in JSON_FAULTS),
]


@pytest.mark.parametrize(("feed", "check", "old", "new", "rule"), FAULTS)
def test_a_fault_is_found(
    feed: str, check: Callable[[str, str], list[str]], old: str, new: str, rule: str | None
) -> None:
    assert old in feed
    found = check(feed.replace(old, new), LOCATION)
    assert rule is None or any(finding.startswith(rule) for finding in found)
    assert bool(found) == bool(rule)


@pytest.mark.parametrize(
    ("rules", "faults"),
    [(rules_rss, RSS_FAULTS), (rules_atom, ATOM_FAULTS), (rules_json_feed, JSON_FAULTS)],
)
def test_every_rule_has_a_fault_to_find(rules: object, faults: list[tuple[str, str, str | None]]) -> None:
    names = {rule.__name__ for rule in rules.RULES}  # type: ignore[attr-defined]
    assert names <= {rule for _, _, rule in faults}


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<iframe src='https://a.example/'></iframe>",
        "<svg></svg>",
        "<a href='x'>x</a>",
        "<img srcset='https://a.example/a 1x, b 2x'>",
        "<p onclick=x>",
        "<p style='position:fixed'>",
        "<p aria-label=x>",
        "<a href='javascript:x'>",
        "<x-y>",
        "<!-- x -->",
    ],
)
def test_unfit_html_is_found(html: str) -> None:
    assert rules_content.content(html)


def test_values_are_looked_at() -> None:
    assert list(rules_values.web_address("mailto:a@b.example"))
    assert list(rules_values.uri("urn:uuid:1"))


def test_every_item_of_pelicans_own_rss_is_wrong_for_its_guid(tmp_path: Path) -> None:
    files = {"a.md": article("A"), "b.md": article("B", "2024-05-02"), "c.md": article("C", "2024-05-03")}
    settings = {**NO_FEEDS, "FEED_RSS": "rss.xml", "SITEURL": "https://example.org"}
    output = build(tmp_path, files, PLUGINS=[], **settings)
    findings = rules_rss.check((output / "rss.xml").read_text(encoding="utf-8"), "https://example.org/rss.xml")
    assert len([finding for finding in findings if finding.startswith("guids: guid without isPermaLink")]) == 3
