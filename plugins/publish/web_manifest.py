"""The web application manifest (W3C): what a phone calls and shows a site that is kept on its home screen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_SIZE = re.compile(r"-(\d+)\.png$")


def web_manifest(name: str, about: str, lang: str, root: str, icons: Iterable[str], colour: str) -> str:
    """The file. `root` is the site's path without a slash at its end, `icons` are paths below it that end in
    ``-<pixels>.png`` and leave a fifth of their width free at each edge; `colour` is that of the ground, #rrggbb."""
    shown = [{"src": f"{root}/{path}", "type": "image/png", "sizes": _sizes(path)} for path in icons if _sizes(path)]
    said = {
        "name": name,
        "description": about,
        "lang": lang,
        "id": f"{root}/",
        "start_url": f"{root}/",
        "scope": f"{root}/",
        "display": "minimal-ui",
        "background_color": colour,
        "theme_color": colour,
        "icons": [{**icon, "purpose": purpose} for icon in shown for purpose in ("any", "maskable")],
    }
    return json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=2) + "\n"


def _sizes(path: str) -> str:
    found = _SIZE.search(path)
    return f"{found[1]}x{found[1]}" if found else ""
