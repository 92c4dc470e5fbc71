# A failure in as_completed() comes where its task's turn is; the iteration goes on after it.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    if n % 2:
        raise ValueError(n)
    return n


async def main():
    for coming in asyncio.as_completed([child(n) for n in (4, 1, 3, 2)]):
        try:
            print("result", await coming)
        except ValueError as error:
            print("failure", error)
    try:
        asyncio.as_completed(child(1))
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
