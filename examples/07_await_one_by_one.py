# title: Await one, then the other
# group: Coroutines and the loop
# look for: B does not start before A is complete: two awaits in a row give 2 s plus 3 s.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio

async def sum(name, numbers):
    total = 0
    for number in numbers:
        await asyncio.sleep(1)
        total += number
        print(f'Task {name}: {total}')
    return total

async def main():
    result1 = await sum("A", [1, 2])   # Wait here until complete
    result2 = await sum("B", [1, 2, 3])# Start execution after A completes
    print(result1, result2)

asyncio.run(main())
