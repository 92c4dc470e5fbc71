# zfill() knows the sign, expandtabs() the column, center() puts the odd space where nobody expects it.
print(repr("-7".zfill(4)), repr("+7".zfill(4)), repr("--7".zfill(5)), repr("".zfill(2)), repr("abc".zfill(2)))
print([("x" * n).center(5, ".") for n in range(6)], [("x" * n).center(4, ".") for n in range(5)])
print(repr("a\tbc\td".expandtabs()), repr("a\tbc\td".expandtabs(4)), repr("a\tb".expandtabs(0)), repr("a\tb".expandtabs(-1)), repr("ab\n\tc".expandtabs(4)))
print("5".ljust(3, "0"), "5".rjust(3, "0"), repr("5".ljust(0)))
for wrong in (lambda: "a".center(5, "xy"), lambda: "a".ljust(5, ""), lambda: "a".zfill("3"), lambda: "a".ljust(2.0), lambda: "a".center(5, 1)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
