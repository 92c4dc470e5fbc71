"""Looking at live objects. Mirrors what programs use of CPython's Lib/inspect.py: kinds of functions, signatures, the
states of generators and coroutines, members, source of the program's own functions."""
import collections
import enum
import functools
import linecache
import os
import sys
import types
import typing
import _simul
from collections import namedtuple
from keyword import iskeyword

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
isgetsetdescriptor = _test("isgetsetdescriptor", types.GetSetDescriptorType)
ismemberdescriptor = _test("ismemberdescriptor", types.MemberDescriptorType)


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
    if _has_code_flag(obj, CO_COROUTINE) or getattr(_unwrapped(obj), '_is_coroutine_mark', False) is True:
        return True
    # asyncio's own functions and methods are the machine's: it knows which of them make coroutines.
    loops = sys.modules.get('asyncio')
    native = type(obj) in (types.BuiltinFunctionType, types.MethodDescriptorType)
    return native and loops is not None and loops.iscoroutinefunction(obj)


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


def _members(object, predicate, getter):
    results = []
    for key in dir(object):
        try:
            value = getter(object, key)
        except AttributeError:
            for base in getmro(object) if isclass(object) else ():
                if key in base.__dict__:
                    value = base.__dict__[key]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((key, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def getmro(cls):
    return cls.__mro__


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    result, mro = [], getmro(cls)
    meta = tuple(each for each in getmro(type(cls)) if each not in (type, object))
    for name in dict.fromkeys(dir(cls)):
        got = given = home = None
        try:
            if name != '__dict__':
                got = getattr(cls, name)
        except Exception:
            pass
        if got is not None or name != '__dict__':
            home = getattr(got, '__objclass__', None)
            if home not in mro:
                home = None
                for each in (*mro, *meta):
                    if getattr(each, name, None) is got:
                        home = each
        for base in (*mro, *meta):
            if name in base.__dict__:
                given = base.__dict__[name]
                if home not in meta:
                    home = base
                break
        if home is None:
            continue
        kind = next((kind for kind, kinds in (
            ('static method', (staticmethod, types.BuiltinMethodType)),
            ('class method', (classmethod, types.ClassMethodDescriptorType)), ('property', property)) if isinstance(given, kinds)), None)
        shown = given if kind or got is None else got
        result.append(Attribute(name, kind or ('method' if isroutine(shown) else 'data'), home, shown))
    return result


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for each in classes:
        for parent in each.__bases__:
            below = children.setdefault(parent, [])
            if each not in below:
                below.append(each)
            if unique and parent in classes:
                break
        if not each.__bases__ and each not in roots:
            roots.append(each)
    roots += [parent for parent in children if parent not in classes]
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    results = []
    classes.sort(key=lambda each: (each.__module__, each.__name__))
    for each in classes:
        results.append((each, each.__bases__))
        if each in children:
            results.append(walktree(children[each], children, each))
    return results


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
    if istraceback(object):
        object = object.tb_frame
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


def getabsfile(object, _filename=None):
    return os.path.abspath(getfile(object) if _filename is None else _filename)


def getmodulename(path):
    stem, suffix = os.path.splitext(os.path.basename(path))
    return stem if suffix in ('.py', '.pyc') else None


def findsource(object):
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object) and '__firstlineno__' not in vars(object):
        raise OSError('source code not available')
    first = (object.__firstlineno__ if isclass(object) else _code_of(object).co_firstlineno) - 1
    if first >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, first


def getsourcelines(object):
    object = unwrap(object)
    lines, first = findsource(object)
    if ismodule(object) or _code_of(object) is not None and _code_of(object).co_name == '<module>':
        return lines, 0
    code = None if isclass(object) else _code_of(object)
    return _block(lines[first:], code is not None and code.co_name == '<lambda>'), first + 1


def indentsize(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def getcomments(object):
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0].startswith('#!') else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith('#'):
            end += 1
        return ''.join([line.expandtabs() for line in lines[start:end]]) or None
    start = at
    while start and lines[start - 1].lstrip().startswith('#') and indentsize(lines[start - 1]) == indentsize(lines[at]):
        start -= 1
    found = [line.expandtabs().lstrip() for line in lines[start:at]]
    while found and found[0].strip() == '#':
        del found[0]
    while found and found[-1].strip() == '#':
        del found[-1]
    return ''.join(found) if at > start else None


def _block(lines, one_statement=False):
    """The lines of the definition that begins with the first one, or of the statement."""
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
        if one_statement and depth <= 0 and inside is None and not text.endswith('\\'):
            break
    return lines[:end]


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def currentframe():
    return sys._getframe(1)


Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4)
Positions.__module__ = 'dis'


def _with_positions(name, fields):
    """A record that also says where in its lines the code stands, and is no longer for that."""
    class Record(namedtuple(name, fields)):
        def __new__(cls, *args, positions=None, **kwargs):
            made = super().__new__(cls, *args, **kwargs)
            made.positions = positions
            return made

        def __repr__(self):
            parts = [f'{each}={getattr(self, each)!r}' for each in (*self._fields, 'positions')]
            return f"{name}({', '.join(parts)})"
    Record.__name__ = Record.__qualname__ = name
    return Record


