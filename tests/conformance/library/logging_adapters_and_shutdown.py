# What adapters hand on, what a record makes of odd places and mappings, and in which order handlers are shut down.
import collections
import logging


class Prefix(logging.LoggerAdapter):
    prefix = "adapter"

    def process(self, msg, kwargs):
        return f"{self.prefix} {msg}", kwargs


class Told(logging.Handler):
    def __init__(self, fail=None):
        super().__init__()
        self.fail = fail

    def emit(self, record):
        print(record.getMessage(), record.args)

    def tell(self, what):
        print(" ", what)
        if self.fail == what:
            raise ValueError(what)

    def acquire(self):
        super().acquire()
        self.tell("acquire")

    def release(self):
        self.tell("release")
        super().release()

    def flush(self):
        self.tell("flush")

    def close(self):
        self.tell("close")
        super().close()


logger = logging.getLogger("one")
inner = Prefix(logger)
outer = Prefix(inner)
outer.prefix = "outer"
print(outer.manager is logger.manager, outer.name)
held, outer.manager = outer.manager, "another"
print(inner.manager, logger.manager)
outer.manager = held

quiet = logging.LogRecord("n", logging.INFO, None, 3, "text %(a)s", (collections.ChainMap({"a": 1}),), None)
print(quiet.filename, quiet.module, quiet.getMessage(), type(quiet.args).__name__)

for fail in (None, "acquire", "flush", "close"):
    handler = Told(fail)
    print(fail)
    logging.shutdown([lambda: handler])
