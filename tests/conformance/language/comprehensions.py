# Comprehensions: their own scope, conditions, nesting, the four kinds.
x = "outer"
print([x for x in range(3)], x)
print({k: v for k, v in zip("abc", range(3))}, {c for c in "hello" if c in "l"})
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [n for row in matrix for n in row if n % 2 == 0])
class C:
    y = 5
    z = [y for _ in range(2)] if False else "class scope"
print(C.z)
def f():
    fs = [lambda: i for i in range(3)]
    return [g() for g in fs]
print(f())
print([y := 10, y ** 2], y)
print(sum(x for x in range(5)), max((len(w), w) for w in ["a", "bbb", "cc"]), any(x > 3 for x in range(5)), all([]))
print(sorted({3: "c", 1: "a"}.items()), dict([("a", 1)], b=2))
