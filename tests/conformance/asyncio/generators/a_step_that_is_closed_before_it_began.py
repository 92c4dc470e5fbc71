# close() of an aclose(), asend() or athrow() that has not begun throws GeneratorExit into the generator.
import types
@types.coroutine
def pause():
    yield "pause"
async def stream(name, awaits=False):
    try:
        yield 1
        print(name, "goes on")
        yield 2
    except BaseException as e:
        print(name, "sees", repr(e))
        raise
    finally:
        print(name, "closes")
        if awaits:
            await pause()
            print(name, "closed")
def drive(step):
    try:
        step.send(None)
    except BaseException as e:
        print("drive", repr(e))
        return
    print("waits")
def say(call, *a):
    try:
        print("gives", call(*a))
    except BaseException as e:
        print("raised", repr(e))
for awaits in (False, True):
    for begun in (False, True):
        for make in ("aclose", "asend", "athrow", "__anext__"):
            name = f"{make} {awaits} {begun}"
            print("--", name)
            g = stream(name, awaits)
            if begun:
                drive(g.asend(None))
            args = {"asend": (None,), "athrow": (KeyError("k"),)}.get(make, ())
            step = getattr(g, make)(*args)
            say(step.close)
            print(g.ag_running, g.ag_frame is None, g.ag_await is None)
            say(step.close)
            say(step.send, None)
            say(step.throw, ValueError("v"))
            other = g.aclose()
            say(other.send, None)
            say(other.throw, ValueError("w"))
            say(other.close)
            third = g.asend(None)
            say(third.send, None)
            third.close()
            print(g.ag_running)
# thrown into before it began
for make in ("aclose", "asend", "athrow"):
    g = stream(make)
    drive(g.asend(None))
    step = getattr(g, make)(*{"asend": (None,), "athrow": (KeyError("k"),)}.get(make, ()))
    say(step.throw, ValueError("first"))
    say(step.send, None)
    step.close()
    print(g.ag_running)
# closed while another step runs
g = stream("two", True)
drive(g.asend(None))
one = g.aclose()
say(one.send, None)
for make in ("aclose", "asend", "athrow"):
    step = getattr(g, make)(*{"asend": (None,), "athrow": (KeyError("k"),)}.get(make, ()))
    say(step.close)
    say(step.send, None)
    step.close()

say(one.send, None)
del g, one
