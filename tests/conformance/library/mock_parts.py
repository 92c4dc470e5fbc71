# unittest.mock: where its names come from, magic methods, patches of all kinds, specs, opened files, async mocks.
import asyncio
import os
import traceback
from unittest import mock
from unittest.mock import ANY, DEFAULT, AsyncMock, MagicMock, Mock, NonCallableMock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel

for name in ("Mock", "MagicMock", "AsyncMock", "NonCallableMock", "PropertyMock", "create_autospec", "mock_open", "seal", "patch", "_Call", "_patch", "InvalidSpecError"):
    print(name, getattr(mock, name).__module__, getattr(mock, name).__qualname__)
print(mock.__name__, [each.__name__ for each in AsyncMock.__mro__[:2]], sentinel.a is sentinel.a, sentinel.a, DEFAULT, ANY, ANY == 5, call, mock.FILTER_DIR)


def tried(function, *args, **options):
    try:
        return function(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


magic = MagicMock(name="m")
print(len(magic), bool(magic), int(magic), float(magic), list(magic), 5 in magic, tried(lambda: magic < 3), repr(magic)[:18], magic["a"] is magic["b"], complex(magic))
magic.__len__.return_value, magic.__iter__.return_value, magic.__getitem__.side_effect = 7, [1, 2], lambda key: key * 2
print(len(magic), list(magic), list(magic), magic["ab"], magic.mock_calls[-3:], magic.__getitem__.call_args)
with magic as entered:
    print(entered is magic.__enter__.return_value, magic.__exit__.called)
print(magic.__exit__.call_args, tried(lambda: Mock()[0]), tried(lambda: len(Mock())))
plain = Mock()
plain.__len__ = Mock(return_value=3)
plain.__str__ = lambda self: "text"
print(len(plain), str(plain), tried(NonCallableMock()))

print(tried(magic.assert_called, 5), tried(magic.assert_called_once_with, 1), tried(magic.other.assert_any_call, 2), tried(lambda: magic.assert_caled), tried(lambda: magic.called_once))
try:
    magic.assert_called_with(1)
except AssertionError:
    print(len(traceback.format_exc().splitlines()) > 3)


class Service:
    limit = 3

    def get(self, key, default=None):
        return key

    async def fetch(self, key):
        return key

    @staticmethod
    def fixed(a):
        return a

    @property
    def size(self):
        return 1


with patch.object(Service, "get", return_value=9) as get, patch.object(Service, "limit", 5):
    print(Service().get(1), get.call_args, Service.limit, get is Service.get)
print(Service().get(1), Service.limit)
with patch.multiple(Service, limit=1, get=DEFAULT) as made:
    print(Service.limit, list(made), made["get"] is Service.get)
with patch("os.getcwd", return_value="/here"), patch.dict(os.environ, {"A": "1"}):
    print(os.getcwd(), os.environ["A"])
print("A" in os.environ, tried(lambda: patch("nothing")), tried(lambda: patch.object("Service", "get")), tried(patch.object(Service, "none").start), tried(lambda: patch.multiple(Service)))
with patch.object(Service, "none", create=True):
    print(hasattr(Service, "none"))
print(hasattr(Service, "none"))
given = {"a": 1}


@patch.dict(given, {"b": 2}, clear=True)
@patch.object(Service, "limit", new_callable=PropertyMock)
@patch("__main__.tried")
def run(first, second, *, word):
    second.return_value = 4
    return given, Service().limit, first is tried, word


print(run(word="w"), given)
started = patch.object(Service, "limit", 8)
print(started.start(), Service.limit, started.stop(), Service.limit)
patch.object(Service, "limit", 7).start()
print(patch.stopall(), Service.limit)
with patch.object(Service, "fetch") as fetch:
    print(type(fetch).__name__, asyncio.iscoroutinefunction(fetch))

auto = create_autospec(Service)
print(tried(auto().get), auto().get("a").__class__.__name__, tried(lambda: auto.nothing), type(auto().fetch).__name__, tried(auto.fixed), auto.return_value.get.mock_calls)
function = create_autospec(lambda a, *, b=1: None)
print(tried(function), function(1, b=2) is function.return_value, tried(function, 1, c=2))
typed = Mock(spec=Service)
print(isinstance(typed, Service), typed.__class__.__name__, tried(lambda: typed.x), tried(setattr, Mock(spec_set=["a"]), "b", 1), repr(Mock(spec=Service)).split(" id")[0])
sealed = Mock(a=1)
sealed.b.c = 2
seal(sealed)
print(sealed.a, sealed.b.c, tried(lambda: sealed.d), tried(lambda: sealed.b.e), tried(sealed))

opened = mock_open(read_data="one\ntwo\n")
with patch("builtins.open", opened):
    with open("x") as file:
        print(file.read(3), file.readline(), list(file))
    open("y", "w").write("z")
print(opened.mock_calls[0], opened.call_count, opened().write.call_args, mock_open(read_data=b"ab")().read())


async def main():
    made = AsyncMock(side_effect=[1, ValueError("no")])
    print(await made(5), made.await_count, made.await_args)
    try:
        await made()
    except ValueError as error:
        print(error)
    print(tried(made.assert_awaited_once), tried(made.assert_any_await, 6), made.await_args_list)
    async with MagicMock() as entered:
        print(type(entered).__name__)
    many = MagicMock()
    many.__aiter__.return_value = [1, 2]
    print([each async for each in many], [each async for each in MagicMock()], type(Mock(spec=Service).fetch).__name__, await AsyncMock(return_value=3)())


asyncio.run(main())
tree = Mock()
tree.a.b(1).c(x=2)
tree.d()
print(tree.mock_calls, tree.mock_calls == [call.a.b(1), call.a.b().c(x=2), call.d()], call.a.b(1).c(2).call_list(), tree.method_calls)
tree.reset_mock()
print(tree.mock_calls, tried(tree.assert_has_calls, [call.a()]), [call(1), call(2)] in mock._CallList([call(1), call(2), call(3)]), tree.call_args)
