# pickle: what cannot be pickled and what is no pickle, each with its error; EOFError where the bytes just end.
import asyncio
import io
import pickle
import re


def make():
    def inner():
        pass

    class Local:
        pass
    return inner, Local, Local()


def numbers():
    yield 1


class Gone:
    pass


old_class, old = Gone, Gone()


class Gone:
    pass


def answering(answer):
    class_ = type("Answer", (), {"__reduce__": lambda self: answer})
    return class_()


class Slotted:
    __slots__ = ("a",)


class Says:
    def __getstate__(self):
        raise ValueError("not today")


class BadArguments:
    def __getnewargs__(self):
        return 1


class BadNames:
    def __getnewargs_ex__(self):
        return (1, 2, 3)


def attempt(action):
    try:
        print("  ", action())
    except Exception as error:
        print("  ", type(error).__module__, type(error).__name__, re.sub("0x[0-9a-f]+", "0x...", str(error)))


inner, Local, local = make()
for value in (lambda: 0, inner, Local, local, numbers(), (n for n in ()), {}.keys(), memoryview(b""), io,
              property(), old, old_class, Slotted(), Says(), BadArguments(), BadNames(), [1, {"deep": [lambda: 0]}],
              answering(1), answering(()), answering((1,)), answering((1, 2)), answering((int, 2)), answering((int, (), None, 1)),
              answering((int, (), None, None, 1)), answering((int, (), 1, 2, 3, 4, 5)), answering("nothing_by_that_name")):
    print(type(value).__name__)
    for protocol in (0, 2, 4):
        attempt(lambda: pickle.dumps(value, protocol)[:0])


async def main():
    for value in (asyncio.create_task(asyncio.sleep(0)), asyncio.get_running_loop().create_future()):
        attempt(lambda: pickle.dumps(value))
    coroutine = main()
    attempt(lambda: pickle.dumps(coroutine))
    coroutine.close()

asyncio.run(main())

for data in (b"", b"\x80\x04", b"\x80\x04.", b"\xffa", b"~", b"\x80\x09.", b"K", b"X\x05\x00\x00\x00ab", b"(", b"0.", b"c__main__\nabsent\n.", b"I12\n.",
             b"Ix\n.", b"I12", b"N.more", b"h\x05.", b"\x94.", b"K\x01K\x02R.", b"K\x01)R.", b"]K\x01e.", b"(K\x01e.", b"K\x01K\x01a.",
             b"\x95\x05\x00\x00\x00\x00\x00\x00\x00N.", b"S'abc'\n.", b"Sabc\n.", b"V\\u1234\n.", b"P1\n.", b"\x82\x01.", b"K\x01)\x81.", b"N}b.",
             b"Ng5\n.", b"gx\n.", b"K\x01K\x02\x93.", "text", 1):
    print(data)
    attempt(lambda: pickle.loads(data))

attempt(lambda: pickle.dumps(1, 9))
attempt(lambda: pickle.dumps(1, -1))
attempt(lambda: pickle.dumps())
attempt(lambda: pickle.dump(1, 1))
attempt(lambda: pickle.load(1))
attempt(lambda: pickle.Unpickler(io.StringIO("a")).load())
print(pickle.PickleError.__mro__, issubclass(pickle.PicklingError, pickle.PickleError))
