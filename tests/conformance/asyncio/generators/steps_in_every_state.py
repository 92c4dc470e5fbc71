# What asend(), athrow() and aclose() do in each state of an async generator.
import asyncio


async def numbers(count):
    try:
        for n in range(count):
            try:
                got = yield n
                if got is not None:
                    print("got", got)
            except KeyError as error:
                print("inside", repr(error))
            await asyncio.sleep(0.1)
    finally:
        print("closes")
        await asyncio.sleep(0.1)


async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignores")


async def show(what, awaitable):
    try:
        print(what, await awaitable)
    except BaseException as error:
        print(what, "raised", repr(error))


async def main():
    g = numbers(2)
    await show("athrow at the start", g.athrow(KeyError("early")))
    await show("anext after", anext(g))
    await show("athrow after the end", g.athrow(KeyError("late")))
    await show("asend after the end", g.asend(5))
    await show("aclose after the end", g.aclose())

    g = numbers(2)
    await show("asend too early", g.asend(5))
    await show("anext", anext(g))
    await show("asend", g.asend("word"))
    await show("athrow handled", g.athrow(KeyError("in")))
    await show("athrow after", g.athrow(ValueError("x")))

    g = numbers(3)
    await show("anext", anext(g))
    await show("athrow unhandled", g.athrow(ValueError("x")))
    await show("athrow again", g.athrow(ValueError("x")))
    await show("anext again", anext(g))

    g = numbers(3)
    await show("aclose before the start", g.aclose())
    await show("anext after that", anext(g))
    await show("athrow after that", g.athrow(ValueError("x")))

    g = numbers(3)
    await anext(g)
    waiting = asyncio.create_task(show("the waiting step", anext(g)))
    await asyncio.sleep(0)
    print(g.ag_running)
    await show("aclose while it runs", g.aclose())
    await show("athrow while it runs", g.athrow(ValueError("x")))
    await show("anext while it runs", anext(g))
    await waiting
    await show("aclose", g.aclose())
    await show("aclose twice", g.aclose())

    g = stubborn()
    await anext(g)
    await show("aclose of a stubborn one", g.aclose())
    await show("aclose again", g.aclose())
    await show("athrow into it", g.athrow(ValueError("x")))
    await show("anext of it", anext(g))

    g = numbers(3)
    await anext(g)
    step = g.aclose()
    await show("a step", step)
    await show("the step again", step)
    step = g.asend(None)
    await show("a step of a closed one", step)
    await show("the step again", step)

    g = numbers(3)
    step = g.athrow(ValueError("thrown by the step"))
    try:
        step.throw(KeyError("thrown into the step"))
    except BaseException as error:
        print("step.throw", repr(error))
    try:
        step.send(None)
    except BaseException as error:
        print("step.send", repr(error))

    g = numbers(3)
    step = anext(g)
    print(step.close())
    try:
        step.send(None)
    except BaseException as error:
        print("send after close", repr(error))
    step = g.aclose()
    try:
        step.throw(KeyError("k"))
    except BaseException as error:
        print("throw into aclose", repr(error))
    g.asend(1)
    g.athrow(ValueError)
    g.aclose()
    print("ends")


asyncio.run(main())
