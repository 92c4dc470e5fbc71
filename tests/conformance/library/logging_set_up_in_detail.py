# logging.config and logging.handlers: what an existing logger becomes, what refers to what, errors and their causes, who is asked when a file is put aside.
import io
import logging
import logging.config
import logging.handlers
import os
import queue

out = io.StringIO()
names = ("old", "old.child", "kept", "kept.a", "kept.a.b", "keptx", "named")
for name in names:
    logger = logging.getLogger(name)
    logger.setLevel(logging.ERROR)
    logger.propagate = False
    logger.addHandler(logging.NullHandler())
logging.getLogger("far.away")


def states():
    for name in names:
        logger = logging.getLogger(name)
        print(name, logger.level, logger.propagate, logger.disabled, logger.handlers)


class Short(logging.Formatter):
    def __init__(self, format="?", **more):
        print("Short", format, more)
        super().__init__(format)


class Only:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


def only(word):
    return Only(word)


base = {
    "version": 1,
    "formatters": {"plain": {"format": "%(name)s %(message)s"}, "braces": {"style": "{", "format": "{levelname}:{message}{more}", "defaults": {"more": "!"}, "validate": False}, "own": {"()": Short, "format": "cfg://words.own"}, "cls": {"class": "logging.Formatter", "format": "cfg://words[list][1]"}},
    "filters": {"word": {"()": only, "word": "yes"}, "named": {"name": "named"}},
    "words": {"own": "own %(message)s", "list": ["%(message)s", "<%(message)s>"], "12": "digits", "deep": {"er": [[1], ("cfg://words.12",)]}},
    "handlers": {"a_memory": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "stream", "flushLevel": "CRITICAL"}, "stream": {"class": "logging.StreamHandler", "stream": out, "formatter": "plain", "filters": ["word"], "level": "INFO", ".": {"terminator": "|\n"}}, "braced": {"()": logging.StreamHandler, "stream": out, "formatter": "braces"}, "cls": {"class": "logging.StreamHandler", "stream": out, "formatter": "cls"}},
    "loggers": {"kept": {"level": "INFO", "handlers": ["a_memory"], "propagate": False}, "named": {"handlers": ["braced", "cls"], "filters": ["named", only("d")], "level": 5}},
    "root": {"level": "DEBUG", "handlers": ["stream"]},
}
logging.config.dictConfig(base)
states()
print(logging.getLogger().handlers[0].terminator, sorted(logging.getHandlerNames()), logging.getLogger("far").disabled, logging.getLogger("far.away").disabled)
logging.getLogger("kept").info("one yes")
logging.getLogger("kept.a.b").warning("two no")
logging.getLogger("kept").info("three yes")
logging.getLogger("named").error("done")
logging.getLogger("named").error("nope")
logging.warning("yes, the root")
logging.getLogger("kept").critical("four yes")
print(out.getvalue())
handler = logging.getHandlerByName("stream")
logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"stream": {"level": "ERROR"}, "braced": {}}, "loggers": {"kept": {"level": "ERROR", "propagate": True}, "brand.new": {"level": 1}}, "root": {"level": 40}})
states()
print(handler.level, logging.getLogger().level, logging.getLogger("brand.new").level, logging.getHandlerByName("stream") is handler)
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "loggers": {"kept.a": {}}})
states()
print(logging.getLogger().handlers, logging.getHandlerNames())


# Every error says which part it was, and why.
def told(**changes):
    config = {"version": 1, **changes}
    try:
        logging.config.dictConfig(config)
        print("no error")
    except Exception as error:
        words = []
        while error is not None:
            missing = isinstance(error, ImportError) or isinstance(error.__cause__, ImportError)
            words.append(type(error).__name__ if missing else f"{type(error).__name__}: {error}")
            error = error.__cause__
        print(" <- ".join(words))


