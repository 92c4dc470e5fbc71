# collections.Counter: counting, the most common, arithmetic that drops what is not positive.
from collections import Counter

words = Counter("to be or not to be".split())
print(words, words["to"], words["missing"], "missing" in words, words.total())
print(words.most_common(2), words.most_common()[-1], sorted(words.elements()))
words.update(["be", "be"], extra=4)
words.subtract(["to"] * 5)
print(words, +words, -words)
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, a == Counter(b=1, a=3), a <= Counter(a=4, b=1), a < b)
a += b
print(a, a.copy() is a, type(a.copy()), Counter({"x": 0}), Counter(), dict(a))
del a["nothing"]
a -= Counter(a=9)
print(a, repr(Counter([1, "a", None])), list(Counter(x=2, y=0, z=-1).elements()))
print(Counter(a=1, b=0) == Counter(a=1), Counter(a=1) != Counter(a=2))


class Tally(Counter):
    pass


print(Tally("aab"), Tally("aab") + Tally("b"))
for wrong in (lambda: Counter(3), lambda: Counter.fromkeys("ab"), lambda: Counter(a="x").total()):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
