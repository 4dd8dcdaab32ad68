"""The pieces of HTML that the preview makes: the page shown before there is a site, and the client's tag."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files
from urllib.parse import urlencode

from .answers import tag
from .headers import page_allowing
from .news import State

OWN = "/_preview/"
"""Where everything is that the preview adds; its scripts may be loaded from there, and news asked for."""

CLIENT = f"{OWN}client.js"

BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)


def script(name: str) -> str | None:
    """One of the scripts that follow the news in the browser."""
    file = files(__package__).joinpath("static", name)
    return file.read_text(encoding="utf-8") if name.endswith(".js") and "/" not in name and file.is_file() else None


def with_client(page: bytes, status: int, state: State, origin: str) -> bytes:
    """`page` with the client as the last thing in its body. It learns from its address what it is part of."""
    about = {"build": state.build, "number": state.number, "status": status, "page": tag(page).strip('"')}
    text = f'<script type="module" src="{CLIENT}?{escape(urlencode(about))}"></script>'.encode()
    page = page_allowing(page, origin + OWN)
    ends = list(BODY_END.finditer(page))
    place = ends[-1].start() if ends else len(page)
    return page[:place] + text + page[place:]


def no_site_yet(state: State, origin: str) -> bytes:
    """What to show while no build has given a site: the problems, if there are any. It needs no script to be read."""
    title = "The site cannot be built" if state.problems else "Building the site …"
    lines = "".join(f"<li>{escape(str(each))}</li>" for each in state.problems)
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
        503,
        state,
        origin,
    )
