# Nothing, a great many times, is nothing at once; a number that no machine counts to is an error all the same.
often, too_often = 10**18, 10**30
for empty in ([], (), "", b"", bytearray()):
    print(empty * often, often * empty, empty * -often)
    try:
        print(empty * too_often)
    except OverflowError as error:
        print(error)
held = []
held *= often
print(held)
for wrong in (lambda: [1] * 2**62, lambda: (1, 2) * 2**62, lambda: [0] * 10**15, lambda: "ab" * 2**62, lambda: b"ab" * 2**62, lambda: "x" * 10**15, lambda: "%c" % 10**20, lambda: "%c" % -1, lambda: sum(5, b""), lambda: sum([b"a"], b""), lambda: sum([], bytearray())):
    try:
        print(wrong())
    except (MemoryError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)


class Short:
    def __len__(self):
        return -1

    def __iter__(self):
        return iter("ab")


class Old:
    def __len__(self):
        return -1

    def __getitem__(self, index):
        return "ab"[index]


try:
    print("-".join(Old()))
except ValueError as error:
    print(error)
for asks in (list, tuple, "-".join, bytes, sorted):
    try:
        print(asks(Short()))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
