# Objects that are no futures but behave as such: tasks, gather() and the others wait for them by their methods.
import asyncio
class Duck:
    _asyncio_future_blocking = False
    def __init__(self, loop): self.loop=loop; self.cbs=[]; self.state=None; self.value=None
    def get_loop(self): print("get_loop"); return self.loop
    def add_done_callback(self, fn, *, context=None):
        print("add", context is not None)
        if self.state: self.loop.call_soon(fn, self, context=context)
        else: self.cbs.append((fn, context))
    def remove_done_callback(self, fn): print("remove"); self.cbs=[c for c in self.cbs if c[0]!=fn]; return 1
    def cancel(self, msg=None):
        print("cancel", msg)
        if self.state: return False
        self.state="cancelled"; self.fire(); return True
    def done(self): return self.state is not None
    def cancelled(self): return self.state=="cancelled"
    def exception(self):
        if self.cancelled(): raise asyncio.CancelledError
        return None
    def result(self):
        print("result")
        if self.cancelled(): raise asyncio.CancelledError("duck")
        return self.value
    def set_result(self, v): self.state="done"; self.value=v; self.fire()
    def fire(self):
        cbs, self.cbs = self.cbs, []
        for fn, ctx in cbs: self.loop.call_soon(fn, self, context=ctx)
    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()
    __iter__ = __await__
    def __repr__(self): return "<Duck %s>" % self.state
class Direct(Duck):
    def fire(self):
        cbs, self.cbs = self.cbs, []
        for fn, ctx in cbs: fn(self)
async def waits(d):
    try:
        return await d
    except asyncio.CancelledError as e:
        print("waits cancelled", e.args); raise
async def main():
    loop = asyncio.get_running_loop()
    d = Duck(loop)
    loop.call_later(1, d.set_result, 7)
    print(await d, loop.time() > 0)
    print(asyncio.isfuture(d), asyncio.ensure_future(d) is d)
    d = Duck(loop); t = asyncio.create_task(waits(d), name="w")
    await asyncio.sleep(0)
    print(t)
    t.cancel("now")
    try: await t
    except asyncio.CancelledError as e: print("c", e.args)
    print(t.cancelled())
    print('--direct')
    d = Direct(loop); t = asyncio.create_task(waits(d), name="w")
    loop.call_later(1, d.set_result, 8)
    print(await t)
    d = Direct(loop); t = asyncio.create_task(waits(d), name="w")
    await asyncio.sleep(0)
    try: d.set_result(9)
    except RuntimeError as e: print(str(e)[:60])
    print('--gather')
    d = Duck(loop); d2 = Duck(loop)
    loop.call_later(1, d.set_result, 1); loop.call_later(2, d2.set_result, 2)
    print(await asyncio.gather(d, asyncio.sleep(1, 3), d2, d))
    print('--wait')
    d = Duck(loop); d2 = Duck(loop)
    loop.call_later(1, d.set_result, 1); loop.call_later(2, d2.set_result, 2)
    print(await asyncio.wait([d, d2], return_when="FIRST_COMPLETED"))
    print(await asyncio.wait([d, d2], timeout=0.5))
    print(await asyncio.wait_for(d2, 5))
    print('--wait_for')
    d = Duck(loop)
    try: await asyncio.wait_for(d, 1)
    except TimeoutError: print("timeout")
    d = Duck(loop)
    try: await asyncio.wait_for(d, 0)
    except TimeoutError: print("timeout")
    print('--shield')
    d = Duck(loop)
    loop.call_later(1, d.set_result, 1)
    print(await asyncio.shield(d))
    print('--as_completed')
    d = Duck(loop); d2 = Duck(loop)
    loop.call_later(2, d.set_result, 1); loop.call_later(1, d2.set_result, 2)
    async for x in asyncio.as_completed([d, d2]): print(x, await x)
    print('--not blocking')
    class NB(Duck):
        def __await__(self):
            yield self
    try: await NB(loop)
    except RuntimeError as e: print(str(e)[:50])
    other = asyncio.new_event_loop()
    try: await Duck(other)
    except RuntimeError as e: print(str(e)[:30], str(e)[-60:])
    other.close()
    class NoLoop:
        _asyncio_future_blocking = False
        def __await__(self):
            self._asyncio_future_blocking = True
            yield self
    print("end")
asyncio.run(main())
loop = asyncio.new_event_loop()
d = Duck(loop); loop.call_later(1, d.set_result, 4)
print(loop.run_until_complete(d))
loop.close()
