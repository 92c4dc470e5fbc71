# A deque with maxlen drops from the other end; rotate() goes right; it may not change while it is walked.
from collections import deque

last = deque([1, 2, 3], maxlen=3)
last.append(4)
print(last)
last.appendleft(0)
print(last, last.maxlen, len(last), last[0], last[-1], last.count(2))
last.extendleft("ab")
print(last, deque("abc", 2), deque(maxlen=0), last == deque(last), deque([1]) == [1], deque([1, 2]) < deque([1, 3]))
line = deque(range(5))
line.rotate(2)
print(line, end=" ")
line.rotate(-1)
print(line, line.index(3), 9 in line, line.pop(), line.popleft(), list(reversed(line)))
line.insert(1, "x")
line.remove("x")
line.reverse()
line[0] = "first"
del line[-1]
line += "yz"
print(line, line + deque([1]), line * 2, line.copy() is line, [*line][1:2])
try:
    for item in line:
        line.append(item)
except RuntimeError as error:
    print(error)
for wrong in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1, 2])[0:1], lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque([1], -1), lambda: deque(5), lambda: deque([1]) + [2], lambda: hash(deque())):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
