# Starting a loop where one runs already, in every way there is; and closing one that runs.
import asyncio


async def nothing():
    pass


def attempt(name, action):
    coroutine = nothing()
    try:
        action(coroutine)
    except RuntimeError as error:
        print(f"{name}: {error}")
    coroutine.close()


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    attempt("asyncio.run", asyncio.run)
    attempt("the same loop", loop.run_until_complete)
    attempt("another loop", other.run_until_complete)
    attempt("forever", lambda coroutine: other.run_forever())
    attempt("forever, the same", lambda coroutine: loop.run_forever())
    attempt("close", lambda coroutine: loop.close())
    attempt("Runner", lambda coroutine: asyncio.Runner().run(coroutine))
    other.close()
    attempt("closed", other.run_until_complete)
    attempt("closed forever", lambda coroutine: other.run_forever())
    attempt("call_soon", lambda coroutine: other.call_soon(print))
    attempt("call_later", lambda coroutine: other.call_later(1, print))
    attempt("create_task", other.create_task)
    print("main goes on")


asyncio.run(main())
attempt("no loop: get_running_loop", lambda coroutine: asyncio.get_running_loop())
attempt("no loop: create_task", asyncio.create_task)
attempt("no loop: current_task", lambda coroutine: asyncio.current_task())
attempt("no loop: all_tasks", lambda coroutine: asyncio.all_tasks())
attempt("no loop: timeout", lambda coroutine: asyncio.timeout(1))
