# wait_for() ran out of time: the cancellation that it swallowed knows its frame, and that one its caller's. The cancellation lives
# as long as the step of the task that it woke up. So a generator of the caller is only closed when that step is over, and whoever
# awaits the task hears of its end before; without a timeout it is the other way round.
import asyncio


async def stream():
    try:
        for number in range(3):
            yield number
    finally:
        print("stream closes")


async def waits_in_vain():
    items = stream()
    print(await anext(items))
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 1)
    except TimeoutError as error:
        print(repr(error))


async def waits():
    items = stream()
    print(await anext(items))
    await asyncio.wait_for(asyncio.sleep(1), 2)


async def say(text):
    print(text)


async def main():
    for function in waits_in_vain, waits:
        await asyncio.create_task(function())
        asyncio.create_task(say(f"{function.__name__} is over"))
        await asyncio.sleep(1)


asyncio.run(main())
