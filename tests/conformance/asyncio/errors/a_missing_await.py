# A forgotten await gives a coroutine object where a value was meant, and the error comes later, elsewhere.
import asyncio


async def price():
    return 5


async def main():
    total = price()
    try:
        print(total + 1)
    except TypeError as error:
        print("TypeError:", error)
    if price():
        print("a coroutine is always true")
    print(await total)


asyncio.run(main())
