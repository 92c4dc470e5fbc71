# reprlib asked for one kind at a time, and shlex read word by word.
import array
import collections
import reprlib
import shlex
import struct
import timeit

short = reprlib.Repr(maxlist=2, maxdict=1, maxset=2, maxstring=10, maxlong=8, maxother=12, maxtuple=2, maxdeque=2, maxarray=2)
print(short.repr_list([1, 2, 3], 3), short.repr_tuple((1, 2, 3), 3), short.repr_dict({1: 2, 3: 4}, 3), short.repr_set({1, 2, 3}, 3),
      short.repr_frozenset(frozenset([1, 2, 3]), 3), short.repr_deque(collections.deque("abc"), 3), short.repr_array(array.array("i", [1, 2, 3]), 3),
      short.repr_str("abcdefghijklmnop", 3), short.repr_int(123456789012345, 3))


class Long:
    def __repr__(self):
        return "<" + "long " * 10 + ">"


print(short.repr_instance(Long(), 3), short.repr([[[[1]]]]))


class Short(reprlib.Repr):
    def repr_Long(self, value, level):
        return "Long!"

    def repr_list(self, value, level):
        return "L" + super().repr_list(value, level)


print(Short(maxlist=1).repr([Long(), 2]), Short().repr({"a": [1]}))
words = shlex.shlex("one 'two three' # rest", posix=True)
print(words.read_token(), words.get_token(), words.get_token(), words.eof)
words.push_token("back")
print(words.get_token(), words.lineno)
pair = struct.Struct("<hb")
room = bytearray(8)
pair.pack_into(room, 2, 258, -1)
print(room, pair.unpack_from(room, 2), list(pair.iter_unpack(bytes(range(6)))))
timer = timeit.Timer("1 / 0")
try:
    timer.timeit(1)
except ZeroDivisionError as error:
    print(error)
print(callable(timeit.default_timer), timeit.timeit("x + 1", globals={"x": 1}, number=3) >= 0)
