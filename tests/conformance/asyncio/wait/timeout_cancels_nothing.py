# wait(timeout=...) neither raises nor cancels: what is not done comes back as pending and goes on.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child", n, "is done")
    return n


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(child(n)) for n in (1, 3)]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(loop.time(), len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(loop.time(), len(done), len(pending))
    done, pending = await asyncio.wait(pending)
    print(loop.time(), len(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=5)
    print(loop.time(), len(done), len(pending))


asyncio.run(main())
