# asyncio.run still runs four turns after the one in which main()'s end is noticed: what is ready or due by then runs, the rest is lost.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def count(n):
        print("turn", n, "after main")
        if n < 9:
            loop.call_soon(count, n + 1)
    loop.call_soon(count, 1)
    loop.call_at(loop.time(), print, "due now")
    loop.call_later(0.1, print, "due later")
    print("main ends")


async def other():
    loop = asyncio.get_running_loop()
    loop.call_later(0, loop.call_later, 0, loop.call_later, 0, print, "three timers later")


asyncio.run(main())
asyncio.run(other())
