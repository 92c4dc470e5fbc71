# Where records go: through a queue to a thread, into memory until something is wrong, into a file that is changed when it is full.
import asyncio
import logging
import logging.handlers
import os
import queue
import sys

log = logging.getLogger("app")
log.setLevel(logging.DEBUG)
log.propagate = False
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(threadName)s %(levelname)s %(message)s"))


def with_handler(handler, work):
    log.addHandler(handler)
    work()
    log.removeHandler(handler)
    handler.close()


# What a coroutine logs is written by another thread, so that a slow handler never stops the loop.
async def through_a_queue():
    records = queue.SimpleQueue()
    listener = logging.handlers.QueueListener(records, out, respect_handler_level=True)
    handler = logging.handlers.QueueHandler(records)
    log.addHandler(handler)
    listener.start()
    log.info("one of %d", 2)
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("two")
    out.setLevel(logging.WARNING)
    log.info("below the level of the handler")
    await asyncio.sleep(0.1)
    listener.stop()
    log.removeHandler(handler)
    out.setLevel(logging.NOTSET)
    print(listener._thread, handler)


asyncio.run(through_a_queue())


def some():
    for n in range(3):
        log.debug("step %d", n)
    print("nothing was written so far")
    log.error("wrong")
    log.debug("after it")


with_handler(logging.handlers.MemoryHandler(100, target=out), some)
with_handler(logging.handlers.MemoryHandler(2, target=out, flushOnClose=False), lambda: [log.info("n%d", n) for n in range(3)])

rotating = logging.handlers.RotatingFileHandler("app.log", maxBytes=40, backupCount=2)
with_handler(rotating, lambda: [log.info("line number %d", n) for n in range(8)])
for name in sorted(each for each in os.listdir() if each.startswith("app")):
    with open(name) as file:
        print(name, file.read().split("\n"))

plain = logging.FileHandler("plain.log", mode="w", delay=True)
print(os.path.exists("plain.log"), os.path.basename(plain.baseFilename), plain.stream)
plain.setFormatter(logging.Formatter("{levelname}: {message}", style="{"))
with_handler(plain, lambda: log.warning("in a file"))
print(open("plain.log").read(), end="")

logging.basicConfig(filename="root.log", filemode="w", format="%(message)s", level=logging.INFO)
logging.info("to the root")
logging.shutdown()
print(open("root.log").read(), end="")


for name in ("app.log", "app.log.1", "app.log.2", "plain.log", "root.log"):
    os.remove(name)


# When the program has ended, handlers are flushed and closed, the youngest first.
class Told(logging.Handler):
    def flush(self):
        print("flush", self.get_name())

    def close(self):
        print("close", self.get_name())
        super().close()


first, second = Told(), Told()
first.set_name("first")
second.set_name("second")
log.addHandler(logging.handlers.MemoryHandler(10, target=out))
log.warning("kept to the end")
print("the program's last line")
