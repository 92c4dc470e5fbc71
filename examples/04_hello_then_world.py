# title: Hello, two seconds, world
# group: Coroutines and the loop
# look for: main sleeps and the loop has nothing else to do: it waits for one timer.
# truth: The comment says that main() starts the coroutine. It only makes the coroutine object;
#   asyncio.run starts it.
# from: “Understanding AsyncIO by Code”

import asyncio

# first task for event loop
async def main():
    print(f'hello')
    await asyncio.sleep(2) # second task for event loop
    print(f'world')

coro_obj = main() # create coroutine object and start the coroutine/first_task
asyncio.run(coro_obj) # create event loop
