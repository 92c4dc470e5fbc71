# cancel() of a handle works until its callback has run, also from another callback of the same turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = {}

    def stop(name):
        print("stops", name)
        handles[name].cancel()

    handles["first"] = loop.call_soon(stop, "second")
    handles["second"] = loop.call_soon(stop, "first")
    await asyncio.sleep(0)
    print([handle.cancelled() for handle in handles.values()])
    handle = loop.call_soon(print, "runs")
    await asyncio.sleep(0)
    handle.cancel()
    handle.cancel()
    print("too late, but allowed:", handle.cancelled())
    timer = loop.call_later(1, print, "this is never printed")
    print(timer.when(), timer.cancelled())
    timer.cancel()
    await asyncio.sleep(2)


asyncio.run(main())
