# all_tasks() asks every task that is there of a class of one's own whose it is, and those of its loop whether they are done: ended
# ones too, as long as somebody has them, and those of other loops.
import asyncio


class Says(asyncio.Task):
    def get_loop(self):
        print("    whose is", self.get_name())
        return super().get_loop()

    def done(self):
        print("    done?", self.get_name())
        return super().done()


class NeverDone(asyncio.Task):
    def done(self):
        return False


async def nothing():
    pass


async def waits(seconds=1):
    await asyncio.sleep(seconds)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main(others):
    loop = asyncio.get_running_loop()
    kept = Says(nothing(), name="ended and kept")
    Says(nothing(), name="ended and dropped")
    plain = loop.create_task(nothing(), name="plain")
    waiting = Says(waits(), name="waiting")
    stubborn = NeverDone(nothing(), name="never done")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(names(asyncio.all_tasks()))
    print("of another loop:", names(asyncio.all_tasks(others)))
    del kept, stubborn
    print("fewer:", names(asyncio.all_tasks()))
    print("waited", await waiting, plain)


others = asyncio.new_event_loop()
elsewhere = Says(nothing(), loop=others, name="elsewhere")
asyncio.run(main(others))
others.run_until_complete(elsewhere)
others.close()
