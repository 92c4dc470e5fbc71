# requests blocks: while it waits the loop stands still, in a thread it does not. Answers, errors, sessions.
import asyncio
import time

import requests
from requests.exceptions import HTTPError, RequestException
import simul

simul.net.latency = 0.5
simul.net.serve("https://api.example/todo/*", lambda asked: {"path": asked.path, "query": asked.query, "agent": asked.headers.get("user-agent")})
simul.net.serve("https://api.example/teapot", "short and stout", status=418)
simul.net.serve("https://api.example/text", "not json")


def say(*words):
    print(f"{time.monotonic():.2f}", *words)


async def ticker():
    while True:
        await asyncio.sleep(0.4)
        say("tick")


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    say(requests.get("https://api.example/todo/1").json())
    await asyncio.sleep(0)
    response = await asyncio.to_thread(requests.get, "https://api.example/todo/2", params={"x": 1})
    say(response, response.ok, response.elapsed, response.url)
    task.cancel()


asyncio.run(main())
with requests.Session() as session:
    session.headers.update({"User-Agent": "me"})
    say(session.get("https://api.example/todo/3?y=2").json())
    say(session.post("https://unstated.example/", data={"a": "b"}).json())
for url, options in [("https://api.example/teapot", {}), ("https://api.example/text", {}), ("https://nobody.invalid/a", {}),
                     ("api.example", {}), ("https://api.example/text", {"timeout": 0.3}), ("http://localhost:5000/", {}),
                     ("ftp://x/", {}), ("http://", {})]:
    try:
        response = requests.get(url, **options)
        response.raise_for_status()
        print(response.text, response.json())
    except HTTPError as error:
        say("HTTPError:", error, error.response.status_code)
    except requests.exceptions.JSONDecodeError as error:
        say("JSONDecodeError:", error)
    except requests.Timeout as error:
        say(type(error).__name__, error)
    except RequestException as error:
        say(type(error).__name__, type(error).__module__, error)
print(requests.codes.ok, bool(requests.head("https://api.example/teapot")), issubclass(requests.RequestException, OSError))
