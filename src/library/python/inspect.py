"""Looking at live objects. Mirrors what programs use of CPython's Lib/inspect.py: kinds of functions, signatures, the
states of generators and coroutines, members, source of the program's own functions."""
import collections
import enum
import functools
import linecache
import sys
import types
import typing
from collections import namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 128, 256, 512


# ---- kinds of things

def _test(name, kind):
    def test(object):
        return isinstance(object, kind)
    test.__name__ = test.__qualname__ = name
    return test


isclass = _test("isclass", type)
ismodule = _test("ismodule", types.ModuleType)
isfunction = _test("isfunction", types.FunctionType)
ismethod = _test("ismethod", types.MethodType)
isbuiltin = _test("isbuiltin", types.BuiltinFunctionType)
isgenerator = _test("isgenerator", types.GeneratorType)
iscoroutine = _test("iscoroutine", types.CoroutineType)
isasyncgen = _test("isasyncgen", types.AsyncGeneratorType)
iscode = _test("iscode", types.CodeType)
isframe = _test("isframe", types.FrameType)
istraceback = _test("istraceback", types.TracebackType)
ismethodwrapper = _test("ismethodwrapper", type(().__len__))


def isroutine(object):
    return any(test(object) for test in (isfunction, ismethod, isbuiltin, ismethodwrapper, ismethoddescriptor))


def isawaitable(object):
    if isgenerator(object) and object.gi_code.co_flags & CO_ITERABLE_COROUTINE:
        return True
    return isinstance(object, collections.abc.Awaitable)


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', ()))


def _has_special(object, *names):
    """Does its type have one of these? Classes and functions are never meant."""
    return not isinstance(object, (type, types.MethodType, types.FunctionType)) and any(
        hasattr(type(object), name) for name in names)


def isdatadescriptor(object):
    return _has_special(object, '__set__', '__delete__')


def ismethoddescriptor(object):
    # A partial is to bind like a method one day, but does not yet.
    return _has_special(object, '__get__') and not isdatadescriptor(object) and not isinstance(object, functools.partial)


def _unwrapped(obj):
    while True:
        if ismethod(obj):
            obj = obj.__func__
        elif isinstance(obj, functools.partial):
            obj = obj.func
        elif isinstance(obj, functools.partialmethod):
            obj = obj.func
        else:
            return obj


def _has_code_flag(f, flag):
    f = _unwrapped(f)
    code = getattr(f, '__code__', None)
    return isfunction(f) and code is not None and bool(code.co_flags & flag)


def markcoroutinefunction(func):
    func._is_coroutine_mark = True
    return func


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_code_flag(obj, CO_COROUTINE) or getattr(_unwrapped(obj), '_is_coroutine_mark', False) is True


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def _state(prefix, running, suspended, frame):
    if running:
        return prefix + '_RUNNING'
    if suspended:
        return prefix + '_SUSPENDED'
    return prefix + ('_CLOSED' if frame is None else '_CREATED')


