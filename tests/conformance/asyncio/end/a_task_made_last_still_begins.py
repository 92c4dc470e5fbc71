# A task that was created right before main ends still gets its first step: the loop stops one turn after main.
# It is cancelled at its first await, before a timer could fire.
import asyncio


async def worker():
    print("worker begins, main is done:", main_task.done())
    try:
        await asyncio.sleep(0.001)
        print("this is never printed")
    finally:
        print("worker is cancelled")


async def main():
    global main_task
    main_task = asyncio.current_task()
    asyncio.create_task(worker())
    print("main ends")


asyncio.run(main())
