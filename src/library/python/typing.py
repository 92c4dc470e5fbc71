"""Names for annotations. Mirrors CPython's Lib/typing.py as far as programs see it when they run: what a form is called,
what it holds, and the few classes that do something (NamedTuple, TypedDict, Protocol, Generic, NewType)."""
import collections
import collections.abc
import contextlib
import functools
import operator
import sys
import types
from abc import ABCMeta, abstractmethod
from types import GenericAlias, MethodType, UnionType
from _typing import NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, _idfunc

__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal',
           'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet',
           'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView',
           'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
           'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
           'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
           'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict',
           'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_protocol_members',
           'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
           'NoDefault', 'NoReturn', 'NotRequired', 'overload', 'override', 'ParamSpecArgs', 'ParamSpecKwargs',
           'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias',
           'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack']

TYPE_CHECKING = False
Text = str


def _type_repr(obj):
    if obj is ...:
        return '...'
    if isinstance(obj, tuple):
        return f"[{', '.join(map(_type_repr, obj))}]"
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, GenericAlias) or not isinstance(obj, type):
        return repr(obj)
    return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'


def _type_convert(arg):
    if isinstance(arg, str):
        return ForwardRef(arg)
    return type(None) if arg is None else arg


def _type_check(arg, msg):
    arg = _type_convert(arg)
    if arg in (Generic, Protocol) or isinstance(arg, _SpecialForm) and arg not in (LiteralString, NoReturn, Never, Self, TypeAlias):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is not tuple:
        return arg
    raise TypeError(f"{msg} Got {arg!r:.100}.")


def _all_checked(args, msg):
    return tuple([_type_check(arg, msg) for arg in args])


def _as_tuple(args):
    return args if isinstance(args, tuple) else (args,)


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (list, tuple)):
            more = _parameters(arg) if isinstance(arg, tuple) else ()
        elif hasattr(arg, '__typing_subst__'):
            more = (arg,)
        else:
            more = getattr(arg, '__parameters__', ())
        found += [each for each in more if each not in found]
    return tuple(found)


def _is_unpacked(arg):
    if isinstance(arg, GenericAlias):
        return arg.__unpacked__
    return isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack


def _unpacked_tuple(arg):
    """What *tuple[int, str] stands for; None for anything else."""
    if not _is_unpacked(arg):
        return None
    if isinstance(arg, _GenericAlias):
        arg = arg.__args__[0]
    return arg.__args__ if getattr(arg, '__origin__', None) is tuple else None


def _unpack_args(args):
    flat = []
    for arg in args:
        parts = _unpacked_tuple(arg)
        if parts is None or len(parts) == 2 and parts[1] is ...:
            flat.append(arg)
        else:
            flat.extend(parts)
    return flat


def _is_param_expr(arg):
    return (arg is ... or isinstance(arg, (tuple, list, ParamSpec))
            or isinstance(arg, _GenericAlias) and arg.__origin__ is Concatenate)


def _typevar_subst(self, arg):
    arg = _type_check(arg, "Parameters to generic types must be types.")
    if _is_unpacked(arg):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _with_default(self, alias, args):
    at = alias.__parameters__.index(self)
    if at < len(args):
        return args
    if at == len(args) and self.has_default():
        return args + (self.__default__,)
    raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {at + 1}")


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return _all_checked(arg, "Expected a type.")
    if not _is_param_expr(arg):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
    return arg


def _paramspec_prepare(self, alias, args):
    at = alias.__parameters__.index(self)
    if at == len(args) and self.has_default():
        args = (*args, self.__default__)
    if at >= len(args):
        raise TypeError(f"Too few arguments for {alias}")
    if len(alias.__parameters__) == 1 and not _is_param_expr(args[0]):
        return (args,)
    if isinstance(args[at], list):
        return (*args[:at], tuple(args[at]), *args[at + 1:])
    return args


