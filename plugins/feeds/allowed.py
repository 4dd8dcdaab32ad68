"""The HTML that a feed may carry: the elements and attributes that hold content and that validators know."""

from __future__ import annotations

import re

_words = re.compile(r"[\w-]+").findall

ELEMENTS = frozenset(
    _words("""
    a abbr address area article aside audio b bdi bdo blockquote br button caption center cite code col
    colgroup data datalist dd del details dfn dialog div dl dt em fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark menu meter nav
    ol optgroup option output p picture pre progress q rp rt ruby s samp section select small source
    span strike strong sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var
    video wbr
    """)
)
"""Other elements lose their tags and keep what is in them."""

DROPPED = frozenset(_words("script style template svg math iframe object applet noframes title head"))
"""These go with all that is in them."""

FRAMES = {"iframe": "src", "object": "data", "embed": "src", "frame": "src"}
"""Elements that show another document, with the attribute that holds its address."""

# `controls` is the one here that the W3C feed validator does not know: without it a film is a picture.
ATTRIBUTES = frozenset(
    _words("""
    abbr accept action align alt border checked cite class cols colspan controls coords data datetime
    decoding default dir disabled download for headers height high href hreflang id ismap kind label
    lang list loading loop low max media method min multiple muted name open optimum placeholder poster
    preload readonly rel reversed rows rowspan scope selected shape size sizes span src srclang srcset
    start summary title translate type usemap valign value width
    """)
)

ADDRESSES = frozenset(("href", "src", "poster", "cite", "data", "action"))
"""Attributes that hold one address."""

ALIGNMENT = re.compile(r"\s*text-align\s*:\s*(left|right|center|justify)\s*;?\s*", re.I)
"""The one style that stays: Markdown's tables align their columns with it."""
