# A process has its own copy of the program's names, as they were when it began.
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process, Queue, Value

count = 0
seen = [1, 2]


def bump(by):
    global count
    count += by
    seen.append(by)
    return count, seen


def tell(queue, given):
    given.append("there")
    queue.put((count, given))


def add(shared, times):
    for _ in range(times):
        with shared.get_lock():
            shared.value += 1


class Point:
    def __init__(self, x):
        self.x = x

    def moved(self, by):
        self.x += by
        return self


class Worker(Process):
    def __init__(self, queue):
        super().__init__()
        self.queue = queue
        self.done = 0

    def run(self):
        self.done += 1
        self.queue.put(self.done)


if __name__ == "__main__":
    with Pool(1) as pool:
        print([pool.apply(bump, (1,)) for _ in range(3)])
        point = Point(1)
        print(pool.apply(point.moved, (2,)).x, point.x)
    print(count, seen)
    with ProcessPoolExecutor(1) as pool:
        count = 10
        print(pool.submit(bump, 1).result())
        count = 20      # too late
        print(pool.submit(bump, 1).result())
    print(count, seen)
    queue, mine = Queue(), ["here"]
    process = Process(target=tell, args=(queue, mine))
    count = 30
    process.start()
    count = 40
    print(queue.get(), mine)
    process.join()
    worker = Worker(queue)
    worker.start()
    print(queue.get(), worker.done)
    worker.join()
    shared = Value("i", 0)
    several = [Process(target=add, args=(shared, 50)) for _ in range(4)]
    for each in several:
        each.start()
    for each in several:
        each.join()
    print(shared.value)
