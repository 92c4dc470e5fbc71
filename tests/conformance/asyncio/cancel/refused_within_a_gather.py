# A cancellation that goes through a gather passes its cancel(), which asyncio has in Python: where a future of one's own refuses to be
# cancelled, that frame is in the traceback. A task's own cancel() is in C and leaves none.
import asyncio
import sys
import traceback


class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        raise RuntimeError(f"not with {msg}")


class PassesOn(asyncio.Task):
    def cancel(self, msg=None):
        return super().cancel(msg)


def show(title, cancel):
    print(title, file=sys.stderr)
    try:
        print(cancel("why"))
    except RuntimeError:
        traceback.print_exc()


async def wait_for(what):
    await what


async def started(what, make=asyncio.create_task):
    task = make(wait_for(what))
    await asyncio.sleep(0)
    return task


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: traceback.print_exception(context["exception"]))
    stubborn = Stubborn()
    of_future = asyncio.gather(stubborn)
    task = await started(stubborn)
    of_task = asyncio.gather(task, asyncio.sleep(1))
    waits = await started(of_task)
    show("a task", task.cancel)
    show("a gather of a future", of_future.cancel)
    show("a gather of a task", of_task.cancel)
    show("a task that waits for a gather", waits.cancel)
    show("a task that waits for a gather of such", (await started(asyncio.gather(asyncio.gather(waits)))).cancel)
    passes = PassesOn(wait_for(of_task))
    await asyncio.sleep(0)
    show("a task of one's own that waits for a gather", passes.cancel)
    show("a gather of a task of one's own", asyncio.gather(passes).cancel)
    show("a shield", (await started(asyncio.shield(of_future))).cancel)
    show("a task, once more", task.cancel)
    loop.call_soon(task.cancel)
    loop.call_soon(waits.cancel)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
