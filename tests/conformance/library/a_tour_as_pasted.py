import asyncio, json, logging, sys, time, traceback, warnings, weakref, gc, inspect, os, platform, types, importlib, copy, pprint, timeit, contextvars, signal, atexit, argparse, shlex, textwrap
logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.INFO, datefmt="%H:%M", stream=sys.stdout, force=True)
logging.info("x %s", "y"); logging.getLogger("a.b").warning("w"); logging.debug("no")
atexit.register(lambda: print("bye"))
warnings.simplefilter("always"); warnings.warn("careful", UserWarning)
with warnings.catch_warnings(record=True) as w: warnings.warn("hidden", DeprecationWarning); print(len(w), w[0].category.__name__, str(w[0].message))
def handler(signum, frame): print("signal", signal.Signals(signum).name)
signal.signal(signal.SIGINT, handler); signal.raise_signal(signal.SIGINT)
pprint.pprint({"a": list(range(30)), "b": {"nested": ["x" * 30, "y" * 40]}, "c": (1,)}, width=60, compact=True); print(pprint.pformat([{"k": i} for i in range(3)], width=20))
def f(a, /, b: int = 1, *args, c, d=None, **kw) -> str: "Doc."; return a
sig = inspect.signature(f); print(sig, [p.kind.name for p in sig.parameters.values()], sig.bind(1, c=2).arguments, inspect.getdoc(f), f.__defaults__, f.__kwdefaults__, inspect.isfunction(f), inspect.getfullargspec(f).kwonlyargs)
try: sig.bind(1)
except TypeError as e: print(e)
print(inspect.getsource(f).strip()[:20], inspect.getmembers(type("T", (), {"x": 1}), lambda v: v == 1), inspect.currentframe().f_code.co_name, inspect.stack()[0].function, inspect.ismodule(sys), inspect.isclass(int))
try:
    def g(): raise ValueError("deep")
    def h(): g()
    h()
except ValueError as e:
    tb = traceback.extract_tb(e.__traceback__); print([(x.name, x.lineno, x.line) for x in tb]); print(traceback.format_exception_only(e), sys.exc_info()[0]); traceback.print_exc(file=sys.stdout, limit=1); print(e.__traceback__.tb_next.tb_frame.f_code.co_name)
    te = traceback.TracebackException.from_exception(e); print("".join(te.format())[-17:])
m = importlib.import_module("json"); print(m is json, importlib.util.find_spec("json") is not None if hasattr(importlib, "util") else "", types.ModuleType("mod"), __name__, __file__.endswith(".py"), __doc__)
print(timeit.timeit("1+1", number=10) >= 0, platform.python_version()[:4], sys.version_info >= (3, 8), sys.argv[1:], os.name, sys.maxsize == 2**63 - 1, sys.getrecursionlimit(), sys.byteorder, os.cpu_count(), 0, sys.implementation.name)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
print(eval("x + 1", {"x": 2}), exec("y = 3") or y, compile("1", "s", "eval").co_filename, globals()["y"], [k for k in dir() if k == "y"], callable(f), id(f) == id(f), type(f).__name__, isinstance(f, types.FunctionType), vars(types.SimpleNamespace(a=1)), hasattr(f, "z"), getattr(f, "z", 0), hash("a") == hash("a"), bin(5), oct(8), hex(255), chr(97), ord("a"), ascii("é"), repr("é"), format(3.5, "08.2f"), round(1.005, 2), pow(2, 10, 7), divmod(7, 2), sum([.1] * 10), abs(-3j + 4), all([]), slice(1, 2), bool(""), complex("1+2j"), bytes(3), bytearray(b"x"), frozenset(), memoryview(b"ab")[0], NotImplemented, ..., type(None))
class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return True
with Ctx() as c, Ctx(): raise KeyError("k")
var = contextvars.ContextVar("v", default=0); tok = var.set(1); print(var.get(), tok.old_value is contextvars.Token.MISSING); var.reset(tok); ctx = contextvars.copy_context(); ctx.run(var.set, 9); print(var.get(), ctx[var])
async def agen():
    try:
        for i in range(3): yield i; await asyncio.sleep(.1)
    finally: print("agen closed")
async def main():
    async for i in agen():
        if i == 1: break
    print([x async for x in agen() if x], {x: x async for x in agen()})
    task = asyncio.create_task(asyncio.sleep(10), name="sleeper"); await asyncio.sleep(0); print(task.get_name(), task.done(), [t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()]); task.cancel("why")
    try: await task
    except asyncio.CancelledError as e: print("cancelled", e.args, task.cancelled())
    done, pend = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (.1, .3)], timeout=.2); print(len(done), len(pend), [p.cancel() for p in pend])
    try: await asyncio.wait_for(asyncio.Event().wait(), .1)
    except asyncio.TimeoutError as e: print("to", repr(e), asyncio.TimeoutError is TimeoutError)
    loop = asyncio.get_running_loop(); loop.set_exception_handler(lambda l, c: print("handler", c["message"], c.get("exception"))); loop.call_soon(lambda: 1 / 0); await asyncio.sleep(.01)
    r = await loop.run_in_executor(None, lambda: "exec"); print(r, await asyncio.to_thread(sum, [1, 2]))
    print(await asyncio.gather(asyncio.sleep(.1, 1), *[asyncio.sleep(0, i) for i in range(2)], return_exceptions=True))
    q = asyncio.Queue(2); prod = asyncio.create_task(producer(q)); res = []
    while (x := await q.get()) is not None: res.append(x); q.task_done()
    await prod; print(res)
    p = await asyncio.create_subprocess_exec("ls") if False else None
async def producer(q):
    for i in range(4): await q.put(i)
    await q.put(None)
asyncio.run(main())
