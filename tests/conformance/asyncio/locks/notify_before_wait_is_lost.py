# A condition remembers nothing: notify() with nobody waiting is lost, so one must test the state before waiting.
import asyncio


async def main():
    condition = asyncio.Condition()
    async with condition:
        condition.notify_all()
    async with condition:
        try:
            async with asyncio.timeout(3):
                await condition.wait()
        except TimeoutError:
            print("nobody notified since; holding the lock again:", condition.locked())


asyncio.run(main())
