"""Measurements the README quotes. `make bench` runs them; nothing here is a test."""
