# asyncio asks the loop for each task, also where its class has create_task() anew; and a runner runs and closes it by its methods.
import asyncio


class Loop(asyncio.SelectorEventLoop):
    def create_task(self, coro, **options):
        print("create_task", coro.__name__, sorted(options))
        task = super().create_task(coro, **options)
        task.add_done_callback(lambda task: print("done", task.get_coro().__name__))
        return task

    def run_until_complete(self, future):
        print("run_until_complete")
        return super().run_until_complete(future)

    def run_forever(self):
        print("run_forever")
        super().run_forever()

    def stop(self):
        print("stop")
        super().stop()

    def shutdown_asyncgens(self):
        print("shutdown_asyncgens")
        return super().shutdown_asyncgens()

    def close(self):
        print("close", self.is_closed())
        super().close()


async def work(value):
    await asyncio.sleep(0)
    return value


async def main():
    print(await asyncio.create_task(work(1)))
    print(await asyncio.create_task(work(2), name="named"))
    print(await asyncio.gather(work(3), work(4)))
    print(await asyncio.shield(work(5)), await asyncio.wait_for(work(6), 1))
    async with asyncio.TaskGroup() as group:
        group.create_task(work(7), name="of a group")
    for each in asyncio.as_completed([work(8)]):
        print(await each)
    print(await asyncio.ensure_future(work(9)))


class Refuses(asyncio.SelectorEventLoop):
    def create_task(self, coro, **options):
        if coro.__name__ == "work":
            raise RuntimeError("no more work")
        return super().create_task(coro, **options)


async def refused():
    coroutine = work(1)
    for make in asyncio.create_task, asyncio.ensure_future, asyncio.gather:
        try:
            make(coroutine)
        except RuntimeError as error:
            print(make.__name__, error, coroutine.cr_frame is None)


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
print("closed")
loop = Loop()
print(loop.run_until_complete(work("by hand")))
loop.close()
loop = Refuses()
loop.run_until_complete(refused())
loop.close()
