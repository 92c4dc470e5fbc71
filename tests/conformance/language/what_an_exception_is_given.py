# What the constructors of exceptions take apart and refuse, and what being initialised again forgets.
def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


for place in [('a.py', 1, 2, 'text'), ['a.py', 1, 2, 'text'], ('a.py', 1, 2), ('a.py', 1, 2, 't', 1), ('a.py', 1, 2, 't', 1, 4),
              ('a.py', 1, 2, 't', 1, 4, 5, 6), 3, None]:
    show(lambda: (lambda e: (str(e), e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset))(SyntaxError('bad', place)))
print(SyntaxError('bad', ['a.py', 1, 2, 'text']).args, SyntaxError('a', 1, 2).args, SyntaxError().args)

e = ImportError('no', name='module', path='/there', name_from='other')
print(e.name, e.path, e.name_from)
e.__init__()
print(e.name, e.path, e.name_from, e.args)
e = AttributeError('no', name='x', obj=3)
e.__init__('again')
print(e.name, e.obj, e)
e = NameError('no', name='x')
e.__init__('again', name='y')
print(e.name)

raw = bytearray(b'\xff')
e = UnicodeDecodeError('ascii', raw, 0, 1, 'no')
print(e.object, type(e.object).__name__, e)


class Other(Exception):
    def __new__(cls, *args):
        return 5


class Failing(Exception):
    def __init__(self, *args):
        raise LookupError('cannot be made')


def waiting():
    try:
        yield 1
    except Exception as e:
        print('  inside:', type(e).__name__, str(e).replace(__name__ + '.', ''))
        yield 2


for cls in Other, Failing, KeyError:
    generator = waiting()
    next(generator)
    print(generator.throw(cls), list(generator))


class Base:
    pass


for given in 3, int, [], Base:
    show(lambda: super(Failing, given))
