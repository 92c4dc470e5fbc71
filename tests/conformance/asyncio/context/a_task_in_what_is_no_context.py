# Whether a task's context is one is seen by the handle of its first step: that is reported, and the task stays as it is.
import asyncio
import contextvars


async def work():
    print("never")


async def main():
    task = asyncio.create_task(work(), context=3, name="lost")
    done, pending = await asyncio.wait([task], timeout=1)
    print(len(done), pending)
    print(task.get_context(), task.cancel())
    await asyncio.sleep(0)
    print(task)

    inside = contextvars.copy_context()
    loop = asyncio.new_event_loop()
    print(await asyncio.to_thread(loop.run_until_complete, asyncio.sleep(0, "another loop")))
    loop.close()


asyncio.run(main())
