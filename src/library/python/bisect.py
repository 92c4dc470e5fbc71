"""Positions in sorted lists. Mirrors CPython's Lib/bisect.py, whose functions are C's."""
from _bisect import bisect, bisect_left, bisect_right, insort, insort_left, insort_right
