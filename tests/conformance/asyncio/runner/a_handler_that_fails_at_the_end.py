# main() has failed, and the tasks that are left are cancelled while its exception is being handled: what a handler of reports raises
# then was raised during that one, be the report of a task that failed while it was cancelled or of a gather that nobody asked.
import asyncio
import sys


def on_report(loop, context):
    print(context["message"], "while", repr(sys.exception()))
    raise RuntimeError("of the handler")


async def fails_when_cancelled():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("no") from None


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(on_report)
    kept = asyncio.gather(fails_when_cancelled(), return_exceptions=True)
    lost = asyncio.gather(asyncio.sleep(10))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    raise OSError("of main", kept is lost)


try:
    asyncio.run(main())
except OSError as error:
    print(repr(error))
try:
    with asyncio.Runner() as runner:
        runner.run(main())
except OSError as error:
    print(repr(error))
