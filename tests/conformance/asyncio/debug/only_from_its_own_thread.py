# In debug mode the loop refuses what another thread must not call; call_soon_threadsafe() is the way.
import asyncio


def from_outside(loop):
    attempts = {
        "call_soon": lambda: loop.call_soon(print, "never"),
        "call_later": lambda: loop.call_later(1, print, "never"),
        "call_at": lambda: loop.call_at(1, print, "never"),
    }
    for name, attempt in attempts.items():
        try:
            attempt()
        except RuntimeError as error:
            print(f"{name}: {error}")
    future = loop.create_future()
    future.set_result("no callbacks, nothing to schedule")
    print(future.result())
    future = loop.create_future()
    future.add_done_callback(print)
    try:
        future.set_result("set all the same")
    except RuntimeError as error:
        print(f"set_result: {error}")
    print(future.result())
    loop.call_soon_threadsafe(print, "from a thread")


async def main():
    await asyncio.to_thread(from_outside, asyncio.get_running_loop())
    await asyncio.sleep(2)
    print("the end")


asyncio.run(main(), debug=True)
