# traceback: frames as tuples, what is equal to what, lists of them, limits, where it prints, what came before an exception.
import io
import sys
import traceback


def inner(depth):
    if depth:
        return inner(depth - 1)
    return traceback.extract_stack()


frame = traceback.FrameSummary("f.py", 3, "work", line="  x = 1  ", locals={"b": [1], "a": "t"})
same = traceback.FrameSummary("f.py", 3, "work", line="other", locals={"b": [1], "a": "t"}, end_lineno=9)
print(frame, len(frame), tuple(frame), frame[0], frame[-1], frame[1:3], frame.locals, frame.end_lineno, same.end_lineno, frame.colno)
print(frame == same, frame == ("f.py", 3, "work", "x = 1"), frame == ("f.py", 3), frame == 5, frame != same, frame == traceback.FrameSummary("f.py", 3, "work"))
print(repr(traceback.FrameSummary("nowhere.py", 3, "f").line), traceback.FrameSummary("nowhere.py", None, "f").line)
for name in ("f.py", "work"):
    print(name in frame, list(frame).count(name))
filename, lineno, name, line = frame
print(filename, lineno, name, line)
made = traceback.StackSummary.from_list([frame, ("g.py", 4, "go", "go()"), ("h.py", 5, "none", None)])
print(type(made).__name__, made[0] is frame, made, "".join(made.format()))
print(traceback.format_list([("f.py", 1, "again", "again()")] * 5), len(traceback.format_list([("f.py", 1, "again", "again()")] * 4)))
stack = inner(5)
print([each.name for each in stack], stack[-1].line, [each.name for each in traceback.extract_stack(limit=1)], traceback.extract_stack(limit=0))
print([(frame.f_code.co_name, number) for frame, number in traceback.walk_stack(sys._getframe())], len(list(traceback.walk_tb(None))))


def printed(function, *args, **kwargs):
    out = io.StringIO()
    function(*args, file=out, **kwargs)
    return out.getvalue()


class Quiet(Exception):
    def __len__(self):
        return 0


def fail(depth):
    if depth:
        fail(depth - 1)
    raise Quiet("inner")


def chained(how):
    try:
        fail(2)
    except Quiet as error:
        if how == "cause":
            raise KeyError("outer") from error
        if how == "none":
            raise KeyError("outer") from None
        raise KeyError("outer")


for how in ("cause", "none", "context"):
    try:
        chained(how)
    except KeyError as error:
        caught = error
        print(printed(traceback.print_exc), printed(traceback.print_exception, error, chain=False, limit=1), sep="--\n")
        told = traceback.TracebackException.from_exception(error, limit=-1)
        print(told, told.__cause__ and str(told.__cause__), told.__suppress_context__, told.exc_type_str, [len(each.stack) for each in (told, told.__cause__) if each])
        print(printed(told.print) == "".join(told.format()), told == traceback.TracebackException.from_exception(error, limit=-1), told == 5)
        print(traceback.format_exc() == "".join(traceback.format_exception(error)) == printed(traceback.print_exception, error))
        print(printed(traceback.print_tb, error.__traceback__, 1) == "".join(traceback.format_tb(error.__traceback__, 1)), [(frame.f_code.co_name, number) for frame, number in traceback.walk_tb(error.__traceback__)])
print(printed(traceback.print_list, [frame, ("g.py", 4, "go", "go()")]), printed(traceback.print_stack, limit=1), repr(traceback.format_stack(limit=1)), sep="")
sys.stderr, kept = io.StringIO(), sys.stderr
traceback.print_exception(caught.__context__)
traceback.print_list([("g.py", 4, "go", "go()")])
print(sys.stderr.getvalue().splitlines()[-3:])
sys.stderr = kept
for wrong in (lambda: traceback.format_exception(5), lambda: traceback.print_last()):
    try:
        print(wrong())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
noted = ValueError("v")
noted.add_note("one\ntwo")
print(traceback.format_exception_only(noted), traceback.format_exception_only(None), repr(printed(traceback.print_exc)))
group = ExceptionGroup("g", [noted, ExceptionGroup("h", [KeyError("k")])])
print(traceback.format_exception_only(group), traceback.format_exception_only(group, show_group=True))
