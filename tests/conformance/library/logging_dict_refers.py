# Handlers that refer to others, cfg:// and ext://, factories with properties, increments, and what is wrong.
import logging
import logging.config
import queue
import sys


class Tagged(logging.StreamHandler):
    tag = "?"

    def emit(self, record):
        self.stream.write(f"[{self.tag}] {self.format(record)}\n")


def made(prefix, *, level=0):
    handler = Tagged(sys.stdout)
    handler.prefix = prefix
    return handler


config = {
    "version": 1,
    "names": {"out": "ext://sys.stdout", "tags": ["first", "second"]},
    "formatters": {"short": {"format": "%(name)s %(levelname)s %(message)s %(extra)s", "defaults": {"extra": "-"}},
                   "brace": {"()": "logging.Formatter", "format": "{message}!", "style": "{"}},
    "filters": {"app": {"name": "app"}},
    "handlers": {
        "a_memory": {"class": "logging.handlers.MemoryHandler", "capacity": 100, "flushLevel": "ERROR", "target": "z_out"},
        "b_queue": {"class": "logging.handlers.QueueHandler", "handlers": ["tagged"], "queue": "queue.Queue"},
        "tagged": {"()": made, "prefix": "p", ".": {"tag": "cfg://names.tags[1]", "nothing": None}, "formatter": "brace"},
        "z_out": {"class": "logging.StreamHandler", "stream": "cfg://names.out", "formatter": "short", "filters": ["app"]},
    },
    "loggers": {"app": {"level": "INFO", "handlers": ["a_memory"], "propagate": False},
                "app.db": {"level": "DEBUG", "handlers": ["b_queue"]}},
    "root": {"level": "WARNING", "handlers": ["z_out", "tagged"]},
}
old = logging.getLogger("old")
child = logging.getLogger("app.db.pool")
child.setLevel("ERROR")
logging.config.dictConfig(config)
print(old.disabled, child.disabled, child.level, sorted(logging.getHandlerNames()))
app = logging.getLogger("app")
app.info("kept")
app.debug("not")
app.error("and now")
db = logging.getLogger("app.db")
listener = logging.getHandlerByName("b_queue").listener
print(type(listener).__name__, type(listener.queue).__name__, listener.respect_handler_level)
listener.start()
db.debug("to the queue", extra={"extra": 1})
listener.stop()
logging.warning("root")
logging.getHandlerByName("a_memory").flush()
print(logging.getHandlerByName("tagged").prefix)
logging.config.dictConfig({"version": 1, "incremental": True, "loggers": {"app": {"level": "ERROR"}},
                           "handlers": {"z_out": {"level": "CRITICAL"}}})
app.info("too low")
app.error("too low for the handler")
print(app, logging.getHandlerByName("z_out").level)


def refused(**config):
    try:
        logging.config.dictConfig(config)
    except Exception as error:
        while error:
            print(type(error).__name__, error)
            error = error.__cause__
        print("--")


refused()
refused(version=2)
refused(version=1, handlers={"h": {"class": "logging.StreamHandler", "formatter": "f"}})
refused(version=1, handlers={"h": {"class": "logging.StreamHandler", "level": "LOUD"}})
refused(version=1, handlers={"h": {"class": "logging.StreamHandler", "bogus": 1}})
refused(version=1, handlers={"h": {"class": "logging.StreamHandler", "no name": 1}})
refused(version=1, loggers={"x": {"handlers": ["none"]}})
refused(version=1, root={"handlers": ["none"]})
refused(version=1, root={"level": "LOUD"})
refused(version=1, formatters={"f": {"format": "%(x)s", "style": "{"}})
refused(version=1, filters={"f": {"()": "logging.Filterer", "x": 1}})
refused(version=1, incremental=True, handlers={"none": {"level": 1}})
refused(version=1, handlers={"q": {"class": "logging.handlers.QueueHandler", "queue": 3}})
refused(version=1, handlers={"q": {"class": "logging.handlers.QueueHandler", "handlers": ["none"]}})
