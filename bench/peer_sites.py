"""One article, built by others as they come: Material for MkDocs' blog, Starlight, Eleventy's base blog.

Each is installed into a folder that goes afterwards. Versions are named, so that figures can be had again.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "content/articles/2025-03-10-people-you-barely-know.md"
"""Headings, a table, footnotes, all as Markdown has them, so that nobody reads it otherwise."""
MKDOCS = """site_name: Field guide
theme: {name: material, font: false}
plugins: [blog, search]
markdown_extensions: [footnotes, tables, toc]
"""
ASTRO = """import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({ integrations: [starlight({ title: "Field guide", pagefind: true })] });
"""
ASTRO_CONTENT = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""
ELEVENTY = ("@11ty/eleventy@0.11.1", "@11ty/eleventy-navigation@0.1.6", "@11ty/eleventy-plugin-rss@1.0.9",
            "@11ty/eleventy-plugin-syntaxhighlight@3.0.1", "luxon@1.21.3", "markdown-it@8.4.2",
            "markdown-it-anchor@5.2.5")  # fmt: skip


@dataclass(frozen=True)
class Built:
    """A folder to serve, and where in it the article is."""

    folder: Path
    path: str


def title_and_text() -> tuple[str, str]:
    _, header, text = ARTICLE.read_text("utf-8").split("---\n", 2)
    title = next(line.partition(":")[2].strip().strip("\"'") for line in header.splitlines() if line[:6] == "title:")
    return title, text


def praxis(folder: Path) -> Built:
    content = ROOT / "content"  # all of it: the article leads to others, and ends in what is done about it
    run(ROOT, sys.executable, "-m", "press", f"--content={content}", f"--output={folder / 'site'}", "--siteurl=")
    return Built(folder / "site", "articles/people-you-barely-know/")


def material(folder: Path) -> Built:
    title, text = title_and_text()
    posts = folder / "docs/blog/posts"
    posts.mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Field guide\n", "utf-8")
    (folder / "docs/blog/index.md").write_text("# Blog\n", "utf-8")
    (posts / "article.md").write_text(f"---\ndate: 2025-03-10\nslug: article\n---\n\n# {title}\n\n{text}", "utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    run(folder, sys.executable, "-m", "venv", "venv")
    run(folder, "venv/bin/python", "-m", "pip", "install", "--quiet", "mkdocs-material==9.8.1", "mkdocs==1.6.1")
    run(folder, "venv/bin/mkdocs", "build", "--quiet")
    return Built(folder / "site", "blog/2025/03/10/article/")


def starlight(folder: Path) -> Built:
    title, text = title_and_text()
    docs = folder / "src/content/docs"
    docs.mkdir(parents=True)
    (docs / "article.md").write_text(f'---\ntitle: "{title}"\n---\n\n{text}', "utf-8")
    (docs / "index.md").write_text("---\ntitle: Field guide\n---\n", "utf-8")
    (folder / "src/content.config.ts").write_text(ASTRO_CONTENT, "utf-8")
    (folder / "astro.config.mjs").write_text(ASTRO, "utf-8")
    npm(folder, "astro@5.16.0", "@astrojs/starlight@0.37.7", "sharp@0.34.5")
    run(folder, "node_modules/.bin/astro", "build", "--silent", ASTRO_TELEMETRY_DISABLED="1")
    return Built(folder / "dist", "article/")


def eleventy(folder: Path) -> Built:
    title, text = title_and_text()
    run(folder, "npm", "pack", "eleventy-base-blog@5.0.2", "--silent")
    shutil.unpack_archive(folder / "eleventy-base-blog-5.0.2.tgz", folder, "gztar")
    blog = folder / "package"
    (blog / "package.json").unlink()  # it asks for a command line of a host, too
    for post in (blog / "posts").glob("*.md"):
        post.unlink()
    header = f'title: "{title}"\ndate: 2025-03-10\nlayout: layouts/post.njk\ntags: [posts]'
    (blog / "posts/article.md").write_text(f"---\n{header}\n---\n\n{text}", "utf-8")
    base = blog / "_includes/layouts/base.njk"  # whoever put it into the registry left their own analytics in
    base.write_text(
        re.sub(r"<!-- Global site tag.*?</script>.*?</script>", "", base.read_text("utf-8"), flags=re.S), "utf-8"
    )
    npm(blog, *ELEVENTY)
    run(blog, "node_modules/.bin/eleventy", "--quiet")
    return Built(blog / "_site", "posts/article/")


def npm(folder: Path, *packages: str) -> None:
    (folder / "package.json").write_text('{"private": true}\n', "utf-8")
    run(folder, "npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *packages)


def run(folder: Path, *command: str, **environment: str) -> None:
    """Run a command in a folder. `Unobtainable` tells what it said when it failed, or that there is no such program."""
    try:
        ended = subprocess.run(
            command, cwd=folder, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", timeout=600,
            check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise Unobtainable(f"there is no {command[0]}") from None
    if ended.returncode:
        said = (ended.stderr or ended.stdout).strip().splitlines()
        raise Unobtainable(f"{' '.join(command[:3])}: {said[-1] if said else ended.returncode}")


class Unobtainable(Exception):
    """Why a peer could not be built here."""


PEERS: dict[str, Callable[[Path], Built]] = {
    "Praxis": praxis,
    "Material for MkDocs 9.8.1, blog": material,
    "Starlight 0.37.7": starlight,
    "Eleventy base blog 5.0.2": eleventy,
}
