# In debug mode what cannot be called is refused when it is scheduled, not when its turn comes.
import asyncio


async def coroutine_function():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for name, schedule in (("call_soon", loop.call_soon), ("call_soon_threadsafe", loop.call_soon_threadsafe),
                           ("call_later", lambda what: loop.call_later(1, what)), ("call_at", lambda what: loop.call_at(1, what))):
        for what in (coroutine_function, 3, "text", None):
            try:
                schedule(what)
            except TypeError as error:
                print(f"{name}: {str(error).split(' at 0x')[0]}")
    coroutine = coroutine_function()
    try:
        loop.call_soon(coroutine)
    except TypeError as error:
        print(error)
    await coroutine
    try:
        loop.run_in_executor(None, coroutine_function)
    except TypeError as error:
        print(error)
    loop.close_is_not_here = True
    print(loop)


asyncio.run(main(), debug=True)
loop = asyncio.new_event_loop()
print(loop.get_debug())
loop.set_debug("yes")
print(loop.get_debug())
loop.close()
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
with asyncio.Runner(debug=False) as runner:
    print(runner.get_loop().get_debug())
