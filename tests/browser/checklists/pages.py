"""Pages with checklists, rendered as the site renders them, without a build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checklists.lists import PublishedList
from checklists.model import Checklist
from checklists.scripts import CARD, element, scripts
from checklists.view import Place, view
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.browser.checklists.lists import LISTS

ROOT = Path(__file__).parents[3]
ENV = Environment(
    loader=FileSystemLoader([ROOT / "theme/templates", ROOT / "plugins/checklists/templates"]),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
ENV.globals |= {"SITENAME": "A Field Guide", "SITEURL": "", "ROOT": "", "DRAFTS": False}
SITE = "guide"
PAGE = ENV.from_string(
    """<!doctype html>
<html lang="en" dir="{{ dir }}"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/site.css"></head><body class="site">
<main class="site-main" id="page:main"><h1>{{ title }}</h1>
{% from "components/check_list.html" import check_list %}
{% for list in lists %}{{ check_list(list) }}{% endfor %}
{% from "components/checklist_card.html" import checklist_card %}
{% if cards %}<ul class="checklists">{% for card in cards %}{{ checklist_card(card, "") }}{% endfor %}</ul>
<script type="module" src="{{ script }}"></script>{% endif %}
</main></body></html>"""
)


def place(checklist: Checklist, script: str, *, is_embed: bool = False) -> Place:
    ancestry = {item.id: item.was for item in checklist.tasks if item.was}
    prefix = f"check:{checklist.id}:" if is_embed else ""
    snapshots = {item.id: item.inherits for item in checklist.tasks if item.inherits}
    return Place(
        SITE, "", f"{checklist.slug}/", script, checklist.was, ancestry, snapshots, is_embed=is_embed, prefix=prefix
    )


def page(checklist: Checklist, script: str, *, embeds: int = 0, own: bool = True, rtl: bool = False) -> str:
    """The list's own page, with as many embeds of it below."""
    shown = [view(checklist, place(checklist, script))] if own else []
    shown += [view(checklist, place(checklist, script, is_embed=True))] * min(embeds, 1)
    return PAGE.render(title=checklist.title, lists=shown, dir="rtl" if rtl else "ltr", cards=())


def parts(checklist: Checklist, script: str) -> str:
    """Each section of the list by itself, as the task lists of an article are shown."""
    embed = place(checklist, script, is_embed=True)
    shown = [view(checklist, replace(embed, sections=(each.id,))) for each in checklist.sections]
    return PAGE.render(title=checklist.title, lists=shown, dir="ltr", cards=())


def stylesheet() -> str:
    """The theme's CSS in the order the build joins it."""
    css = ROOT / "theme/static/css"
    single = [css / f"{name}.css" for name in ("layers", "reset", "tokens", "base", "layout")]
    folders = sorted((css / "components").glob("*.css")) + sorted((css / "pages").glob("*.css"))
    paths = [*single, *folders, css / "utilities.css", css / "print.css"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def files() -> dict[str, str]:
    """A small site: all lists at ``/``, each at ``/<slug>/``, embedded at ``embed/`` below that, both at ``both/``."""
    modules = scripts("theme")
    script = f"/{element(modules)}"
    made = {f"/{path}": text for path, text in modules.items()}
    made |= {"/site.css": stylesheet(), "/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    cards = [PublishedList(each, f"{each.slug}/", "", "", SITE, "") for each in LISTS]
    made["/"] = PAGE.render(title="Lists", lists=(), dir="ltr", cards=cards, script=f"/{element(modules, CARD)}")
    for each in LISTS:
        made[f"/{each.slug}/"] = page(each, script)
        made[f"/{each.slug}/embed/"] = page(each, script, own=False, embeds=1)
        made[f"/{each.slug}/both/"] = page(each, script, embeds=1)
        made[f"/{each.slug}/parts/"] = parts(each, script)
        made[f"/{each.slug}/rtl/"] = page(each, script, rtl=True)
    return made
