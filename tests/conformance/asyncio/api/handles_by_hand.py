# Handle and TimerHandle can be made by hand: the loop does not know of them, and timers compare by their times.
import asyncio
import contextvars

name = contextvars.ContextVar("name", default="nobody")


def greet(*whom):
    print("hello", *whom)


class Named(asyncio.Handle):
    """Handles are weakly referenced by nobody; a class of one's own may have more."""


loop = asyncio.new_event_loop()
handle = asyncio.Handle(greet, ("you",), loop)
print(handle, handle.cancelled())
handle.cancel()
print(handle, handle.cancelled())
context = contextvars.copy_context()
context.run(name.set, "Ada")
handle = asyncio.Handle(greet, (), loop, context=context)
print(handle.get_context()[name], handle.get_context() is context)
early = asyncio.TimerHandle(1, greet, (), loop)
late = asyncio.TimerHandle(2.5, greet, ("late",), loop)
same = asyncio.TimerHandle(1, greet, (), loop)
print(early, early.when(), late.when())
print(early < late, late <= early, early == same, early != late, early >= same, hash(early) == hash(same))
print(sorted([late, early])[0] is early, early == "early")
late.cancel()
print(late, late.when())
print(isinstance(early, asyncio.Handle), Named(greet, (), loop))
for wrong in (lambda: asyncio.Handle(), lambda: asyncio.Handle(greet, ()), lambda: asyncio.TimerHandle(greet, (), loop),
              lambda: asyncio.Handle(greet, (), loop, None, None), lambda: asyncio.Handle(greet, (), None),
              lambda: asyncio.Handle(callback=greet, args=(), lop=loop), lambda: early < 3):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
loop.close()
