# Tasks and callbacks that wait for one future are woken in the order in which they came, mixed as they are.
import asyncio


async def waiter(name, future):
    print(name, "got", await future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter("task 1", future))]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback 1 got", f.result()))
    tasks.append(asyncio.create_task(waiter("task 2", future)))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback 2 got", f.result()))
    loop.call_later(1, future.set_result, "it")
    print("main got", await future)
    await asyncio.gather(*tasks)


asyncio.run(main())
