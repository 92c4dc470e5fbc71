"""logging: warn(), who called, and what is said when a handler cannot write."""
import io
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(funcName)s:%(lineno)d %(message)s", level=logging.DEBUG)
log = logging.getLogger("app")
log.warn("of old: %s", 1)
logging.warn("of the root: %s", 2)


def inner(depth):
    return log.findCaller(False, depth)


def outer():
    log.info("from outer", stacklevel=2)
    return inner(1), inner(2)[1:], inner(3)[2], inner(50)[2]


print([each if not isinstance(each, tuple) else each[-3:] for each in outer()])
print(log.findCaller(stack_info=True)[3])


class Utc(logging.Formatter):
    converter = time.gmtime


record = logging.makeLogRecord({"msg": "made %s", "args": ("here",), "created": 0.0, "msecs": 250.0, "levelname": "NOTE"})
print(Utc("%(asctime)s %(levelname)s %(message)s").format(record), Utc("%(asctime)s", "%H:%M").format(record))
print(Utc().formatTime(record, "%Y"), Utc().usesTime(), Utc("%(asctime)s").usesTime(), Utc().formatStack("stack"))


class Broken(io.StringIO):
    def write(self, text):
        raise OSError("no room")


broken = logging.StreamHandler(Broken())
log.addHandler(broken)
log.propagate = False
log.warning("is lost")
log.handlers[0] = logging.StreamHandler(sys.stdout)
log.warning("%d is no number", "x")
log.warning("too many", 1, 2)
log.warning("%s and %s", "too few")
print("done")
