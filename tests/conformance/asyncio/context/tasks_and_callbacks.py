# Each task and each callback runs in a copy of the context where it was made; context= gives it one to share.
import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


async def child(name):
    print(name, "begins as", who.get())
    who.set(name)
    await asyncio.sleep(1)
    print(name, "ends as", who.get())


async def helper():
    who.set("helper")


async def main():
    who.set("main")
    loop = asyncio.get_running_loop()
    first = asyncio.create_task(child("first"))
    who.set("main, later")
    second = asyncio.create_task(child("second"))
    loop.call_soon(lambda: print("call_soon sees", who.get()))
    loop.call_later(0.5, lambda: print("call_later sees", who.get()))
    first.add_done_callback(lambda task: print("done callback sees", who.get()))
    who.set("main, at last")
    await first
    await second
    print("main is", who.get())
    await helper()  # the same task: the same context
    print("main is", who.get())
    await asyncio.create_task(helper())
    await asyncio.gather(helper(), helper())
    await asyncio.wait_for(helper(), 1)
    print("main is", who.get())

    shared = contextvars.copy_context()
    await asyncio.create_task(child("shared"), context=shared)
    print(shared[who], "|", who.get())
    loop.call_soon(who.set, "callback", context=shared)
    handle = loop.call_later(1, who.set, "timer", context=shared)
    print(handle.get_context() is shared)
    await asyncio.sleep(0)
    print(shared[who], "|", who.get())
    await asyncio.sleep(2)
    print(shared[who], "|", who.get())

    task = asyncio.create_task(child("looked at"))
    context = task.get_context()
    print(context[who], context is task.get_context())
    await task
    print(context[who], asyncio.current_task().get_context()[who])
    try:
        asyncio.current_task().get_context().run(print)
    except RuntimeError as error:
        print(str(error).split("<")[0], str(error).endswith("is already entered"))


asyncio.run(main())
print("the program is", who.get())
