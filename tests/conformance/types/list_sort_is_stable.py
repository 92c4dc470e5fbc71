# sort() keeps equal things in their order, also backwards; it gives None, and the list is empty to whoever looks meanwhile.
people = [("Ada", 36), ("Bob", 25), ("Cleo", 36), ("Dan", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
print(sorted("bAc"), sorted("bAc", key=str.lower), sorted({"b": 1, "a": 2}), sorted([True, 0, 2.5, -1]))
seen = []
numbers = [3, 1, 2]
print(numbers.sort(key=lambda n: seen.append(list(numbers)) or n), seen, numbers)


def meddle(n):
    numbers.append(99)
    return n


try:
    numbers.sort(key=meddle)
except ValueError as error:
    print(error, numbers)


class Stubborn:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if other.n == 2 or self.n == 2:
            raise RuntimeError(f"{self.n} < {other.n}?")
        return self.n < other.n

    def __repr__(self):
        return f"S{self.n}"


stubborn = [Stubborn(n) for n in (3, 1, 2, 0)]
try:
    stubborn.sort()
except RuntimeError as error:
    print(error, sorted(stubborn, key=lambda s: s.n))
for wrong in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([1j, 2]), lambda: [1].sort(2), lambda: sorted(5), lambda: sorted([1], key=5), lambda: sorted([{}, {}])):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
