"""difflib: ratios, opcodes, blocks and the three kinds of deltas."""
import difflib
import random

random.seed(3)


def lines():
    return ["".join(random.choice("ab c\t#") for _ in range(random.randrange(8))) + "\n" for _ in range(random.randrange(8))]


for _ in range(30):
    a = lines()
    b = lines() if random.random() < .3 else [line.replace("a", "xq", 1) if random.random() < .4 else line for line in a]
    print(list(difflib.ndiff(a, b)))
    print(list(difflib.unified_diff(a, b, "x", "y", n=random.randrange(4))))
    print(list(difflib.context_diff(a, b, "x", "y", "date", n=1)))
    matcher = difflib.SequenceMatcher(None, "".join(a), "".join(b))
    print(matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), matcher.get_opcodes(), matcher.find_longest_match())
    print(list(difflib.restore(difflib.ndiff(a, b), 2)) == b, list(matcher.get_grouped_opcodes(1)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["y"]))
print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").get_matching_blocks())
print(difflib.SequenceMatcher(None, "ab" * 150, "ba" * 150).ratio(), difflib.Differ().compare(["a\n"], ["b\n"]).__next__())
for wrong in (lambda: difflib.get_close_matches("a", [], n=0), lambda: list(difflib.unified_diff("a", ["b"])), lambda: list(difflib.restore([], 3)),
              lambda: difflib.get_close_matches("a", [], cutoff=2)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff\n"], [b"b\n"], b"x", b"y")))