def _typevartuple_prepare(self, alias, args):
    parameters = alias.__parameters__
    at = parameters.index(self)
    if any(isinstance(each, TypeVarTuple) for each in parameters[at + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    count = len(args)
    left, right = at, len(parameters) - at - 1
    endless = [k for k, arg in enumerate(args) if (parts := _unpacked_tuple(arg)) and len(parts) == 2 and parts[1] is ...]
    if len(endless) > 1:
        raise TypeError("More than one unpacked arbitrary-length tuple argument")
    fill = None
    if endless:
        fill = _unpacked_tuple(args[endless[0]])[0]
        left, right = min(left, endless[0]), min(right, count - endless[0] - 1)
    elif left + right > count:
        raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {len(parameters) - 1}")
    if left == count - right and self.has_default():
        own = tuple(_unpack_args([self.__default__]))
    else:
        own = args[left:count - right]
    return (*args[:left], *([fill] * (at - left)), own, *([fill] * (len(parameters) - right - at - 1)),
            *args[count - right:])


def _prepared(alias, args):
    for parameter in alias.__parameters__:
        args = parameter.__typing_prepare_subst__(alias, args)
    return args


def _chosen(alias, shown, args):
    """What each of the alias's parameters becomes."""
    args = _prepared(alias, args)
    wanted = len(alias.__parameters__)
    if len(args) != wanted:
        raise TypeError(f"Too {'many' if len(args) > wanted else 'few'} arguments for {shown};"
                        f" actual {len(args)}, expected {wanted}")
    return dict(zip(alias.__parameters__, args))


def _substitute(origin, args, chosen):
    made = []
    for arg in args:
        if isinstance(arg, type):
            made.append(arg)
            continue
        if isinstance(arg, tuple):
            made.append(_substitute(origin, arg, chosen))
            continue
        variable = hasattr(arg, '__typing_subst__')
        if variable:
            new = arg.__typing_subst__(chosen[arg])
        elif parameters := getattr(arg, '__parameters__', ()):
            given = []
            for each in parameters:
                given += chosen[each] if isinstance(each, TypeVarTuple) else [chosen[each]]
            if _is_unpacked(arg) and isinstance(parameters[0], TypeVarTuple) and not isinstance(arg, GenericAlias):
                made.extend(given)
                continue
            new = arg[tuple(given)]
        else:
            new = arg
        if origin is collections.abc.Callable and isinstance(new, tuple):
            made.extend(new)
        else:
            made.append(new)
    return tuple(made)


def _alias_parameters(self, _):
    return _parameters(self.__args__)


def _alias_subscript(self, args):
    """list[T][int] and (list[T] | int)[str], which C makes in CPython."""
    if not self.__parameters__:
        raise TypeError(f"{self!r} is not a generic class")
    args = tuple(_unpack_args(_as_tuple(args)))
    chosen = _chosen(self, repr(self), args)
    if isinstance(self, UnionType):
        return functools.reduce(operator.or_, _substitute(None, self.__args__, chosen))
    return GenericAlias(self.__origin__, _substitute(self.__origin__, self.__args__, chosen))


def _refusing(text):
    def refuse(self, *args, **kwds):
        raise TypeError(text.format(self))
    return refuse


class _Final:
    def __init_subclass__(cls, /, *args, **kwds):
        if not kwds.keys() & {'_root'}:
            raise TypeError("Cannot subclass special typing classes")


class _Orable:
    """X | Y of what is no class."""

    def __ror__(self, other):
        return Union[other, self]

    def __or__(self, other):
        return Union[self, other]


class _SpecialForm(_Orable):
    """Any, Union, ClassVar, ...: a name, and for most a function that [...] calls."""
    __module__ = 'typing'

    def __init__(self, name, getitem=None, doc=None):
        self._name = name
        self._getitem = getitem

    def __getattr__(self, item):
        if item not in ('__name__', '__qualname__'):
            raise AttributeError(item)
        return self._name

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return f'typing.{self._name}'

    __call__ = _refusing("Cannot instantiate {}")
    __mro_entries__ = _refusing("Cannot subclass {}")
    __instancecheck__ = _refusing("{} cannot be used with isinstance()")
    __subclasscheck__ = _refusing("{} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)


def _one(self, parameters):
    named = self._name in ('Required', 'NotRequired', 'ReadOnly')
    item = _type_check(parameters, f"{self._name if named else self} accepts only {'a ' if named else ''}single type.")
    return _GenericAlias(self, (item,))


def _union(self, parameters):
    parameters = _as_tuple(parameters)
    if not parameters:
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for arg in _all_checked(parameters, "Union[arg, ...]: each arg must be a type."):
        for each in arg.__args__ if isinstance(arg, (UnionType, _UnionGenericAlias)) else (arg,):
            if each not in flat:
                flat.append(each)
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        return _UnionGenericAlias(self, tuple(flat), name="Optional")
    return _UnionGenericAlias(self, tuple(flat))


def _optional(self, parameters):
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


def _literal(self, parameters):
    flat = []
    for arg in _as_tuple(parameters):
        for each in arg.__args__ if isinstance(arg, _LiteralGenericAlias) else (arg,):
            if not any(type(known) is type(each) and known == each for known in flat):
                flat.append(each)
    return _LiteralGenericAlias(self, tuple(flat))


def _annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.")
    metadata = tuple(params[1:])
    if isinstance(origin, _AnnotatedAlias):
        metadata = origin.__metadata__ + metadata
        origin = origin.__origin__
    return _AnnotatedAlias(origin, metadata)


def _many(self, parameters):
    return _GenericAlias(self, _as_tuple(parameters))


class _AnyMeta(type):
    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()

    def __instancecheck__(self, obj):
        if self is not Any:
            return super().__instancecheck__(obj)
        raise TypeError("typing.Any cannot be used with isinstance()")


class Any(metaclass=_AnyMeta):
    """Everything; as a base class it says that instances may have every attribute."""

    def __new__(cls, *args, **kwargs):
        if cls is not Any:
            return super().__new__(cls)
        raise TypeError("Any cannot be instantiated")


NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
TypeAlias = _SpecialForm('TypeAlias')
ClassVar = _SpecialForm('ClassVar', _one)
Final = _SpecialForm('Final', _one)
Required = _SpecialForm('Required', _one)
NotRequired = _SpecialForm('NotRequired', _one)
ReadOnly = _SpecialForm('ReadOnly', _one)
TypeGuard = _SpecialForm('TypeGuard', _one)
TypeIs = _SpecialForm('TypeIs', _one)
Unpack = _SpecialForm('Unpack', _one)


def _concatenated(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    last = parameters[-1] if isinstance(parameters, tuple) else parameters
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _many(self, parameters)


Concatenate = _SpecialForm('Concatenate', _concatenated)
Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _SpecialForm('Literal', _literal)
Annotated = _SpecialForm('Annotated', _annotated)


class _Keyed(_Orable):
    """Equal are two of a family whose _key() is."""
    __module__ = 'typing'

    def __eq__(self, other):
        if not isinstance(other, self._family):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())


class ForwardRef(_Keyed):
    """An annotation that is a string as yet."""
    __module__ = 'typing'

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if isinstance(arg, str):
            try:
                compile(f'({arg},)[0]' if arg.startswith('*') else arg, '<string>', 'eval')
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
            self.__forward_arg__, self.__forward_module__ = arg, module
        else:
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")

    def _key(self):
        return self.__forward_arg__, self.__forward_module__

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


ForwardRef._family = ForwardRef


class _BaseGenericAlias(_Final, _Keyed, _root=True):
    """A name with an origin: what is not known here is asked of that."""

    def __init__(self, origin, *, inst=True, name=None):
        self.__slots__ = None
        self.__origin__, self._name, self._inst = origin, name, inst

    def __getattr__(self, attr):
        if attr in {'__origin__', '__args__', '_name', '_inst'}:
            raise AttributeError(attr)
        if not (attr[:2] == attr[-2:] == '__'):
            return getattr(self.__origin__, attr)
        if attr not in ('__name__', '__qualname__'):
            raise AttributeError(attr)
        return self._name or self.__origin__.__name__

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass    # not every object takes attributes
        return made

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))


class _GenericAlias(_BaseGenericAlias, _root=True):
    """An origin with its arguments."""
    __module__ = 'typing'

    def __init__(self, origin, args, *, inst=True, name=None):
        _BaseGenericAlias.__init__(self, origin, name=name, inst=inst)
        self.__args__ = _as_tuple(args)
        self.__parameters__ = _parameters(self.__args__)

    def _key(self):
        return self.__origin__, self.__args__

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = _unpack_args([_type_convert(arg) for arg in _as_tuple(args)])
        return self._with(_substitute(self.__origin__, self.__args__, _chosen(self, self, args)))

    def _with(self, args):
        if self.__origin__ is Concatenate and isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        return self.__class__(self.__origin__, args, inst=self._inst, name=self._name)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        return f"{name}[{', '.join(map(_type_repr, self.__args__)) or '()'}]"

    def __iter__(self):
        yield Unpack[self]

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return _SpecialGenericAlias.__mro_entries__(self, bases)
        if origin is Generic and (Protocol in bases or any(
                isinstance(later, _BaseGenericAlias) and later != self for later in bases[bases.index(self) + 1:])):
            return ()    # it comes with that base
        return (origin,)


_GenericAlias._family = _GenericAlias


class _UnionGenericAlias(_GenericAlias, _root=True):
    def _key(self):
        return frozenset(self.__args__)

    def __eq__(self, other):
        if isinstance(other, UnionType):
            return self._key() == frozenset(other.__args__)
        return super().__eq__(other)

    __hash__ = _GenericAlias.__hash__

    def _with(self, args):
        return Union[args]

    def __repr__(self):
        if len(self.__args__) == 2 and type(None) in self.__args__:
            one, = [arg for arg in self.__args__ if arg is not type(None)]
            return f'typing.Optional[{_type_repr(one)}]'
        return f"typing.Union[{', '.join(map(_type_repr, self.__args__))}]"

    def __instancecheck__(self, obj):
        return any(isinstance(obj, cls) for cls in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, base) for base in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _key(self):
        return frozenset([(value, type(value)) for value in self.__args__])    # 1 is not True


class _AnnotatedAlias(_GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def _key(self):
        return self.__origin__, self.__metadata__

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __getattr__(self, attr):
        return 'Annotated' if attr in ('__name__', '__qualname__') else super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _callable_text(name, args):
    *taken, result = args
    listed = f'[{", ".join(map(_type_repr, taken))}]'
    return f'{name}[{_type_repr(taken[0]) if _is_any_call(args) else listed}, {_type_repr(result)}]'


def _is_any_call(args):
    """Are the arguments of a Callable '...', a ParamSpec or a Concatenate, and no list?"""
    return len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)
                               or getattr(args[0], '__origin__', None) is Concatenate)


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return _callable_text('typing.Callable', self.__args__)


