# Methods take any iterable, operators only sets; the result has the type of the left side.
a, b = {1, 2, 3}, frozenset({3, 4})
print(a | b, type(a | b).__name__, type(b | a).__name__, a & b, a - b, a ^ b, a.union([9], (8,)), a.intersection([1, 1, 7]), b.difference({3}))
print(a <= {1, 2, 3, 4}, a < a, a.issubset([1, 2, 3, 4]), a >= b, a.isdisjoint([7]), {1} == frozenset([1]), {1, 2} < {1, 3}, set() <= a)
a.update([5], {6: 0})
a -= {1}
a &= {2, 3, 5}
a ^= {5, 7}
print(a, len(a), 2 in a, a.discard(99), a.pop() in {2, 3, 7})
print({frozenset({1}): "in"}[frozenset({1})], {1} in [{1}], {frozenset({1})} == {frozenset([1])}, frozenset({1}) in {frozenset({1})}, {1} in {frozenset({1})})
for wrong in (lambda: {1} | [2], lambda: {[]}, lambda: {1}.remove(5), lambda: set().pop(), lambda: {1} < [2], lambda: {1}.add({}), lambda: {{1}}, lambda: hash({1}), lambda: set(5), lambda: {1} + {2}, lambda: frozenset().add(1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
numbers = {1, 2, 3}
try:
    for n in numbers:
        numbers.add(n + 10)
except RuntimeError as error:
    print(error)
