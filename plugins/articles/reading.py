"""The text of a source file -> front matter, body and problems: all that is known before Markdown is converted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from located import (
    FrontMatter,
    Location,
    Mapping,
    Problem,
    Severity,
    compose,
    quote,
    read_headers,
    slugify,
    split_front_matter,
)

from .addresses import JEKYLL_NAME, address_of, expanded, jekyll_address, read_address, save_as
from .dates import read_date
from .fields import Fields, read_fields
from .limits import too_much

EXAMPLE_DATE = "date: 2026-03-31"
SLUG_LIMIT = 200  # the longest name of a folder is 255 bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its author wrote it.

    `body_line` is the line of the file that the body starts on; `is_jekyll` tells YAML from Pelican's own headers.
    """

    fields: Fields
    slug: str
    body: str
    body_line: int
    is_jekyll: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Where an article is: `save_as` is "" when the site's settings decide. `where` is what decided.

    `aliases` are the old addresses that its author wrote, each with its place; `implied` is Jekyll's own.
    """

    url: str
    save_as: str
    where: Location
    aliases: dict[str, Location]
    implied: tuple[str, ...]


def read_draft(text: str, path: str, is_article: bool) -> Draft:
    """Front matter and body of a source file. `path` is as the author is shown it."""
    parts, file = split_front_matter(text, path), PurePath(path)
    header, problems = _header(parts, path)
    not_missed = () if is_article and not JEKYLL_NAME.match(file.stem) else ("date",)
    fields, more = read_fields(header, parts.kind == "pelican", not_missed)
    fields, misnamed = _from_name(fields, file)
    slug, unnamed = _slug(fields, file)
    told = (*problems, *more, *unnamed, *_unplaced(fields, slug, file), *_too_much(parts, path))
    if parts.kind != "none" and not _cannot_tell(problems):
        misnamed = misnamed if is_article else ()
        told = (*told, *misnamed, *_missing(fields, header, path, is_article and not misnamed, (*problems, *more)))
    return Draft(fields, slug, parts.body, parts.body_line, parts.kind == "yaml", told)


def _header(parts: FrontMatter, path: str) -> tuple[Mapping, tuple[Problem, ...]]:
    empty = Mapping((), Location(path))
    if parts.kind == "pelican":
        header, problems = read_headers(parts.header, path, parts.header_line)
        return header, (*parts.problems, *problems)
    if parts.kind == "none":
        fix = "Start the file with a line of three dashes (---), then title: and date:, then three dashes."
        return empty, (*parts.problems, Problem(Location(path), "there is no front matter", fix))
    node, problems = compose(parts.header, path, parts.header_line)
    if node is not None and not isinstance(node, Mapping):
        what = "the front matter is not made of keys and values"
        problems = (*problems, Problem(node.where, what, "Write each as key: value."))
    return node if isinstance(node, Mapping) else empty, (*parts.problems, *problems)


def _cannot_tell(problems: tuple[Problem, ...]) -> bool:
    """Is the header so broken that a key that is missing may only be unread?"""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _from_name(fields: Fields, path: PurePath) -> tuple[Fields, tuple[Problem, ...]]:
    """The fields with the date of a file named as Jekyll names posts, if they have none."""
    found = JEKYLL_NAME.match(path.stem)
    if fields.date or not found or "date" in fields.places:
        return fields, ()
    try:
        return replace(fields, date=read_date(f"{found[1]}-{found[2]}-{found[3]}")), ()
    except ValueError as error:
        fix = f"Rename the file, or write {EXAMPLE_DATE} in the front matter."
        return fields, (Problem(Location(path.as_posix()), f"the date in the file name {error}", fix),)


def _slug(fields: Fields, path: PurePath) -> tuple[str, tuple[Problem, ...]]:
    """The slug: as written, else from the file's name, else from the title."""
    found = JEKYLL_NAME.match(path.stem)
    stem = found[4] if found else path.parent.name if path.stem == "index" else path.stem
    if fields.slug:
        slug = slugify(fields.slug)
        what = f"no address can be made of the slug {quote(fields.slug)}"
    else:
        slug = slugify(stem) or slugify(fields.title)
        what = f"no address can be made of the file name {quote(path.name)} or the title"
    where = fields.places.get("slug", Location(path.as_posix()))
    if len(slug) > SLUG_LIMIT:
        what = f"the slug would have {len(slug)} characters; the limit is {SLUG_LIMIT}"
        return slug, (Problem(where, what, "Write slug: and a few words."),)
    return slug, () if slug else (Problem(where, what, "Write slug: and a word in Latin letters."),)


def _unplaced(fields: Fields, slug: str, path: PurePath) -> tuple[Problem, ...]:
    """A permalink that is no address once its placeholders are filled in."""
    if not fields.permalink:
        return ()
    filled = expanded(fields.permalink, slug, path.stem, fields.categories, fields.date)
    try:
        read_address(filled)
    except ValueError as error:
        what = f'"permalink" {error}: {quote(filled)}'
        return (Problem(fields.places["permalink"], what, "Write it out, without placeholders."),)
    return ()


def _missing(
    fields: Fields, header: Mapping, path: str, needs_date: bool, told: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    wrong = {problem.where.line for problem in told}
    keys = {key.text.casefold(): key for key, _ in header.pairs}
    problems = []
    needed = [("title", fields.title), ("date", fields.date)] if needs_date else [("title", fields.title)]
    for name, value in needed:
        key = keys.get(name)
        if value or (key and key.where.line in wrong) or _named_otherwise(name, told):
            continue
        where = key.where if key else Location(path)
        what = f"the {name} is empty" if key else f"there is no {name}"
        example = 'title: "How to Follow Up"' if name == "title" else EXAMPLE_DATE
        problems.append(Problem(where, what, f"Write {example} in the front matter."))
    return tuple(problems)


def _named_otherwise(name: str, told: tuple[Problem, ...]) -> bool:
    return any(f'Did you mean "{name}"?' in problem.fix or problem.what.startswith(f'"{name}"') for problem in told)


def _too_much(parts: FrontMatter, path: str) -> tuple[Problem, ...]:
    found = too_much(parts.body)
    if found is None:
        return ()
    line = parts.body_line + parts.body.count("\n", 0, found.at)
    column = found.at - parts.body.rfind("\n", 0, found.at)
    return (Problem(Location(path, line, column), found.what, found.fix),)


def read_article_address(draft: Draft, path: str) -> Address:
    """Where an article lives and lived, its front matter being without problems."""
    fields, stem = draft.fields, PurePath(path).stem
    url, target = _said_address(draft, stem)
    aliases = {alias.address: alias.where for alias in reversed(fields.aliases)}
    implied = jekyll_address(stem, fields.categories) if draft.is_jekyll else ""
    said = next((fields.places[key] for key in ("save_as", "permalink", "url", "slug") if key in fields.places), None)
    return Address(
        url,
        target,
        said or Location(path),
        dict(reversed(aliases.items())),
        (implied,) if implied and implied not in aliases else (),
    )


def _said_address(draft: Draft, stem: str) -> tuple[str, str]:
    """The address and the file that front matter gives; the file is "" if it gives neither. The home page's is ""."""
    fields = draft.fields
    if fields.url:
        url = read_address(fields.url)
    elif fields.permalink:
        url = read_address(expanded(fields.permalink, draft.slug, stem, fields.categories, fields.date))
    elif fields.save_as:
        url = address_of(fields.save_as)
    else:
        return "", ""
    return url, fields.save_as or save_as(url)
