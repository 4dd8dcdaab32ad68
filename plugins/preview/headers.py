"""The headers that the published site has, by its own file for them, so that what they forbid shows at home.

The file is `_headers` as Netlify and Cloudflare read it: a path, with `*` and `:names` in it, and below it, indented,
the headers of what it fits. The preview's own scripts are allowed where a policy would forbid them, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape, unescape

FILE = "_headers"
POLICY = "content-security-policy"

LEFT_OUT = {
    "access-control-allow-origin",  # no other page may read what is not published yet
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "set-cookie",
    "strict-transport-security",  # a browser would ask the author's machine for TLS from then on
    "transfer-encoding",
}
"""Headers that make no sense here, or that the preview says itself."""

NO_DIRECTIVE = {"upgrade-insecure-requests", "report-uri", "report-to"}
NAME = re.compile(r"[A-Za-z0-9-]+")
META = re.compile(rb"<meta\b[^>]*http-equiv=[\"']?content-security-policy[\"']?[^>]*>", re.IGNORECASE)
CONTENT = re.compile(r"(\bcontent=)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """The headers of all paths that `pattern` fits."""

    pattern: re.Pattern[str]
    headers: tuple[tuple[str, str], ...]


def rules(text: str) -> tuple[Rule, ...]:
    """What a file of headers says. Lines that say nothing are passed over, as hosts do."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            found.append((line.strip(), []))
            continue
        name, colon, value = line.strip().partition(":")
        if (
            colon
            and found
            and NAME.fullmatch(name)
            and name.lower() not in LEFT_OUT
            and value.isascii()
            and value.isprintable()
        ):
            found[-1][1].append((name.lower(), value.strip()))
    return tuple(Rule(pattern(path), tuple(headers)) for path, headers in found)


def pattern(path: str) -> re.Pattern[str]:
    """What a path fits, on whatever host it is written for."""
    path = re.sub(r"^https?://[^/]*", "", path)
    parts = re.split(r"(\*|:[A-Za-z]\w*)", path)
    return re.compile("".join({"*": ".*", ":": "[^/]+"}.get(part[:1], re.escape(part)) for part in parts))


def headers_for(path: str, known: Iterable[Rule], scripts: str) -> dict[str, str]:
    """The headers of one path. `scripts` is where the preview's own scripts are: they may run, and ask for news."""
    found: dict[str, str] = {}
    for rule in known:
        if rule.pattern.fullmatch(path):
            for name, value in rule.headers:
                found[name] = f"{found[name]}, {value}" if name in found else value
    return {name: allowing(value, scripts) if name.startswith(POLICY) else value for name, value in found.items()}


def allowing(policies: str, scripts: str) -> str:
    """Content security policies that let the preview's own scripts run and ask for news."""
    return ", ".join(one_allowing(policy, scripts) for policy in policies.split(","))


def one_allowing(policy: str, scripts: str) -> str:
    said: dict[str, list[str]] = {}
    for words in filter(None, map(str.split, policy.split(";"))):
        if words[0].lower() not in NO_DIRECTIVE:
            said.setdefault(words[0].lower(), words[1:])
    for name in ("script-src", "script-src-elem", "connect-src"):
        if name in said or ("default-src" in said and name != "script-src-elem"):
            sources = said.get(name, said.get("default-src", []))
            said[name] = [*(source for source in sources if source != "'none'"), scripts]
    return "; ".join(" ".join((name, *sources)) for name, sources in said.items())


def page_allowing(page: bytes, scripts: str) -> bytes:
    """A page whose own policy, in its head, lets the preview's scripts run too."""

    def allowed(found: re.Match[bytes]) -> bytes:
        tag = found[0].decode("utf-8", "surrogateescape")
        return CONTENT.sub(with_scripts, tag, count=1).encode("utf-8", "surrogateescape")

    def with_scripts(found: re.Match[str]) -> str:
        return f'{found[1]}"{escape(allowing(unescape(found[2][1:-1]), scripts))}"'

    return META.sub(allowed, page)
