# The frames under a task count for Python's recursion limit: the program's that runs the loop, and
# asyncio's own, which are fewer the nearer to the loop the program begins.
import asyncio

deepest = 0


def call(depth):
    global deepest
    deepest = depth
    call(depth + 1)


async def wait(depth):
    global deepest
    deepest = depth
    await wait(depth + 1)


def attempt(where):
    try:
        call(1)
    except RecursionError as error:
        print(where, deepest, error)


async def main():
    attempt("called by a task")
    try:
        await wait(1)
    except RecursionError as error:
        print("awaited by a task", deepest, error)
    loop = asyncio.get_running_loop()
    loop.call_soon(attempt, "called by the loop")
    await asyncio.sleep(0)


def run_from_deeper(levels):
    if levels:
        run_from_deeper(levels - 1)
    else:
        asyncio.run(main())


attempt("called by the module")
asyncio.run(main())
run_from_deeper(10)
with asyncio.Runner() as runner:
    runner.run(main())
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.call_soon(attempt, "called by run_forever")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
attempt("called by the module")
