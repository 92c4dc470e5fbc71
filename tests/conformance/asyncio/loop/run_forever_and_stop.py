# run_forever() runs until stop(); the turn that calls stop() still ends, and the loop can run again.
import asyncio


def tick(name):
    print(loop.time(), name, loop.is_running())


loop = asyncio.new_event_loop()
loop.call_later(1, tick, "one")
loop.call_later(2, loop.stop)
loop.call_later(2, tick, "same instant")
loop.call_later(3, tick, "three")
loop.run_forever()
print("stopped", loop.time(), loop.is_running())
loop.call_soon(loop.stop)
loop.call_soon(tick, "after stop, same turn")
loop.call_soon(lambda: loop.call_soon(tick, "next turn"))
loop.run_forever()
print("again")
loop.stop()
loop.run_forever()
print("once more")
loop.run_until_complete(asyncio.sleep(2))


async def stops():
    loop.stop()
    await asyncio.sleep(1)


try:
    loop.run_until_complete(stops())
except RuntimeError as error:
    print(error)
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
loop.close()
print(loop, loop.is_closed())
