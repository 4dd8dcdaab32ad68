"""The web application manifest."""

from __future__ import annotations

import json

from publish.web_manifest import web_manifest


def test_it_names_the_site_and_its_icons_from_the_root_of_the_host() -> None:
    icons = ["theme/icon-192.png", "theme/icon.svg", "theme/icon-512.png"]
    said = json.loads(web_manifest("Tea & <Toast>", "About tea.", "en", "/guide", icons, "#fbf8f1"))
    assert (said["name"], said["start_url"], said["scope"]) == ("Tea & <Toast>", "/guide/", "/guide/")
    assert [(icon["src"], icon["sizes"], icon["purpose"]) for icon in said["icons"]] == [
        ("/guide/theme/icon-192.png", "192x192", "any"),
        ("/guide/theme/icon-192.png", "192x192", "maskable"),
        ("/guide/theme/icon-512.png", "512x512", "any"),
        ("/guide/theme/icon-512.png", "512x512", "maskable"),
    ]


def test_what_is_not_known_is_not_said() -> None:
    said = json.loads(web_manifest("Tea", "", "en", "", [], "#ffffff"))
    assert "icons" not in said and "description" not in said
    assert said["start_url"] == "/"
