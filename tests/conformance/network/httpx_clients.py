# httpx over the modelled network: a client that awaits, one that blocks; answers, errors of status, of time and of the network.
import asyncio
import time

import httpx
import simul

simul.net.latency = 0.25
simul.net.serve("https://api.example/items", [{"id": 1}, {"id": 2}])
simul.net.serve("https://api.example/items", lambda asked: (201, asked.json) if asked.method == "POST" else [1, 2])
simul.net.serve("https://api.example/busy", "later", status=503, headers={"Retry-After": 2})
simul.net.serve("https://api.example/slow", "ok", seconds=9)
simul.net.serve("https://api.example/lines", "one\ntwo\nthree")


def say(*words):
    print(f"{time.monotonic():.2f}", *words)


async def main():
    async with httpx.AsyncClient(base_url="https://api.example", timeout=2.0) as client:
        response = await client.get("/items", params={"page": 1})
        say(response, response.status_code, response.json(), response.url, response.elapsed)
        response = await client.post("/items", json={"name": "new"})
        say(response, response.is_success, response.json())
        for path in ("/busy", "/slow", "https://nobody.invalid/", "ftp://x"):
            try:
                (await client.get(path)).raise_for_status()
            except httpx.HTTPStatusError as error:
                say("status", error, error.response.headers.get("retry-after"))
            except httpx.TimeoutException as error:
                say("timeout", type(error).__name__, repr(str(error)), error.request.url)
            except httpx.RequestError as error:
                say("request", type(error).__name__, error)
        answers = await asyncio.gather(*(client.get("/items") for _ in range(3)), client.get("/slow", timeout=0.1), return_exceptions=True)
        say([str(answer) if isinstance(answer, Exception) else answer.status_code for answer in answers])
        simul.net.bandwidth = 13
        async with client.stream("GET", "/lines") as response:
            say(response.status_code)
            async for line in response.aiter_lines():
                say(line)
    try:
        await client.get("/items")
    except RuntimeError as error:
        say(error)
    say(issubclass(httpx.ReadTimeout, httpx.TransportError), httpx.Timeout(3), httpx.Timeout(3, read=1), httpx.ConnectError.__module__)


asyncio.run(main())
simul.net.bandwidth = None
with httpx.Client() as client:
    say(client.get("https://api.example/items").json())
say(httpx.get("https://api.example/busy").text)
