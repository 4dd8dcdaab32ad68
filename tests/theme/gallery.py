"""``make gallery``: every component with its named examples and its hard cases, in the styles of the built site.

    python -m tests.theme.gallery [--output folder]

The sample site is built beside the pages, since only the build knows which styles and scripts there are; the pages need
no server. What they show is rendered from the same examples, by the same functions, as the tests use.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup

from tests.theme.hard import hard_examples
from tests.theme.samples import component_names, environment, examples, render_example, render_given

ROOT = Path(__file__).parents[2]
SITE = "site"
FROM_RIGHT = ("ar",)
IDS = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|aria-controls|popovertarget)="([^"]+)"|\bhref="#([^"]+)"')
NAMELESS = re.compile(r'<a class="permalink" href="[^"]*" aria-labelledby="([^"]*)"')
PAGE = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Gallery</title>
<link rel="icon" href="site/theme/icon.svg">
{head}
<style>.site .site {{ grid-column: 1 / -1; min-block-size: 0; padding: 0 }} .site .site-main {{ padding: 0 }}</style>
</head>
<body class="site">
<main class="site-main" id="page:main">
<header class="page-head"><h1>{title}</h1></header>
{body}
</main>
</body>
</html>
"""


@dataclass(frozen=True)
class Shown:
    """One example, rendered."""

    title: str
    lang: str
    html: str


def main() -> None:
    cli = argparse.ArgumentParser(prog="tests.theme.gallery", description=__doc__)
    cli.add_argument("--output", type=Path, default=ROOT / ".cache/gallery")
    output = cli.parse_args().output
    write(output)
    print(f"The gallery is in {output / 'index.html'}")


def write(output: Path) -> list[str]:
    """Write the gallery into a folder, in place of what is there; the names of its pages."""
    shutil.rmtree(output, ignore_errors=True)
    build(output / SITE)
    head = loaded(output / SITE)
    names = component_names()
    for name in names:
        (output / f"{name}.html").write_text(page(name, head), "utf-8")
    links = "".join(f'<li><a href="{name}.html">{name}</a></li>\n' for name in names)
    index = PAGE.format(title="Components", head=head, body=f"<ul>\n{links}</ul>")
    (output / "index.html").write_text(index, "utf-8")
    return [f"{name}.html" for name in names]


def build(output: Path) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)
    press = [sys.executable, "-m", "press", "--content", "content", "--output", str(output), "--siteurl", ""]
    built = subprocess.run(press, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if built.returncode:
        sys.exit(built.stderr)


def loaded(site: Path) -> str:
    """The fonts and styles of all pages of the site, in the order in which pages name them, and their scripts."""
    fonts: dict[str, None] = {}
    styles: dict[str, None] = {}
    scripts: dict[str, None] = {}
    for path in sorted(site.rglob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        fonts |= dict.fromkeys(str(link["href"]) for link in soup.find_all("link", rel="preload"))
        styles |= dict.fromkeys(str(link["href"]) for link in soup.find_all("link", rel="stylesheet"))
        scripts |= dict.fromkeys(str(tag["src"]) for tag in soup.select("script[type=module][src]"))
    lines = [f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{SITE}{font}">' for font in fonts]
    lines += [f'<link rel="stylesheet" href="{SITE}{style}">' for style in styles]
    lines += [f'<script type="module" src="{SITE}{script}"></script>' for script in scripts]
    return "\n".join(lines)


def page(name: str, head: str) -> str:
    """A component's page: a section for each example, each on the grid of a page, with ids of its own."""
    parts = []
    for number, shown in enumerate(shown_examples(name), 1):
        direction = "rtl" if shown.lang in FROM_RIGHT else "ltr"
        parts.append(
            f'<section data-example="{escape(shown.title)}">\n<h2>{escape(shown.title)}</h2>\n'
            f'<div class="site" lang="{shown.lang}" dir="{direction}"><div class="site-main">\n'
            f"{apart(shown.html, f'e{number}-')}\n</div></div>\n</section>"
        )
    return PAGE.format(title=name, head=head, body="\n".join(parts))


def shown_examples(name: str) -> Iterator[Shown]:
    """A component's examples, then its hard cases."""
    env = environment()
    for title in examples(name):
        yield Shown(title, "en", _placed(render_example(env, name, title)))
    for title, lang, given in hard_examples(name, examples(name)):
        yield Shown(title, lang, _placed(render_given(env, name, given)))


def apart(html: str, prefix: str) -> str:
    """The HTML with a prefix before each id and what leads to it."""

    def prefixed(found: re.Match[str]) -> str:
        if found[3]:
            return f'href="#{prefix}{found[3]}"'
        return f'{found[1]}="{" ".join(prefix + id for id in found[2].split())}"'

    return IDS.sub(prefixed, html)


def _placed(html: str) -> str:
    """In a list if it is an entry of one, in a heading if it belongs into one; pictures from where they are."""
    html = html.replace('src="/theme/', f'src="{SITE}/theme/')
    nameless = NAMELESS.match(html.lstrip())
    if nameless:
        return f'<h3 id="{nameless[1]}">Follow <a href="#page:main">up</a> {html}</h3>'
    if html.lstrip().startswith('<span class="plate"'):
        return f'<div class="prose"><h3>{html} Write first</h3></div>'
    return f"<ul>\n{html}\n</ul>" if html.lstrip().startswith("<li") else html


if __name__ == "__main__":
    main()
