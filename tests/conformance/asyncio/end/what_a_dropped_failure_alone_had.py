# main() fails, and its exception keeps itself by the loop's frames until somebody collects. What only its frames have dies then,
# but not what the program's names reach otherwise: that has its last words when the names go, and its lines can not be read.
import asyncio

futures = {}


async def waits():
    await asyncio.sleep(10)


async def main():
    futures["one"] = asyncio.get_running_loop().create_future()
    both = asyncio.gather(waits(), futures["one"])
    await asyncio.sleep(0)
    raise KeyError("main")


runner = asyncio.Runner()
try:
    runner.run(main())
except KeyError as error:
    print("caught", repr(error))
runner.close()
print(futures)
