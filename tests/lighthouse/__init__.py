"""Lighthouse's scores of five pages; not a test of any release: `make lighthouse`."""
