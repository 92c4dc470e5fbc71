# list, tuple, dict, set: every method that people use, and what happens when they are used wrong.
a = [3, 1, 2]
a.append(5); a.extend("xy"); a.insert(1, "i"); a.insert(-100, 0)
print(a, a.pop(), a.pop(0), a.index("i"), a.count(1))
a.remove("i"); a.reverse(); print(a, a[1:3], a[::-1], a + [9], a * 2, len(a), 3 in a)
b = [5, 3, 8, 1]
b.sort(); print(b, sorted(b, reverse=True), sorted("bca"), sorted(["bb", "a", "ccc"], key=len), b.copy() == b)
b[1:3] = ["p", "q", "r"]; print(b); del b[0]; del b[::2]; print(b); b[:] = []; print(b)
m = [[0] * 3] * 2; m[0][0] = 1; print(m)
t = (1, "a", [2]); t[2].append(3); print(t, t + (4,), t * 2, t.index("a"), t.count(1), (), (1,), 1 in t, t[0:2])
d = {"b": 1, "a": 2}
d["c"] = 3; d.update(a=5, z=0); d.setdefault("q", []).append(1)
print(d, list(d), d.get("no"), d.get("no", 7), d.pop("z"), d.pop("no", None), "b" in d, len(d), list(d.values()), list(d.items()))
for k, v in sorted(d.items(), key=lambda kv: str(kv[1])): print(k, v, end="; ")
print(d.popitem(), {**d, "n": 1}, d | {"b": 100}, d == {"c": 3, "a": 5, "b": 1}, dict.fromkeys("ab", 0), reversed(list(d)).__class__.__name__)
d.clear(); print(d, {1: "a", 1.0: "b", True: "c"})
s = {3, 1, 2}
s.add(2); s.discard(9); print(s, s | {5}, s & {1, 9}, s - {1}, s ^ {1, 7}, s <= {1, 2, 3, 4}, {1} < s, s.isdisjoint({8}), frozenset([1]), set())
s.update([10], (11,)); s.remove(10); print(sorted(s), 11 in s, len(s))
for bad in (lambda: a.remove(99), lambda: d["none"], lambda: s.remove(99), lambda: t.__setitem__(0, 1), lambda: {}[[]], lambda: [1, "a"].sort(), lambda: a[99], lambda: [].index(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
x = [1, 2, 3]
for v in x:
    if v == 2: x.remove(v)
print(x)
e = {1: 1, 2: 2}
try:
    for k in e: e[k + 10] = 0
except RuntimeError as err:
    print(err)
r = range(10, 0, -3)
print(r, list(r), len(r), 4 in r, r[1], r[-1], range(5) == range(0, 5, 1), range(0), list(range(3)), r[1:], r.index(7))
print(list(enumerate("ab", 1)), list(zip([1, 2], "ab", (True, False))), list(map(str, [1, 2])), list(filter(None, [0, 1, "", "a"])), list(reversed([1, 2])))
n = [1, [2, 3]]; n.append(n); print(n); q = {}; q["self"] = q; print(q)
print([1, 2] < [1, 3], (1, 2) == (1, 2.0), [1] == (1,), [[]] == [[]], slice(1, 2), slice(None, 3, 2))
*init, tail = [1, 2, 3]; print(init, tail, [*range(3), *"ab"], {*[1, 2], 3}, (*a, 1))
print(any([0, "", None]), all([1, "a"]), sum([[1], [2]], []), list("abc"), tuple([1]), str(a), bool([]), bool([0]))
