# A frozenset has all of a set's questions and none of its changes; what it gives is a frozenset again.
a, b = frozenset([1, 2, 3]), frozenset((3, 4))
print(a.union(b, [9]), a.intersection(b), a.difference(b), a.symmetric_difference(b), a.copy() is a)
print(a.isdisjoint(b), a.issubset([1, 2, 3, 4]), a.issuperset({1}), a <= {1, 2, 3}, a < a, a >= b)
print(type(a | {5}), type({5} | a), a == {1, 2, 3}, hash(a) == hash(frozenset([3, 2, 1])))
print({a: "key"}[frozenset([2, 3, 1])], a in {frozenset([1, 2, 3])}, {1, 2, 3} in [a])
for name in ("add", "discard", "update", "pop"):
    print(name, hasattr(a, name))
try:
    a |= {4}
    print(a)
    a.add(5)
except AttributeError as error:
    print(error)
print(frozenset(), frozenset("a"), frozenset(frozenset([7])))
