"""unittest.IsolatedAsyncioTestCase with mocks of every kind."""
import asyncio
import unittest
from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, patch, call, ANY, sentinel, create_autospec, PropertyMock, mock_open, seal, DEFAULT, NonCallableMock


class Api:
    base = "http://x"
    def __init__(self, token): self.token = token
    async def get(self, path, *, retries=1): return {"path": path}
    def sync(self, a, b=2): return a + b
    @property
    def size(self): return 1
    @classmethod
    def make(cls): return cls("t")


class Service:
    def __init__(self, api): self.api = api
    async def names(self):
        rows = await self.api.get("/names", retries=3)
        return [r.title() for r in rows["names"]]
    async def first_ok(self, n):
        for i in range(n):
            try: return await self.api.get(f"/{i}")
            except ConnectionError: await asyncio.sleep(0.1)
        raise RuntimeError("no luck")


class TestService(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.api = create_autospec(Api, instance=True)
        self.svc = Service(self.api)
        self.addAsyncCleanup(asyncio.sleep, 0)

    async def test_names(self):
        self.api.get.return_value = {"names": ["ada", "bob"]}
        self.assertEqual(await self.svc.names(), ["Ada", "Bob"])
        self.api.get.assert_awaited_once_with("/names", retries=3)
        self.assertEqual(self.api.get.await_args, call("/names", retries=ANY))

    async def test_retry(self):
        self.api.get.side_effect = [ConnectionError, ConnectionError(1), {"ok": 1}]
        self.assertDictEqual(await self.svc.first_ok(5), {"ok": 1})
        self.assertEqual(self.api.get.await_count, 3)
        self.api.get.assert_has_awaits([call("/0"), call("/1")])
        with self.assertRaisesRegex(AssertionError, r"expected await not found"):
            self.api.get.assert_awaited_with("/9")

    async def test_wrong_call(self):
        with self.assertRaises(TypeError) as cm: self.api.sync()
        self.assertIn("missing a required argument: 'a'", str(cm.exception))
        with self.assertRaises(AttributeError): self.api.nope

    async def test_fails(self):
        self.assertEqual([1, 2, 3], [1, 2, 4], "lists differ")

    @unittest.expectedFailure
    async def test_expected(self): self.assertTrue(False)

    @unittest.skip("later")
    async def test_skipped(self): ...

    async def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)

    async def test_error(self): raise LookupError("boom")

    def test_logs(self):
        import logging
        with self.assertLogs("x", "INFO") as cm: logging.getLogger("x").info("hello")
        self.assertEqual(cm.output, ["INFO:x:hello"])


def show(fn, *a):
    try: print(fn(*a))
    except Exception as e: print(type(e).__name__, str(e))

m = Mock(return_value=3, name="m")
print(m(1, k=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls, m.call_args.args, m.call_args.kwargs)
show(m.assert_called_once_with, 1); show(m.assert_not_called); show(m.assert_any_call, 9); show(m.assert_has_calls, [call(2)])
m.a.b.c(5); print(m.mock_calls, m.method_calls); m.reset_mock(); print(m.mock_calls, m.called)
m.side_effect = lambda x: DEFAULT if x else "zero"; print(m(0), m(1)); m.side_effect = KeyError("k"); show(m)
m.side_effect = iter([1]); print(m()); show(m)
mm = MagicMock(); mm.__len__.return_value = 7; mm.__getitem__.side_effect = lambda k: k * 2; mm.__enter__.return_value = "in"
print(len(mm), mm[4], bool(mm), int(mm), list(mm), str(mm)[:11]); mm.__iter__.return_value = [1, 2]; print(list(mm), 3 in mm)
with mm as v: print(v)
print(mm.mock_calls[-2:])
s = Mock(spec=["x", "y"]); s.x = 1; show(lambda: s.z); show(lambda: s.asert_called); show(lambda: Mock().assrt_called()); show(lambda: Mock().asert_x)
w = Mock(wraps=[3, 1]); print(w.count(3), w.mock_calls)
with patch("__main__.Api.base", "patched"), patch.object(Api, "sync", return_value=9) as ps, patch.dict({"a": 1}, b=2) if 0 else patch("builtins.print") as pp:
    res = Api("t").sync(1), Api.base; print("hidden")
print(res, ps.call_args, pp.call_count, Api.base)
d = {"a": 1}
with patch.dict(d, {"b": 2}, clear=True): print(d)
print(d)
@patch("__main__.Api")
@patch.object(Service, "names", new_callable=AsyncMock)
def deco(names, api): return names, api
names, api = deco(); print(isinstance(names, AsyncMock), api.return_value is api())
with patch.object(Api, "size", new_callable=PropertyMock, return_value=42) as ps: print(Api("x").size, ps.mock_calls)
with patch("builtins.open", mock_open(read_data="l1\nl2\n")) as mo:
    with open("f") as f: print(f.read(), f.readlines())
    print(mo.mock_calls[:3])
print(sentinel.a, sentinel.a is sentinel.a, ANY == 5, repr(ANY), call(1, a=2), call.x.y(3), call(1) == call(1), call().foo(2)[0])
seal(mm); show(lambda: mm.new_thing)
show(lambda: patch("nodots").start()); show(lambda: patch.object(Api, "zzz").start()); show(lambda: create_autospec(Api)()); show(lambda: create_autospec(lambda a, b: 1)(1))
async def am():
    a = AsyncMock(side_effect=ValueError("v")); 
    try: await a()
    except ValueError as e: print(repr(e), a.await_count, a.call_count)
    a = AsyncMock(return_value=1); c = a(); print(asyncio.iscoroutine(c), await c, a.await_args_list)
    show(a.assert_not_awaited); show(a.assert_awaited_once_with, 3)
    async with MagicMock() as x: print(type(x).__name__)
    it = MagicMock(); it.__aiter__.return_value = [1, 2]; print([i async for i in it])
asyncio.run(am())
unittest.main(verbosity=2, exit=False, argv=["x"])
print(Mock(a=1, **{"b.c": 2}).b.c, mock.FILTER_DIR, Mock().configure_mock(x=1), NonCallableMock()._mock_name)
NonCallableMock()()