def getgeneratorstate(generator):
    return _state('GEN', generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    return _state('CORO', coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getasyncgenstate(agen):
    return _state('AGEN', agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getmembers(object, predicate=None):
    names = dir(object)
    results = []
    for key in names:
        try:
            value = getattr(object, key)
        except AttributeError:
            continue
        if not predicate or predicate(value):
            results.append((key, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while isinstance(func, types.FunctionType) and hasattr(func, '__wrapped__') or hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and isinstance(object, type):
        for base in object.__mro__[1:-1]:
            if base.__doc__:
                doc = base.__doc__
                break
    elif doc is None and (ismethod(object) or isfunction(object)):
        for base in _class_of(object).__mro__:
            doc = getattr(getattr(base, object.__name__, None), '__doc__', None)
            if doc is not None:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def _class_of(method):
    """The class that a method is one of, as far as its names tell."""
    if ismethod(method):
        return method.__self__ if isinstance(method.__self__, type) else type(method.__self__)
    found = sys.modules.get(method.__module__)
    for name in method.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isinstance(found, type) else type(None)


def _code_of(object):
    object = unwrap(object) if callable(object) and not isinstance(object, type) else object
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if isframe(object):
        return object.f_code
    if iscode(object):
        return object
    return None


def getfile(object):
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError(f'{object!r} is a built-in class')
    code = _code_of(object)
    if code is None:
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                        + type(object).__name__)
    return code.co_filename


getsourcefile = getfile


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getsourcelines(object):
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    first = object.__firstlineno__ if isclass(object) else _code_of(object).co_firstlineno
    return _block(lines[first - 1:]), first


def _block(lines):
    """The lines of the definition that begins with the first one."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    depth, inside, body, end = 0, None, False, 0
    for number, line in enumerate(lines):
        text = line.strip()
        if inside is None and depth == 0 and body and text and not text.startswith('#') and len(line) - len(line.lstrip()) <= margin:
            break
        begins_block = False
        at = 0
        while at < len(line):
            letter = line[at]
            if inside is not None:
                if letter == '\\':
                    at += 1
                elif line.startswith(inside, at):
                    at += len(inside) - 1
                    inside = None
            elif letter == '#':
                break
            elif letter in '"\'':
                inside = letter * 3 if line.startswith(letter * 3, at) else letter
                at += len(inside) - 1
            elif letter in '([{':
                depth += 1
            elif letter in ')]}':
                depth -= 1
            elif letter == ':' and depth == 0:
                begins_block = True
            at += 1
        if inside is not None and len(inside) == 1 and not line.rstrip('\n').endswith('\\'):
            inside = None
        if begins_block and not text.startswith('@'):
            body = True
        if text and not (text.startswith('#') and len(line) - len(line.lstrip()) <= margin):
            end = number + 1
        if number == 0 and lines[0].lstrip().startswith('lambda'):
            break
    return lines[:end]


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def currentframe():
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    lines = linecache.getlines(frame.f_code.co_filename)
    start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name,
                     lines[start:start + context] if lines and context else None, lineno - 1 - start)


Traceback = namedtuple('Traceback', 'filename lineno function code_context index')
FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')


def stack(context=1):
    frames, frame = [], sys._getframe(1)
    while frame is not None:
        frames.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return frames


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[self]

    def __str__(self):
        return self.name


def formatannotation(annotation, base_module=None):
    module = getattr(annotation, '__module__', None)
    if module == 'typing':
        return repr(annotation).replace('typing.', '')
    if isclass(annotation) and not isinstance(annotation, types.GenericAlias):
        name = annotation.__qualname__
        return name if module in ('builtins', base_module) else f'{module}.{name}'
    return repr(annotation)


class _void:
    """What was not said, where nothing can be said."""


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        kind = self._kind
        stars = '*' if kind is Parameter.VAR_POSITIONAL else '**' if kind is Parameter.VAR_KEYWORD else ''
        annotated = self._annotation is not _empty
        text = f'{stars}{self._name}' + (f': {formatannotation(self._annotation)}' if annotated else '')
        return text if self._default is _empty else f"{text}{' = ' if annotated else '='}{self._default!r}"

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def _parts(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._parts())

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    def _split(self):
        """What goes by position, and what by name: everything behind the first that has no value or that can only go so."""
        args, kwargs, named = [], {}, False
        for name, param in self._signature.parameters.items():
            if name not in self.arguments:
                named = True
                continue
            value, kind = self.arguments[name], param.kind
            if kind is Parameter.VAR_KEYWORD:
                kwargs.update(value)
            elif named or kind is Parameter.KEYWORD_ONLY:
                kwargs[name] = value
            elif kind is Parameter.VAR_POSITIONAL:
                args.extend(value)
            else:
                args.append(value)
        return tuple(args), kwargs

    args = property(lambda self: self._split()[0])
    kwargs = property(lambda self: self._split()[1])

    def apply_defaults(self):
        made = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                made[name] = self.arguments[name]
            elif param.default is not _empty:
                made[name] = param.default
            elif param.kind is Parameter.VAR_POSITIONAL:
                made[name] = ()
            elif param.kind is Parameter.VAR_KEYWORD:
                made[name] = {}
        self.arguments = made

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        args = ', '.join([f'{arg}={value!r}' for arg, value in self.arguments.items()])
        return f'<{self.__class__.__name__} ({args})>'


class Signature:
    __slots__ = ('_return_annotation', '_parameters')
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found, top = {}, Parameter.POSITIONAL_ONLY
        for each in parameters or ():
            if each.kind < top:
                raise ValueError(f'wrong parameter order: {top.description} parameter before {each.kind.description} parameter')
            if each.name in found:
                raise ValueError(f'duplicate parameter name: {each.name!r}')
            found[each.name], top = each, each.kind
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None):
        parts, last = [], None
        for param in self.parameters.values():
            kind = param.kind
            if last is Parameter.POSITIONAL_ONLY and kind is not last:
                parts.append('/')
            if kind is Parameter.KEYWORD_ONLY and last is not kind and last is not Parameter.VAR_POSITIONAL:
                parts.append('*')
            parts.append(str(param))
            last = kind
        if last is Parameter.POSITIONAL_ONLY:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(parts) + '\n)'
        return text if self._return_annotation is _empty else f'{text} -> {formatannotation(self._return_annotation)}'

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, follow_wrapped, eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self.parameters.values()) == list(other.parameters.values())
                and self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self._return_annotation))

    def _bind(self, args, kwargs, partial=False):
        arguments, args, kwargs, refused = {}, list(args), dict(kwargs), []
        first_without = True    # is this the first parameter that no positional argument is left for?
        for param in self.parameters.values():
            name, kind = param.name, param.kind
            first, first_without = first_without and not args, first_without and bool(args)
            if kind is Parameter.VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                    args = []
            elif kind is Parameter.VAR_KEYWORD:
                if kwargs:
                    arguments[name] = kwargs
                    kwargs = {}
            elif kind is not Parameter.KEYWORD_ONLY and args:
                if name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs:
                if kind is not Parameter.POSITIONAL_ONLY:
                    arguments[name] = kwargs.pop(name)
                elif param.default is _empty:
                    raise TypeError(f'missing a required positional-only argument: {name!r}')
                else:
                    refused.append(name)
            elif param.default is _empty and not partial:
                if kind is Parameter.KEYWORD_ONLY and first:
                    raise TypeError(f'missing a required keyword-only argument: {name!r}')
                raise TypeError(f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs and refused:
            raise TypeError(f"got some positional-only arguments passed as keyword arguments: {', '.join(refused)!r}")
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, arguments)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, partial=True)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)


def _of_function(func, eval_str):
    code = func.__code__
    names = code.co_varnames
    positional = code.co_argcount
    annotations = typing.get_type_hints(func) if eval_str else func.__annotations__
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    parameters = []
    for at, name in enumerate(names[:positional]):
        place = at - (positional - len(defaults))
        parameters.append(Parameter(name if name[0] != '.' else f'implicit{name[1:]}',
                                    Parameter.POSITIONAL_ONLY if at < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD,
                                    default=defaults[place] if place >= 0 else _empty,
                                    annotation=annotations.get(name, _empty)))
    at = positional + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        parameters.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        parameters.append(Parameter(name, Parameter.KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                                    annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=annotations.get(names[at], _empty)))
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(sig):
    parameters = list(sig.parameters.values())
    if not parameters or parameters[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if parameters[0].kind is not Parameter.VAR_POSITIONAL:
        parameters = parameters[1:]
    return sig.replace(parameters=parameters)


def _of_partial(wrapped, partial):
    bound = wrapped.bind_partial(*partial.args, **partial.keywords)
    parameters, keywords_now = [], False
    for name, param in wrapped.parameters.items():
        if name in bound.arguments:
            if param.kind is Parameter.POSITIONAL_ONLY:
                continue
            if param.kind is Parameter.POSITIONAL_OR_KEYWORD:
                if name in partial.keywords:
                    keywords_now = True
                    parameters.append(param.replace(default=bound.arguments[name], kind=Parameter.KEYWORD_ONLY))
                continue
            if param.kind is Parameter.KEYWORD_ONLY:
                parameters.append(param.replace(default=bound.arguments[name]))
                continue
        if keywords_now:
            if param.kind is Parameter.VAR_POSITIONAL:
                continue
            if param.kind is Parameter.POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=Parameter.KEYWORD_ONLY)
        parameters.append(param)
    return wrapped.replace(parameters=parameters)


def _signature(obj, follow_wrapped=True, eval_str=False):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, follow_wrapped, eval_str))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature(obj, follow_wrapped, eval_str)
    sig = getattr(obj, '__signature__', None)
    if sig is not None:
        return sig
    if isfunction(obj):
        return _of_function(obj, eval_str)
    if isinstance(obj, functools.partial):
        return _of_partial(_signature(obj.func, follow_wrapped, eval_str), obj)
    if isinstance(obj, type):
        call = type(obj).__dict__.get('__call__') if type(obj) is not type else None
        if call is not None and isfunction(call) and not issubclass(obj, enum.Enum):
            return _without_first(_of_function(call, eval_str))
        for base in obj.__mro__:
            for name in ('__new__', '__init__'):
                found = base.__dict__.get(name)
                if isinstance(found, staticmethod):
                    found = found.__func__
                if isfunction(found):
                    return _without_first(_signature(found, follow_wrapped, eval_str))
        if obj.__mro__[-2:-1] in ((), (obj,)) or all(base.__module__ != 'builtins' or base is object for base in obj.__mro__):
            return Signature()
        raise ValueError(f'no signature found for builtin type {obj!r}')
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _without_first(_signature(call, follow_wrapped, eval_str))
    raise ValueError(f'no signature found for builtin {obj!r}')


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature(obj, follow_wrapped, eval_str)


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    sig = _signature(func, follow_wrapped=False)
    args, varargs, varkw, kwonly, defaults, kwdefaults, annotations = [], None, None, [], (), {}, {}
    if sig.return_annotation is not _empty:
        annotations['return'] = sig.return_annotation
    for param in sig.parameters.values():
        if param.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(param.name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif param.kind is Parameter.VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is Parameter.KEYWORD_ONLY:
            kwonly.append(param.name)
            if param.default is not _empty:
                kwdefaults[param.name] = param.default
        else:
            varkw = param.name
        if param.annotation is not _empty:
            annotations[param.name] = param.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        found = obj.__dict__.get('__annotations__', {})
    else:
        found = getattr(obj, '__annotations__', {})
    return dict(typing.get_type_hints(obj, include_extras=True)) if eval_str else dict(found or {})


def getattr_static(obj, attr, default=_empty):
    own = getattr(obj, '__dict__', {}) if not isinstance(obj, type) else {}
    if attr in own:
        return own[attr]
    for base in (obj if isinstance(obj, type) else type(obj)).__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr]
    if default is not _empty:
        return default
    raise AttributeError(attr)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return frame.f_locals if frame is not None else {}
