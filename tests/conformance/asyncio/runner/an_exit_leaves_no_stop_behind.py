# main() is done, and the loop's next turn will stop it; but a task exits the program first, so that stop is left for the next
# run. There another exit comes before it has any effect, and with that it is forgotten: the third run goes on to its end.
import asyncio


async def exits():
    raise SystemExit(3)


async def main():
    asyncio.create_task(exits())


async def later():
    await asyncio.sleep(1)
    return "ran to its end"


runner = asyncio.Runner()
for call in (main, exits, later):
    try:
        print(runner.run(call()))
    except BaseException as error:
        print(repr(error))
runner.close()
