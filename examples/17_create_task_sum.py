# title: Two sums that take turns
# group: Tasks that overlap
# look for: A and B print in pairs each second, and it takes 3 s instead of 5.
# truth: The comment says that the tasks start at create_task. They only join the ready queue: their
#   first steps run when main awaits.
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

		# At the moment create_task is called, sum("A") and sum("B") are simultaneously registered with event loop and start execution.
    task1 = asyncio.create_task(sum("A", [1, 2]))
    task2 = asyncio.create_task(sum("B", [1, 2, 3]))

    result1 = await task1
    result2 = await task2
    print(result1, result2)


asyncio.run(main())
