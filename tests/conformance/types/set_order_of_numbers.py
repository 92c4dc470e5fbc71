# A set of small ints is walked by the table's places, which copies, removals and unions change: as in CPython, place by place.
colliding = {8, 0, 16, 24}
print(colliding, set([24, 16, 8, 0]), colliding | {32}, {32} | colliding, colliding.copy(), set(colliding))
colliding.remove(0)
colliding.add(0)
print(colliding, sorted(colliding), list(colliding)[0])
some = {-1, -2, 0, 1, 2**61 - 1, 2**64}
print(some, some - {0}, some & {-1, -2, 1, 5}, some ^ {1, 9}, {1.0, 2, True, 0.0, False})
queue = set(range(20))
print([queue.pop() for _ in range(7)], queue)
queue.update([100, 50])
queue.difference_update(range(10, 18))
print(queue, queue.pop(), queue)
for n in (3, 35, 67, 99):
    queue.add(n)
queue.discard(35)
print(queue, queue | {131}, queue & {3, 67, 99}, {*queue, 1}, frozenset(queue))
queue.intersection_update({3, 99, 18, 19, 100})
queue.symmetric_difference_update({3, 7, 39})
print(queue, set(dict.fromkeys([9, 1, 17])), {n % 7 for n in range(0, 40, 3)}, set("ab") & set("a"), {(1, 2), (2, 1), 3})
