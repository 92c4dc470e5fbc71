# Small ints, those of a machine's word and those beyond are one type: sums and products cross the
# borders both ways, and equal numbers are equal and hash the same however they came about.
edges = [2**30, 2**31, 2**32, 2**62, 2**63, 2**64]
for edge in edges:
    numbers = [sign * (edge + step) for sign in (1, -1) for step in (-1, 0, 1)]
    print([n.bit_length() for n in numbers], [n & 0xFF for n in numbers], [n >> 29 for n in numbers])
    for n in numbers:
        assert n + 1 - 1 == n and (n * 3) // 3 == n and -(-n) == n and ~~n == n
        assert (n << 5) >> 5 == n and (n ^ 255) ^ 255 == n and int(str(n)) == n
        assert hash(n * 2**70 // 2**70) == hash(n) and n * 2**70 // 2**70 == n
        assert {n: "found"}[n * 2**70 // 2**70] == "found"
        assert divmod(n, 1000)[0] * 1000 + n % 1000 == n and abs(n) == max(n, -n)
    print(sorted(numbers, key=lambda n: (n % 7, n))[:3], sum(numbers))

print(-(2**63), 2**63 - 1, -(2**63) // -1, -(2**63) * -1, abs(-(2**63)))
print((-7) % 3, (-7) // 3, 7 % -3, 7 // -3, -8 >> 1, -1 >> 40, 5 >> 31, 5 & -2, 5 | -8, 5 ^ -1)
print(1 << 29, 1 << 30, 1 << 31, 1 << 63, -1 << 63, 3 * 2**29, 3 * 2**29 - 2**30)
total = 0
for n in range(3):
    total += 2**30 - 1
    print(total, end=" ")
print()
for wrong in ("1 >> -1", "1 << -1", "1 % 0", "1 // 0", "2**40 % 0"):
    try:
        eval(wrong)
    except (ValueError, ZeroDivisionError) as error:
        print(wrong, "-", error)
