# Exit codes, states and names of processes, and what is wrong to ask of them.
import multiprocessing
import sys
from multiprocessing import Process


def leave(code):
    sys.exit(code)


def fail():
    raise RuntimeError("there")


def nothing():
    pass


if __name__ == "__main__":
    process = Process(target=nothing)
    print(process.name, process.is_alive(), process.exitcode, process.pid, process.daemon)
    try:
        process.join()
    except AssertionError as error:
        print(error)
    process.start()
    process.join()
    print(process.is_alive(), process.exitcode, process.pid is None, multiprocessing.active_children())
    try:
        process.start()
    except AssertionError as error:
        print(error)
    for code in (None, 0, 3, "a text"):
        process = Process(target=leave, args=(code,), name=f"leaves with {code}")
        process.start()
        process.join()
        print(process.name, process.exitcode)
    process = Process(target=fail)
    process.start()
    process.join()
    print(process.exitcode)
    process.close()
    try:
        process.is_alive()
    except ValueError as error:
        print(error)
    print(multiprocessing.current_process().name, multiprocessing.parent_process(), multiprocessing.get_start_method())
