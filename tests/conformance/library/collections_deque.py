# collections.deque: both ends, a longest length, rotation, and changes while it is walked.
from collections import deque

queue = deque("abc")
queue.append("d")
queue.appendleft("z")
print(queue, queue.pop(), queue.popleft(), queue, len(queue))
queue.extend([1, 2])
queue.extendleft([3, 4])
print(queue, queue[0], queue[-1], 1 in queue, queue.index("b"), queue.count(1))
queue.rotate(2)
print(queue)
queue.rotate(-3)
print(queue)
queue[1] = "one"
del queue[0]
queue.insert(1, "new")
queue.remove(2)
queue.reverse()
print(queue, list(reversed(queue)))

recent = deque(maxlen=3)
for n in range(5):
    recent.append(n)
print(recent, recent.maxlen)
recent.appendleft("left")
recent.extend("xy")
print(recent, deque([1, 2, 3], 2), deque(maxlen=0))
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1]) < deque([2]), deque([1]) + deque([2]), deque([1]) * 3)
copy = recent.copy()
copy.clear()
print(copy, bool(copy), recent)
loop = deque([1])
loop.append(loop)
print(loop)
print(type(deque[int]), deque[int])

match deque([1, 2, 3]):
    case [first, *rest]:
        print("a sequence pattern takes it:", first, rest)

for wrong in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2),
              lambda: deque(maxlen=-1), lambda: deque(3), lambda: hash(deque()), lambda: recent.insert(0, 1),
              lambda: deque([1]).index(3), lambda: deque([1]) + [2]):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
for item in queue:
    queue.append(item)
