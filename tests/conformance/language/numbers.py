# Ints without bounds, floats to the last digit, division and rounding as Python has them.
print(2 ** 100, -2 ** 63, 10 ** 30 // 7, 10 ** 30 % 7, -7 // 2, -7 % 3, 7 % -3, divmod(-7, 2), 7 / 2, 6 / 3)
print(0.1 + 0.2, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, float("inf"), float("nan"), -0.0, 1 / 3)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.5), round(0.5), round(1e20), round(2.0, 1))
print(int("  42 "), int("-0x1f", 16), int("1010", 2), int("1_000"), int(3.9), int(-3.9), float("1e3"), float(" .5 "), int("z", 36))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, 2 ** 70 >> 68, -1 >> 10, (-5) & 0xff, hex(255), bin(-5), oct(8))
print(abs(-3), pow(2, 10, 1000), pow(3, -1, 7), sum([0.1] * 10), max(3, 1, 2), min([4, 2], key=lambda v: -v), 3 .bit_length(), (255).to_bytes(2, "big"))
print(1 == 1.0, hash(1) == hash(1.0), True + True, isinstance(True, int), 0.1 + 0.2 == 0.3, 1 < 2 < 3, 1 < 3 > 2, 3 > 2 > 2)
print(3.0.is_integer(), (0.1).hex(), 10 .__class__, (1.5).as_integer_ratio(), 1e3, 100000000000000000.0, 1.0e-10, 2.5e-7)
print(123456789 ** 5, 7 ** 77 % 10 ** 20, (10 ** 18 + 1) * (10 ** 18 - 1), -(10 ** 20) // 3, 10 ** 25 / 10 ** 24)
print(int(1e20), float(10 ** 20), 2 ** 0.5, 2 ** -2, (-8) ** 2, 0 ** 0, 1e308 * 10, -7.5 // 2, 7.5 % -2, complex(1, 2) * 2j)
for bad in (lambda: 2.0 ** 10000, lambda: int("12a"), lambda: int(float("inf")), lambda: int(float("nan")), lambda: 1 << -1, lambda: float("x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
