# // rounds down and % has the sign of the divisor; bits of negative numbers go on for ever to the left.
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (-1, 10**20)):
    print(a, b, a // b, a % b, divmod(a, b), int(a / b), a - (a // b) * b == a % b)
print(-1 >> 5, -5 >> 1, 5 & -2, -6 | 3, -6 ^ 3, ~0, 1 << 70, (1 << 70) >> 69, -(1 << 70) >> 71)
print((255).bit_length(), (-256).bit_length(), (0).bit_length(), (255).bit_count(), (-255).bit_count(), (2**100).bit_length())
print((1000).to_bytes(2, "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xfe", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 0]), (5).to_bytes())
print(pow(3, 200, 13), pow(3, -1, 7), pow(2, -2), 2**-1, 0**0, (-8) ** 2, -8**2)
print(round(5, -1), round(15, -1), round(25, -1), round(-25, -1), round(12345, -2), round(7))
for wrong in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 << -1, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: int.from_bytes(5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
