# The same of futures: what a task, gather(), wait(), shield() and the loop ask them.
import asyncio


class Told(asyncio.Future):
    def __init__(self, name, loop=None):
        super().__init__(loop=loop)
        self.name = name

    for _name in ("add_done_callback", "remove_done_callback", "cancel", "cancelled", "done", "result", "exception", "get_loop"):
        def method(self, *args, _called=_name, **kwargs):
            shown = [arg if isinstance(arg, (str, type(None))) else "..." for arg in args]
            print("   ", self.name, _called, shown, sorted(kwargs))
            return getattr(asyncio.Future, _called)(self, *args, **kwargs)
        locals()[_name] = method


class Doubled(asyncio.Future):
    """Its result is not what was set."""
    def result(self):
        return super().result() * 2


class Kept(asyncio.Future):
    """Nobody cancels it."""
    def cancel(self, msg=None):
        print("    kept", msg)
        return False


async def awaits(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    print("await")
    future = Told("A")
    loop.call_later(1, future.set_result, "a")
    print(await future)
    print(await future)
    future = Told("B")
    loop.call_later(1, future.set_exception, OSError("b"))
    try:
        await future
    except OSError as error:
        print(repr(error))
    print("cancelled by its task")
    future = Told("C")
    task = asyncio.create_task(awaits(future), name="T")
    await asyncio.sleep(0)
    print(task)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    print("results of its own")
    future = Doubled()
    loop.call_later(1, future.set_result, 21)
    print(await asyncio.create_task(awaits(future)), await asyncio.shield(future), await asyncio.gather(future))
    print("kept")
    future = Kept()
    task = asyncio.create_task(awaits(future), name="T")
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelling(), future)
    future.set_result("late")
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled all the same")
    future = Kept()
    outer = asyncio.gather(future)
    print(outer.cancel(), outer)
    loop.call_later(1, future.set_result, "late")
    print(await outer)
    print("the outermost")
    first, second = Told("D"), Told("E")
    loop.call_later(1, first.set_result, 1)
    loop.call_later(2, second.set_result, 2)
    # One alone that tells: which of two in a set comes first is a matter of their addresses.
    print(await asyncio.wait({first, loop.create_future()}, return_when=asyncio.FIRST_COMPLETED))
    print(await asyncio.gather(first, second))


asyncio.run(main())
loop = asyncio.new_event_loop()
future = Told("F", loop=loop)
loop.call_later(1, future.set_result, "f")
print(loop.run_until_complete(future))
other = asyncio.new_event_loop()
try:
    other.run_until_complete(future)
except ValueError as error:
    print(error)
try:
    other.run_until_complete(awaits(Told("G", loop=loop)))
except RuntimeError as error:
    print(str(error).split(" got ")[1])
other.close()
loop.close()
