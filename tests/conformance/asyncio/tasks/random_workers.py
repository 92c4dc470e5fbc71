# Consumers in a TaskGroup share a queue; random delays come from the same Mersenne Twister.
import asyncio, random
async def player(name, q):
    while True:
        n = await q.get()
        if n is None:
            q.put_nowait(None); break
        await asyncio.sleep(random.random())
        print(f"{asyncio.get_running_loop().time():.6f}", name, n)
async def main():
    random.seed(7)
    q = asyncio.Queue()
    for i in range(6): q.put_nowait(i)
    q.put_nowait(None)
    async with asyncio.TaskGroup() as tg:
        for n in "abc": tg.create_task(player(n, q))
asyncio.run(main())
