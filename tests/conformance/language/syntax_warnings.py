# What CPython's parser and compiler warn of stands in stderr before the program's first line.
count = 0


def describe(value):
    if value is 1:
        return "one"
    if not value is "two":
        return 'a digit: \d'
    return f"\d{value}\w"


while count is not 3:
    count += 1
    try:
        print(describe(count))
    finally:
        assert (count, "a tuple is true")

pairs = [("a", 1), ("b", 2)]
try:
    print([(1, 2) (3, 4)])
except TypeError as error:
    print(error)
try:
    print([[1, 2] ["a"]])
except TypeError as error:
    print(error)
try:
    print(None[0])
except TypeError as error:
    print(error)
