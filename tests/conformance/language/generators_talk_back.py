# send() gives a yield its value, throw() raises there, close() raises GeneratorExit; return becomes StopIteration's value.
def echo():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as error:
                received.append(f"caught {error}")
    except GeneratorExit:
        print("closing with", received)
        raise
    finally:
        print("finally")


talk = echo()
print(next(talk), talk.send("a"), talk.throw(ValueError("b")), talk.send(None), talk.gi_running, talk.gi_suspended)
talk.close()
print(list(talk), talk.close())


def inner():
    got = yield "from inner"
    return f"inner got {got}"


def outer():
    result = yield from inner()
    print(result)
    rest = yield from "xy"
    return rest, "done"


delegate = outer()
print(next(delegate), delegate.send("hello"), next(delegate))
try:
    next(delegate)
except StopIteration as stop:
    print(stop.value, stop.args)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def raises_stop():
    yield 1
    raise StopIteration("early")


never = echo()
for wrong in (lambda: never.send("too soon"), lambda: list(raises_stop()), lambda: never.throw(KeyError("unstarted")), lambda: next(never), lambda: stubborn().send(1), lambda: next(iter([]))):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))
mule = stubborn()
next(mule)
try:
    mule.close()
except RuntimeError as error:
    print(error)


def selfish():
    yield next(me)


me = selfish()
try:
    next(me)
except ValueError as error:
    print(error)
squares = (n * n for n in range(3))
print(4 in squares, list(squares), next(squares, "empty"), sum(n for n in range(4)))