def _callable_args(params):
    if not isinstance(params, tuple) or len(params) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    args, result = params
    result = _type_check(result, "Callable[args, result]: result must be a type.")
    return (*map(_type_convert, args if isinstance(args, (list, tuple)) else (args,)), result)


class _CollectionsCallable(_Keyed):
    """collections.abc.Callable[[int], str]."""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)

    def _key(self):
        return self.__origin__, self.__args__

    def __repr__(self):
        return _callable_text('collections.abc.Callable', self.__args__)


_CollectionsCallable._family = _CollectionsCallable


def _collections_callable(cls, params):
    args = _callable_args(params)
    if not isinstance(params[0], (list, tuple)) and not _is_any_call(args):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {params[0]}")
    return _CollectionsCallable(cls, args)


_DEFAULT_ARGS = {'Generator': (type(None), type(None)), 'AsyncGenerator': (type(None),), 'ContextManager': (bool | None,),
                 'AsyncContextManager': (bool | None,)}


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """A class's name in this module, to be given as many arguments as it has parameters; -1: any number."""
    __module__ = 'typing'
    __eq__, __hash__ = object.__eq__, object.__hash__

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, name=name or origin.__name__, inst=inst)
        self._nparams = nparams

    def __getitem__(self, params):
        name = self._name
        if name == 'Callable':
            return _CallableGenericAlias(self.__origin__, _callable_args(params), name=name)
        params = _as_tuple(params)
        if name == 'Tuple':
            endless = len(params) >= 2 and params[-1] is ...
            checked = _all_checked(params[:-1], "") + (...,) if endless else \
                _all_checked(params, "Tuple[t0, t1, ...]: each t must be a type.")
            return _GenericAlias(tuple, checked, inst=False, name=name)
        params = _all_checked(params, "Parameters to generic types must be types.")
        defaults, most, given = _DEFAULT_ARGS.get(name, ()), self._nparams, len(params)
        least = most - len(defaults)
        if not most:
            raise TypeError(f"{self} is not a generic class")
        if most > 0 and not least <= given <= most:
            raise TypeError(f"Too {'many' if given > most else 'few'} arguments for {self};"
                            f" actual {given}, expected {f'at least {least}' if defaults else most}")
        return _GenericAlias(self.__origin__, params + (defaults[given - least:] if defaults else ()), inst=self._inst, name=name)

    def __repr__(self):
        return f'typing.{self._name}'

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __mro_entries__(self, bases):
        found = []
        if self.__origin__ not in bases:
            found.append(self.__origin__)
        at = bases.index(self)
        if not any(isinstance(base, _BaseGenericAlias) or isinstance(base, type) and issubclass(base, Generic)
                   for base in bases[at + 1:]):
            found.append(Generic)
        return tuple(found)


