# while, for, else, break, continue, conditional expressions, boolean operators that return operands, match.
for n in range(2, 10):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
i = 0
while i < 10:
    i += 1
    if i == 3: continue
    if i == 6: break
    print(i, end=" ")
else:
    print("never")
print()
while False:
    pass
else:
    print("while else")
print("a" if i else "b", 0 or "x" or "y", 1 and 2 and 3, None or 0, not 1, [] or {} or "last", 1 if 0 else 2 if 0 else 3)
def grade(p):
    if p >= 90: return "A"
    elif p >= 80: return "B"
    else: return "C"
print(grade(95), grade(85), grade(10))
x = y = []
x.append(1)
print(y, x is y, [] is [], None is None, 1 is not None)
a, b = 1, 2
a, b = b, a + b
print(a, b)
n = 5
n += 2; n *= 3; n -= 1; n //= 2; n **= 2; n %= 7; n <<= 3; n |= 1; n ^= 2; n &= 31; n >>= 1
print(n)
def chain(v):
    print("eval", v)
    return v
print(chain(1) < chain(0) < chain(5))
def describe(v):
    match v:
        case 0: return "zero"
        case int(n) if n < 0: return f"negative {n}"
        case [a, b]: return f"pair {a} {b}"
        case [first, *rest]: return f"list {first} {rest}"
        case {"kind": k, **others}: return f"dict {k} {others}"
        case str() as s: return f"str {s}"
        case None | True: return "none or true"
        case _: return "other"
for v in (0, -5, (1, 2), [1, 2, 3], {"kind": "k", "x": 1}, "s", None, True, 3.5):
    print(describe(v))
if (n := len("walrus")) > 3:
    print(n)
del n
try:
    n
except NameError as e:
    print(e)
def unbound():
    print(z)
    z = 1
try:
    unbound()
except UnboundLocalError as e:
    print(e)
print(__name__, type(print).__name__, __debug__)
