"""A program may tie the contexts of its exceptions into a circle; raising goes on."""


def alone():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


try:
    alone()
except TypeError as error:
    print(repr(error), repr(error.__context__), error.__context__.__context__ is error.__context__)


def far():
    made = [ValueError(number) for number in range(5)]
    for number in range(4):
        made[number].__context__ = made[number + 1]
    made[4].__context__ = made[2]
    try:
        raise made[0]
    except ValueError:
        raise KeyError("outside")


try:
    far()
except KeyError as error:
    chain = []
    while error is not None and len(chain) < 9:
        chain.append(repr(error))
        error = error.__context__
    print(chain)
