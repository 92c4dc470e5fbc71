# cancel() between the end of a wait and the task's next step wins: the result that was there is lost.
import asyncio


async def child(future):
    try:
        print("got", await future)
    except asyncio.CancelledError:
        print("cancelled although the future has", future.result())
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(child(future))
    await asyncio.sleep(1)
    future.set_result("a result")
    print("cancel says", task.cancel())
    await asyncio.wait([task])
    print(task.cancelled(), future.cancelled())


asyncio.run(main())
