"""Small things that pasted programs meet: words of errors, names of arguments, aliases of enumerations."""
import collections, enum, functools, logging, re, typing, warnings
from unittest import mock


def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)


t('c1', lambda: functools.lru_cache(True)(lambda x:x).cache_info())
t('c1', lambda: functools.lru_cache(True)(lambda x:x).cache_parameters())
t('c2', lambda: functools.lru_cache(2.5)(lambda x:x))
t('c2', lambda: functools.lru_cache(-3)(lambda x:x).cache_info())
t('r1', lambda: re.sub('a','b','aaa',None))
t('r2', lambda: re.compile('a').sub('b','aaa',None))
t('r3', lambda: re.compile('a').split('b',None))
t('u', lambda: collections.UserString('abc').find(sub='b'))
t('u', lambda: collections.UserString('abc').find(sub='b', start=0,end=3))
t('u', lambda: collections.UserString('abc').count(sub='b'))
t('u', lambda: collections.UserString('abc').index(sub='b'))
class C(enum.Enum):
    A=1
    B=2
C.A._add_alias_('AA'); C.A._add_value_alias_(11)
t('en', lambda: (C.AA, C(11)))
t('en', lambda: C.A._add_alias_('B'))
t('en', lambda: C.A._add_value_alias_(2))
t('en', lambda: C.__members__)
class Lists(enum.Enum):
    ONE = [1]
    TWO = [2]
Lists.ONE._add_value_alias_([11])
t('en', lambda: (Lists([11]), Lists([1]), Lists([2])))
class Cls:
    def m(self, a, b=1): return a
with mock.patch.object(Cls,'m',autospec=True) as m:
    m.return_value=9
    x=Cls()
    t('m', lambda: x.m(1,2))
    t('m', lambda: m.call_args.args[1:])
    t('m', lambda: x.m())
    t('m', lambda: m.assert_called_once_with(x,1,2))
U=typing.NewType('U',int)
t('nt', lambda: (U, U('x'), U.__supertype__, U.__name__, U.__module__))
t('nt', lambda: isinstance(1,U))
def f():
    class X(U): pass
t('nt', f)
t('nt', lambda: U|None)
t('nt', lambda: U())
t('nt', lambda: U(1,2))
t('su', lambda: super(1,2,3))
t('su', lambda: super(1,2))
t('su', lambda: super(int,2,x=3))
t('su', lambda: super(int,'a'))
t('su', lambda: super())
t('ev', lambda: eval('0x1or 2'))
h=logging.StreamHandler(); t('lo', lambda: type(h.lock).__name__)
h.acquire();h.release()
print(logging.NullHandler().lock, [type(each.lock).__name__ for each in logging.getLogger().handlers])


class Planet(enum.Enum):
    def __new__(cls, value, *others):
        self = object.__new__(cls)
        self._value_ = value
        for each in others:
            self._add_value_alias_(each)
        return self
    EARTH = 3, 'terra'
    MARS = 4, 'mars'
print(Planet('terra'), Planet(3), Planet('mars'), list(Planet))


def outer(f):
    return f()
for prefixes in ((), ('nothing',), ['list'], (3,)):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        t('warn', lambda: outer(lambda: warnings.warn('w', skip_file_prefixes=prefixes)))
    print([(each.filename.rpartition('/')[2], each.lineno) for each in caught])
class Asked:
    async def fetch(self, url, *, retries=3): return url
    @staticmethod
    def still(x): return x
import asyncio
async def ask():
    with mock.patch.object(Asked, 'fetch', autospec=True, return_value='got') as fetch:
        one = Asked()
        print(await one.fetch('u', retries=1), fetch.await_count, fetch.call_args == mock.call(one, 'u', retries=1), asyncio.iscoroutinefunction(fetch))
        fetch.assert_awaited_once_with(one, 'u', retries=1)
        t('bind', lambda: one.fetch())
        fetch.side_effect = [1, ValueError('second')]
        print(await one.fetch('a'))
        try: await one.fetch('b')
        except ValueError as e: print(e)
        print(fetch.call_count, len(fetch.mock_calls), fetch.called)
        fetch.reset_mock(); print(fetch.call_count, fetch.call_args, fetch.called)
        t('assert', lambda: fetch.assert_called_once())
    print(await Asked().fetch('real'))
asyncio.run(ask())
def plain(a, b=2, *, c): "doc"; return a
made = mock.create_autospec(plain)
made.return_value = 5; print(made(1, c=3), made.mock_calls, made.__name__, made.__doc__, type(made).__name__, made.mock.call_count)
t('wrong', lambda: made(1)); t('none', lambda: made.assert_not_called()); t('any', lambda: made.assert_any_call(1, c=4))
made.side_effect = lambda *a, **k: (a, k); print(made(1, b=3, c=4)); made.side_effect = KeyError; t('raises', lambda: made(1, c=1))
