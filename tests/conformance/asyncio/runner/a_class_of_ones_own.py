# A runner's class may have its methods anew: leaving the block closes it by its own close().
import asyncio


class Runner(asyncio.Runner):
    def run(self, coro, *, context=None):
        print("run", coro.__name__)
        return super().run(coro, context=context)

    def close(self):
        print("close")
        super().close()

    def get_loop(self):
        print("get_loop")
        return super().get_loop()


async def work():
    return "worked"


with Runner() as runner:
    print(runner.run(work()), runner.get_loop().is_running())
    loop = runner.get_loop()
    create_task = loop.create_task
    loop.create_task = lambda coro, **options: print("its own create_task", sorted(options)) or create_task(coro, **options)
    print(runner.run(work()))
print(loop.is_closed())

runner = Runner(debug=True)
print(runner.run(work()))
runner.close()
try:
    with runner:
        pass
except RuntimeError as error:
    print(error)
