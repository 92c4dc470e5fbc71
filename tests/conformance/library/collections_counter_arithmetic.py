# A Counter counts below zero, but its operators keep only what is positive; missing things are 0 and stay missing.
from collections import Counter

words = Counter("banana")
print(words, words["x"], "x" in words, words.most_common(2), words.total(), list(words.elements()), Counter(a=2, b=-1).most_common())
words.subtract("bbb")
print(words, +words, -words, words + Counter("b" * 5), words - Counter("an"), words & Counter("aab"), words | Counter("bbz"))
words.update({"n": 10}, q=1)
print(words, words == Counter(dict(words)), Counter(a=0) == Counter(), Counter("ab") <= Counter("aabb"), Counter("aab") < Counter("ab"), Counter(a=1) != Counter(b=1))
del words["zzz"]
words["b"] += 5
words += Counter("b")
print(words, Counter([1, 1.0, True]), Counter({"k": "v"}), repr(Counter()), sorted(Counter("ba")), Counter("aab").copy(), Counter(a=3) & Counter())
print(Counter("abcab").most_common(1), sum(Counter("ab").values()), dict(Counter("ab")), Counter(x=1) | {"x": 3} if False else "")
for wrong in (lambda: Counter(5), lambda: Counter.fromkeys("ab"), lambda: Counter("ab", "c"), lambda: Counter("a") + {"a": 1}, lambda: Counter("a") < 5, lambda: Counter([[]])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
