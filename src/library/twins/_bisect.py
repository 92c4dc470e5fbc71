"""CPython's Modules/_bisectmodule.c: two places in what is sorted, before and after the equal ones."""
from _operator import index


def _between(a, lo, hi):
    """Where the search begins and ends, as C takes them: an end of -1 is none."""
    begin, end = index(lo), -1
    if hi is not None:
        if not hasattr(type(hi), "__index__"):
            raise TypeError(f"argument should be integer or None, not {type(hi).__name__!r}")
        end = index(hi)
    if begin < 0:
        raise ValueError("lo must be non-negative")
    if end != -1:
        return begin, end
    if isinstance(a, dict):
        raise TypeError(f"{type(a).__name__} is not a sequence")
    end = len(a)
    if end and not hasattr(type(a), "__getitem__"):
        raise TypeError(f"{type(a).__name__!r} object does not support indexing")
    return begin, end


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    begin, end = _between(a, lo, hi)
    while begin < end:
        middle = (begin + end) >> 1
        found = a[middle] if key is None else key(a[middle])
        if found < x:
            begin = middle + 1
        else:
            end = middle
    return begin


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    begin, end = _between(a, lo, hi)
    while begin < end:
        middle = (begin + end) >> 1
        found = a[middle] if key is None else key(a[middle])
        if x < found:
            end = middle
        else:
            begin = middle + 1
    return begin


def insort_left(a, x, lo=0, hi=None, *, key=None):
    at = bisect_left(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(at, x)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    at = bisect_right(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(at, x)


bisect = bisect_right
insort = insort_right
