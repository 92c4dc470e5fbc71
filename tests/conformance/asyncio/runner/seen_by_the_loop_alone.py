# main() has failed, but before run() hears of it a task exits the program. The next run begins with the loop's look at how main()
# ended: that stops this run too early, and counts as having seen the failure. So nobody ever reports it.
import asyncio


async def exits():
    raise SystemExit(3)


async def main():
    asyncio.create_task(exits())
    raise OSError("never heard of")


async def later():
    await asyncio.sleep(1)
    return "ran to its end"


runner = asyncio.Runner()
for call in (main, later, later):
    try:
        print(runner.run(call()))
    except BaseException as error:
        print(repr(error))
runner.close()
