# list(), tuple(), *args, sorted() and extend() ask __len__ first, or __length_hint__; set() and sum() do not.
class Row:
    def __init__(self, length):
        self.length = length

    def __iter__(self):
        print("iter", end=" ")
        return iter("ab")

    def __len__(self):
        print("len", end=" ")
        return self.length


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        print("hint", end=" ")
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


def show(function, argument):
    try:
        print(function(argument))
    except Exception as error:
        print(type(error).__name__, error)


for length in (2, -1):
    for function in (list, tuple, sorted, lambda row: len(set(row)), "".join, lambda row: [*row], lambda row: (lambda *a: a)(*row), lambda row: [1].extend(row), lambda row: {**dict.fromkeys(row)}, max, lambda row: "x" in row, bool, lambda row: (1, *row)):
        show(function, Row(length))
    first, second = Row(length)
    print(first, second)
for hint in (5, -1, "x", NotImplemented, TypeError("not now"), KeyError("k"), 2**70):
    show(list, Hinted(hint))
    show(tuple, Hinted(hint))
