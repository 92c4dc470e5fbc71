# title: An API with httpx, asked again when it fails
# group: Over the network
# look for: A server that is busy says how long to wait; a connection that fails is tried again after a pause that doubles.
# from: Simul

import asyncio
import logging

import httpx

try:
    import simul

    simul.net.latency = 0.1
    simul.net.failure_rate = 0.25
    simul.net.seed = 3
    busy = iter([503, 429])
    simul.net.serve("https://api.example/users", [{"id": 1, "name": "Ada"}, {"id": 2, "name": "Bob"}, {"id": 3, "name": "Cleo"}])
    simul.net.serve("https://api.example/users/*", lambda asked: (next(busy, 200), {"orders": 2 * len(asked.path)}))
except ImportError:
    pass  # CPython with the real httpx: a real network

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger(__name__)


async def get_json(client: httpx.AsyncClient, path: str, *, attempts: int = 5):
    pause = 0.2
    for attempt in range(1, attempts + 1):
        try:
            response = await client.get(path)
            response.raise_for_status()
            return response.json()
        except httpx.HTTPStatusError as error:
            status = error.response.status_code
            if status not in (429, 503):
                raise
            log.warning("%s: %d, attempt %d", path, status, attempt)
        except httpx.TransportError as error:
            log.warning("%s: %s, attempt %d", path, error, attempt)
        await asyncio.sleep(pause)
        pause *= 2
    raise RuntimeError(f"gave up on {path}")


async def main() -> None:
    async with httpx.AsyncClient(base_url="https://api.example", timeout=2.0) as client:
        users = await get_json(client, "/users")
        async with asyncio.TaskGroup() as group:
            tasks = {user["name"]: group.create_task(get_json(client, f"/users/{user['id']}/orders")) for user in users}
    for name, task in tasks.items():
        print(f"{name}: {task.result()}")


asyncio.run(main())
