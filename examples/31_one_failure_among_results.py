# title: Failures among the results
# group: Waiting for many
# look for: With return_exceptions gather waits for all four and puts the failures into the list instead
#   of raising the first.
# from: Simul

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "b":
        raise ConnectionError(f"{name} is down")
    return f"page {name}"


async def main():
    results = await asyncio.gather(
        fetch("a", 1), fetch("b", 0.5), fetch("c", 2), fetch("d", 1.5),
        return_exceptions=True,
    )
    for result in results:
        kind = "failed:" if isinstance(result, Exception) else "ok:    "
        print(kind, result)


asyncio.run(main())