told(version=2)
told(formatters={"f": {"format": "no field"}})
told(formatters={"f": {"class": "no.such.thing"}})
told(formatters={"f": {"()": "logging.Nope"}})
told(filters={"f": {"()": only, "word": 1, "bad name": 2}})
told(handlers={"h": {}})
told(handlers={"h": {"class": "logging.StreamHandler", "formatter": "missing"}})
told(handlers={"h": {"class": "logging.StreamHandler", "filters": ["missing"]}})
told(handlers={"h": {"class": "logging.StreamHandler", "level": "LOUD"}})
told(handlers={"h": {"class": "logging.handlers.MemoryHandler", "capacity": 1, "target": "missing"}})
told(handlers={"a": {"class": "logging.handlers.MemoryHandler", "capacity": 1, "target": "b"}, "b": {"class": "logging.handlers.MemoryHandler", "capacity": 1, "target": "a"}})
told(handlers={"h": {"class": "logging.handlers.QueueHandler", "handlers": ["missing"]}})
told(handlers={"h": {"class": "logging.handlers.QueueHandler", "queue": 5}})
told(handlers={"h": {"class": "logging.handlers.QueueHandler", "listener": 5}})
told(handlers={"h": {"class": "logging.StreamHandler", "stream": "cfg://nothing"}})
told(handlers={"h": {"class": "logging.StreamHandler", "stream": "cfg://!"}})
told(handlers={"h": {"class": "logging.StreamHandler", "stream": "cfg://version!"}})
told(loggers={"x": {"handlers": ["missing"]}})
told(loggers={"x": {"level": "LOUD"}})
told(root={"filters": ["missing"]})
told(incremental=True, handlers={"missing": {}})
told(incremental=True, loggers={"x": {"level": "LOUD"}})
try:
    logging.config.dictConfig({})
except ValueError as error:
    print(error)
configurator = logging.config.BaseConfigurator({"a": {"b": ["cfg://c", {"d": "ext://os.sep"}], "7": "seven"}, "c": (1, "cfg://a[7]")})
a = configurator.config["a"]
print(type(a).__name__, a["b"][0], a["b"][1]["d"], a.get("b").pop()["d"], a.get("nothing", 3), a.pop("7"), a.parent is configurator.config, a.key, type(configurator.config["c"]).__name__, configurator.as_tuple([1]))
for text in ("a.b[0]", "a[b][0]", "a.b[5]", "a.z", "a b"):
    try:
        print(configurator.cfg_convert(text))
    except Exception as error:
        print(type(error).__name__, error)


# A file is put aside: who is asked for names, in which order.
class Telling(logging.handlers.RotatingFileHandler):
    def rotation_filename(self, default_name):
        name = super().rotation_filename(default_name)
        print("named", os.path.basename(name))
        return name

    def rotate(self, source, dest):
        print("rotate", os.path.basename(source), os.path.basename(dest))
        super().rotate(source, dest)


rotating = Telling("aside.log", mode="w", maxBytes=10, backupCount=3, delay=True)
rotating.namer = lambda name: name + ".kept"
print(rotating.mode, rotating.stream, logging.handlers.RotatingFileHandler.emit.__name__, logging.handlers.RotatingFileHandler("zero.log", "w", delay=True).mode)
for word in ("one", "two two", "three", "four", "five", "six"):
    rotating.handle(logging.makeLogRecord({"msg": word}))
rotating.close()
for name in sorted(each for each in os.listdir() if each.startswith("aside")):
    print(name, open(name).read().split("\n"))
    os.remove(name)


class Failing(logging.handlers.QueueHandler):
    def enqueue(self, record):
        raise OSError("full")

    def handleError(self, record):
        print("handleError", record.msg)


Failing(None).handle(logging.makeLogRecord({"msg": "m %s", "args": (1,)}))


# A listener counts what it has taken out; what a handler raises as Empty ends it.
class Counted(queue.Queue):
    def task_done(self):
        print("done")
        super().task_done()


class Listed(logging.Handler):
    def emit(self, record):
        print("listed", record.getMessage(), record.args)
        if record.msg == "end":
            raise queue.Empty


records = Counted()
listener = logging.handlers.QueueListener(records, Listed(), Listed(logging.ERROR), respect_handler_level=True)
put = logging.handlers.QueueHandler(records)
put.handle(logging.makeLogRecord({"msg": "m %s", "args": (1,), "levelno": 20}))
put.handle(logging.makeLogRecord({"msg": "n", "levelno": 40}))
listener.start()
listener.stop()
listener.stop()
put.handle(logging.makeLogRecord({"msg": "end", "levelno": 20}))
put.handle(logging.makeLogRecord({"msg": "after", "levelno": 20}))
listener.start()
listener._thread.join()
print(records.qsize(), put.listener, records.unfinished_tasks)
