# logging: the names of its methods, children without a parent, levels as words, what cannot be printed, styles, basicConfig()'s refusals.
import inspect
import io
import logging
import sys
import warnings

for owner in (logging.Logger, logging.LoggerAdapter, logging):
    for name in ("debug", "info", "warning", "error", "critical", "exception", "fatal", "warn", "log"):
        if hasattr(owner, name) and (owner, name) != (logging.LoggerAdapter, "warn"):
            function = getattr(owner, name)
            print(function.__name__, function.__qualname__, function.__module__, inspect.signature(function))
for name in ("setLevel", "isEnabledFor", "getEffectiveLevel", "hasHandlers", "process"):
    print(name, inspect.signature(getattr(logging.LoggerAdapter, name)))
print(list(logging.getLevelNamesMapping().items()), [logging.getLevelName(each) for each in (0, 10, 20, 30, 40, 50, "WARN", "FATAL", "x", 7)])

out = io.StringIO()
handler = logging.StreamHandler(out)
root = logging.getLogger()
root.addHandler(handler)


def said():
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


# The manager: children right below only, loggers of its own class, a level up to which nobody logs.
deep = logging.getLogger("north.east.far")
print(sorted(each.name for each in root.getChildren() if each.name != "asyncio"), root.hasHandlers(), deep.hasHandlers())
north = logging.getLogger("north")
print(deep.parent is north, north.getChildren(), [each.name for each in root.getChildren() if each.name != "asyncio"])
east = north.getChild("east")
print(deep.parent is east, east.parent is north, [each.name for each in north.getChildren()], east.getChildren() == {deep})
print(type(root.manager.loggerDict["north.east"]).__name__, [each for each in root.manager.loggerDict if each.startswith("north")])
root.manager.disable = "ERROR"
print(root.manager.disable, deep.isEnabledFor(logging.ERROR), deep.isEnabledFor(logging.CRITICAL))
logging.disable("NOTSET")
print(root.manager.disable, deep.isEnabledFor(logging.ERROR))
for wrong in (lambda: logging.disable("NO"), lambda: root.manager.setLoggerClass(dict), lambda: logging.setLoggerClass(3)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
deep.disabled = True
deep.error("not said")
deep.disabled = False
north.propagate = False
deep.error("nobody hears it but the last resort")
print(deep.hasHandlers(), repr(said()))
north.propagate = True


# Filters that are functions or objects, and a record that one of them puts in place of another.
class Asked:
    def __init__(self, answer):
        self.answer = answer

    def filter(self, record):
        print("asked about", record.msg)
        return self.answer


yes, no = Asked(1), Asked(0)
deep.addFilter(yes)
deep.addFilter(yes)
deep.addFilter(no)
print(len(deep.filters), deep.filter(logging.makeLogRecord({"msg": "m"})), logging.Handler().filter(logging.makeLogRecord({"msg": "m"})).msg)
deep.error("one")
deep.removeFilter(no)
deep.error("two")
print(repr(said()), deep.handle(logging.makeLogRecord({"msg": "three", "levelno": 40})), handler.handle(logging.makeLogRecord({"msg": "four"})).msg, repr(said()))
deep.removeFilter(yes)


# What cannot be printed, and what a handler does with it.
class Silent:
    def __str__(self):
        raise ValueError("no words")

    __repr__ = __str__


def lines():
    return [line for line in sys.stderr.getvalue().splitlines() if not line.startswith("  ")]


kept, sys.stderr = sys.stderr, io.StringIO()
deep.error("%s", Silent())
print(lines())
sys.stderr = io.StringIO()
deep.error("%d %d", 1)
print(lines())
sys.stderr = io.StringIO()
logging.raiseExceptions = False
deep.error("%d %d", 1)
deep.log("INFO", "not a number, and no matter")
print(lines())
logging.raiseExceptions = True
sys.stderr = kept

# A record's attributes in order; dicts as arguments; an exception and a stack below the line.
record = logging.LogRecord("n", 20, "/a/b.c.py", 3, "%(x)s-%(y)s", ({"x": 1, "y": 2},), None, "f", "Stack:\n  here")
print([name for name in vars(record)], record.getMessage(), record.filename, record.module, record)
print(logging.Formatter("%(message)s\n").format(record), logging.Formatter("%(message)s").format(record), sep="|")
record.exc_text = "kept text"
print(logging.Formatter("{message}|{processName}", style="{").format(record).splitlines())


class Shown(logging.Formatter):
    default_msec_format = None

    def formatStack(self, stack_info):
        return stack_info.upper()

    def formatException(self, ei):
        return f"<{ei[0].__name__}: {ei[1]}>"


handler.setFormatter(Shown("%(levelname)s %(message)s"))
try:
    {}["k"]
except KeyError as error:
    deep.error("a", exc_info=True)
    deep.error("b", exc_info=error)
    deep.error("c", exc_info=sys.exc_info())
deep.error("d", exc_info=None)
print(said(), Shown().formatTime(logging.makeLogRecord({"created": 0.0}), "%Y"), len(Shown().formatTime(record)))
handler.setFormatter(None)
for make in (lambda: logging.Formatter("${message}", style="$", defaults={"a": 1}).format(record), lambda: logging.Formatter("{a}{message}", style="{", defaults={"a": 1}).format(record),
             lambda: logging.Formatter("$nope", style="$").format(record), lambda: logging.Formatter("{nope}", style="{").format(record), lambda: logging.Formatter("%(nope)s").format(record),
             lambda: logging.Formatter("$", style="$"), lambda: logging.Formatter("plain", style="$"), lambda: logging.Formatter("{!x}", style="{"), lambda: logging.Formatter("{a!x}", style="{"),
             lambda: logging.Formatter("{a b}", style="{"), lambda: logging.Formatter("", style="{")._fmt, lambda: logging.Formatter("plain", validate=False).format(record)):
    try:
        print(repr(make()))
    except ValueError as error:
        print("ValueError", error, "|", type(error.__context__).__name__)

# basicConfig()
for wrong in ({"stream": out, "filename": "f"}, {"stream": out, "handlers": []}, {"filename": "f", "handlers": []}, {"style": "?"}, {"wrong": 1, "other": 2}, {"handlers": [handler], "filemode": "w"}):
    root.handlers.clear()
    try:
        logging.basicConfig(**wrong)
    except ValueError as error:
        print("ValueError", error, len(root.handlers))
other = logging.StreamHandler(out)
logging.basicConfig(handlers=[handler, other], format="{message}!", style="{", level="INFO", force=True)
logging.info("told %s", "twice")
print(repr(said()), root.level, handler.formatter is other.formatter)
logging.basicConfig(stream=sys.stdout, force=True)
logging.warning("%s", "plain")
print(root.handlers[0].stream is sys.stdout, repr(said()))

# Adapters: what is added, and what of it may be the call's own.
seen = []
root.handlers[0].addFilter(lambda record: seen.append({each: vars(record).get(each) for each in "abc"}))
logging.LoggerAdapter(deep, {"a": 1, "b": 2}).error("x", extra={"b": 3, "c": 4})
logging.LoggerAdapter(deep, {"a": 1, "b": 2}, merge_extra=True).error("x", extra={"b": 3, "c": 4})
logging.LoggerAdapter(deep).exception("x", exc_info=False)
print(seen)
root.handlers.clear()

# Warnings as records, but not those that go to a file.
root.addHandler(handler)
handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message).11s"))
logging.captureWarnings(True)
logging.captureWarnings(True)
text = io.StringIO()
warnings.showwarning("w", UserWarning, "somewhere.py", 3)
warnings.showwarning("w", UserWarning, "somewhere.py", 3, text, "the line")
logging.captureWarnings(False)
logging.captureWarnings(False)
print(repr(said()), repr(text.getvalue()), logging.getLogger("py.warnings").handlers)


# At the end the youngest is closed first, and what it raises is a matter of raiseExceptions.
class Ending(logging.Handler):
    def __init__(self, name, error):
        super().__init__()
        self.set_name(name)
        self.error = error

    def flush(self):
        print("flush", self.name)

    def close(self):
        print("close", self.name)
        if self.error:
            raise self.error
        super().close()


import weakref
endings = [Ending("first", None), Ending("second", OSError()), Ending("third", KeyError("k"))]
endings[0].flushOnClose = False
print(sorted(logging.getHandlerNames()))
logging.raiseExceptions = False
logging.shutdown([weakref.ref(each) for each in endings])
logging.raiseExceptions = True
try:
    logging.shutdown([weakref.ref(each) for each in endings])
except KeyError as error:
    print("raised", error)
print(sorted(logging.getHandlerNames()))
endings[1].error = endings[2].error = None
