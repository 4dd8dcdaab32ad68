"""XML, built with the standard library.

Why not feedgenerator, which Pelican uses and which was looked at first: its RSS has no `content:encoded`
and one author an item; its Atom has no language on an entry, and summaries are always of type html; a
feed without entries is dated by the clock; a control character raises an exception in the middle of the
file. Getting round all of that would mean to override nearly every method it has.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .characters import clean


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new element at the end of `parent`. Prefixes are written into the tag; the root declares them."""
    cleaned = {name.replace("__", ":"): clean(value) for name, value in attributes.items()}
    element = SubElement(parent, tag, cleaned)
    element.text = clean(text)
    return element


def document(root: Element) -> str:
    """The XML document as text."""
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'
