# Nobody reads what is in a memoryview that was released; what its hash was it stays.
import base64
import io
import struct


def show(name, call):
    try:
        print(name, call())
    except Exception as e:
        print(name, type(e).__name__, e)


view = memoryview(b'abc')
print(hash(view) == hash(b'abc'))
view.release()
print(hash(view) == hash(b'abc'), view == view, view == b'abc', b'' == view, view != b'')
closed = memoryview(b'abc')
closed.release()
show('hash', lambda: hash(closed))
for name, call in {
    'bytes': bytes, 'bytearray': bytearray, 'memoryview': memoryview, 'len': len, 'list': list,
    'join': lambda v: b'-'.join([v]), 'concat': lambda v: b'a' + v, 'concat bytearray': lambda v: bytearray(b'a') + v,
    'in': lambda v: v in b'abc', 'int': int, 'float': float, 'str': lambda v: str(v, 'ascii'),
    'find': lambda v: b'abc'.find(v), 'startswith': lambda v: b'abc'.startswith(v), 'endswith': lambda v: b'abc'.endswith(v),
    'replace': lambda v: b'abc'.replace(v, b'x'), 'split': lambda v: b'abc'.split(v), 'strip': lambda v: b'abc'.strip(v),
    'from_bytes': lambda v: int.from_bytes(v, 'big'), 'extend': lambda v: bytearray().extend(v),
    'slice': lambda v: bytearray(b'abc').__setitem__(slice(0, 1), v),
    'unpack': lambda v: struct.unpack('b', v), 'write': lambda v: io.BytesIO().write(v), 'base64': base64.b64encode,
}.items():
    show(name, lambda: call(view))

print('order')
for left in memoryview(b'a'), memoryview(bytearray(b'a')):
    for right in b'b', bytearray(b'b'), memoryview(b'b'), 3:
        show('<', lambda: left < right)
        show('>', lambda: right > left)
        show('==', lambda: (left == right, right != left))
