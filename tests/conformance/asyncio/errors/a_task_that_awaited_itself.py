# A task that awaits itself gets a RuntimeError, and from then on nobody else can await it while it runs: it stays marked.
import asyncio


async def selfish():
    me = asyncio.current_task()
    for _ in range(2):
        try:
            await me
        except RuntimeError as error:
            print("selfish:", error)
    await asyncio.sleep(1)
    return "done"


async def main():
    task = asyncio.create_task(selfish(), name="selfish")
    await asyncio.sleep(0.5)
    try:
        await task
    except RuntimeError as error:
        print("main:", error)
    done, pending = await asyncio.wait([task])
    print(len(done), len(pending), await task)


async def foreign(future):
    for _ in range(2):
        try:
            await future
        except RuntimeError as error:
            print("foreign:", str(error).partition(" attached")[2] or error)


asyncio.run(main())
other = asyncio.new_event_loop()
asyncio.run(foreign(other.create_future()))
other.close()
