"""Actors with mailboxes, supervisors, and generics."""
from __future__ import annotations
import asyncio
import itertools
import typing
from abc import ABC, abstractmethod
from collections.abc import Callable, Awaitable, Coroutine
from dataclasses import dataclass, field, KW_ONLY
from enum import Enum, auto
from typing import Any, ClassVar, Final, Generic, Literal, NamedTuple, NewType, TypedDict, TypeVar, Annotated, Required, NotRequired, get_type_hints, get_args, cast, final, TYPE_CHECKING

if TYPE_CHECKING:
    from nowhere import Nothing

Msg = TypeVar("Msg", bound="Message")
ActorId = NewType("ActorId", int)
MAX: Final = 3


class Config(TypedDict, total=False):
    name: Required[str]
    retries: int
    tags: NotRequired[list[str]]


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0
    def dist(self) -> float: return (self.x ** 2 + self.y ** 2) ** .5


@dataclass
class Message:
    body: str
    _: KW_ONLY
    reply_to: asyncio.Future | None = field(default=None, repr=False)
    seq: int = field(default_factory=itertools.count(1).__next__, compare=False)
    level: ClassVar[str] = "info"


@dataclass(order=True)
class Urgent(Message):
    prio: int = 9
    def __post_init__(self): self.body = self.body.upper()


class Restart(Enum):
    ALWAYS = auto()
    NEVER = auto()


class Actor(ABC, Generic[Msg]):
    def __init__(self, name: str) -> None:
        self.name = name
        self.inbox: asyncio.Queue[Msg] = asyncio.Queue()
        self.crashes = 0

    @abstractmethod
    async def receive(self, msg: Msg) -> Any: ...

    async def run(self):
        while True:
            msg = await self.inbox.get()
            try:
                result = await self.receive(msg)
            except Exception as e:
                if msg.reply_to: msg.reply_to.set_exception(e)
                raise
            else:
                if msg.reply_to and not msg.reply_to.done(): msg.reply_to.set_result(result)
            finally:
                self.inbox.task_done()

    async def ask(self, body: str, timeout=1.0, kind: type[Message] = Message) -> Any:
        fut = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait(kind(body, reply_to=fut))
        return await asyncio.wait_for(fut, timeout)


class Echo(Actor[Message]):
    async def receive(self, msg):
        await asyncio.sleep(0.01 * len(msg.body))
        match msg:
            case Urgent(body=b, prio=p): return f"!{b}!{p}"
            case Message("crash"): raise ZeroDivisionError("asked to")
            case Message(body): return f"{self.name}:{body}#{msg.seq}"


class Supervisor:
    def __init__(self, strategy: Restart, *actors): self.strategy, self.actors, self.tasks = strategy, actors, {}
    async def __aenter__(self):
        for a in self.actors: self.start(a)
        return self
    def start(self, a):
        t = asyncio.create_task(a.run(), name=f"actor-{a.name}")
        t.add_done_callback(lambda t, a=a: self.done(a, t))
        self.tasks[a.name] = t
    def done(self, a, t):
        if t.cancelled(): print("stopped", t.get_name()); return
        print("crash", a.name, repr(t.exception()))
        a.crashes += 1
        if self.strategy is Restart.ALWAYS and a.crashes < MAX: self.start(a)
    async def __aexit__(self, *exc):
        for t in self.tasks.values(): t.cancel("shutdown")
        print(await asyncio.gather(*self.tasks.values(), return_exceptions=True))


async def main():
    echo = Echo("e1")
    async with Supervisor(Restart.ALWAYS, echo, Echo("e2")) as sup:
        print(await echo.ask("hello"), await echo.ask("now", kind=Urgent))
        for _ in range(2):
            try: await echo.ask("crash")
            except ZeroDivisionError as e: print("caller saw", e)
        print(await echo.ask("still there?"))
        try: await echo.ask("x" * 200)
        except TimeoutError as e: print("timeout", repr(e), type(e.__cause__).__name__)
        try: Actor("x")
        except TypeError as e: print(e)
        print(sorted(sup.tasks), sup.tasks["e1"])
    print(Message("a") == Message("a"), Message("a"), Urgent("u", prio=1) < Urgent("u", prio=2), Message.level, Urgent.__dataclass_fields__.keys(), Message.__match_args__)
    try: Message("a", None)
    except TypeError as e: print(e)
    try: Message("a") < Message("b")
    except TypeError as e: print(e)
    print(get_type_hints(Message)["reply_to"], get_type_hints(Point), sorted(Config.__required_keys__), sorted(Config.__optional_keys__), Config(name="n", retries=1), Config.__total__, get_type_hints(Config, include_extras=True))
    print(ActorId(3), ActorId, ActorId.__supertype__, Point(3, 4).dist(), Point.__annotations__, Point.__doc__, cast(int, "s"), Echo.__orig_bases__, get_args(Echo.__orig_bases__[0]), Actor[Message], Actor.__parameters__)
    print(typing.get_type_hints(Actor.ask), Literal["a", 1].__args__, Annotated[int, "m"].__metadata__, Callable[[int], Awaitable[str]], typing.get_origin(Annotated[int, 1]))
    class Sub(Config): extra: int
    print(Sub.__annotations__, Sub.__orig_bases__)
    try: isinstance({}, Config)
    except TypeError as e: print(e)
    try: Actor[int, str]
    except TypeError as e: print(e)
    try: class_ = type("Bad", (Message, Point), {})
    except TypeError as e: print(e)
    try: get_type_hints(bad)
    except NameError as e: print(e)
def bad(x: Nothing) -> Nope: ...
asyncio.run(main())
