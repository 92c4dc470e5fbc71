# What multiprocessing has besides Pool: locks, values and arrays that processes share, and the names of how they begin.
import multiprocessing
import multiprocessing.pool


def add(total, lock, values, done):
    with lock:
        total.value += 1
        values[0] += 2
    done.set()


def main():
    multiprocessing.freeze_support()
    print(multiprocessing.cpu_count() > 0, "fork" in multiprocessing.get_all_start_methods())
    context = multiprocessing.get_context("fork")
    total, values, done = context.Value("i", 0), context.Array("i", [1, 2, 3]), context.Event()
    workers = [context.Process(target=add, args=(total, total.get_lock(), values, done)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    print(total.value, list(values), done.is_set(), [each.exitcode for each in workers])
    array, value = multiprocessing.RawArray("d", 2), multiprocessing.RawValue("i", 7)
    array[1] = 2.5
    print(list(array), value.value, len(multiprocessing.Array("i", 4)))
    queue = multiprocessing.SimpleQueue()
    queue.put("sent")
    print(queue.empty(), queue.get(), queue.empty())
    lock, again = multiprocessing.Lock(), multiprocessing.RLock()
    print(lock.acquire(), lock.acquire(block=False), lock.release(), again.acquire(), again.acquire(), again.release())
    bounded, counting = multiprocessing.BoundedSemaphore(1), multiprocessing.Semaphore(2)
    print(bounded.acquire(), bounded.release(), counting.acquire(), counting.acquire(), counting.acquire(timeout=0))
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    with multiprocessing.Condition() as condition:
        print(condition is not None, multiprocessing.Barrier(2).parties, multiprocessing.Event().is_set())
    print([issubclass(each, multiprocessing.ProcessError) for each in (
        multiprocessing.BufferTooShort, multiprocessing.TimeoutError, multiprocessing.AuthenticationError)])
    with multiprocessing.pool.ThreadPool(2) as pool:
        print(pool.map(abs, [-1, 2]), pool.apply(max, (1, 5)), pool.apply_async(pow, (2, 5)).get(), pool.starmap(divmod, [(7, 2)]),
              list(pool.imap(str, [1, 2])), sorted(pool.imap_unordered(len, ["a", "bb"])), pool.map_async(abs, [-3]).get(),
              pool.starmap_async(pow, [(2, 3)]).get())
        pool.close()
        pool.join()


if __name__ == "__main__":
    main()
