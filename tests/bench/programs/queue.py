# Two tasks play ping-pong over two queues of one place. Prints how many rounds.
import asyncio

ROUNDS = 30_000


async def echo(inbox, outbox):
    for _ in range(ROUNDS):
        await outbox.put(await inbox.get())


async def main():
    to, back = asyncio.Queue(maxsize=1), asyncio.Queue(maxsize=1)
    other = asyncio.create_task(echo(to, back))
    total = 0
    for i in range(ROUNDS):
        await to.put(i)
        total += await back.get()
    await other
    assert total == ROUNDS * (ROUNDS - 1) // 2


asyncio.run(main())
print(ROUNDS)
