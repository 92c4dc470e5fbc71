# What processes hand each other: queues, pipes, and what a manager holds.
import queue
from multiprocessing import JoinableQueue, Manager, Pipe, Pool, Process, Queue


def fill(table, items, number):
    table[number] = number * number
    items.append(number)


def echo(connection):
    while (said := connection.recv()) is not None:
        connection.send(("heard", said))


def work(tasks, results):
    while (number := tasks.get()) is not None:
        results.put(number * 10)
        tasks.task_done()
    tasks.task_done()


if __name__ == "__main__":
    with Manager() as manager:
        table, items, names = manager.dict(), manager.list([0]), manager.Namespace(a=1)
        for number in range(3):
            process = Process(target=fill, args=(table, items, number))
            process.start()
            process.join()
            print(process.name)
        print(dict(table), list(items), table, items, names, names.a, len(items), items[1:], table.items(), 2 in table)
        items[0] = [5]
        items[0].append(6)      # a copy
        print(items)
    here, there = Pipe()
    process = Process(target=echo, args=(there,))
    process.start()
    for said in (1, [2]):
        here.send(said)
        print(here.recv())
    here.send(None)
    process.join()
    print(here.poll(), process.exitcode)
    tasks, results = JoinableQueue(), Queue()
    process = Process(target=work, args=(tasks, results))
    process.start()
    for each in (1, 2, 3, None):
        tasks.put(each)
    tasks.join()
    process.join()
    print(sorted(results.get() for _ in range(3)))
    small = Queue(1)
    small.put(1)
    try:
        small.put(2, timeout=0.01)
    except queue.Full:
        print("full")
    with Pool(1) as pool:
        try:
            pool.apply(print, (results,))
        except RuntimeError as error:
            print(error)
