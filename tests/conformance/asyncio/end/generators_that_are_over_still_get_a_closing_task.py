# At its end asyncio.run closes every async generator that began in this loop, in the order of their beginning: also those that
# are over already. Each closing is a task, which takes a number; the second program's tasks start after them.
import asyncio


async def numbers(name, count):
    try:
        for n in range(count):
            yield n
            await asyncio.sleep(0.1)
    finally:
        print(name, "closes in", asyncio.current_task().get_name())


over, left, begun = numbers("over", 1), numbers("left", 3), numbers("begun", 2)
never = numbers("never", 1)


async def main():
    print("begun gives", await anext(begun))
    print("over gives", [n async for n in over])
    print("left gives", await anext(left))
    asyncio.get_running_loop().call_soon(print, "still called")


async def second():
    print("second runs in", asyncio.current_task().get_name())
    print("left again gives", await anext(left, "nothing"))


asyncio.run(main())
asyncio.run(second())
