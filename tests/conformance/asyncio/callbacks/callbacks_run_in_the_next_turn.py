# Callbacks of a done future go through the loop, in the order in which they were added.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for name in "abc":
        future.add_done_callback(lambda f, name=name: print(name, f.result()))

    def removed(f):
        print("this is never printed")

    future.add_done_callback(removed)
    print("removed", future.remove_done_callback(removed))
    loop.call_soon(print, "soon")
    future.set_result(5)
    print("set")
    try:
        future.set_result(6)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    print("await of a done future:", await future)
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("late callback"))
    print("added")
    await asyncio.sleep(0)


asyncio.run(main())
