# sort() asks __lt__ of items of one class directly, and once more by the rules for any two when that does not know.
import functools


class Silent:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return NotImplemented

    def __gt__(self, other):
        print("gt", self.n, other.n)
        return self.n > other.n


class Other(Silent):
    pass


print([each.n for each in sorted([Silent(2), Silent(1)])])
print([each.n for each in sorted([Silent(2), Other(1)])])
print(min(Silent(2), Silent(1)).n)


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = [int(part) for part in text.split(".")]

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


print(sorted(map(Version, ["1.10", "1.9", "1.2.1", "1.2"])), Version("2.0") >= Version("1.9"))
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=lambda row: row[1]), sorted(rows, key=lambda row: row[1], reverse=True))
try:
    [1, "a", 2].sort()
except TypeError as error:
    print(error)
items = [3, 1, 2]


def key(item):
    print("while sorting:", items)
    items.append(9)
    return item


try:
    items.sort(key=key)
except ValueError as error:
    print(error, items)
