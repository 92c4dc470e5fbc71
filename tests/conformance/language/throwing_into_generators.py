# send, throw and close, what a generator's return gives, and yield from between two of them.
def echo():
    got = None
    try:
        while True:
            try:
                got = yield got
            except ValueError as error:
                got = f"caught {error}"
    except GeneratorExit:
        print("closed")
        raise
    finally:
        print("finally")


g = echo()
print(next(g), g.send("a"), g.throw(ValueError("b")), g.send(None))
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("KeyError", error, g.gi_frame)
g = echo()
next(g)
print(g.close(), g.close())
try:
    echo().send(1)
except TypeError as error:
    print(error)


def inner():
    try:
        got = yield 1
        print("inner got", got)
        yield 2
    finally:
        print("inner ends")
    return "result"


def outer():
    result = yield from inner()
    print("outer got", result)
    return result * 2


try:
    g = outer()
    print(next(g), g.send("x"))
    next(g)
except StopIteration as stop:
    print("value", stop.value)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def stops():
    yield 1
    raise StopIteration("inside")


try:
    print(list(stops()))
except RuntimeError as error:
    print(error, "from", repr(error.__cause__))


def busy():
    yield list(running)


running = busy()
try:
    next(running)
except ValueError as error:
    print(error)
