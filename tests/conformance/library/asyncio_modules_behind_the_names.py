# Modules of asyncio that are not named in its documentation, and what people import from them.
import asyncio
from asyncio import base_futures, constants, coroutines, mixins

print(base_futures._PENDING, base_futures._CANCELLED, base_futures._FINISHED, base_futures.isfuture is asyncio.isfuture)
print(constants.DEBUG_STACK_DEPTH, constants.THREAD_JOIN_TIMEOUT, constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES)
print(coroutines._is_debug_mode())


class Flag(mixins._LoopBoundMixin):
    def __init__(self):
        self.waiter = None

    async def wait(self):
        self.waiter = self._get_loop().create_future()
        return await self.waiter

    def __repr__(self):
        return "<Flag>"


flag = Flag()
print(flag._loop)


async def main():
    waiting = asyncio.create_task(flag.wait())
    await asyncio.sleep(0)
    flag.waiter.set_result("set")
    print(await waiting, flag._loop is asyncio.get_running_loop())


async def elsewhere():
    try:
        await flag.wait()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
asyncio.run(elsewhere())
