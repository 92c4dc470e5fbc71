"""Mirrors CPython's Lib/xml/etree."""
