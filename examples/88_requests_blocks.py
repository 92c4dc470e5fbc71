# title: requests stops the loop
# group: Over the network
# look for: The clock ticks while threads ask, and stands still while the loop itself asks: requests knows nothing of asyncio.
# from: Simul

import asyncio
import time

import requests

try:
    import simul

    simul.net.latency = 0.5
    simul.net.serve("https://weather.example/*", lambda asked: {"city": asked.path[1:], "degrees": sum(map(ord, asked.path)) % 30})
except ImportError:
    pass  # CPython with the real requests: a real network


def weather(city):
    return requests.get(f"https://weather.example/{city}", timeout=5).json()


async def clock():
    while True:
        print(f"   {time.perf_counter():.1f}")
        await asyncio.sleep(0.3)


async def main():
    ticking = asyncio.create_task(clock())
    await asyncio.sleep(0)

    print("in threads:")
    for answer in await asyncio.gather(*(asyncio.to_thread(weather, city) for city in ("Oslo", "Rome", "Lima"))):
        print(answer["city"], answer["degrees"])

    print("in the loop:")
    for city in ("Oslo", "Rome", "Lima"):
        print(weather(city)["degrees"])
    ticking.cancel()


asyncio.run(main())
