"""Logging configured several ways."""
import io
import json
import logging
import logging.config
import logging.handlers
import sys
import queue


class JsonFormatter(logging.Formatter):
    default_msec_format = "%s.%03d"
    def format(self, record):
        data = {"level": record.levelname, "msg": record.getMessage(), "logger": record.name}
        if record.exc_info:
            data["exc"] = self.formatException(record.exc_info).splitlines()[-1]
        if hasattr(record, "user"):
            data["user"] = record.user
        return json.dumps(data, sort_keys=True)


class Ctx(logging.Filter):
    def filter(self, record):
        record.user = "ada"
        return "secret" not in record.getMessage()


CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{levelname:<8}{name}: {message}", "style": "{"},
        "dollar": {"format": "$levelname/$name/$message", "style": "$", "validate": True},
        "json": {"()": JsonFormatter},
    },
    "filters": {"ctx": {"()": Ctx}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "level": "INFO"},
        "js": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json", "filters": ["ctx"]},
        "dol": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "dollar"},
    },
    "loggers": {"app": {"handlers": ["js"], "level": "DEBUG", "propagate": True}, "app.db": {"handlers": ["dol"], "level": "WARNING", "propagate": False}},
    "root": {"handlers": ["out"], "level": "WARNING"},
}
logging.config.dictConfig(CONFIG)
app, db = logging.getLogger("app"), logging.getLogger("app.db")
app.info("hello %s", "world")
app.debug("the secret is out")
db.warning("slow query %d ms", 300)
db.info("not shown")
try:
    {}["x"]
except KeyError:
    app.exception("failed")
logging.warning("root %s", [1])
adapter = logging.LoggerAdapter(app, {"ip": "1.2.3.4"})
adapter.warning("from adapter")
class A2(logging.LoggerAdapter):
    def process(self, msg, kwargs): return f"[{self.extra['id']}] {msg}", kwargs
A2(app, {"id": 7}).error("adapted")
print(len(app.handlers), app.level, app.hasHandlers(), app.filters, logging.getLogger() is logging.root, repr(db))
print(logging.getLevelNamesMapping(), logging.getHandlerNames())
q = queue.Queue()
qh = logging.handlers.QueueHandler(q)
lis = logging.handlers.QueueListener(q, logging.StreamHandler(sys.stdout), respect_handler_level=True)
lg = logging.getLogger("q"); lg.propagate = False; lg.addHandler(qh); lg.setLevel("INFO")
lis.start(); lg.info("queued %s", 1); lis.stop()
mem = logging.handlers.MemoryHandler(3, flushLevel=logging.ERROR, target=logging.StreamHandler(sys.stdout))
m = logging.getLogger("mem"); m.propagate = False; m.addHandler(mem); m.setLevel(1)
m.info("1"); m.info("2"); print("buffered", len(mem.buffer)); m.error("3"); print("flushed", len(mem.buffer)); mem.close()
buf = io.StringIO()
h = logging.StreamHandler(buf)
h.setFormatter(logging.Formatter("%(asctime)s %(levelname).1s %(process)d %(threadName)s %(module)s %(pathname)s", datefmt="DATE", defaults={"z": 1}))
x = logging.getLogger("x"); x.addHandler(h); x.propagate = False
x.error("e"); print(buf.getvalue().split()[:2], buf.getvalue().split()[3])
for fn in (lambda: x.setLevel("NOPE"), lambda: x.setLevel(1.5), lambda: logging.Formatter("%(x)q"), lambda: logging.Formatter("x", style="?"), lambda: logging.Formatter("{x", style="{"),
           lambda: logging.basicConfig(stream=sys.stdout, filename="x", force=True), lambda: logging.basicConfig(foo=1, force=True), lambda: logging.getLogger(3), lambda: logging.config.dictConfig({}),
           lambda: logging.config.dictConfig({"version": 2}), lambda: logging.config.dictConfig({"version": 1, "handlers": {"a": {"class": "logging.StreamHandler", "level": "LOUD"}}}),
           lambda: logging.config.dictConfig({"version": 1, "root": {"handlers": ["zz"]}})):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e, "| cause:", repr(e.__cause__))
logging.basicConfig(force=True, format="%(message)s!", stream=sys.stdout, level="DEBUG")
logging.getLogger("asyncio").setLevel(50)
logging.info("not all %s %s", 1)
logging.disable(logging.INFO)
logging.info("hidden"); logging.warning("seen"); logging.disable(logging.NOTSET)
logging.captureWarnings(True)
import warnings
warnings.warn("captured", stacklevel=1)
logging.captureWarnings(False)
r = logging.makeLogRecord({"msg": "made %s", "args": ("x",), "levelno": 20})
print(r, r.getMessage(), logging.Formatter("%(message)-10s|").format(r))
print(logging.getLoggerClass(), logging.lastResort, [c.name for c in sorted(logging.getLogger("app").getChildren(), key=lambda l: l.name)])
class MyLogger(logging.Logger):
    def notice(self, msg, *a, **k): self._log(25, msg, a, **k)
logging.setLoggerClass(MyLogger)
logging.getLogger("mine").notice("hi %d", 1)
try:
    app.info("x", extra={"message": 1})
except KeyError as e:
    print(e)
app.warning("dict %(a)s", {"a": 1}, stack_info=True)
