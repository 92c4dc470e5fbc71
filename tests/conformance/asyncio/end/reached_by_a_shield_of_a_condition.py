# A condition that a name has reaches who waits for it, the shield and the gather around that one: the first collection at the end
# leaves them alone, though only the frames of what main() failed with have the gather itself.
import asyncio

condition = asyncio.Condition()
loop = asyncio.new_event_loop()
tasks = {}


async def waits():
    async with condition:
        await condition.wait()


async def cancels_itself():
    tasks["itself"].cancel()


async def main():
    tasks["itself"] = asyncio.create_task(cancels_itself())
    together = asyncio.gather(tasks["itself"], asyncio.shield(waits()))
    raise LookupError("main fails")


try:
    loop.run_until_complete(main())
except LookupError as error:
    print(repr(error))
loop.call_later(0, loop.stop)
loop.run_forever()
print("at the end")