def _name_classes():
    """The classes of collections and contextlib under their names here, by the number of their parameters."""
    abc = collections.abc
    for nparams, source, names in (
            (0, abc, 'Hashable Sized ByteString'),
            (1, abc, 'Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection MutableSet Sequence'
                     ' MutableSequence MappingView KeysView ValuesView Set:AbstractSet'),
            (2, abc, 'Callable Mapping MutableMapping ItemsView AsyncGenerator'),
            (3, abc, 'Coroutine Generator'),
            (1, collections, 'Counter deque:Deque'),
            (2, collections, 'OrderedDict ChainMap defaultdict:DefaultDict'),
            (2, contextlib, 'AbstractContextManager:ContextManager AbstractAsyncContextManager:AsyncContextManager')):
        for name in names.split():
            theirs, _, ours = name.partition(':')
            globals()[ours or theirs] = _SpecialGenericAlias(getattr(source, theirs), nparams, name=ours or theirs)
    for cls, nparams in ((tuple, -1), (list, 1), (set, 1), (dict, 2), (type, 1), (frozenset, 1)):
        name = 'FrozenSet' if cls is frozenset else cls.__name__.title()
        globals()[name] = _SpecialGenericAlias(cls, nparams, name=name, inst=False)


_name_classes()


def _generic_class_getitem(cls, args):
    args = tuple([_type_convert(arg) for arg in _as_tuple(args)])
    if cls in (Generic, Protocol):
        if not args:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(isinstance(arg, (TypeVar, ParamSpec)) or _is_unpacked(arg) for arg in args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification "
                            "variables.")
        if len(set(args)) != len(args):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    else:
        parameters = getattr(cls, '__parameters__', ())
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        args = _chosen(cls, cls, args)
        args = tuple([part for parameter, arg in args.items()
                      for part in (arg if isinstance(parameter, TypeVarTuple) else (arg,))])
    return _GenericAlias(cls, args)


