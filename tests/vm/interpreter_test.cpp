// Async generators, async with and async for, driven by the loop.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(AsyncGenerators, GiveSendThrowAndCloseTheirTurn) {
  expect_program(R"py(
import asyncio
async def ag():
    try:
        for i in range(3):
            v = yield i
            if v: print('sent', v)
            await asyncio.sleep(0)
    finally:
        print('ag fin')
async def main():
    async for i in ag(): print('i', i)
    a = ag()
    print(await a.asend(None), await a.asend('hi'), await anext(a))
    try: await a.__anext__()
    except StopAsyncIteration: print('SAI')
    b = ag(); await b.__anext__(); await b.aclose(); print('aclosed')
    c = ag(); await anext(c)
    try: await c.athrow(KeyError('kk'))
    except KeyError as e: print('KE', e)
    print([i async for i in ag() if i])
    print([await asyncio.sleep(0, k) for k in range(2)])
asyncio.run(main())
)py",
                 R"out(
i 0
i 1
i 2
ag fin
sent hi
0 1 2
ag fin
SAI
ag fin
aclosed
ag fin
KE 'kk'
ag fin
[1, 2]
[0, 1]
)out");
}

TEST(AsyncGenerators, AndContextManagersFollowTheirProtocols) {
  expect_program(R"py(
import asyncio
async def main():
    class AI:
        def __init__(s): s.n = 0
        def __aiter__(s): return s
        async def __anext__(s):
            s.n += 1
            if s.n > 2: raise StopAsyncIteration
            return s.n
    async for q in AI(): print('q', q)
    class ACM:
        async def __aenter__(s): print('aenter'); return 'v'
        async def __aexit__(s, t, v, tb): print('aexit', t); return True
    async with ACM() as v: print(v); raise ValueError
    class Aw:
        def __await__(s):
            yield from asyncio.sleep(0).__await__()
            return 42
    print(await Aw())
asyncio.run(main())
)py",
                 R"out(
q 1
q 2
aenter
v
aexit <class 'ValueError'>
42
)out");
}

TEST(AsyncGenerators, RefuseWhatIsNotAwaitable) {
  expect_program(R"py(
import asyncio
async def acm():
    async with 5: pass
async def main():
    try: await 5
    except TypeError as e: print(e)
    try: await acm()
    except TypeError as e: print(e)
    try:
        async for x in 5: pass
    except TypeError as e: print(e)
    c = asyncio.sleep(0)
    await c
    try: await c
    except RuntimeError as e: print(e)
asyncio.run(main())
)py",
                 R"out(
object int can't be used in 'await' expression
'int' object does not support the asynchronous context manager protocol
'async for' requires an object with __aiter__ method, got int
cannot reuse already awaited coroutine
)out");
}

}  // namespace
}  // namespace simul::vm
