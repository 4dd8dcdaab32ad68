"""A content folder of what authors may legally write, at its worst. The site of it is to be as good as any other."""

from __future__ import annotations

from pathlib import Path

LONG_TITLE = ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3)[:200]
NAMES = {
    "ar": ("كيف تبدأ حديثًا مع شخص لا تعرفه", "لنا الأستاذ عبد الرحمن", "اسأل سؤالًا واحدًا، ثم أنصت حتى النهاية."),
    "zh": ("如何与陌生人开始交谈", "王小明", "先问一个问题，然后听到最后，不要打断对方，第二天早上写信感谢。"),
    "th": ("วิธีเริ่มบทสนทนากับคนที่คุณไม่รู้จัก", "สมชาย ใจดี", "ถามหนึ่งคำถามแล้วฟังจนจบโดยไม่ขัดจังหวะ"),
}


def article(title: str, body: str, **fields: str) -> str:
    """An article's file; titles are quoted, since they may hold anything."""
    lines = [f'title: "{title}"', "category: Events", *(f"{name}: {value}" for name, value in fields.items())]
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}\n"


def table() -> str:
    columns = range(1, 21)
    head = "| " + " | ".join(f"Column {number}" for number in columns) + " |"
    row = "| " + " | ".join(f"entry {number}" for number in columns) + " |"
    return "\n".join([head, "|" + " --- |" * 20, row, row])


def code() -> str:
    line = ("values = [" + ", ".join(map(str, range(130))))[:399] + "]"
    return f"## A line of code\n\n```python\n{line}\n```\n\nAnd `{line}` in a line."


def nested() -> str:
    return "\n".join(f"{'    ' * level}- Level {level + 1} of a list" for level in range(12))


def headings() -> str:
    return "\n\n".join(f"## Ask question number {number}\n\nThen listen to the answer." for number in range(1, 401))


def checklist() -> str:
    items = "\n".join(f"  - text: Do thing number {number}\n    why: It helps." for number in range(1, 101))
    word = "w" * 150
    return f'title: "{LONG_TITLE}"\nitems:\n  - text: {word}\n    why: {word}\n    tags: [{"t" * 60}]\n{items}\n'


def hard_content(folder: Path) -> dict[str, str]:
    """Write the content folder; the addresses of its hard pages, by what is hard about them."""
    tags = "[" + ", ".join(f"tag number {number}" for number in range(1, 301)) + "]"
    articles = {
        "a title of 200 characters": ("long-title", article(LONG_TITLE, f"{LONG_TITLE}\n\n## {LONG_TITLE}\n\nText.")),
        "a table of 20 columns": ("table", article("A wide table", table())),
        "code of 400 characters": ("code", article("A long line", code())),
        "a list of 12 levels": ("nested", article("A deep list", nested())),
        "300 tags": ("tags", article("Many tags", "Text.", tags=tags)),
        "400 headings": ("headings", article("Many headings", headings())),
        "an emoji for a title": ("emoji", article("🙂", "Text.")),
        "no text": ("empty", article("Nothing more than a title", "")),
    }
    articles |= {
        f"written in {lang}": (
            lang,
            article(title, f"## {title}\n\n{text * 5}\n\n1. **{name}:** {text}", lang=lang, author=name),
        )
        for lang, (title, name, text) in NAMES.items()
    }
    files = {f"articles/2025-01-{day:02}-{slug}.md": text for day, (slug, text) in enumerate(articles.values(), 1)}
    files["checklists/long.yml"] = checklist()
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    own = {slug: f"{slug}/" if slug in NAMES else "" for slug, _ in articles.values()}
    return {what: f"{own[slug]}articles/{slug}/" for what, (slug, _) in articles.items()} | {
        "a list of hard titles": "articles/",
        "the tags of all": "tags/",
        "the strategies of all": "strategies/",
        "a long checklist": "checklists/long/",
        "its card": "checklists/",
        "the first page": "",
        "the archive": "archive/",
    }
