# In debug mode a callback for a future that is done goes through call_soon(), which wants the loop's own thread; for one
# that is pending nothing is asked.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    pending, done = loop.create_future(), loop.create_future()
    done.set_result("done")
    for future in pending, done:
        try:
            print(await asyncio.to_thread(future.add_done_callback, print))
        except RuntimeError as error:
            print("refused:", error)


asyncio.run(main(), debug=True)
