"""A pattern nested deeper than the parser's frames go, which is Python in CPython: what repeats and what branches."""
import re


def deepest(make):
    low, high = 1, 600
    while low < high:
        middle = (low + high + 1) // 2
        try:
            re.compile(make(middle))
            low = middle
        except RecursionError as error:
            assert str(error) == "maximum recursion depth exceeded", error
            high = middle - 1
    return low


def nested(begin, end, middle="a"):
    return lambda n: begin * n + middle + end * n


re.compile("(?:a*b*)*")
base = deepest(nested("(", ")"))
for name, begin, end, middle in [
        ("repeated", "(?:", ")*", "a"), ("repeated and kept", "(", "b)*", "a"), ("with branches", "(", "|bc)", "a"),
        ("with letters for branches", "(", "|b)", "a"), ("repeated, with branches", "(", "|bc)+", "a"),
        ("flagged, repeated, with branches", "(?i:", "|bc)+", "a"), ("whose branches begin alike", "(?:a", "|abc)", "a"),
        ("of sets", "(", "|bc)*", "[a-cx-z0-9]")]:
    print(f"{name:33}{deepest(nested(begin, end, middle)) - base:5}")
