"""Ties strategies and checklists together."""
