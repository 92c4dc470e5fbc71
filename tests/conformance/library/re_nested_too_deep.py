"""A pattern nested deeper than the parser's frames go, which is Python in CPython: each kind of nesting takes its own number."""
import re
import sys


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
print("groups", 480 < base < 500)
for name, begin, end, middle in [
        ("that hold together", "(?:", ")", "a"), ("without a letter", "(", ")", ""), ("around a repeat", "(", ")", "a*"),
        ("around an escape", "(", ")", r"\x41"), ("of their own flags", "(?i:", ")", "a"), ("ahead", "(?=", ")", "a"),
        ("behind", "(?<=", ")", "a"), ("atomic", "(?>", ")", "a")]:
    print(f"{name:33}{deepest(nested(begin, end, middle)) - base:5}")

print("which error comes first:")
for pattern in "(" * 600 + "a" + ")" * 600, "(" * 600 + "a", "(" * 400 + "a", "*" + "(" * 600, "a" * 5000, "(a)" * 2000:
    try:
        print(re.compile(pattern).groups)
    except (RecursionError, re.error) as error:
        print(type(error).__name__, error)

sys.setrecursionlimit(3000)
print("with room for more:", re.compile("(" * 1400 + "a" + ")" * 1400).groups)
sys.setrecursionlimit(1000)
print(re.compile("(" * 1400 + "a" + ")" * 1400).groups, "are known already")
