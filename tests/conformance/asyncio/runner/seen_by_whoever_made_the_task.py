# main() has failed, but before run_until_complete() hears of it a task exits the program. The task of a coroutine is the loop's
# own, so its failure counts as seen; whoever has made the task has to look.
import asyncio


async def exits():
    raise SystemExit(3)


async def main(name):
    asyncio.create_task(exits())
    raise OSError(name)


for made in (False, True):
    loop = asyncio.new_event_loop()
    ran = loop.create_task(main("reported")) if made else main("never heard of")
    try:
        loop.run_until_complete(ran)
    except SystemExit as error:
        print(repr(error))
    ran = None
    loop.close()
    print("closed")
