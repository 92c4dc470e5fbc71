# logging: levels, the tree of loggers, formats, exceptions, filters, and the last resort.
import asyncio
import logging
import sys

logging.warning("root warns through basicConfig: %s %d", "x", 5)
log = logging.getLogger("app")
child = logging.getLogger("app.db")
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-8s [%(name)s] %(filename)s:%(lineno)d %(funcName)s: %(message)s"))
log.addHandler(handler)
log.propagate = False
log.setLevel(logging.DEBUG)


def work():
    log.debug("details %r", {"a": 1})
    child.info("from the child")
    child.error("failed with %s", ValueError("bad"))


work()
child.setLevel(logging.ERROR)
child.info("not shown")
print(child.isEnabledFor(logging.INFO), child.getEffectiveLevel(), log.isEnabledFor(10), child.parent is log, log, child, logging.getLogger())
try:
    1 / 0
except ZeroDivisionError:
    log.exception("caught")
handler.setFormatter(logging.Formatter("{levelname}|{message}|{taskName}|{threadName}", style="{"))


async def main():
    log.info("inside a task")
    await asyncio.sleep(1.25)
    handler.setFormatter(logging.Formatter("%(asctime)s.%(msecs)03d %(message)s", "%H:%M:%S"))
    log.info("later")


asyncio.run(main())
handler.setFormatter(None)
handler.addFilter(lambda record: "secret" not in record.getMessage())
log.info("a secret")
log.info("not one")
log.log(25, "own level")
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25), logging.getLevelName("INFO"), logging.getLevelName(33))
adapter = logging.LoggerAdapter(log, {"user": "ada"})
handler.setFormatter(logging.Formatter("%(user)s %(message)s"))
adapter.info("with extra")
log.handlers.clear()
log.warning("nobody takes it")
logging.basicConfig(level=logging.INFO, format="%(message)s", force=True)
logging.info("forced")
logging.disable(logging.INFO)
logging.info("disabled")
for wrong in (lambda: log.setLevel("LOUD"), lambda: logging.Formatter("no field"), lambda: logging.getLogger(3), lambda: logging.basicConfig(nope=1, force=True)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
