# Calling a coroutine function with wrong arguments raises at the call: there is no coroutine that could be left over.
import asyncio


async def greet(name, *, greeting="hello"):
    return f"{greeting} {name}"


async def main():
    for call in (lambda: greet(), lambda: greet("a", "b"), lambda: greet("a", shout=True), lambda: greet("a", name="b")):
        try:
            call()
        except TypeError as error:
            print("TypeError:", error)
    print(await greet("Ada", greeting="good day"))


asyncio.run(main())
