# A slice may be assigned a list of another length, an extended slice only one of the same; del takes every other one.
numbers = list(range(10))
numbers[2:5] = ["x"]
print(numbers)
numbers[1:1] = [0.5, 0.6]
print(numbers)
numbers[::2] = [None] * len(numbers[::2])
print(numbers)
del numbers[::3]
print(numbers)
numbers[:] = "abc"
print(numbers, numbers[::-1], numbers[-2:], numbers[5:], numbers[2:0], numbers[2:0:-1], numbers[-100:100])
copy = numbers[:]
copy += ("d",)
copy *= 2
print(numbers, copy, copy is numbers)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, [[0] * 2 for _ in range(2)])
numbers.insert(100, "end")
numbers.insert(-100, "start")
numbers.insert(-1, "last but one")
print(numbers)
for wrong in (lambda: numbers.__setitem__(slice(None, None, 2), [1]), lambda: numbers[10], lambda: numbers["a"], lambda: numbers[1.0], lambda: numbers.remove("zz"), lambda: [].pop(), lambda: [1].pop(5), lambda: [1].index(2),
              lambda: numbers[::0], lambda: [1] + (2,), lambda: numbers.__setitem__(slice(0, 1), 5), lambda: [1] * "a", lambda: numbers.insert("a", 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
