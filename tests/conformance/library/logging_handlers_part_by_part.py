"""logging: what a handler's methods do when they are called by hand, for the handlers of logging and of logging.handlers."""
import io
import logging
import logging.handlers
import os
import queue
import sys
import time


def record(message="text", level=logging.WARNING, name="app", args=()):
    return logging.LogRecord(name, level, "file.py", 7, message, args, None, "function")


def parts(handler):
    """The methods that all handlers share."""
    print(type(handler).__name__, repr(handler).partition("<")[2].partition(" ")[0], handler.name, handler.level)
    handler.set_name("named")
    print(handler.get_name(), handler.name, logging.getHandlerByName("named") is handler)
    handler.setLevel("ERROR")
    print(handler.level, handler.formatter, handler.format(record("%s and %d", args=("words", 5))))
    handler.setFormatter(logging.Formatter("%(name)s|%(message)s|%(lineno)d|%(funcName)s"))
    print(handler.format(record()))
    only = logging.Filter("app.part")
    handler.addFilter(only)
    handler.addFilter(only)
    print(handler.filters == [only], handler.filter(record()), handler.filter(record(name="app.part.x")) is not False)
    handler.removeFilter(only)
    handler.removeFilter(only)
    print(handler.filters, bool(handler.filter(record())))
    print(handler.acquire(), handler.release(), handler.createLock(), handler.lock is not None)
    handler.setLevel(logging.NOTSET)


out = io.StringIO()
records = queue.SimpleQueue()
handlers = [logging.Handler(), logging.StreamHandler(out), logging.FileHandler("parts.log"), logging.NullHandler(),
            logging.handlers.BufferingHandler(2), logging.handlers.MemoryHandler(3, target=logging.StreamHandler(out)),
            logging.handlers.RotatingFileHandler("rotating.log", maxBytes=30, backupCount=1),
            logging.handlers.BaseRotatingHandler("base.log", "a"), logging.handlers.QueueHandler(records)]
for each in handlers:
    parts(each)
plain, stream, file, null, buffering, memory, rotating, base, queued = handlers


def tried(work, *args):
    try:
        print(work(*args))
    except Exception as error:
        print(type(error).__name__, error)


tried(plain.emit, record())
tried(plain.setLevel, "LOUD")
tried(plain.setLevel, 1.5)
tried(plain.flush)
tried(stream.emit, record("to the stream"))
tried(stream.setStream, sys.stdout)
tried(stream.setStream, sys.stdout)
stream.emit(record("to stdout"))
stream.close()
print(repr(out.getvalue()))
tried(file.emit, record("to the file"))
kept = file.setStream(sys.stdout)
print(os.path.basename(kept.name), file.setStream(kept) is sys.stdout)
print(null.handle(record()), null.emit(record()), null.createLock(), null.lock, null.flush(), null.close())

# What is kept until there is enough of it.
print(buffering.shouldFlush(record()), buffering.emit(record("one")), len(buffering.buffer), buffering.handle(record("two")) is not False, buffering.buffer)
print(buffering.flush(), buffering.capacity, buffering.close())
memory.target.setFormatter(logging.Formatter("memory: %(message)s"))
for level in (logging.INFO, logging.DEBUG):
    memory.emit(record("low", level))
    print(len(memory.buffer), memory.shouldFlush(record("low", level)), memory.shouldFlush(record("bad", logging.ERROR)), memory.flushLevel)
memory.setTarget(None)
memory.flush()
print(len(memory.buffer))
memory.setTarget(logging.StreamHandler(sys.stdout))
memory.handle(record("bad", logging.ERROR))
print(len(memory.buffer), memory.close(), memory.target)

# Files that are put aside.
print(rotating.shouldRollover(record("short")), rotating.emit(record("a line that is long enough")), rotating.shouldRollover(record("short")))
rotating.namer = lambda name: name + ".old"
rotating.rotator = lambda source, target: (print("rotator", os.path.basename(source), os.path.basename(target)), os.rename(source, target))
rotating.emit(record("the next line"))
print(rotating.flush(), rotating.doRollover(), sorted(name for name in os.listdir() if "rotating" in name))
tried(base.emit, record())
print(base.rotator, base.namer, base.rotation_filename("name"))

# Through a queue.
queued.setFormatter(logging.Formatter("queued: %(message)s"))
print(queued.prepare(record("%d of %d", args=(1, 2))).__dict__["msg"], queued.emit(record("by emit")), queued.enqueue(record("by enqueue")), queued.flush())
listener = logging.handlers.QueueListener(records, logging.StreamHandler(sys.stdout))
print(listener.dequeue(True).msg, listener.prepare(record("same")).msg, listener.handle(record("handled")))
print(listener.enqueue_sentinel(), listener.dequeue(False).msg, listener.dequeue(False))
tried(listener.dequeue, False)
queued.close()


# Errors inside emit().
class Broken(io.StringIO):
    def write(self, text):
        raise OSError("no room")


logging.raiseExceptions = False
logging.StreamHandler(Broken()).emit(record())
logging.raiseExceptions = True


class Loud(logging.StreamHandler):
    def handleError(self, record):
        print("handleError", record.msg, sys.exc_info()[1])


Loud(Broken()).emit(record("lost"))
Loud(sys.stdout).emit(record("%d", args=("no number",)))
print(logging.lastResort, logging.lastResort.level, type(logging.Formatter.converter(0)) is time.struct_time, logging.handlers.DEFAULT_TCP_LOGGING_PORT,
      logging.handlers.DEFAULT_UDP_LOGGING_PORT, logging.handlers.DEFAULT_HTTP_LOGGING_PORT, logging.handlers.DEFAULT_SOAP_LOGGING_PORT,
      logging.handlers.SYSLOG_UDP_PORT, logging.handlers.SYSLOG_TCP_PORT)
for each in handlers:
    each.close()
for name in ("parts.log", "base.log", "rotating.log", "rotating.log.1.old"):
    os.remove(name)
