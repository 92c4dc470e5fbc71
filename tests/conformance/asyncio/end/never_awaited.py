# Coroutines that nobody awaits are reported where they die: at the call, or when their last name goes.
import asyncio
async def f(): await asyncio.sleep(1)
async def main():
    f()
    x = f()
    print("never")
    asyncio.sleep(5)
asyncio.run(main())
