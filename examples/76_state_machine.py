# title: A state machine driven by events
# group: Small programs
# look for: The door hears of events through one queue; a timer is an event like the others, and is called off when the
#   state changes.
# from: Simul

import asyncio
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    CLOSED = "closed"
    OPENING = "opening"
    OPEN = "open"
    LOCKED = "locked"


@dataclass
class Event:
    pass


@dataclass
class Button(Event):
    who: str


@dataclass
class Timeout(Event):
    pass


@dataclass
class Key(Event):
    code: str


class Door:
    def __init__(self) -> None:
        self.state = State.CLOSED
        self.events: asyncio.Queue[Event | None] = asyncio.Queue()
        self._timer: asyncio.TimerHandle | None = None

    def _enter(self, state: State, then: float | None = None) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        print(f"    {self.state} -> {state}")
        self.state = state
        if then is not None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(then, self.events.put_nowait, Timeout())

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        while (event := await self.events.get()) is not None:
            print(f"{loop.time():4.1f} {event}")
            match self.state, event:
                case State.CLOSED, Button(who=name) if name != "burglar":
                    self._enter(State.OPENING, then=1.0)
                case State.OPENING, Timeout():
                    self._enter(State.OPEN, then=3.0)
                case (State.OPEN, Timeout()) | (State.OPEN, Button()):
                    self._enter(State.CLOSED)
                case State.CLOSED, Key(code="1234"):
                    self._enter(State.LOCKED)
                case State.LOCKED, Key(code):
                    if code == "1234":
                        self._enter(State.CLOSED)
                    else:
                        print(f"    wrong code {code!r}")
                case state, Button() | Key():
                    print(f"    nothing happens while {state}")
                case other:
                    raise AssertionError(other)


async def people(door: Door) -> None:
    script: list[tuple[float, Event]] = [
        (0.5, Button("Ada")),
        (0.2, Button("Bob")),
        (2.0, Button("Ada")),
        (0.3, Button("burglar")),
        (0.5, Key("1234")),
        (0.5, Key("0000")),
        (0.1, Button("Bob")),
        (0.4, Key("1234")),
        (1.0, Button("Cleo")),
        (5.0, Button("burglar")),
    ]
    for pause, event in script:
        await asyncio.sleep(pause)
        await door.events.put(event)
    await door.events.put(None)


async def main() -> None:
    door = Door()
    await asyncio.gather(door.run(), people(door))
    print(f"{door.state=!s} {State('open')!r} {[*State]}")


asyncio.run(main())
