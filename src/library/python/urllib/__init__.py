"""Of CPython's Lib/urllib here: parse."""
