# call_soon(), call_later() and done callbacks run in the context that was current when they were added, unless one is given.
import asyncio
import contextvars

color = contextvars.ContextVar("color", default="none")


def show(what, *_):
    print(what, color.get())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    color.set("red")
    other = contextvars.copy_context()
    loop.call_soon(show, "soon:")
    loop.call_later(1, show, "later:")
    future.add_done_callback(lambda f: show("done callback:"))
    color.set("blue")
    loop.call_soon(show, "soon, added later:")
    loop.call_soon(show, "soon, in a context of its own:", context=other)
    future.set_result(None)
    await asyncio.sleep(2)
    show("main:")


asyncio.run(main())
