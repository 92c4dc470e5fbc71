# The first Ctrl-C asks the main task to stop; the second one, while it cleans up, leaves the loop where it stands.
import asyncio
import signal


def ctrl_c():
    print("^C")
    signal.raise_signal(signal.SIGINT)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.2, ctrl_c)
    loop.call_later(0.3, ctrl_c)
    try:
        await asyncio.sleep(1)
    finally:
        print("cleaning")
        await asyncio.sleep(1)
        print("clean")


def own(number, frame):
    print("own handler", number, frame.f_code.co_name)


async def two():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        signal.raise_signal(signal.SIGINT)


with asyncio.Runner() as runner:
    try:
        runner.run(main())
    except KeyboardInterrupt as error:
        print("out", repr(error), repr(error.__context__))
    print("leaving")

# A handler of the program's own stays.
signal.signal(signal.SIGINT, own)


async def interrupted():
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(0.1)
    return "not cancelled"


print(asyncio.run(interrupted()), signal.getsignal(signal.SIGINT) is own)
signal.signal(signal.SIGINT, signal.default_int_handler)
asyncio.run(two())
