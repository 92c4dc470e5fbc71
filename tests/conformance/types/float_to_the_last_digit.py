# The shortest text that reads back to the same float, and rounding that goes to even where it is a tie of the true value.
print(0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 1e23)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1e300, -299), round(1234.5, -2), round(0.15, 1), round(0.25, 1), round(5e-324, 400))
print(float("  1e3 "), float("1_0.5"), float("nan"), float("-Infinity"), float("iNf"), float(".5"), float("5."))
print((0.1).as_integer_ratio(), (2.5).hex(), float.fromhex("0x1.8p3"), (3.0).is_integer(), (3.5).conjugate(), (1e308 * 10), -1e308 * 10)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, divmod(-7.5, 2), 1e20 % 3, 5.0 // 0.1, 2.0**0.5, (-8.0) ** (1 / 3))
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan < 1, 1 < nan, max(1, nan), max(nan, 1), sorted([3, 1, 2]) == [1, 2, 3])
print(0.1 == 1 / 10, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, hash(1) == hash(1.0), {1: "a", 1.0: "b", True: "c"})
for wrong in (lambda: float("1e"), lambda: float("1 0"), lambda: float(""), lambda: float(10**400), lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 2.0**10000, lambda: 0.0**-1, lambda: round(nan), lambda: float([]), lambda: int(1e400)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