class Generic:
    __slots__ = ()
    _is_protocol = False
    __module__ = 'typing'

    def __class_getitem__(cls, args):
        return _generic_class_getitem(cls, args)

    def __init_subclass__(cls, *given, **options):
        super().__init_subclass__(*given, **options)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            if Generic in bases:
                raise TypeError("Cannot inherit from plain Generic")
            given = [base.__parameters__ for base in bases
                     if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol)]
            cls.__parameters__ = given[-1] if given else _parameters(bases)
        elif '__type_params__' in cls.__dict__ and cls.__type_params__:
            cls.__parameters__ = cls.__type_params__
        else:
            cls.__parameters__ = ()


_PROTOCOL_NAMES = {'__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
                   '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__',
                   '__static_attributes__', '__firstlineno__', '__parameters__', '__orig_bases__', '__orig_class__',
                   '_is_protocol', '_is_runtime_protocol', '__protocol_attrs__', '__non_callable_proto_members__',
                   '__type_params__', '_abc_impl', '__qualname__', '__init_subclass__', '__hash__'}


def _protocol_attrs(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in [*base.__dict__, *base.__dict__.get('__annotations__', {})]:
            if not name.startswith('_abc_') and name not in _PROTOCOL_NAMES:
                names.add(name)
    return names


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if Protocol is not None and Protocol in bases:
            for base in bases:
                if not (base in (object, Generic) or base.__name__ in _ALLOWED.get(base.__module__, ())
                        or issubclass(base, Generic) and getattr(base, '_is_protocol', False)):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def _must_be_checkable(cls):
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False):
            inside = sys._getframemodulename(1) in ('abc', 'functools')
            if not isinstance(other, type) and not getattr(cls, '_is_runtime_protocol', False):
                raise TypeError('issubclass() arg 1 must be a class')
            if not inside:
                cls._must_be_checkable()
                data = sorted(name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None)))
                if data:
                    raise TypeError("Protocols with non-method members don't support issubclass()."
                                    f" Non-method members: {str(data)[1:-1]}.")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        cls._must_be_checkable()
        if cls in type(instance).__mro__:
            return True
            return True
        for name in cls.__protocol_attrs__:
            nothing = object()
            value = getattr(instance, name, nothing)
            if value is nothing:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True


