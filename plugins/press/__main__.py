"""Build the site once: `python -m press --content DIR --output DIR --siteurl URL [--drafts] [--publish]`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from .changes import last_build, record_path
from .finding import shown_path
from .report import say
from .settings_check import site_address

STARTED = time.time()


def main(arguments: list[str] | None = None) -> int:
    """Build as told; the exit status is 0 for a published site, 1 for one with errors, 2 for a wrong command."""
    options = parser().parse_args(arguments)
    if wrong := wrong_option(options):
        say(f"press: {wrong}", sys.stderr)
        return 2
    record = record_path(options.settings, options.output)
    known = last_build(record, vars(options) | {"verify": False})
    changed = known.changed(options.output) if known else None
    if known and changed == [] and not options.verify:
        seconds = time.time() - STARTED
        say(f"Nothing changed: {known.said}, looked at in {seconds:.1f} s → {shown_path(options.output)}")
        return 0
    if known and record and changed:
        from .amending_command import amended
        from .built import tell_built

        if built := amended(options, record, known, changed, STARTED):
            if options.verify:
                from .building import verified

                built = verified(built, options)
            tell_built(built)
            return 1 if built.findings else 0
    from .building import build_and_tell  # with Pelican, which takes longer to load than all of the above

    return build_and_tell(options, record, STARTED)


def parser() -> argparse.ArgumentParser:
    about = argparse.ArgumentParser(prog="python -m press", description="Build the site once.")
    about.add_argument("--content", default="content", metavar="DIR", help="folder with articles/, pages/, images/")
    about.add_argument("--output", default="output", metavar="DIR", help="where the site goes")
    about.add_argument("--siteurl", default="", metavar="URL", help="where the site will be found, if known")
    about.add_argument("--drafts", action="store_true", help="show drafts and future articles")
    about.add_argument("--publish", action="store_true", help="build what goes out, for plugins that keep count of it")
    about.add_argument("--settings", default="pelican.conf.py", metavar="FILE", help="the settings file")
    about.add_argument("--verify", action="store_true", help="build from nothing too, and compare")
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


if __name__ == "__main__":
    sys.exit(main())
