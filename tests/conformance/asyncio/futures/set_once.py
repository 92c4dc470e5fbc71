# A future is done once: setting it again raises InvalidStateError, cancelling it again returns False.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for finish in (lambda f: f.set_result(1), lambda f: f.set_exception(ValueError("x")), lambda f: f.cancel()):
        future = loop.create_future()
        finish(future)
        print(future)
        for again in (lambda f: f.set_result(2), lambda f: f.set_exception(KeyError())):
            try:
                again(future)
            except asyncio.InvalidStateError as error:
                print("   InvalidStateError:", error)
        print("  ", future.cancel(), future.done(), future.cancelled())
        if not future.cancelled():
            future.exception()


asyncio.run(main())
