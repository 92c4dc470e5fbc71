# A factory makes all tasks: those of groups, timeouts, gathers and of asyncio.run() itself.
import asyncio


def told(name):
    def method(self, *args, **kwargs):
        shown = [arg if isinstance(arg, (str, type(None))) else "..." for arg in args]
        print("   ", self.get_name(), name, shown, sorted(kwargs))
        return getattr(asyncio.Task, name)(self, *args, **kwargs)
    return method


class Told(asyncio.Task):
    for _name in ("add_done_callback", "remove_done_callback", "cancel", "cancelled", "done", "result", "exception", "get_loop",
                  "cancelling", "uncancel"):
        locals()[_name] = told(_name)


async def one(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def bad(seconds):
    await asyncio.sleep(seconds)
    raise ValueError(seconds)


async def groups():
    print("a group that succeeds")
    async with asyncio.TaskGroup() as group:
        first = group.create_task(one(1), name="A")
        second = group.create_task(one(2), name="B")
        print(group)
    print(first.result() + second.result(), group)
    print("a group that fails")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(one(2), name="A")
            group.create_task(bad(1), name="B")
            await asyncio.sleep(5)
    except* ValueError as error:
        print(repr(error.exceptions))
    print("a group that is left")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(one(2), name="A")
            await asyncio.sleep(1)
            raise KeyError("left")
    except* KeyError as error:
        print(repr(error.exceptions))


async def limits():
    print("timeouts")
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2)
    except TimeoutError:
        print("too late")
    async with asyncio.timeout(1):
        await asyncio.sleep(0)
    try:
        await asyncio.wait_for(one(2), 1)
    except TimeoutError:
        print("too late")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **keywords: Told(coro, loop=loop, **keywords))
    await asyncio.create_task(groups(), name="groups")
    await asyncio.create_task(limits(), name="limits")
    print(await asyncio.gather(one(1), one(2)))
    print(await asyncio.wait_for(one(1), None))
    left = asyncio.create_task(one(9), name="left")
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), asyncio.current_task().get_name())
    return left


with asyncio.Runner() as runner:
    left = runner.run(main())
    print("a second run")
    print(runner.run(one(1)))
print(left)
