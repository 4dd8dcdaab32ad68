"""robots.txt (RFC 9309): what crawlers may fetch, and where the sitemap is."""

from __future__ import annotations


def robots(sitemap: str = "", private: bool = False) -> str:
    """The file. `sitemap` is an absolute address or empty; a private site, like a preview, wants nobody."""
    if private:
        return "User-agent: *\nDisallow: /\n"
    return "User-agent: *\nDisallow:\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")
