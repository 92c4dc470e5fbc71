"""os.environ: texts only, in CPython's words."""
import os

os.environ.clear()


def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)


print(type(os.environ).__name__, type(os.environ).__module__)
def setbad(): os.environ[1]='x'
def setbad2(): os.environ['x']=1
t('e1', setbad); t('e2', setbad2)
t('e3', lambda: os.environ.get(1))
t('e3b', lambda: os.environ['NOPE'])
os.environ['A_B']='c'
t('e4', lambda: type(os.environ.copy()).__name__)
t('e5', lambda: os.environ | {'Z':'1'} and 1)
t('e6', lambda: os.environ.pop('A_B'))
t('e7', lambda: os.getenv('NOPE','d'))
t('e8', lambda: isinstance(os.environ, dict))
t('e9', lambda: os.environ.setdefault('QQ','1'))
t('e10', lambda: os.environ.update(QQ=1))
def d(): del os.environ['NOPE']
t('e11', d)
t('e12', lambda: os.putenv('a','b'))
t('e13', lambda: os.getenv(1))
t('e14', lambda: 'QQ' in os.environ)
t('e15', lambda: 1 in os.environ)
t('e16', lambda: os.environb[b'QQ'])
t('e17', lambda: os.environ.fromkeys)
os.environ.clear()
os.environ |= {'B': '2', 'A': '1'}
print(os.environ, sorted(os.environ), len(os.environ), os.environ == {'A': '1', 'B': '2'}, {'C': '3'} | os.environ, os.environb[b'A'], os.getenvb(b'B'))
os.environ.update(D='4'); print(os.environ.pop('D'), os.environ.pop('D', None), os.environ.popitem(), os.environ.items(), [*os.environ.values()])
t('or', lambda: os.environ | 3)
t('bytes', lambda: os.environb['A'])
os.putenv('NEW', 'x'); print('NEW' in os.environ); t('put', lambda: os.putenv('a', 1)); os.unsetenv('NEW')
