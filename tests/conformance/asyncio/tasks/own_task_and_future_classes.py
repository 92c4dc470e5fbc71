# Task and Future can be derived from; an object keeps its class and its attributes while only the loop holds it.
import asyncio


class Job(asyncio.Task):
    def __init__(self, coro, *, label, **options):
        super().__init__(coro, **options)
        self.label = label

    def describe(self):
        return f"{self.label} ({self.get_name()})"


class Promise(asyncio.Future):
    def __init__(self, note):
        super().__init__()
        self.note = note


async def work():
    await asyncio.sleep(1)
    me = asyncio.current_task()
    print("inside:", type(me).__name__, me.describe(), me.extra)
    return "result"


async def main():
    Job(work(), label="forgotten", name="f").extra = "kept"
    task = Job(work(), label="held", name="h")
    task.extra = [1]
    number = id(task)
    del task
    await asyncio.sleep(0.5)
    again = [each for each in asyncio.all_tasks() if each.get_name() == "h"][0]
    print(again.describe(), id(again) == number, again.extra)
    promise = Promise("a note")
    asyncio.get_running_loop().call_later(1, promise.set_result, 5)
    print(promise.note, await promise, repr(promise))
    print(await again)
    plain = asyncio.create_task(work())
    plain.describe = lambda: "an attribute of a plain task"
    plain.extra = "too"
    await plain


class Unready(asyncio.Future):
    def __init__(self):
        pass


asyncio.run(main())
print(Unready().done())
for action in (Unready().result, Unready().cancel, Unready().get_loop, Unready().__repr__):
    try:
        action()
    except (RuntimeError, asyncio.InvalidStateError) as error:
        print(type(error).__name__, error)