_ALLOWED = {'collections.abc': 'Awaitable AsyncIterable AsyncIterator Buffer Callable Collection Container Hashable Iterable'
                               ' Iterator Reversible Sized'.split(),
            'contextlib': ('AbstractAsyncContextManager', 'AbstractContextManager')}


def _no_init_or_replace_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in type(self).__mro__[1:]:
        init = base.__dict__.get('__init__', _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            type(self).__init__ = init
            break
    else:
        type(self).__init__ = object.__init__
    type(self).__init__(self, *args, **kwargs)


def _proto_hook(cls, other):
    """Does some base of OTHER have each name of the protocol, and none of them as None?"""
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            names = base.__dict__
            if name in names:
                if names[name] is None:
                    return NotImplemented
                break
            if getattr(base, '_is_protocol', False) and name in names.get('__annotations__', {}):
                break
        else:
            return NotImplemented
    return True


Protocol = None


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what others have to have."""
    __module__, __slots__ = 'typing', ()
    _is_protocol, _is_runtime_protocol = True, False

    def __init_subclass__(cls, *given, **options):
        super().__init_subclass__(*given, **options)
        own = cls.__dict__
        if not own.get('_is_protocol', False):
            cls._is_protocol = Protocol in cls.__bases__
        if '__subclasshook__' not in own:
            cls.__subclasshook__ = classmethod(_proto_hook)
        if cls._is_protocol:
            cls.__protocol_attrs__ = _protocol_attrs(cls)
            if cls.__init__ is Protocol.__init__:
                cls.__init__ = _no_init_or_replace_init

def runtime_checkable(cls):
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


runtime = runtime_checkable


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)


def _supporting(name, method, declared, base=None):
    """The protocol of one method, DECLARED, that each SupportsX is."""
    declared.__name__, declared.__qualname__, declared.__module__ = method, f'{name}.{method}', 'typing'
    body = {'__module__': 'typing', '__slots__': (), method: abstractmethod(declared)}
    return runtime_checkable(types.new_class(name, (base or Protocol,), exec_body=lambda names: names.update(body)))


def _declared(result):
    def method(self) -> result:
        pass
    return method


def _round(self, ndigits: int = 0) -> T_co:
    pass


SupportsInt, SupportsFloat, SupportsComplex, SupportsBytes, SupportsIndex = [
    _supporting(f'Supports{name}', f'__{name.lower()}__', _declared(result))
    for name, result in (('Int', int), ('Float', float), ('Complex', complex), ('Bytes', bytes), ('Index', int))]
SupportsAbs = _supporting('SupportsAbs', '__abs__', _declared(T_co), Protocol[T_co])
SupportsRound = _supporting('SupportsRound', '__round__', _round, Protocol[T_co])


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


def cast(typ, val):
    return val


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside"
                              " a stub module should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    f = getattr(func, "__func__", func)
    key = (f.__module__, f.__qualname__)
    _overloads.setdefault(key, {})[f.__code__.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    told = dict(locals())

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = dict(told)
        return cls_or_fn
    return decorator


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


class NewType(_Orable):
    __module__ = 'typing'

    def __init__(self, name, tp):
        self.__supertype__ = tp
        self.__qualname__, self.__name__ = name, name.rpartition('.')[2]
        module = sys._getframemodulename(1)
        if module != 'typing':
            self.__module__ = module

    __call__ = _idfunc

    def __mro_entries__(self, bases):
        given = self.__name__

        class Dummy:
            # In the place of the base until the new class names itself.
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {given})`")
        return (Dummy,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


def _resolve(value, globalns, localns):
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        import _simul
        names = {**vars(__import__('builtins')), **globalns, **(localns or {})}
        names['__name__'] = '__annotations__'
        _simul.run(f'__value__ = ({value.__forward_arg__})', '<string>', names)
        return _resolve(names['__value__'], globalns, localns)
    if value is None:
        return type(None)
    if isinstance(value, _GenericAlias) and not isinstance(value, (_LiteralGenericAlias, _AnnotatedAlias)):
        args = tuple([_resolve(arg, globalns, localns) if isinstance(arg, (str, ForwardRef)) or hasattr(arg, '__args__')
                      else arg for arg in value.__args__])
        return value if args == value.__args__ else value._with(args)
    if isinstance(value, GenericAlias) and any(isinstance(arg, str) for arg in value.__args__):
        return GenericAlias(value.__origin__, tuple([_resolve(arg, globalns, localns) for arg in value.__args__]))
    return value


def _strip_annotations(t):
    """T without Annotated, Required, ... around it or in it."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    ours = isinstance(t, _GenericAlias)
    if ours and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if not ours and not isinstance(t, GenericAlias):
        return t
    args = tuple(map(_strip_annotations, t.__args__))
    if args == t.__args__:
        return t
    return t._with(args) if ours else GenericAlias(t.__origin__, args)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Annotations with the strings in them evaluated; of a class, its bases', too."""
    hints = {}
    if getattr(obj, '__no_type_check__', None):
        return hints
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            space = globalns if globalns is not None else getattr(module, '__dict__', {})
            own = {**{each.__name__: each for each in base.__dict__.get('__type_params__', ())}, **base.__dict__}
            for name, value in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _resolve(value, space, {**own, **(localns or {})})
    else:
        if globalns is None:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', None)
            if globalns is None:
                globalns = vars(obj) if isinstance(obj, types.ModuleType) else {}
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.ModuleType)):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        own = {each.__name__: each for each in getattr(obj, '__type_params__', ())}
        if own:
            localns = {**own, **(localns or {})}
        for name, value in annotations.items():
            hints[name] = _resolve(value, globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotations(value) for name, value in hints.items()}


