# A class derived from Queue may keep its items in its own way: put() and get() call its _init, _put, _get, and qsize, empty, full.
import asyncio


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        print("init", maxsize)
        self._queue = {}

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        return self._queue.pop(next(iter(self._queue)))


class Loud(asyncio.PriorityQueue):
    def _put(self, item):
        print("in", item)
        super()._put(item)

    def _get(self):
        item = super()._get()
        print("out", item, self.qsize())
        return item


class Closed(asyncio.Queue):
    gate = True

    def empty(self):
        return self.gate or super().empty()

    def full(self):
        return self.qsize() >= 1


class Stack(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()


async def main():
    unique = Unique(3)
    for item in "abab":
        await unique.put(item)
    print(unique.qsize(), unique.full(), str(unique))
    print(await unique.get(), unique.get_nowait(), unique.empty())
    try:
        unique.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))

    loud = Loud()
    getter = asyncio.create_task(loud.get())
    await asyncio.sleep(0)
    for number in (3, 1, 2):
        loud.put_nowait(number)
    print("got", await getter, await loud.get())
    loud.shutdown(immediate=True)
    print(loud.qsize())

    closed = Closed()
    await closed.put(1)
    putter = asyncio.create_task(closed.put(2))
    try:
        await asyncio.wait_for(closed.get(), 1)
    except TimeoutError:
        print("the gate is closed")
    closed.gate = False
    print(await closed.get(), await closed.get(), putter.done())

    stack = Stack()
    for item in (1, 2, 3):
        stack.put_nowait(item)
    print(stack.get_nowait(), stack.get_nowait(), stack._queue)


asyncio.run(main())
