# A return in finally replaces what was on its way, an error too; else runs only when nothing was raised, and break passes through.
def tries(how):
    steps = []
    try:
        steps.append("try")
        if how == "raise":
            raise KeyError("k")
        if how == "return":
            return steps
    except KeyError:
        steps.append("except")
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    return steps


print(tries("raise"), tries("return"), tries("fall"))


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def override():
    for n in range(3):
        try:
            continue
        finally:
            if n == 1:
                break
    else:
        return "no break"
    return n


def nested():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as error:
        return repr(error.__context__), error.__suppress_context__


print(swallow(), override(), nested())
for n in []:
    pass
else:
    print("else of an empty loop")
while True:
    break
else:
    print("never")
try:
    raise ValueError("a") from KeyError("b")
except ValueError as error:
    print(repr(error.__cause__), error.__suppress_context__)
try:
    error
except NameError as gone:
    print(gone)
try:
    try:
        raise OSError(2, "nothing", "file.txt")
    except (ValueError, OSError) as problem:
        print(problem, problem.errno, problem.filename, type(problem).__name__)
        raise
except FileNotFoundError as again:
    print("again", again.args)
try:
    raise ValueError
except ValueError as empty:
    print(repr(empty), str(empty) == "", empty.args)
for wrong in (lambda: exec("raise 5"), lambda: exec("raise ValueError from 5"), lambda: exec("raise"), lambda: exec("try: 1/0\nexcept 5: pass"), lambda: exec("assert False, 'why'"), lambda: exec("assert 0"), lambda: exec("try: 1/0\nexcept (ValueError, 5): pass")):
    try:
        wrong()
    except BaseException as problem:
        print(type(problem).__name__, problem)
