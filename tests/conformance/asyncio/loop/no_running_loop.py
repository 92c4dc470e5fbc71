# Outside a coroutine there is no running loop; new_event_loop() and set_event_loop() do not make one run.
import asyncio


def ask(function):
    try:
        print(type(function()).__name__)
    except RuntimeError as error:
        print("RuntimeError:", error)


ask(asyncio.get_running_loop)
loop = asyncio.new_event_loop()
ask(asyncio.get_running_loop)
asyncio.set_event_loop(loop)
ask(asyncio.get_running_loop)
print(asyncio.get_event_loop() is loop, loop.is_running(), loop.is_closed())
ask(asyncio.all_tasks)
loop.close()
asyncio.set_event_loop(None)
