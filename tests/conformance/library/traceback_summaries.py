# traceback: an exception taken apart into frames and texts, kept without keeping the frames, and put together again.
import io
import sys
import traceback
from traceback import FrameSummary, StackSummary, TracebackException


def inner(value):
    local = value * 2
    raise ValueError(f"bad {local}")


def outer():
    try:
        inner(3)
    except ValueError as error:
        raise KeyError("outer") from error


try:
    outer()
except KeyError as error:
    caught = error

caught.__traceback__ = caught.__traceback__.tb_next    # without the module, whose names are many
summary = TracebackException.from_exception(caught, capture_locals=True)
print(summary.exc_type_str, str(summary), summary.__cause__.exc_type_str, summary.__context__ is summary.__cause__, summary.__suppress_context__, [frame.name for frame in summary.stack])
print("".join(summary.format()), end="")
print(list(summary.format(chain=False))[-1], list(summary.format_exception_only()), list(summary.__cause__.format_exception_only(show_group=True)))
TracebackException(type(caught), caught, caught.__traceback__, limit=1).print(file=sys.stdout, chain=False)
print(TracebackException.from_exception(ValueError("a")) == TracebackException.from_exception(ValueError("a")), TracebackException.from_exception(caught) == summary)

frames = traceback.extract_tb(caught.__traceback__)
last = frames[-1]
print(type(frames).__name__, len(frames), last, last.name, last.line, last.lineno, last.end_lineno, last.colno, last.end_colno, last.locals, tuple(last)[1:], last == FrameSummary(last.filename, last.lineno, last.name))
print("".join(frames.format()), end="")
print("".join(traceback.format_list([("file.py", 3, "run", "x = 1"), FrameSummary("no_such_file.py", 5, "gone")])), end="")
made = StackSummary.from_list([("a.py", 1, "f", "one()"), FrameSummary("b.py", 2, "g", line="two()", locals={"x": "5"})])
print(made, made.format_frame_summary(made[1]), end="")
print("".join(StackSummary.from_list([("r.py", 1, "again", "again()")] * 6 + [("r.py", 2, "end", "end()")]).format()), end="")

walked = [(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(caught.__traceback__)]
print(walked, [frame.f_code.co_name for frame, _ in traceback.walk_stack(sys._getframe())])
print([frame.name for frame in StackSummary.extract(traceback.walk_tb(caught.__cause__.__traceback__), limit=-1, lookup_lines=False)])
for limit in (None, 1, -1, 0):
    print(limit, [frame.name for frame in traceback.extract_tb(caught.__traceback__, limit)])

buffer = io.StringIO()
traceback.print_tb(caught.__traceback__, limit=1, file=buffer)
traceback.print_exception(caught, limit=-1, file=buffer, chain=False)
traceback.print_list(frames, file=buffer)
print(buffer.getvalue(), end="")


def where():
    traceback.print_stack(limit=2, file=sys.stdout)


where()
trace = caught.__cause__.__traceback__
while trace.tb_next:
    trace = trace.tb_next
print(trace.tb_frame.f_locals)
group = ExceptionGroup("several", [ValueError(1), ExceptionGroup("more", [TypeError("t")])])
print("".join(traceback.format_exception_only(group)), "".join(traceback.format_exception_only(group, show_group=True)), sep="", end="")
print("".join(TracebackException.from_exception(group).format()), end="")
noted = ValueError("with notes")
noted.add_note("first\nsecond")
print(traceback.format_exception_only(noted), traceback.format_exception_only(SyntaxError("bad", ("f.py", 1, 3, "a b c", 1, 4))), traceback.format_exception_only(None), traceback.format_exception(None))


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError


print(traceback.format_exception_only(Unprintable()))
