# What threads refuse: a second start, a join too early or of oneself, daemon after the start, a lock released twice.
import threading


def attempt(function, *args, **kwargs):
    try:
        print("gave", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


class Careless(threading.Thread):
    def __init__(self):
        pass


def join_oneself():
    attempt(threading.current_thread().join)


thread = threading.Thread(target=join_oneself)
attempt(thread.join)
thread.start()
attempt(thread.start)
thread.join()
attempt(thread.start)
attempt(setattr, thread, "daemon", True)
attempt(Careless().start)
attempt(threading.Thread, "group")
attempt(threading.main_thread().join)
lock = threading.Lock()
attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(threading.RLock().release)
condition = threading.Condition()
attempt(condition.wait)
attempt(condition.notify)
attempt(threading.Semaphore, -1)
attempt(threading.Semaphore().acquire, False, 1)
attempt(threading.Semaphore().release, 0)
attempt(threading.BoundedSemaphore(2).release)
attempt(threading.Barrier, 0)
