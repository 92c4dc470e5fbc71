# Queue.shutdown() and task_done() wake whoever waits, which a closed loop refuses: the queue is shut down, or done, all the same,
# and nobody else hears of that refusal.
import asyncio

queue = asyncio.Queue(1)
done = asyncio.Queue()
done.put_nowait("the last")


async def waits(awaitable):
    try:
        await awaitable
    except BaseException as error:
        print("waits:", repr(error))
        raise


async def main(*awaitables):
    tasks = [asyncio.create_task(waits(each)) for each in awaitables]
    await asyncio.sleep(0)
    return tasks


def shut_down(*immediate):
    try:
        print(queue.shutdown(*immediate))
    except RuntimeError as error:
        print(repr(error), queue)


loop = asyncio.new_event_loop()
tasks = loop.run_until_complete(main(queue.get(), queue.get(), done.join()))
loop.close()
for _ in range(3):
    shut_down()
try:
    queue.put_nowait(1)
except asyncio.QueueShutDown as error:
    print(repr(error))
shut_down(True)
done.get_nowait()
try:
    done.task_done()
except RuntimeError as error:
    print(repr(error), done)
