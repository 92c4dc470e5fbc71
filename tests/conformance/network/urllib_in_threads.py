# urllib.request waits in threads while the loop goes on, and alone when a coroutine calls it.
import asyncio
import json
import os
import tempfile
import urllib.error
import urllib.request
from urllib.request import Request, urlopen

try:
    import simul
    simul.net.latency = 0.1
    simul.net.serve("https://api.example/users/*", {"name": "Ada"}, seconds=0.3)
    simul.net.serve("https://api.example/page", "<p>hello</p>")
    simul.net.serve("https://api.example/echo", lambda asked: [asked.method, asked.data, asked.headers.get("x-token")])
    simul.net.serve("https://api.example/gone", "no more", status=410)
    simul.net.serve("https://api.example/slow", "late", seconds=9)
except ImportError:
    pass


def fetch(url):
    with urlopen(url) as answer:
        return answer.status, answer.read()


async def main():
    async def tick():
        for _ in range(3):
            await asyncio.sleep(0.15)
            print("tick")

    ticking = asyncio.create_task(tick())
    print(await asyncio.gather(*(asyncio.to_thread(fetch, f"https://api.example/users/{n}") for n in range(2))))
    await ticking
    with urllib.request.urlopen("https://api.example/page", timeout=5) as page:
        print(page.getcode(), page.reason, page.geturl(), page.headers["content-type"], page.headers.get_content_charset(),
              page.info().get_content_type(), page.getheader("nothing", "none"))
        print(page.read().decode())
    asked = Request("https://api.example/echo", data=json.dumps({"a": 1}).encode(), headers={"X-token": "t"}, method="PUT")
    print(asked.get_method(), asked.full_url, asked.host, asked.type, asked.selector, asked.get_header("X-token"))
    print(json.load(urlopen(asked)))
    for url in ("https://api.example/gone", "https://nobody.invalid/", "http://localhost/", "ftp://x/", "https://api.example/slow",
                "nowhere", "http:///path"):
        try:
            urlopen(url, timeout=1)
        except urllib.error.HTTPError as error:
            print(repr(error), error, error.code, error.reason, error.read(), error.headers["content-length"], error.url)
        except urllib.error.URLError as error:
            print(type(error).__name__, error, repr(error.reason))
        except (ValueError, TimeoutError) as error:
            print(type(error).__name__, error)
    with tempfile.TemporaryDirectory() as folder:
        name, headers = urllib.request.urlretrieve("https://api.example/page", os.path.join(folder, "page.html"))
        print(os.path.basename(name), headers["Content-Length"], open(name).read())


asyncio.run(main())
