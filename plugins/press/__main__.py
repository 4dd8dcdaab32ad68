"""Build the site once: `python -m press --content DIR --output DIR --siteurl URL [--drafts] [--publish]`."""

from __future__ import annotations

import argparse
import logging
import sys
import traceback
from pathlib import Path
from typing import Any

from pelican.settings import Settings, read_settings

from .built import Built, tell_built
from .collect import collecting
from .faults import attempt, place_of, position_in, reason, remedy
from .finding import Finding, in_order, shown_path
from .phrases import Site
from .plugin import Press
from .report import say
from .settings_check import site_address
from .settings_file import declared, literal


def main(arguments: list[str] | None = None) -> int:
    """Build as told; the exit status is 0 for a published site, 1 for one with errors, 2 for a wrong command."""
    options = parser().parse_args(arguments)
    if wrong := wrong_option(options):
        say(f"press: {wrong}", sys.stderr)
        return 2
    if options.debug:
        logging.basicConfig(level=logging.DEBUG)
    built = build(options)
    tell_built(built)
    return 0 if built.published else 1


def build(options: argparse.Namespace) -> Built:
    """Build as told; nothing is printed."""
    found: list[Finding] = []
    with collecting(Site(options.content, options.settings), found):
        settings = attempt(lambda: settings_for(options), lambda error: found.append(unset(error, options)))
    if settings is None:
        return Built(tuple(in_order(found)), None, shown_path(options.output))
    return Press(settings, found).build()


def parser() -> argparse.ArgumentParser:
    about = argparse.ArgumentParser(prog="python -m press", description="Build the site once.")
    about.add_argument("--content", default="content", metavar="DIR", help="folder with articles/, pages/, images/")
    about.add_argument("--output", default="output", metavar="DIR", help="where the site goes")
    about.add_argument("--siteurl", default="", metavar="URL", help="where the site will be found, if known")
    about.add_argument("--drafts", action="store_true", help="show drafts and future articles")
    about.add_argument("--publish", action="store_true", help="build what goes out, for plugins that keep count of it")
    about.add_argument("--settings", default="pelican.conf.py", metavar="FILE", help="the settings file")
    about.add_argument("--debug", action="store_true", help="show what Pelican logs, and tracebacks")
    return about


def wrong_option(options: argparse.Namespace) -> str:
    """What is wrong with the command; empty if nothing is."""
    if wanted := site_address(options.siteurl):
        return f"the address of the site cannot be {options.siteurl!a}. {wanted}"
    if not options.content:
        return "the content folder has no name. Name one."
    if not Path(options.content).is_dir():
        return f"there is no content folder {shown_path(options.content)}. Name one that is there."
    if not options.output:
        return "the output folder has no name. Name one."
    if not Path(options.settings).is_file():
        return f"there is no settings file {shown_path(options.settings)}. Run this where the settings are."
    return ""


def settings_for(options: argparse.Namespace) -> Settings:
    given: dict[str, Any] = {
        "PATH": str(Path(options.content).absolute()),
        "OUTPUT_PATH": str(Path(options.output).absolute()),
        "SITEURL": options.siteurl.rstrip("/"),
        "SETTINGS_FILE": str(Path(options.settings).absolute()),
        "DEBUG": options.debug,
        "PUBLISHING": options.publish,
        "DRAFTS": options.drafts,  # whatever the settings say: what is published has none
    }
    return read_settings(options.settings, override=given)


def unset(error: Exception, options: argparse.Namespace) -> Finding:
    """Why the settings cannot be used: where the file fails, or which value Pelican does not take."""
    own = str(Path(options.settings).absolute())
    if not_text := undecodable(own):
        line, column, why = position_in(not_text)
        return Finding((shown_path(own), line, column), f"the settings cannot be used: {why}. {remedy(not_text)}")
    if str(error).startswith("Could not find the theme") and (theme := declared(own).get("THEME")):
        text = f'there is no theme "{literal(theme)}". Correct the name, or add the folder.'
        return Finding(theme.where, f"the settings cannot be used: {text}")
    files = {own, options.settings}
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename in files]
    where = (shown_path(own), lines[-1], 1) if lines else place_of(error)
    fix = " Correct the line." if where else ""
    return Finding(where or (shown_path(own), 1, 1), f"the settings cannot be used: {reason(error)}.{fix}")


def undecodable(path: str) -> UnicodeDecodeError | None:
    """What keeps a file from being text; Python's own complaint about a settings file has no line."""
    try:
        Path(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return error
    return None


if __name__ == "__main__":
    sys.exit(main())
