# Results come in the order of the arguments, whoever is ready first, nested gathers too.
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print("ready", name)
    return name


async def main():
    print(await asyncio.gather(
        child("slow", 3),
        asyncio.gather(child("inner slow", 2), child("inner fast", 0.5)),
        child("fast", 1),
    ))


asyncio.run(main())
