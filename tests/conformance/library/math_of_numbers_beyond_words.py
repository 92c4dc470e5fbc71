# factorial(), comb() and perm() take whole numbers of any length and refuse only what nobody could wait for.
import math

big = 2**1000
print(math.comb(big, big - 1) == big, math.comb(big, 2) == big * (big - 1) // 2, math.comb(2**64, 3))
print(math.perm(big, 2) == big * (big - 1), math.perm(big, 0), math.comb(big, 0), math.comb(10, big), math.perm(10, big))
for n in range(70):
    for k in range(n + 1):
        if math.comb(n, k) * math.factorial(k) != math.perm(n, k) or math.perm(n, k) * math.factorial(n - k) != math.factorial(n):
            print("wrong", n, k)
print(math.comb(3000, 1400) % (10**40 + 7), math.factorial(3000) % (10**40 + 7), math.perm(3000, 1400) % (10**40 + 7))
print(math.factorial(True), math.perm(5), math.perm(5, None), math.comb(68, 34), math.factorial(0), math.perm(0), math.comb(0, 0))


class Five:
    def __index__(self):
        return 5


print(math.factorial(Five()), math.comb(Five(), 2), math.perm(Five(), Five()))
for asked in (
    lambda: math.factorial(10**100),
    lambda: math.factorial(-(10**100)),
    lambda: math.perm(10**100),
    lambda: math.perm(-3),
    lambda: math.perm(10**100, 10**50),
    lambda: math.comb(10**100, 10**50),
    lambda: math.comb(-(10**100), 1),
    lambda: math.comb(1, -(10**100)),
    lambda: math.perm(-1, 2),
    lambda: math.perm(3, -1),
    lambda: math.factorial(5.0),
    lambda: math.comb(5, None),
    lambda: math.comb(5.0, 1),
    lambda: math.perm(5, 2.0),
    lambda: math.comb(1),
    lambda: math.perm(),
):
    try:
        print(asked())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