Traceback = _with_positions('Traceback', 'filename lineno function code_context index')
FrameInfo = _with_positions('FrameInfo', 'frame filename lineno function code_context index')


def getframeinfo(frame, context=1):
    place = frame
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    lines = index = None
    if context > 0:
        lines = linecache.getlines(frame.f_code.co_filename) or None
        if lines is not None:
            start = max(0, min(lineno - 1 - context // 2, len(lines) - context))
            lines, index = lines[start:start + context], lineno - 1 - start
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index,
                     positions=Positions(lineno, *_simul.position(place)))


def _record(frame, place, context):
    info = getframeinfo(place, context)
    return FrameInfo(frame, *info, positions=info.positions)


def getouterframes(frame, context=1):
    records = []
    while frame:
        records.append(_record(frame, frame, context))
        frame = frame.f_back
    return records


def getinnerframes(tb, context=1):
    records = []
    while tb:
        records.append(_record(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return records


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    exc = sys.exception()
    return getinnerframes(None if exc is None else exc.__traceback__, context)


def getlineno(frame):
    return frame.f_lineno


Arguments = namedtuple('Arguments', 'args, varargs, varkw')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')


def getargs(co):
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names, at = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    args = list(names[:at])
    if co.co_flags & CO_VARARGS:
        varargs, at = names[at], at + 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    for name, shown in ((varargs, formatvarargs), (varkw, formatvarkw)):
        if name:
            parts.append(shown(name) + formatvalue(locals[name]))
    return '(' + ', '.join(parts) + ')'


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[self]

    def __str__(self):
        return self.name


def formatannotationrelativeto(object):
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


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
        if iskeyword(name) and self._kind is not Parameter.POSITIONAL_ONLY or not name.isidentifier():
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
        found, top, with_default = {}, Parameter.POSITIONAL_ONLY, False
        for each in parameters or ():
            if each.kind < top:
                raise ValueError(f'wrong parameter order: {top.description} parameter before {each.kind.description} parameter')
            if each.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                if with_default and each.default is _empty:
                    raise ValueError('non-default argument follows default argument')
                with_default = each.default is not _empty
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


def _signature(obj, follow_wrapped=True, eval_str=False, whole=False):
    """Without the parameter that a method or a class gives, unless the whole is wanted."""
    _bound = (lambda sig: sig) if whole else _without_first
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if ismethod(obj):
        return _bound(_signature(obj.__func__, follow_wrapped, eval_str))
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
    if isinstance(obj, type) and issubclass(obj, enum.Enum):
        if len(obj):
            return _of_function(lambda *values: 0, False)
        return _of_function(lambda new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None: 0, False)
    if typing.is_typeddict(obj):
        raise ValueError(f'no signature found for builtin type {dict!r}')
    if isinstance(obj, type):
        call = type(obj).__dict__.get('__call__') if type(obj) is not type else None
        if call is not None and isfunction(call):
            return _bound(_of_function(call, eval_str))
        for base in obj.__mro__:
            for name in ('__new__', '__init__'):
                found = base.__dict__.get(name)
                if isinstance(found, staticmethod):
                    found = found.__func__
                if isfunction(found):
                    return _bound(_signature(found, follow_wrapped, eval_str))
        for base in obj.__mro__:
            told = _of_native(base)
            if told is not None:
                return told
            if base.__module__ == 'builtins':
                break
        if base is object:
            return Signature()
        if obj is type:
            raise ValueError(f'no signature found for builtin {obj!r}')
        if issubclass(obj, type):
            raise ValueError(f'callable {obj!r} is not supported by signature')
        raise ValueError(f'no signature found for builtin type {obj!r}')
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _bound(_signature(call, follow_wrapped, eval_str))
    told = _of_native(obj) if hasattr(obj, '__name__') else None
    if told is not None:
        return told
    raise ValueError(f'no signature found for builtin {obj!r}')


# What CPython's own functions and types say that they take; those that are not here say nothing there either.
_BUILTINS = """abs x,/|aiter async_iterable,/|all iterable,/|any iterable,/|ascii obj,/|bin number,/|bool object=False,/|\
breakpoint *args,**kws|callable obj,/|chr i,/|classmethod function,/|compile source,filename,mode,flags=0,dont_inherit=False,\
optimize=-1,*,_feature_version=-1|complex real=0,imag=0|delattr obj,name,/|divmod x,y,/|enumerate iterable,start=0|\
eval source,/,globals=None,locals=None|exec source,/,globals=None,locals=None,*,closure=None|filter function,iterable,/|\
float x=0,/|format value,format_spec='',/|frozenset iterable=(),/|globals |hasattr obj,name,/|hash obj,/|hex number,/|\
id obj,/|input prompt='',/|isinstance obj,class_or_tuple,/|issubclass cls,class_or_tuple,/|len obj,/|list iterable=(),/|\
locals |map function,iterable,/,*iterables|memoryview object|oct number,/|open file,mode='r',buffering=-1,encoding=None,\
errors=None,newline=None,closefd=True,opener=None|ord c,/|pow base,exp,mod=None|print *args,sep=' ',end='\\n',file=None,\
flush=False|property fget=None,fset=None,fdel=None,doc=None|repr obj,/|reversed sequence,/|round number,ndigits=None|\
set iterable=(),/|setattr obj,name,value,/|sorted iterable,/,*,key=None,reverse=False|staticmethod function,/|\
sum iterable,/,start=0|tuple iterable=(),/|zip *iterables,strict=False"""
# What of asyncio is the machine's here.
_ASYNCIO = """run main,*,debug=None,loop_factory=None|Runner *,debug=None,loop_factory=None|sleep delay,result=None|\
wait fs,*,timeout=None,return_when='ALL_COMPLETED'|wait_for fut,timeout|gather *coros_or_futures,return_exceptions=False|\
shield arg|create_task coro,*,name=None,context=None|ensure_future coro_or_future,*,loop=None|current_task loop=None|\
all_tasks loop=None|as_completed fs,*,timeout=None|Task coro,*,loop=None,name=None,context=None,eager_start=False|\
Future *,loop=None|Condition lock=None|Semaphore value=1|BoundedSemaphore value=1|Barrier parties|Queue maxsize=0|\
LifoQueue maxsize=0|PriorityQueue maxsize=0|iscoroutine obj|isfuture obj|iscoroutinefunction func|get_running_loop |\
get_event_loop |new_event_loop |set_event_loop loop|Handle callback,args,loop,context=None|\
TimerHandle when,callback,args,loop,context=None"""


@functools.cache
def _native_parameters(module):
    return dict(each.split(' ', 1) for each in (_BUILTINS if module == 'builtins' else _ASYNCIO).split('|'))


def _of_native(obj):
    """That of a function or a type of the machine's, None where none is known."""
    text = None if isinstance(obj, type) or '.' not in obj.__qualname__ else getattr(obj, '__text_signature__', None)
    if text is not None:    # a method says itself
        told = _of_function(eval(f'lambda {text[1:-1]}: 0'), False) if '<' not in text else None
        return told if told is None or getattr(obj, '__self__', None) is None else _without_first(told)
    module = (getattr(obj, '__module__', None) or '').lstrip('_').partition('.')[0]
    told = _native_parameters(module).get(obj.__name__) if module in ('builtins', 'asyncio') else None
    return None if told is None else _of_function(eval(f'lambda {told}: 0'), False)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature(obj, follow_wrapped, eval_str)


FullArgSpec = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    try:
        sig = _signature(func, follow_wrapped=False, whole=True)
    except Exception as error:
        raise TypeError('unsupported callable') from error
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


def getcallargs(func, /, *positional, **named):
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    name, given, free = func.__name__, len(positional), len(defaults or ())
    values = dict(zip(args, positional))
    if varargs:
        values[varargs] = positional[len(args):]
    if varkw:
        values[varkw] = {}
    for key, value in named.items():
        if key not in args and key not in kwonly:
            if not varkw:
                raise TypeError(f'{name}() got an unexpected keyword argument {key!r}')
            values[varkw][key] = value
        elif key in values:
            raise TypeError(f'{name}() got multiple values for argument {key!r}')
        else:
            values[key] = value
    if given > len(args) and not varargs:
        also = sum(each in values for each in kwonly)
        takes = f'from {len(args) - free} to {len(args)}' if free else len(args)
        but = f" positional argument{'s' * (given != 1)} (and {also} keyword-only argument{'s' * (also != 1)})" if also else ''
        raise TypeError(f"{name}() takes {takes} positional argument{'s' * (free > 0 or len(args) != 1)} but {given}{but} "
                        f"{'was' if given == 1 and not also else 'were'} given")
    for needed, kind in ((args[:len(args) - free], 'positional'), ([each for each in kwonly if each not in (kwdefaults or ())], 'keyword-only')):
        missing = [repr(each) for each in needed if each not in values]
        if missing:
            last = f"{',' * (len(missing) > 2)} and ".join(missing[-2:])
            raise TypeError(f"{name}() missing {len(missing)} required {kind} argument{'s' * (len(missing) > 1)}: "
                            + ', '.join(missing[:-2] + [last]))
        known = dict(zip(args[len(args) - free:], defaults or ())) if kind == 'positional' else kwdefaults or {}
        for each, value in known.items():
            values.setdefault(each, value)
    return values


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    func = func.__func__ if ismethod(func) else func
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    nonlocals = {name: cell.cell_contents for name, cell in zip(func.__code__.co_freevars, func.__closure__ or ())}
    loaded, attributes = _simul.names_loaded(func.__code__)
    globals, builtins, unbound = {}, {}, set(attributes)
    of_builtins = vars(sys.modules['builtins'])
    for name in dict.fromkeys(loaded):
        if name in func.__globals__:
            globals[name] = func.__globals__[name]
        elif name in of_builtins:
            builtins[name] = of_builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, globals, builtins, unbound)


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


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return agen.ag_frame.f_locals if agen.ag_frame is not None else {}
