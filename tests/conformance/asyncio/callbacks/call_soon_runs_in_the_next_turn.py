# call_soon() from inside a callback waits for the next turn: a callback that re-arms itself does not starve the others.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    order = []

    def again(name, n):
        order.append(f"{name}{n}")
        if n < 3:
            loop.call_soon(again, name, n + 1)

    again("a", 0)
    loop.call_soon(again, "b", 1)
    loop.call_soon(again, "c", 3)
    for turn in range(4):
        await asyncio.sleep(0)
        order.append("|")
    print(" ".join(order))


asyncio.run(main())