def get_origin(tp):
    """list of list[int], None of what has no arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, _CollectionsCallable, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    """(int,) of list[int], () of what has no arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if not isinstance(tp, (_GenericAlias, GenericAlias, _CollectionsCallable, UnionType)):
        return ()
    args = tp.__args__
    if not isinstance(tp, UnionType) and tp.__origin__ is collections.abc.Callable and not _is_any_call(args):
        return list(args[:-1]), args[-1]
    return args


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def _namedtuple_class(name, hints, module, defaults=()):
    checked = {n: _type_check(t, f"field {n} annotation must be a type") for n, t in hints.items()}
    made = collections.namedtuple(name, checked, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = checked
    return made


_prohibited = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                         '_field_types', '_make', '_replace', '_asdict', '_source'})
_special = frozenset({'__module__', '__name__', '__annotations__', '__firstlineno__', '__static_attributes__',
                      '__qualname__', '__doc__'})


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        if _NamedTuple not in bases:
            raise TypeError('unexpected base')
        if not set(bases) <= {_NamedTuple, Generic}:
            raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        hints = ns.get('__annotations__', {})
        defaults = []
        for field_name in hints:
            if field_name in ns:
                defaults.append(field_name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field_name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _namedtuple_class(typename, hints, ns['__module__'], [ns[n] for n in defaults])
        if Generic in bases:
            made = type(typename, (made, Generic), {'__slots__': (), '__module__': ns['__module__']})
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special and key not in made._fields:
                setattr(made, key, value)
                setter = getattr(type(value), '__set_name__', None)
                if setter is not None:
                    setter(value, made, key)
        if '__doc__' in ns:
            made.__doc__ = ns['__doc__']
        return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {'__module__': 'typing'})


