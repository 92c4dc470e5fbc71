# In debug mode a coroutine knows where it was made, and the warning about a forgotten one says so.
import asyncio
import sys


async def forgotten():
    pass


def make():
    return forgotten()


async def deeper(levels):
    if levels:
        return await deeper(levels - 1)
    make()


async def main():
    print("frames remembered:", sys.get_coroutine_origin_tracking_depth())
    make()
    await asyncio.create_task(deeper(3))
    asyncio.sleep(1)
    coroutine = forgotten()
    print(coroutine.cr_origin[0][2], "made it")
    await coroutine
    loop = asyncio.get_running_loop()
    loop.set_debug(False)
    coroutine = forgotten()
    print("until the next turn:", coroutine.cr_origin is not None)
    await coroutine
    await asyncio.sleep(0)
    coroutine = forgotten()
    print("then not any more:", coroutine.cr_origin)
    await coroutine


coroutine = main()
print("made before the loop ran:", coroutine.cr_origin)
asyncio.run(coroutine, debug=True)
print("and after it:", sys.get_coroutine_origin_tracking_depth())


def outside():
    return make()


sys.set_coroutine_origin_tracking_depth(2)
coroutine = outside()
print([(line, name) for file, line, name in coroutine.cr_origin])
coroutine.close()
outside()
sys.set_coroutine_origin_tracking_depth(0)
try:
    sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as error:
    print(error)
