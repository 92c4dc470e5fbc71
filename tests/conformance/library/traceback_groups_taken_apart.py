# A group of exceptions as TracebackException has it: each of its own with its lines.
import traceback

try:
    try:
        raise KeyError("first")
    except KeyError as error:
        raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError("t")])]) from error
except ExceptionGroup as error:
    told = traceback.TracebackException.from_exception(error)
    print(told, told.exc_type_str, len(told.exceptions), told.exceptions[1].exceptions[0])
    for each in told.exceptions:
        print(list(each.format()))
    print(told.__cause__, told.__cause__.exceptions, told.__suppress_context__)
    print([frame.name for frame in told.stack])
