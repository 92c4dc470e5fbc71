# simul.net: jitter and failures come from a seed of their own; what is out of bounds is said.
import asyncio
import random

import httpx
import simul

print(simul.net.latency, simul.net.jitter, simul.net.failure_rate, simul.net.seed, simul.net.bandwidth)
simul.net.jitter = 0.2
simul.net.failure_rate = 0.5


async def ask(client, number):
    loop = asyncio.get_running_loop()
    try:
        await client.get(f"https://x.example/{number}")
        return f"{loop.time():.4f}"
    except httpx.ConnectError as error:
        return f"{loop.time():.4f} {error}"


async def main():
    async with httpx.AsyncClient() as client:
        print(await asyncio.gather(*(ask(client, number) for number in range(8))))
        simul.net.seed = 5
        first = [await client.head("https://x.example/") for _ in range(1)]
        print(first, random.random())


asyncio.run(main())
for name, value in [("latency", -1), ("jitter", "x"), ("failure_rate", 1.5), ("bandwidth", 0), ("latency", float("inf")), ("buffer", True)]:
    try:
        setattr(simul.net, name, value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for bad in (lambda: simul.net.serve(5), lambda: simul.net.serve("https://x", status=301), lambda: simul.net.serve("https://x", seconds=-1)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    simul.net.speed = 1
except AttributeError as error:
    print("AttributeError")