class _NamedTupleForm:
    __module__ = 'typing'
    __name__ = __qualname__ = 'NamedTuple'

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        return _namedtuple_class(typename, dict(fields), sys._getframemodulename(1))

    def __repr__(self):
        return '<function NamedTuple at %#x>' % id(self)


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        if not all(base is Generic or type(base) is _TypedDictMeta for base in bases):
            raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        annotations, required, optional, readonly = {}, set(), set(), set()
        for known in [base.__dict__ for base in bases]:
            annotations.update(known.get('__annotations__', {}))
            required |= known.get('__required_keys__', set())
            optional |= known.get('__optional_keys__', set())
            readonly |= known.get('__readonly_keys__', set())
        for key, value in ns.get('__annotations__', {}).items():
            if isinstance(value, str):
                value = ForwardRef(value, module=ns.get('__module__'))
            value = _type_check(value, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            annotations[key] = value
            forms = []    # Required[ReadOnly[...]], in any order
            while isinstance(value, _AnnotatedAlias) or getattr(value, '__origin__', None) in (Required, NotRequired, ReadOnly):
                forms.append(value.__origin__)
                value = value.__origin__ if isinstance(value, _AnnotatedAlias) else value.__args__[0]
            needed = True if Required in forms else False if NotRequired in forms else total
            (readonly.add if ReadOnly in forms else readonly.discard)(key)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(annotations) - readonly
        made.__total__ = total
        made.__orig_bases__ = ns.get('__orig_bases__', bases or (TypedDict,))
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {'__module__': 'typing'})


class _TypedDictForm:
    __module__ = 'typing'
    __name__ = __qualname__ = 'TypedDict'

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __call__(self, typename, fields, /, *, total=True):
        ns = {'__annotations__': dict(fields), '__module__': sys._getframemodulename(1)}
        return _TypedDictMeta(typename, (), ns, total=total)

    def __repr__(self):
        return '<function TypedDict at %#x>' % id(self)


TypedDict = _TypedDictForm()


def __getattr__(name):
    if name in ('Match', 'Pattern'):
        import re
        found = _SpecialGenericAlias(getattr(re, name), 1)
        globals()[name] = found
        return found
    raise AttributeError(f"module 'typing' has no attribute {name!r}")
