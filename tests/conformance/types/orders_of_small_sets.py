# The order in which a set of numbers is walked follows from CPython's table: which number came first where two collide.
print({0, 5, -3}, set([0, 5, -3]), set([0, -3, 5]), set([5, 0, -3]))
small = set([5, 0, -3])
print(small, small.copy(), set(small), small | set(), small - {7}, frozenset(small))
print({8, 0, 16}, {0, 8}, {8, 0}, set([16, 8, 0]))
print({9, 1, 8}.symmetric_difference([10, 20, 30, 40, 50]), {9, 1, 8} ^ {10, 20})
changed = {9, 1, 8}
changed.symmetric_difference_update([10, 8, 40])
print(changed)
print(set(range(20, 0, -3)), set(range(0, 100, 17)), {n * n % 31 for n in range(12)})
print({-1, -2}, {1.0, True, 1}, {0.5, 2, 1.5}, {2**61 - 1, 0}, {2**64, 1})
print(set().union([3, 1], (2,), {0}), {1, 2, 3} & {3, 2}, {3, 2} & {1, 2, 3}, {1, 2, 3} - {2})
growing = set()
for n in (70, 6, 38, 102, 134, 22):
    growing.add(n)
    print(growing, end=" ")
print()
