# asyncio.run(debug=, loop_factory=): which loop it runs, and what it sets.
import asyncio


async def look():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), asyncio.get_event_loop() is loop, type(loop).__name__)
    return loop


def factory():
    print("factory is called")
    return asyncio.new_event_loop()


asyncio.run(look())
asyncio.run(look(), debug=True)
loop = asyncio.run(look(), loop_factory=factory)
print(loop.is_closed())
asyncio.run(look(), debug=False, loop_factory=asyncio.SelectorEventLoop)
for wrong in (lambda: asyncio.run(), lambda: asyncio.run(look), lambda: asyncio.run(None), lambda: asyncio.run(1, True)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", str(error).split(" at 0x")[0])
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
