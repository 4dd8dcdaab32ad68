"""Small sites to search: some articles and a checklist, and some that nobody may find."""

from __future__ import annotations

import json
from pathlib import Path

from tests.search.samples import HOSTILE
from tests.site.sites import Built, new_site, run

BUILD = "python -m press --content content --output output --siteurl https://example.org/walks"
DRAFTS = f"{BUILD} --drafts"
ARTICLE = """\
---
title: {title}
date: {day}
{more}---

## Strategies for walking

### 1. {advice}

{text}

### 2. Rest

Sit.
"""
SECRET = {
    "articles/secret.md": ARTICLE.format(
        title="Secret draft", day="2026-01-01", more="status: draft\n", advice="Tell nobody", text="Hush."
    ),
    "articles/later.md": ARTICLE.format(
        title="Secret future", day="2099-01-01", more="", advice="Wait long", text="Hush."
    ),
    "articles/hidden.md": ARTICLE.format(
        title="Secret hidden", day="2026-01-01", more="status: hidden\n", advice="Look away", text="Hush."
    ),
    "pages/secret.md": "---\ntitle: Secret page\nstatus: draft\n---\nHush.\n",
    "checklists/secret.yml": "title: Secret list\nstatus: draft\nitems: [Hush]\n",
}
FILES = {
    "articles/hills.md": ARTICLE.format(
        title="Hills", day="2026-04-02", more="aliases: [old/hills/]\n", advice="Carry water", text="Two bottles."
    ),
    "articles/arabic.md": ARTICLE.format(
        title="شبكة صغيرة", day="2026-04-03", more="slug: network\nlang: ar\n", advice="ابدأ بشخص واحد", text="يكفي."
    ),
    "articles/hostile.md": ARTICLE.format(
        title=json.dumps(HOSTILE, ensure_ascii=False), day="2026-04-04", more="slug: hostile\n", advice="Stay", text="x"
    ),
    "checklists/walk.yml": "title: Before the walk\nitems: [Fill both bottles]\n",
}


def site(folder: Path, files: dict[str, str]) -> Path:
    made = new_site(folder)
    for name, text in files.items():
        (made / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (made / "content" / name).write_text(text, "utf-8")
    return made


def built(folder: Path, command: str = BUILD, **environment: str) -> Built:
    found = run(folder, command, **environment)
    assert (found.status, found.err) == (0, "")
    return found
