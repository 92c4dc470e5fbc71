# A gather that collects exceptions and is cancelled ends with CancelledError, also when the last child
# to end answers its own cancellation with another exception. That one stays with the child.
import asyncio


async def obeys():
    try:
        await asyncio.sleep(5)
    finally:
        print("obeys: over")


async def answers_back():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        raise ValueError("not now")


async def main():
    children = [asyncio.create_task(obeys(), name="obeys"), asyncio.create_task(answers_back(), name="back")]
    everything = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(1)
    print("asked:", everything.cancel("enough"))
    try:
        await everything
    except asyncio.CancelledError as error:
        print("outer:", repr(error))
    for child in children:
        print(child.get_name(), child.cancelled(), None if child.cancelled() else repr(child.exception()))


asyncio.run(main())
