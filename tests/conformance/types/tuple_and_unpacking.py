# A tuple cannot be changed, but what it holds can; += makes a new one, and raises after it has changed the list inside.
pair = ([], "x")
pair[0].append(1)
try:
    pair[0] += [2]
except TypeError as error:
    print(error, pair)
single, empty = (5,), ()
print(single, empty, (5), single * 3, single + empty, single < (5, 0), (1, 2) < (1, 2, 0), (1, "a") == (1, "a"), hash((1, 2)) == hash((1, 2)))
first, *middle, last = range(5)
*start, end = "ab"
head, *rest = [1]
(a, b), *c = [(1, 2), 3]
print(first, middle, last, start, end, head, rest, a, b, c)
x = y = []
x.append(1)
x, y = y, x
i, array = 0, [0, 0]
i, array[i] = 1, 5
print(x, y, x is y, i, array)
print([*range(2), *"ab"], {*"aa"}, (*(), 1), {**{"k": 1}}, max(*[3, 1], 2))
for wrong in (lambda: exec("a, b = 1"), lambda: exec("a, b = [1]"), lambda: exec("a, b = 1, 2, 3"), lambda: exec("a, *b = []"), lambda: exec("a, b = {}"), lambda: ().index(1), lambda: (1,).__setitem__(0, 1), lambda: (1)[0], lambda: [*5], lambda: print(*5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
