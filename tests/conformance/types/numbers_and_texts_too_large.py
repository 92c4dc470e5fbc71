# Small things that random programs showed: signs of zeros, malformed complex numbers, what is too long to be repeated, a match's repr.
import copy
import itertools
import math
import re

print(math.fsum([-0.0]), math.fsum([-0.0, -0.0]), math.fsum([1e308, -1e308, -0.0]))
for text in ("'1_000'", "1_0j", "1_j", "_1", "1__0", "a_b", "1_0a_b", "1_000,1_000", "1_e3", "x", "1e_3", "1_"):
    try:
        print(complex(text))
    except ValueError as error:
        print(error)
for name, repeated in (("wide", lambda: "😀" * (2**63 - 1)), ("two", lambda: "ab" * (2**63 - 1)), ("é", lambda: "é" * 2**62),
                       ("bytearray", lambda: bytearray(b"ab") * (2**63 - 1)), ("bytes", lambda: b"ab" * 2**62)):
    try:
        repeated()
    except (OverflowError, MemoryError) as error:
        print(name, type(error).__name__, error)
print(re.search("a+", "a" * 80), re.search(b"a+'", b"a" * 60 + b"'"), re.search("é*", "é" * 49 + "\n"), re.match("x*", ""))
groups = [group for _, group in itertools.groupby([1, 1, 2])]
print(type(copy.copy(groups[0])).__name__, list(copy.deepcopy(groups[0])))
