# OrderedDict compares with order among its kind, defaultdict fills only by [], ChainMap writes to its first map only.
from collections import ChainMap, OrderedDict, defaultdict

a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
print(a == b, a == dict(b), dict(a) == b, a != b, a, list(reversed(a)))
a.move_to_end("x")
print(a, a.popitem(last=False), a, OrderedDict([("k", 1)]) | {"z": 2}, a.keys(), a.values(), a.items())
a.update(x=5, w=6)
a.move_to_end("w", last=False)
print(a, OrderedDict.fromkeys("ab", 0), a.pop("w"), a.setdefault("v", 9), a.copy() == a)
groups = defaultdict(list)
for word in ("ant", "bee", "ape"):
    groups[word[0]].append(word)
print(groups, groups.get("z"), "z" in groups, groups["z"], "z" in groups, groups.default_factory, dict(groups))
counts = defaultdict(int, a=1)
counts["b"] += 2
print(counts, defaultdict(None), defaultdict(lambda: "x")["q"], counts | {"c": 1}, counts.copy())
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
chain["c"] = 4
print(chain, chain["a"], chain["b"], list(chain), len(chain), chain.maps, chain.new_child({"a": 0})["a"], chain.parents, "b" in chain, dict(chain))
del chain["a"]
print(chain["a"], chain.pop("c"), chain.get("zz", "none"))
for wrong in (lambda: a.move_to_end("nope"), lambda: OrderedDict().popitem(), lambda: defaultdict(5), lambda: defaultdict(None)["a"], lambda: chain["nope"], lambda: chain.__delitem__("b"), lambda: chain.pop("b"), lambda: OrderedDict([(1, 2, 3)]), lambda: OrderedDict([1]), lambda: OrderedDict({}, {}), lambda: a.nothing):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
