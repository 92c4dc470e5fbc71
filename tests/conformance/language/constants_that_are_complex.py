# Arithmetic on complex constants is done while compiling, and what comes out counts as a constant, in warnings as well.
(1 + 2j)[0:1] if False else None
for attempt in (
    lambda: ((2 + 3j) / (-1j))[1],
    lambda: (2j ** 2)(),
    lambda: (1j / 0)[0],
    lambda: (0j ** -1)[0],
    lambda: (1e300j ** 2)[0],
    lambda: (True + 1j)[0],
    lambda: (not 1j)[0],
    lambda: (-2.5j * 10**30)[0],
    lambda: (2j // 1)[0],
    lambda: [1, 2][+1j],
    lambda: "text"[1 - 1j],
):
    try:
        print(attempt())
    except (ArithmeticError, TypeError) as error:
        print(type(error).__name__, error)


def number():
    return 1 + 2j


print(number() is number(), (1 + 2j) == number(), number() is not 1 - 2j)
print(2 + 3j, -0j, 0.0 - 0j, -(2 + 3j), 1j * 1j, 1j ** 2, 2 ** 1j, (1 + 2j) / (3 - 4j), 3 - 0j, -0.0 + 1j, 1e999 - 1e999j)
for power in ((0j, -1j), (1e-200 + 1e-200j, -3), (1e300 + 1j, 200.5), (1e-200 + 0j, -2.5), (-8, 0.5), (-1e300, 1.5), (0j, 0), (1e308 + 1e308j, -2)):
    try:
        print(power, power[0] ** power[1])
    except ArithmeticError as error:
        print(power, repr(error))
match number():
    case 1 - 2j:
        print("its conjugate")
    case 1 + 2j:
        print("itself")
