# inspect.signature() of what asyncio has, functions, methods and classes.
import asyncio
import inspect

for name in ("gather wait wait_for sleep shield create_task run as_completed current_task all_tasks get_running_loop ensure_future "
             "Queue Lock Semaphore Task Future TaskGroup Runner Condition Barrier Handle TimerHandle").split():
    print(name, inspect.signature(getattr(asyncio, name)), inspect.iscoroutinefunction(getattr(asyncio, name)))

for each in (asyncio.Queue.put, asyncio.Queue.get, asyncio.Queue.put_nowait, asyncio.Queue.shutdown,
             asyncio.Task.get_stack, asyncio.TaskGroup.create_task, asyncio.Lock.acquire, asyncio.Lock.release, asyncio.Runner.run,
             asyncio.SelectorEventLoop.call_soon, asyncio.Queue().put,
             asyncio.Queue().put_nowait):
    print(each.__qualname__, inspect.signature(each), inspect.iscoroutinefunction(each))


class Own(asyncio.Queue):
    def __init__(self, first, *, second=1):
        super().__init__()


class Same(asyncio.Queue):
    pass


print(inspect.signature(Own), inspect.signature(Same))
print(inspect.getfullargspec(asyncio.wait_for).args)


def told(function):
    def call(*args, **options):
        print(inspect.signature(function).bind(*args, **options).arguments)
        return function(*args, **options)
    return call


async def main():
    print(await told(asyncio.sleep)(0, result="slept"))


asyncio.run(main())
