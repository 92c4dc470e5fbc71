# title: A coroutine that nobody awaits
# group: Coroutines and the loop
# look for: Nothing runs. At the end CPython warns that coro_func was never awaited, which is also why
#   the missing import does no harm.
# from: “Understanding AsyncIO by Code”

# coroutine function and coroutine object in Python
async def coro_func():
    await asyncio.sleep(1)

coro_obj = coro_func()
