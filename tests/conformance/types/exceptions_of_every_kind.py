# Which exception is which: what raises them, whose children they are, what they carry beside their text.
import builtins
import warnings

errors = sorted((each for each in vars(builtins).values() if isinstance(each, type) and issubclass(each, BaseException)), key=lambda kind: kind.__name__)
errors = [kind for kind in errors if not kind.__name__.startswith("_")]
children = {}
for kind in errors:
    children.setdefault(kind.__base__.__name__, []).append(kind.__name__)
for name, below in sorted(children.items()):
    print(name, "<-", *sorted(below))
print(EnvironmentError is OSError is IOError)

# An OSError with a number becomes the child that stands for it.
for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 107, 110, 111, 5, 9999):
    print(number, type(OSError(number, "text")).__name__, end="; ")
print()
for kind in (BlockingIOError, BrokenPipeError, ChildProcessError, ConnectionAbortedError, InterruptedError, IsADirectoryError, NotADirectoryError, ProcessLookupError):
    print(kind(1, "said", "file"), kind.__mro__[1].__name__, repr(kind("only this")), kind(5, "x").errno, end="; ")
print()
blocked = BlockingIOError(11, "would block", 7)
print(blocked.characters_written, blocked.errno, blocked.args, blocked.filename)
try:
    OSError(1, "x").characters_written
except AttributeError as error:
    print(type(error).__name__)

# Arithmetic, lookups, buffers, references: what catches more than one.
for failing in (lambda: 1 / 0, lambda: 2.0 ** 10000, lambda: int("9" * 5000), lambda: [][0], lambda: {}["k"], lambda: "é".encode("ascii"), lambda: b"\xff".decode()):
    try:
        failing()
    except ArithmeticError as error:
        print("ArithmeticError:", type(error).__name__, error)
    except LookupError as error:
        print("LookupError:", type(error).__name__, error)
    except ValueError as error:
        print("ValueError:", type(error).__name__, str(error)[:40])
held = bytearray(b"abc")
view = memoryview(held)
try:
    held.append(1)
except BufferError as error:
    print(error)
view.release()
held.append(1)
for kind in (FloatingPointError, SystemError, ReferenceError, PythonFinalizationError, BufferError, MemoryError):
    print(repr(kind("a", 1)), str(kind("a", 1)), str(kind()), kind.__base__.__name__, end="; ")
print()

# Where in a text: the Unicode errors; what was to be translated has no encoding.
translate = UnicodeTranslateError("aéb", 1, 2, "no such letter")
print(translate, translate.object, translate.start, translate.end, translate.reason, UnicodeTranslateError("abc", 0, 2, "r"))
for bad in (lambda: UnicodeTranslateError("a"), lambda: UnicodeDecodeError("u", "text", 0, 1, "r"), lambda: BaseExceptionGroup("m", []), lambda: ExceptionGroup("m", [KeyboardInterrupt()]), lambda: ExceptionGroup("m", 5), lambda: BaseExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("m", [5])):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for text in ("if x:\n\ty\n        z", "  x", "if x:\ny", "x = ("):
    try:
        compile(text, "text", "exec")
    except TabError as error:
        print("TabError", error.msg, error.lineno)
    except IndentationError as error:
        print("IndentationError", error.msg, error.lineno)
    except SyntaxError as error:
        print("SyntaxError", error.msg, error.lineno)

# A BaseExceptionGroup of plain exceptions is an ExceptionGroup; derive() makes the parts of one's own class.
print(type(BaseExceptionGroup("m", [ValueError()])).__name__, type(BaseExceptionGroup("m", [KeyboardInterrupt()])).__name__)


class Failures(ExceptionGroup):
    def derive(self, exceptions):
        return Failures(self.message.upper(), exceptions)


failures = Failures("several", [ValueError(1), TypeError(2)])
failures.add_note("a note")
match, rest = failures.split(ValueError)
print(repr(match), repr(rest), match.__notes__, repr(failures.subgroup(lambda error: error.args == (2,))), repr(failures.derive([OSError()])), failures.split(OSError)[0], failures.args)
print(ExceptionGroup("plain", [ValueError()]).derive([KeyError()]), failures.with_traceback(None) is failures)

# with_traceback() puts one in the place of its own; raise adds to it.
try:
    try:
        raise ValueError("inner")
    except ValueError as error:
        trace = error.__traceback__
        raise KeyError("outer").with_traceback(trace) from None
except KeyError as error:
    lines = []
    each = error.__traceback__
    while each:
        lines.append(each.tb_lineno)
        each = each.tb_next
    print(lines[1] < lines[0], len(lines), error.__cause__, error.__suppress_context__, repr(error.__context__))
for bad in (lambda: ValueError().with_traceback(5), lambda: ValueError().add_note(5), lambda: setattr(ValueError(), "__cause__", 5), lambda: setattr(ValueError(), "args", 5), lambda: ValueError(key=1), lambda: KeyError().with_traceback(None).__traceback__):
    try:
        print(bad())
    except TypeError as error:
        print(error)

# What a name, an attribute and an import could not find.
for failing in (lambda: undefined, lambda: (5).real_part, lambda: __import__("no_such_module_at_all")):
    try:
        failing()
    except (NameError, AttributeError, ImportError) as error:
        print(type(error).__name__, error.name, getattr(error, "obj", None), getattr(error, "path", None))
print(ImportError("m", name="n", path="p").name, AttributeError("m", name="a", obj=5).obj, StopIteration(7).value, StopAsyncIteration(7).args, SystemExit(3).code, SystemExit(1, 2).code, GeneratorExit().args)

# Warnings are exceptions that are usually shown, not raised; a filter decides.
for kind in (Warning, BytesWarning, EncodingWarning, ImportWarning, PendingDeprecationWarning, ResourceWarning, SyntaxWarning, UnicodeWarning, UserWarning, RuntimeWarning, FutureWarning, DeprecationWarning):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("text", kind)
        print(caught[0].category.__name__, caught[0].message.args, end="; ")
    with warnings.catch_warnings():
        warnings.simplefilter("error", kind)
        try:
            warnings.warn(kind("raised"))
        except Warning as error:
            print(type(error) is kind, end="; ")
print()
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", message="quiet")
    warnings.warn_explicit("explicit", UserWarning, "file.py", 7, module="mod")
    warnings.warn_explicit("quiet please", UserWarning, "file.py", 8)
    warnings.showwarning("shown", UserWarning, "other.py", 9)
print([(str(each.message), each.category.__name__, each.filename, each.lineno) for each in caught])
