# traceback: the text of an exception as a program asks for it.
import io
import sys
import traceback


def inner():
    raise ValueError("deep")


def outer():
    try:
        inner()
    except ValueError as error:
        raise RuntimeError("wrapped") from error


try:
    outer()
except RuntimeError as error:
    print(traceback.format_exc(), end="")
    print(traceback.format_exception_only(error), traceback.format_exception(error)[-1])
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(error.__traceback__)])
    print("".join(traceback.format_tb(error.__traceback__)), end="")
    out = io.StringIO()
    traceback.print_exception(error, file=out, chain=False)
    print(out.getvalue(), end="")
    traceback.print_exc(file=sys.stdout, limit=1)


def recursive(n):
    return recursive(n - 1) if n else 1 / 0


try:
    recursive(9)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
error = KeyError("k")
error.add_note("a note")
print(traceback.format_exception_only(type(error), error), traceback.format_exception(error))
try:
    raise ExceptionGroup("several", [TypeError(1), ValueError(2)])
except ExceptionGroup:
    print(traceback.format_exc(), end="")


def show():
    print("".join(traceback.format_stack()), end="")
    print([f.name for f in traceback.extract_stack()])


show()
print(traceback.format_exc())
traceback.print_exc()
