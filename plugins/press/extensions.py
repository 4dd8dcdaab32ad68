"""Extensions of Markdown that cannot be loaded: told once where they are named, instead of in every article."""

from __future__ import annotations

from typing import Any

from markdown import Markdown

from .faults import attempt, code_place, place_of, reason


def drop_failing(given: dict[str, Any]) -> dict[str, str]:
    """Take the extensions that fail out of the setting MARKDOWN; gives why, by name."""
    listed, configs = given.get("extensions") or [], given.get("extension_configs") or {}
    md = Markdown()
    why: dict[str, str] = {}
    for extension in (*listed, *(name for name in configs if name not in listed)):

        def failed(error: Exception, name: str = str(extension)) -> None:
            why[name] = failure(name, error)

        attempt(lambda extension=extension: md.registerExtensions([extension], configs), failed)  # type: ignore[misc]
    if why:
        given["extensions"] = [extension for extension in listed if str(extension) not in why]
        given["extension_configs"] = {name: config for name, config in configs.items() if name not in why}
    return why


def failure(name: str, error: Exception) -> str:
    module = name.partition(":")[0]
    if isinstance(error, ModuleNotFoundError) and f"{module}.".startswith(f"{error.name}."):
        said, fix = "there is no module of that name", "Correct the name, or install it."
    else:
        place = place_of(error) or code_place(error)
        said = reason(error) + (" ({}:{})".format(*place) if place else "")
        fix = "Correct what MARKDOWN says of it, or take it out."
    return f'the Markdown extension "{name}" cannot be loaded: {said}. {fix}'
