# What a task or future of a derived class says when it dies is said of that very object: its class, its repr, its attributes. A
# handler may keep it.
import asyncio

kept = []


class OwnTask(asyncio.Task):
    pass


class NamedTask(asyncio.Task):
    def __repr__(self):
        return "<" + self.get_name() + " of " + self.owner + ">"


class OwnFuture(asyncio.Future):
    pass


def handler(loop, context):
    subject = context.get("task") or context.get("future")
    print(context["message"], type(subject).__name__, subject.owner)
    kept.append(subject)


async def fails():
    raise ValueError("fails")


async def make(kind):
    task = kind(fails())
    task.owner = "main"
    await asyncio.sleep(0)
    del task
    await asyncio.sleep(0)
    future = OwnFuture()
    future.owner = "nobody"
    future.set_exception(OSError())
    del future


async def main():
    await make(OwnTask)
    await make(NamedTask)
    asyncio.get_running_loop().set_exception_handler(handler)
    await make(NamedTask)
    print(kept[0], kept[0].done(), kept[1])
    kept.clear()
    print("end")


asyncio.run(main())
