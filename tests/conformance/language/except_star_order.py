"""What except* gives back keeps the group's own order and nesting; a single exception is wrapped at the except*."""
import traceback


def several():
    raise ExceptionGroup("several", [ValueError("v"), ExceptionGroup("in", [ValueError(2), OSError(3)]), TypeError("t")])


try:
    try:
        several()
    except* OSError:
        raise
    except* TypeError:
        raise
except ExceptionGroup as group:
    print(repr(group))
try:
    try:
        several()
    except* KeyError:
        print("never")
    except* (TypeError, OSError):
        raise
    except* ValueError:
        raise
except ExceptionGroup as group:
    print(repr(group))
try:
    try:
        several()
    except* OSError as error:
        raise RuntimeError("new") from error
except ExceptionGroup as group:
    print(repr(group))
try:
    try:
        raise KeyError("alone")
    except* KeyError as group:
        print(repr(group))
        raise
except ExceptionGroup:
    traceback.print_exc()
