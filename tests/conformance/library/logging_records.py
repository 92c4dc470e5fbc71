# logging: records go up to every ancestor's handlers; a handler has a level, filters, a formatter and a lock of its own.
import io
import logging
import sys

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s"))
handler.set_name("memory")
root, app, part = logging.getLogger(), logging.getLogger("app"), logging.getLogger("app.part")
root.addHandler(handler)
print(handler.get_name(), logging.getHandlerByName("memory") is handler, logging.getHandlerNames(), part.parent is app, app.getChild("part") is part, sorted(each.name for each in app.getChildren()), part.hasHandlers())
part.warning("w %d", 1)
part.info("below the root's level")
app.setLevel("DEBUG")
part.debug("d")
part.critical("c")
part.fatal("f")
part.log(25, "between")
part.log(logging.NOTSET, "never")
logging.addLevelName(25, "NOTICE")
part.log(25, "named")
print(stream.getvalue(), end="")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(3), logging.getLevelNamesMapping()["NOTICE"], part.getEffectiveLevel(), part.level == logging.NOTSET, logging.WARN == logging.WARNING, logging.FATAL == logging.CRITICAL)


def fresh():
    stream.seek(0)
    stream.truncate()


# A handler's level and filters come after the logger's; a filter may be a function, an object, or give another record.
fresh()
handler.setLevel(logging.ERROR)
app.error("kept")
app.warning("dropped by the handler")
handler.setLevel(logging.NOTSET)
no_secrets = lambda record: "secret" not in record.getMessage()
handler.addFilter(no_secrets)
app.error("a secret")
handler.removeFilter(no_secrets)
only_part = logging.Filter("app.part")
print(only_part.filter(logging.makeLogRecord({"name": "app.part.x"})), only_part.filter(logging.makeLogRecord({"name": "app.partner"})), logging.Filter().filter(logging.makeLogRecord({})))
app.addFilter(only_part)
app.error("by a logger that is filtered")
part.error("a logger's filter is not asked about what its children log")
app.removeFilter(only_part)


class Upper(logging.Filter):
    def filter(self, record):
        changed = logging.makeLogRecord(record.__dict__)
        changed.msg = changed.msg.upper()
        return changed


handler.addFilter(shout := Upper())
app.error("quietly")
handler.removeFilter(shout)
print(stream.getvalue(), end="")


# One's own handler writes emit(); what it raises is reported, not raised.
class Listing(logging.Handler):
    def __init__(self, *args):
        super().__init__(*args)
        self.seen = []

    def emit(self, record):
        if record.args == ("fail",):
            raise OSError("disk full")
        self.seen.append(self.format(record))

    def handleError(self, record):
        print("handleError:", record.msg, repr(sys.exception()))

    def flush(self):
        print("flush")

    def close(self):
        print("close")
        super().close()


listing = Listing(logging.INFO)
app.addHandler(listing)
app.propagate = False
app.info("one %s", "x")
app.debug("no")
try:
    app.info("two %s", "fail")
except OSError as error:
    print("it is emit()'s own business to call handleError():", error)
listing.handle(logging.makeLogRecord({"msg": "direct", "levelno": 20}))
print(listing.seen, listing, handler.level, listing.level)
app.removeHandler(listing)
app.removeHandler(listing)
listing.close()
app.propagate = True

# A record and its makers.
record = logging.LogRecord("name", logging.INFO, "/path/file.py", 7, "%s and %s", ("a", "b"), None, func="run")
print(record.getMessage(), record, record.levelname, record.lineno, record.filename, record.module, record.pathname, record.funcName, record.exc_info)
print(logging.LogRecord("n", 10, "p", 1, "%(x)s", ({"x": 5},), None).getMessage(), app.makeRecord("n", 20, "f.py", 3, "m", (), None, extra={"user": "ann"}).user)
try:
    app.error("x", extra={"message": 1})
except KeyError as error:
    print(error)
