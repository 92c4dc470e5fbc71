# What a callback that is queued in the set loop reaches, the program's names among it, is never told of.
import asyncio
tasks = {}
def spawn(name, coroutine):
    tasks[name] = asyncio.create_task(coroutine)
    return tasks[name]
async def child():
    pass
async def nothing():
    pass
async def second():
    spawn("t2", nothing()).add_done_callback(lambda t: 0)
async def main():
    both = asyncio.gather(spawn('t4', child()), spawn('t5', child()))
    both.cancel()
    async for item in 0:
        pass
runner = asyncio.Runner()
try:
    runner.run(main())
except BaseException:
    pass
runner.run(second())
