# A closure keeps the variable and not its value: loops, nonlocal, defaults, cells and what del does.
functions = [lambda: n for n in range(3)]
print([f() for f in functions], [f() for f in [lambda n=n: n for n in range(3)]])


def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start
    return step, reset


step, reset = counter(10)
other, _ = counter()
print(step(), step(5), other(), reset(), step())
print(step.__closure__[0].cell_contents, [cell.cell_contents for cell in reset.__closure__], step.__code__.co_freevars)


def late():
    def show():
        return value
    try:
        show()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    print(show())
    del value
    try:
        show()
    except NameError as error:
        print(type(error).__name__, error)


late()


def shadow():
    try:
        print(total)
        total = 1
    except UnboundLocalError as error:
        print(error)


total = 5
shadow()


def kept(item, into=[]):
    into.append(item)
    return into


print(kept(1), kept(2), kept(3, []), kept.__defaults__)


class Body:
    size = 2
    table = [size for _ in range(2)] if False else [n for n in range(size)]
    call = lambda self: size if "size" in globals() else "not seen from a method"


print(Body.table, Body().call())
