"""The two pieces of HTML that the preview makes: the page shown before there is a site, and the client's tag."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

from .news import State

CLIENT = "/_preview/client.js"
EVENTS = "/_preview/events"

BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def client() -> str:
    """The script that follows the news in the browser."""
    return files(__package__).joinpath("client.js").read_text(encoding="utf-8")


def with_client(page: bytes, state: State) -> bytes:
    """`page` with the client in it, as the last thing in its body. It learns from its address what it is part of."""
    tag = f'<script type="module" src="{CLIENT}?build={escape(state.build)}"></script>'.encode()
    ends = list(BODY_END.finditer(page))
    place = ends[-1].start() if ends else len(page)
    return page[:place] + tag + page[place:]


def no_site_yet(state: State) -> bytes:
    """What to show while no build has given a site: the problems, if there are any. It needs no script to be read."""
    title = "The site cannot be built" if state.problems else "Building the site …"
    lines = "".join(f"<li>{escape(line)}</li>" for line in state.problems)
    return with_client(
        f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }}
body {{ max-inline-size: 60rem; margin: 3rem auto; padding-inline: 1rem; }}
li {{ font-family: ui-monospace, monospace; overflow-wrap: anywhere; margin-block: .5rem; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<ul>{lines}</ul>
<p>This page follows your next save.</p>
</main>
</body>
</html>
""".encode(),
        state,
    )
