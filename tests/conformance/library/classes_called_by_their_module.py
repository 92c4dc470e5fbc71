"""How errors and reprs call what CPython has in C: by its module; and the methods of what asyncio has in Python."""
import asyncio, contextvars, collections, re, time


def shown(thing):
    return re.sub(' at 0x[0-9a-f]+', '', repr(thing))


async def main():
    task, future = asyncio.current_task(), asyncio.get_running_loop().create_future()
    variable = contextvars.ContextVar('x')
    things = [task, future, variable, contextvars.copy_context(), variable.set(1),
              time.localtime(0), collections.deque(), asyncio.Event(), asyncio.Queue(), asyncio.Lock()]
    for thing in things:
        for wrong in (lambda: len(thing), lambda: thing[0], lambda: thing.nope, lambda: thing + None, lambda: thing(), lambda: iter(thing),
                      lambda: thing < 3, lambda: int(thing), lambda: thing.__enter__ and None):
            try:
                wrong()
            except Exception as error:
                print(type(error).__name__, error)
        print(type(thing).__name__, type(thing).__qualname__, type(thing).__module__, type(thing))
        for name in ('get', 'cancel', 'acquire', 'append', 'set', 'put_nowait', '__len__'):
            if hasattr(thing, name):
                print(shown(getattr(thing, name)))
    for function in (asyncio.Queue.get, asyncio.Event.set, asyncio.Lock.acquire, asyncio.Future.set_result, contextvars.ContextVar.get):
        print(shown(function), function.__qualname__)

    class Mine(asyncio.Future):
        pass
    for wrong in (lambda: Mine()[0], lambda: Mine().nope, lambda: len(Mine())):
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, error)
    print(shown(task), shown(Mine()), task.cancel.__qualname__)
    try:
        for each in task:
            pass
    except Exception as error:
        print(type(error).__name__, error)
    try:
        await asyncio.wait(task)
    except TypeError as error:
        print(error)
    try:
        async with task:
            pass
    except TypeError as error:
        print(error)
    try:
        with asyncio.Lock():
            pass
    except TypeError as error:
        print(error)
    try:
        task.set_result(1)
    except RuntimeError as error:
        print(error)
    try:
        asyncio.Task(3)
    except TypeError as error:
        print(error)

asyncio.run(main())
