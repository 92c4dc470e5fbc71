# What __index__ may give: an int; a bool is taken with a warning; anything else is refused.
import operator


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


for value in (3, True, 2.0, "1", None):
    index = Index(value)
    for use in (operator.index, lambda i: "abcdef"[i], range, hex, lambda i: [1, 2] * i, complex, int, float, lambda i: "%x" % i, lambda i: "%d" % i, chr, lambda i: list(range(10))[:i], bytes, lambda i: round(2.5555, i)):
        try:
            print(repr(use(index)), end="; ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()
print(operator.index(True), repr(range(True)), operator.index(7))
