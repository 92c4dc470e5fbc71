# A task that awaits itself, and a future that belongs to another loop.
import asyncio


async def awaits_itself():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print(error)
    return "goes on"


async def awaits(future):
    try:
        await future
    except RuntimeError as error:
        print(str(error).split(" cb=")[0].split(" with ")[0], str(error).endswith("attached to a different loop"))


async def main():
    print(await asyncio.create_task(awaits_itself(), name="self"))
    await awaits(foreign)
    try:
        await asyncio.gather(foreign, asyncio.get_running_loop().create_future())
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait_for(foreign, 1)
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__)
    try:
        asyncio.ensure_future(foreign, loop=asyncio.get_running_loop())
    except ValueError as error:
        print(error)


other = asyncio.new_event_loop()
foreign = other.create_future()
asyncio.run(main())
try:
    asyncio.new_event_loop().run_until_complete(foreign)
except ValueError as error:
    print(error)
