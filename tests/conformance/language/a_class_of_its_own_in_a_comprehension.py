# __class__ as a name that a class body binds is none of a comprehension's in that body.
def show(code):
    names = {}
    try:
        exec(code, names)
        print(names['shown'])
    except NameError as e:
        print(type(e).__name__, e)


show('class C:\n    __class__ = 2\n    shown = [__class__ for _ in [1]]\nshown = C.shown')
show('class C:\n    __class__ = 2\n    shown = __class__, [x for x in [1]]\nshown = C.shown')
show('class C:\n    __class__ = 2\n    def f(self): return __class__\nshown = C.__name__, C.f(3) is C')
show('def f():\n    __class__ = 2\n    return [__class__ for _ in [1]]\nshown = f()')
show('__class__ = 2\nclass C:\n    __class__ = 3\n    shown = [__class__ for _ in [1]]\nshown = C.shown')
show('__class__ = 2\nshown = [__class__ for _ in [1]]')
