# An async generator that nobody finishes is closed by a task that the loop makes soon. In debug mode the handle of that call knows where
# the generator was dropped, and shows what it is called with.
import asyncio
import re
import sys
import traceback


async def numbers():
    yield 1
    yield 2


def handler(loop, context):
    print(context["message"].split("(")[0], repr(context["exception"]), file=sys.stderr)
    print(re.sub(r"\.\.\.x[0-9a-f]+", "...", repr(context["handle"])), file=sys.stderr)
    if "source_traceback" in context:
        print(len(context["source_traceback"]), file=sys.stderr)
        traceback.print_list(context["source_traceback"])


def deep(levels, act):
    if levels:
        deep(levels - 1, act)
    else:
        act()


async def first_of(items):
    print(await anext(items))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.set_task_factory(lambda loop, coroutine, **kwargs: coroutine.close())
    await first_of(numbers())
    items = numbers()
    await anext(items)

    def drop():
        nonlocal items
        items = None

    deep(3, drop)
    items = numbers()
    await anext(items)
    deep(20, drop)
    woken = loop.create_future()
    loop.call_soon(woken.set_result, None)
    await woken


for debug in (True, False):
    loop = asyncio.new_event_loop()
    loop.set_debug(debug)
    loop.run_until_complete(main())
    loop.close()
