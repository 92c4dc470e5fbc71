# Uniting a set with itself is a copy: its table does not grow, and so neither does its order change.
s = {*[31, 10], 3}
print(s, s | s, s.union(s), s.union([1], s), s & s, s - s, s ^ s)
t = {10, 20, 30, 40, 50}
print(t, t | t, t | {1}, t.union([7], t), t.union(list(t)), set(t) | t)
t |= t
print(t)
f = frozenset([9, 1, 8])
print(f | f, f.union(f, [16]), (f | f) is f)


class Grumpy:
    def __hash__(self):
        raise TypeError("asked for a hash")


# An intersection looks no further when everything is found, and an empty dict asks for no hash at all.
print({1, 2, 3}.intersection([3, 2, 1, Grumpy()]))
try:
    {1, 2, 3}.intersection([3, 2, Grumpy()])
except TypeError as error:
    print(error)
print({}.pop(Grumpy(), "nothing there"))
try:
    {}.pop([1])
except KeyError as error:
    print(repr(error))
try:
    {0: 0}.pop([1])
except TypeError as error:
    print(error)
