# run_until_complete() whose loop is stopped too early is a RuntimeError; the task can be run on afterwards.
import asyncio


async def main():
    loop.call_later(1, loop.stop)
    await asyncio.sleep(2)
    return "done after all"


loop = asyncio.new_event_loop()
task = loop.create_task(main())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print("RuntimeError:", error, loop.time())
print(loop.run_until_complete(task), loop.time())
loop.close()
