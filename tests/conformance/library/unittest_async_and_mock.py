"""IsolatedAsyncioTestCase, and unittest.mock: Mock, MagicMock, AsyncMock, patch, call, ANY, specs."""
import asyncio
import inspect
import time
import unittest
from unittest import mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call, patch, sentinel


class Service:
    limit = 3

    async def fetch(self, key):
        await asyncio.sleep(1)
        return f"real {key}"

    def size(self, a, b=2):
        return a + b


async def use(service, key):
    return "got " + await service.fetch(key)


class Tests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp")

    async def asyncSetUp(self):
        self.loop = asyncio.get_running_loop()
        await asyncio.sleep(0)
        print("asyncSetUp")

    async def asyncTearDown(self):
        print("asyncTearDown", asyncio.get_running_loop() is self.loop)

    async def test_mocked(self):
        service = AsyncMock(spec=Service)
        service.fetch.return_value = "mocked"
        self.assertEqual(await use(service, 1), "got mocked")
        service.fetch.assert_awaited_once_with(1)

    async def test_fails(self):
        fetch = AsyncMock(side_effect=[1, ValueError("two")])
        print(await fetch())
        await fetch("x")

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(0.5):
                await Service().fetch(1)

    async def test_not_awaited(self):
        fetch = AsyncMock()
        fetch.assert_awaited()

    async def test_patched(self):
        with patch.object(Service, "fetch", new_callable=AsyncMock, return_value="patched") as fetch:
            print(await use(Service(), 2), fetch.await_count, fetch.await_args)
        self.addAsyncCleanup(Service().fetch, 0)
        self.assertEqual(await use(Service(), 3), "got")

    def test_plain(self):
        self.assertEqual(1, 1)


def show(make):
    try:
        print(make())
    except AssertionError as error:
        print("AssertionError", error)
    except Exception as error:
        print(type(error).__name__, error)


mocked = Mock()
mocked.method(1, two=2)
mocked.method("again")
mocked.other.deep(3)
print(mocked.method.call_count, mocked.method.called, mocked.method.call_args, mocked.method.call_args_list)
print(mocked.mock_calls, mocked.method_calls)
print(mocked.method.call_args.args, mocked.method.call_args_list[0].kwargs)
for ask in (lambda: mocked.method.assert_called_once(), lambda: mocked.method.assert_called_with("x", y=1),
            lambda: mocked.method.assert_called_once_with(1), lambda: mocked.method.assert_any_call(1, two=2),
            lambda: mocked.method.assert_any_call(5), lambda: mocked.method.assert_not_called(), lambda: mocked.new.assert_called(),
            lambda: mocked.new.assert_called_with(1), lambda: mocked.assert_has_calls([call.method("again"), call.other.deep(3)]),
            lambda: mocked.assert_has_calls([call.nothing()]), lambda: mocked.method.assert_called_with(ANY), lambda: mocked.assert_caled(),
            lambda: mocked.method.asert_called()):
    show(ask)
made = Mock(return_value=5, side_effect=None, name="named", attr=7)
print(made(), made.attr, str(made)[:18], repr(made.child)[:24], repr(made.child().grand)[:34])
many = Mock(side_effect=[1, 2, KeyError("three")])
show(many)
show(many)
show(many)
show(many)
show(Mock(side_effect=lambda x: x * 2).__call__.__name__ and (lambda: Mock(side_effect=lambda x: x * 2)(4)))
show(lambda: Mock(spec=Service).nothing)
show(lambda: Mock(spec=["a"]).a is not None)
show(lambda: isinstance(Mock(spec=Service), Service))
show(lambda: Mock(spec_set=["a"]).b)
magic = MagicMock()
magic.__getitem__.return_value = "item"
magic.__len__.return_value = 4
magic.__iter__.return_value = [1, 2]
with magic as inside:
    pass
print(magic[0], len(magic), list(magic), bool(magic), int(magic), 3 in magic, inside is magic.__enter__.return_value)
print(magic.__getitem__.call_args, call(1, a=2), call.method(1).other(2), call(1) == call(1), call(1) == ((1,), {}))
print(sentinel.one, sentinel.one is sentinel.one)
with patch("time.sleep") as slept:
    time.sleep(100)
    slept.assert_called_once_with(100)
    print(time.sleep is slept, slept.call_args_list)
with patch.dict({"a": 1}, {"b": 2}) as table:
    print(table)


@patch("time.time", return_value=12)
@patch.object(Service, "limit", 9)
def decorated(now):
    print(time.time(), now.call_count, Service.limit)


decorated()
print(Service.limit)
opened = mock.mock_open(read_data="one\ntwo\n")
with patch("builtins.open", opened):
    with open("x") as file:
        print(file.read())
    with open("x") as file:
        print(list(file))
opened.assert_called_with("x")
with patch.multiple(Service, limit=1, size=mock.DEFAULT) as parts:
    print(sorted(parts), Service.limit)
strict = mock.create_autospec(Service)
show(lambda: strict().size(1, 2, 3))
show(lambda: strict().nothing)
loose = Mock()
loose.attach_mock(Mock(), "child")
loose.child(1)
print(loose.mock_calls)
loose.reset_mock()
print(loose.mock_calls, loose.child.call_count)
mock.seal(loose)
show(lambda: loose.unknown)
with patch.object(Service, "limit", new_callable=mock.PropertyMock, return_value=8) as limit:
    print(Service().limit, limit.call_count)


async def main():
    stream = MagicMock()
    stream.__aiter__.return_value = [1, 2, 3]
    print([item async for item in stream])
    stream.__aenter__.return_value = "entered"
    async with stream as value:
        print(value)
    method = AsyncMock(return_value=1, name="method")
    await method(1)
    await asyncio.gather(method(2), method(3))
    print(method.await_count, method.await_args_list, inspect.iscoroutinefunction(method))
    show(lambda: method.assert_awaited_with(9))
    show(lambda: method.assert_awaited_once())
    show(lambda: method.assert_has_awaits([call(1), call(2)]))
    show(lambda: method.assert_not_awaited())

    async def effect(x):
        return x + 1
    print(await AsyncMock(side_effect=effect)(4), type(AsyncMock().child).__name__, type(MagicMock(spec=Service).fetch).__name__)


asyncio.run(main())
unittest.main(verbosity=2, exit=False)
