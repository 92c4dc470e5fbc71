# The use of a future: an API with callbacks becomes something to await; a result that comes too late must be checked for.
import asyncio


def old_style_fetch(loop, url, on_result, on_error):
    if url.startswith("http"):
        loop.call_later(2, on_result, f"<{url}>")
    else:
        loop.call_later(1, on_error, ValueError(url))


async def fetch(url):
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def finish(setter):
        def done(value):
            if future.done():
                print("too late:", value)
            else:
                setter(value)
        return done

    old_style_fetch(loop, url, finish(future.set_result), finish(future.set_exception))
    return await future


async def main():
    print(await fetch("http://a"))
    try:
        await fetch("gopher:b")
    except ValueError as error:
        print(repr(error))
    try:
        await asyncio.wait_for(fetch("http://slow"), 1)
    except TimeoutError:
        print("gave up")
    await asyncio.sleep(2)


asyncio.run(main())
