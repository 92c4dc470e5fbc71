# title: A chat room in memory
# group: Small programs
# look for: Everyone has a queue of his own; what is said goes into all others. Who leaves is taken out of the room.
# from: Simul

import asyncio


class Room:
    def __init__(self):
        self.members = {}

    def say(self, who, text):
        for name, inbox in self.members.items():
            if name != who:
                inbox.put_nowait(f"{who}: {text}")


async def read(name, inbox):
    while True:
        print(f"  [{name} reads] {await inbox.get()}")


async def guest(room, name, lines):
    room.members[name] = asyncio.Queue()
    reader = asyncio.create_task(read(name, room.members[name]))
    room.say(name, "joins")
    for pause, text in lines:
        await asyncio.sleep(pause)
        room.say(name, text)
    await asyncio.sleep(0.5)
    del room.members[name]
    reader.cancel()
    room.say(name, "leaves")


async def main():
    room = Room()
    async with asyncio.TaskGroup() as group:
        group.create_task(guest(room, "Ada", [(1, "hello?"), (2, "bye")]))
        group.create_task(guest(room, "Bob", [(1.5, "hi Ada")]))
        group.create_task(guest(room, "Cleo", [(2.5, "am I late?"), (1, "oh")]))


asyncio.run(main())
