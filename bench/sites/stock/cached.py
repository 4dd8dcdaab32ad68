"""The same, with the cache that Pelican has: what its readers made of each file."""

from pelicanconf import *  # noqa: F403  (the way that Pelican's own documentation shows)

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"
