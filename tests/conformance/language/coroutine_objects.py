# Coroutine objects by hand: send, throw, close, awaiting twice, forgetting to await.
import asyncio

async def f(x):
    return x * 2

c = f(21)
print(type(c).__name__, c.__name__, c.__qualname__)
try:
    c.send(None)
except StopIteration as e:
    print("value", e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)

class Yields:
    def __await__(self):
        got = yield "out"
        return got

async def g():
    try:
        return await Yields()
    except ValueError as e:
        return f"handled {e}"
    finally:
        print("finally")

d = g()
print(d.send(None))
try:
    d.send("in")
except StopIteration as e:
    print(e.value)
d = g()
d.send(None)
try:
    d.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
d = g()
d.send(None)
d.close()
f(1).close()

async def main():
    co = f(3)
    print(await co)
    try:
        await co
    except RuntimeError as e:
        print(e)
    for bad in (None, 5, "text", [f]):
        try:
            await bad
        except TypeError as e:
            print(e)
    f(4)
    print("after the forgotten one")
asyncio.run(main())
try:
    asyncio.run(f)
except Exception as e:
    print(type(e).__name__, e)
for x in (lambda: iter(f),):
    try: x()
    except TypeError as e: print(e)
k = f(5)
print(asyncio.iscoroutine(k), asyncio.iscoroutinefunction(f), asyncio.iscoroutine(f))
k.close()
