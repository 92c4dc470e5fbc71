# try, except, else, finally in the orders that people guess wrong; chaining; re-raising; custom exceptions.
def order(what):
    try:
        print("try", what)
        if what == "value": raise ValueError("v")
        if what == "key": raise KeyError("k")
        if what == "return": return "returned"
    except ValueError as e:
        print("except", e, repr(e), e.args)
    except (KeyError, IndexError) as e:
        print("except2", e, repr(e))
    else:
        print("else")
    finally:
        print("finally")
    return "end"

for what in ("none", "value", "key", "return"):
    print(order(what))

def finally_wins():
    try:
        return 1
    finally:
        return 2
print(finally_wins())

def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        finally:
            print("cleanup", i)
loop()

class AppError(Exception):
    def __init__(self, code, message="app"):
        super().__init__(message)
        self.code = code

try:
    try:
        {}["x"]
    except KeyError as e:
        raise AppError(3) from e
except AppError as e:
    print(e.code, e, repr(e.__cause__), e.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("second")
except RuntimeError as e:
    print(repr(e.__context__), e.__cause__)

try:
    try:
        raise ValueError("again")
    except ValueError:
        raise
except ValueError as e:
    print("reraised", e)

try:
    e
except NameError as err:
    print(err)

def nested():
    try:
        raise TypeError("inner")
    finally:
        print("cleanup runs")
try:
    nested()
except Exception as exc:
    print(type(exc).__name__, exc)

for make in (lambda: int("x"), lambda: [][1], lambda: {}["a"], lambda: None.x, lambda: 1 + "a", lambda: "a" + 1, lambda: len(5),
             lambda: undefined, lambda: [1, 2].index(3), lambda: float("abc"), lambda: 5(), lambda: [1]["a"], lambda: (1).real.foo,
             lambda: next(iter([])), lambda: (1, 2)[5], lambda: "abc"[10], lambda: 1 < "a", lambda: -"a", lambda: {}.pop("q"),
             lambda: [].pop(), lambda: set().pop(), lambda: {[]: 1}, lambda: {1: 2}[3], lambda: 1 // 0, lambda: 1.0 / 0, lambda: 1 % 0,
             lambda: 2 ** -1 // 0, lambda: range(1, 2, 0), lambda: chr(-1), lambda: ord("ab"), lambda: max([]), lambda: sum(["a"]),
             lambda: "%d" % "x", lambda: "{}".format(), lambda: int([]), lambda: iter(5), lambda: abs("x"), lambda: None[0]):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__ + ":", e)

try:
    assert 1 == 2, "math"
except AssertionError as e:
    print("assert", e)
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == "")
try:
    raise "text"
except TypeError as e:
    print(e)
print(issubclass(KeyError, LookupError), issubclass(TimeoutError, OSError), issubclass(KeyboardInterrupt, Exception))
e = ValueError("with note")
e.add_note("a note")
print(e.__notes__)