formatter = logging.Formatter("{asctime} {levelname[0]} {message}", style="{", datefmt="%H:%M")
print(formatter.format(record), formatter.usesTime(), logging.Formatter("$message ${name}", style="$").format(record), logging.Formatter().format(record), logging.BASIC_FORMAT, formatter.converter.__name__)
print(logging.Formatter.default_time_format, logging.Formatter.default_msec_format, logging.Formatter().formatTime(record), logging.Formatter("%(missing)s", defaults={"missing": "else"}).format(record), formatter.formatMessage(record))
for failing in (lambda: logging.Formatter("{bad", style="{"), lambda: logging.Formatter("no field"), lambda: logging.Formatter("x", style="?"), lambda: logging.Formatter("%(x)z"), lambda: app.setLevel("LOUD"), lambda: app.setLevel(None), lambda: app.log("ERROR", "x"),
                lambda: logging.getLogger(5), lambda: handler.setLevel(1.5), lambda: logging.setLoggerClass(int), lambda: logging.basicConfig(level="x") if not root.handlers else logging.getLevelName("x")):
    try:
        print(failing())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    1 / 0
except ZeroDivisionError:
    text = logging.Formatter().formatException(sys.exc_info())
    print(text.splitlines()[0], text.splitlines()[-1])
print(logging.Formatter().formatStack("as it is"), logging.BufferingFormatter(logging.Formatter("- %(message)s")).format([record, record]), repr(logging.BufferingFormatter().formatHeader([])), repr(logging.BufferingFormatter().formatFooter([])))


# Loggers and records of one's own class.
class Own(logging.Logger):
    def shout(self, text):
        self.error(text.upper())


fresh()
logging.setLoggerClass(Own)
logging.getLogger("own").shout("hello")
print(logging.getLoggerClass() is Own, logging.getLogger("own"), app, root)
logging.setLoggerClass(logging.Logger)
factory = logging.getLogRecordFactory()


def numbered(*args, **kwargs):
    made = factory(*args, **kwargs)
    made.msg = f"#1 {made.msg}"
    return made


logging.setLogRecordFactory(numbered)
app.error("text")
logging.setLogRecordFactory(factory)


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


adapter = Adapter(app, {"id": 7})
adapter.debug("d")
adapter.warning("w")
adapter.error("e")
adapter.critical("c")
adapter.log(25, "l")
adapter.setLevel(logging.ERROR)
adapter.info("no")
print(adapter.isEnabledFor(logging.INFO), adapter.getEffectiveLevel(), adapter.hasHandlers(), adapter.name, adapter, logging.LoggerAdapter(app, {"a": 1}).process("m", {"extra": {"b": 2}}), stream.getvalue().replace("\n", " / "))
adapter.setLevel(logging.DEBUG)
try:
    raise KeyError("k")
except KeyError:
    adapter.exception("caught")
print(stream.getvalue().splitlines()[-1])

# The module's own functions are the root's methods; disable() stops everything up to a level.
fresh()
logging.error("e %s", 1)
logging.critical("c")
logging.fatal("f")
logging.debug("no")
logging.log(logging.ERROR, "l")
logging.disable(logging.ERROR)
logging.error("disabled")
logging.disable(logging.NOTSET)
try:
    int("x")
except ValueError:
    logging.exception("ex")
print(stream.getvalue().replace("\n", " / "))
import warnings
fresh()
logging.captureWarnings(True)
warnings.warn("captured")
logging.captureWarnings(False)
print(stream.getvalue().split("|")[1], "captured" in stream.getvalue())

# A file, and another stream for a handler.
with open("log.txt", "w"):
    pass
file = logging.FileHandler("log.txt", mode="a", encoding="utf-8", delay=True)
file.terminator = "<end>\n"
app.addHandler(file)
app.error("to the file")
file.flush()
print(open("log.txt").read(), end="")
file.close()
app.removeHandler(file)
other = io.StringIO()
print(handler.setStream(other) is stream, handler.setStream(other), handler.stream is other)
handler.acquire()
handler.release()
null = logging.NullHandler()
print(null.handle(record), null.emit(record), null.createLock(), null.lock, logging.lastResort.level, logging.raiseExceptions, root.callHandlers(record), other.getvalue(), part.findCaller()[1:3] if False else "")
logging.shutdown()
import os
os.remove("log.txt")
root.removeHandler(handler)
logging.getLogger("lonely").warning("by the last resort")
logging.getLogger("lonely").info("not that")
