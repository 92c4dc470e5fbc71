# The older way: a loop made by hand, run until something is done, and closed.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work(1)), loop.time())
task = loop.create_task(work(2))
print(loop.run_until_complete(asyncio.gather(task, work(3))), loop.time())
loop.call_later(0.5, loop.stop)
loop.run_forever()
print(loop.time(), loop.is_running(), loop.is_closed())
loop.close()
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error)
