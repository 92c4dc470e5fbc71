# title: Who closes the generator?
# group: Async generators
# look for: A break leaves the generator open; aclose() runs its finally at once, and may wait in it.
# from: Simul

import asyncio


async def lines():
    print("open the file")
    try:
        for number in range(1, 100):
            await asyncio.sleep(0.5)
            yield f"line {number}"
    finally:
        await asyncio.sleep(0.5)
        print("close the file")


async def main():
    reader = lines()
    async for line in reader:
        print(line)
        if line == "line 2":
            break
    print("enough")
    await reader.aclose()  # without this line: closed later, by a task of the loop's own
    print("end")


asyncio.run(main())
