import logging
import logging.config
import logging.handlers
import io
import sys
import json
import contextvars
import asyncio

request_id = contextvars.ContextVar("request_id", default="-")


class ContextFilter(logging.Filter):
    def filter(self, record):
        record.request_id = request_id.get()
        return True


class JsonFormatter(logging.Formatter):
    def format(self, record):
        payload = {"level": record.levelname, "logger": record.name, "msg": record.getMessage(), "rid": getattr(record, "request_id", None)}
        if record.exc_info:
            payload["exc"] = self.formatException(record.exc_info).splitlines()[-1]
        return json.dumps(payload, sort_keys=True)


buffer = io.StringIO()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{levelname:>8} [{request_id}] {message}", "style": "{"},
        "json": {"()": JsonFormatter},
    },
    "filters": {"ctx": {"()": ContextFilter}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["ctx"], "stream": "ext://sys.stdout"},
        "json": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["ctx"], "stream": buffer, "level": "WARNING"},
    },
    "loggers": {"app": {"handlers": ["console", "json"], "level": "DEBUG", "propagate": False}},
    "root": {"level": "WARNING", "handlers": []},
}


async def handle(n):
    request_id.set(f"r{n}")
    log = logging.getLogger("app.web")
    log.info("start %d", n)
    await asyncio.sleep(0.1 * n)
    if n == 2:
        try:
            {}["missing"]
        except KeyError:
            log.exception("lookup failed", stack_info=False)
    log.debug("end", extra={"n": n})


async def main():
    await asyncio.gather(*map(handle, range(3)))

try:
    logging.config.dictConfig(LOGGING)
except Exception as e:
    print(type(e).__name__, e)
asyncio.run(main())
print(buffer.getvalue(), end="")
log = logging.getLogger("other")
log.warning("to the last resort? root has no handlers")
h = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=logging.StreamHandler(sys.stdout))
log.addHandler(h)
log.setLevel(logging.INFO)
log.propagate = False
log.info("one"); log.info("two %s %(x)s" if 0 else "two %s", 2); log.error("three")
print(log, logging.getLogger("app.web").getEffectiveLevel(), logging.getLevelName(25), logging.getLevelNamesMapping()["WARN"])
logging.addLevelName(25, "NOTICE")
log.log(25, "noticed"); h.flush()
print(logging.getLogger().handlers, log.handlers, log.isEnabledFor(10), log.hasHandlers())
adapter = logging.LoggerAdapter(log, {"user": "ada"})
adapter.error("hello %s", "x")
class My(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['user']}] {msg}", kwargs
My(log, {"user": "bob"}).error("hi")
try:
    log.error("bad %d", "x")
except Exception as e:
    print(e)
rec = logging.LogRecord("n", 20, "/a/b.py", 3, "m %s", ("a",), None)
print(rec, rec.module, rec.filename, logging.makeLogRecord({"msg": "q"}).getMessage())
