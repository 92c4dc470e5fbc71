# wait(), notify() and notify_all() without holding the condition's lock are RuntimeErrors.
import asyncio


async def main():
    condition = asyncio.Condition()
    try:
        await condition.wait()
    except RuntimeError as error:
        print("wait:", error)
    for call in (condition.notify, condition.notify_all, condition.release):
        try:
            call()
        except RuntimeError as error:
            print(call.__name__ + ":", error)
    async with condition:
        condition.notify(5)
        print("held:", condition.locked())


asyncio.run(main())
