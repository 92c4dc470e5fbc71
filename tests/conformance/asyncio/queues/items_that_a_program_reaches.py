"""`_queue` is the queue's own container: whoever changes it changes the queue."""
import asyncio
from collections import deque


class Unique(asyncio.Queue):
    def _put(self, item):
        if item not in self._queue:
            self._queue.append(item)


class Bag(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        return self._queue.pop()


async def main():
    line = asyncio.Queue(3)
    line.put_nowait("a")
    line.put_nowait("b")
    print(line._queue, type(line._queue), line._queue[0], "b" in line._queue)
    line._queue.clear()
    print(line.qsize(), line.empty(), line)
    line._queue.extendleft(["c", "d"])
    print(await line.get(), line, line.full(), line._queue is line._queue)
    line._queue = deque("xyz")
    print(line.full(), await line.get(), line._queue)

    heap = asyncio.PriorityQueue()
    for number in (5, 1, 4, 2):
        heap.put_nowait(number)
    print(heap._queue, type(heap._queue))
    heap._queue.remove(4)
    heap.put_nowait(0)
    print(heap._queue, await heap.get(), heap._queue)

    stack = asyncio.LifoQueue()
    stack.put_nowait(1)
    stack._queue.insert(0, 0)
    stack.put_nowait(2)
    print(stack._queue, [stack.get_nowait() for _ in range(3)])

    unique = Unique()
    for number in range(6):
        unique.put_nowait(number % 3)
    print(unique, unique._queue, unique._unfinished_tasks)
    bag = Bag()
    for _ in range(3):
        bag.put_nowait(7)
    print(bag.qsize(), bag._queue, await bag.get(), bag.empty())

    waiting = asyncio.Queue(1)
    getter = asyncio.create_task(waiting.get())
    await asyncio.sleep(0)
    print(len(waiting._getters), len(waiting._putters), type(waiting._getters))
    print(waiting._maxsize, waiting._is_shutdown, waiting._finished.is_set(), waiting._format())
    waiting.put_nowait(1)
    print(await getter, waiting._unfinished_tasks, waiting._format())
    waiting._unfinished_tasks = 2
    waiting.task_done()
    waiting._maxsize = 2
    waiting.put_nowait(1)
    print(waiting.full(), waiting.maxsize, waiting._finished.is_set())
    try:
        waiting.maxsize = 5
    except AttributeError as error:
        print(error)


asyncio.run(main())
