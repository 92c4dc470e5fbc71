"""A call in a context, as functools.partial(context.run, func, ...) is one in CPython: in C, and not to be seen in a traceback."""


class Call:
    def __init__(self, context, func, args, kwargs):
        self._context = context
        self._func = func
        self._args = args
        self._kwargs = kwargs

    def __call__(self):
        return self._context.run(self._func, *self._args, **self._kwargs)
