# A cancellation goes from each task to the one that it waits for, and C's stack ends it after ten
# thousand of them: cancel() of the last one of a longer chain raises RecursionError and reaches
# nobody. Cancelled at the other end, the whole chain goes.
import asyncio


async def wait_for(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    chain = [first]
    for _ in range(12_000):
        chain.append(asyncio.create_task(wait_for(chain[-1])))
    await asyncio.sleep(0)
    try:
        chain[-1].cancel()
    except RecursionError as error:
        print(error)
    requests = [task.cancelling() for task in chain[1:]]
    print(set(requests), requests.index(1) > 2_000, first.cancelled())

    print("from the front:", chain[1].cancel(), first.cancelled())
    await asyncio.gather(chain[-1], return_exceptions=True)
    print(all(task.cancelled() for task in chain), chain[1].cancelling(), chain[-1].cancelling())


asyncio.run(main())
