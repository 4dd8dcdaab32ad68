"""A value, where it came from, and what is wrong with it.

A library for the other plugins (there is nothing to register): it reads what authors wrote, keeps the place
of every value, and tells every problem as ``path:line:column: what. how to fix``. It finds the files, too, and
makes the addresses that stand for names. It knows neither Pelican nor Markdown.
"""

from located.composing import compose
from located.cores import cores
from located.front_matter import FrontMatter, split_front_matter
from located.headers import read_headers
from located.location import Location, shown_path
from located.nodes import Mapping, Node, Scalar, Sequence
from located.problem import Problem, Severity, quote
from located.reporting import report
from located.slugs import Ids, slugify
from located.source import SIZE_LIMIT, Source, read_source
from located.sources import MARKDOWN_SUFFIXES, source_files
from located.suggest import nearest

__all__ = [
    "MARKDOWN_SUFFIXES",
    "SIZE_LIMIT",
    "FrontMatter",
    "Ids",
    "Location",
    "Mapping",
    "Node",
    "Problem",
    "Scalar",
    "Sequence",
    "Severity",
    "Source",
    "compose",
    "cores",
    "nearest",
    "quote",
    "read_headers",
    "read_source",
    "report",
    "shown_path",
    "slugify",
    "source_files",
    "split_front_matter",
]
