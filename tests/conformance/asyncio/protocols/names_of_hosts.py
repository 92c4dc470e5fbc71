# getaddrinfo() of a loop asks in a thread; an address is one without asking.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for host, port in (("127.0.0.1", 80), ("127.0.0.1", "8080"), ("localhost", 9)):
        found = await loop.getaddrinfo(host, port, family=2, type=1)
        for family, kind, protocol, name, address in found:
            print(host, int(family), int(kind), protocol, repr(name), address)


asyncio.run(main())
