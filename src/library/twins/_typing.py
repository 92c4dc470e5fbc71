"""Type variables and type aliases: CPython's Objects/typevarobject.c. What makes them is the compiler's doing (PEP 695, 696): bounds,
defaults and values are functions, called when they are asked for first."""
from _simul import c_class, union
from sys import _getframemodulename
from types import GenericAlias, UnionType


@c_class
class NoDefaultType:
    __module__ = 'builtins'
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)
_missing = object()


def _idfunc(*args, **kwargs):
    if kwargs:
        raise TypeError("_typing._idfunc() takes no keyword arguments")
    if len(args) != 1:
        raise TypeError(f"_typing._idfunc() takes exactly one argument ({len(args)} given)")
    return args[0]


def _either(self, other):
    import typing
    return typing.Union[self, other]


def _either_of_other(self, other):
    import typing
    return typing.Union[other, self]


def _no_base(self, bases):
    raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


def _set(self, name, value):
    if name in ('__name__', '__covariant__', '__contravariant__', '__infer_variance__'):
        raise AttributeError("readonly attribute")
    object.__setattr__(self, name, value)


_HIDDEN = ('__slots__', '__dict__', '__firstlineno__', '__static_attributes__', '__copy__', '__deepcopy__')


def _dir(self):
    return [name for name in object.__dir__(self) if (name[0] != '_' or name[:2] == '__') and name not in _HIDDEN]


def _default(self):
    if self._default is _missing:
        self._default = NoDefault if self._find_default is None else self._find_default()
    return self._default


def _has_default(self):
    return self._find_default is not None or self._default not in (NoDefault, _missing)


def _checked_name(kind, name):
    if name is _missing:
        raise TypeError(f"{kind}() missing required argument 'name' (pos 1)")
    if not isinstance(name, str):
        raise TypeError(f"{kind}() argument 'name' must be str, not {type(name).__name__}")
    return name


def _check_variance(covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")


def _sign(self):
    if self.__infer_variance__:
        return self.__name__
    return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


def _set_common(self, name, default, covariant, contravariant, infer_variance):
    self._name = name
    self._variances = (bool(covariant), bool(contravariant), bool(infer_variance))
    self._default = default
    self._find_default = None


def _final(kind):
    def __init_subclass__(cls, **kwargs):
        raise TypeError(f"type 'typing.{kind}' is not an acceptable base type")
    return classmethod(__init_subclass__)


_VARIABLE_SLOTS = ('_name', '_variances', '_default', '_find_default', '__dict__', '__weakref__')


@c_class
class TypeVar:
    __module__ = 'typing'
    __slots__ = _VARIABLE_SLOTS + ('_bound', '_find_bound', '_constraints', '_find_constraints')
    __init_subclass__ = _final('TypeVar')

    def __new__(cls, name=_missing, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                infer_variance=False):
        name = _checked_name('typevar', name)
        _check_variance(covariant, contravariant, infer_variance)
        self = object.__new__(cls)
        _set_common(self, name, default, covariant, contravariant, infer_variance)
        from typing import _type_check
        self._bound = None if bound is None else _type_check(bound, "Bound must be a type.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self._constraints = tuple([_type_check(each, "TypeVar(name, constraint, ...): constraints must be types.")
                                   for each in constraints])
        self._find_bound = self._find_constraints = None
        self.__module__ = _getframemodulename(0)
        return self

    __name__ = property(lambda self: self._name)
    __covariant__ = property(lambda self: self._variances[0])
    __contravariant__ = property(lambda self: self._variances[1])
    __infer_variance__ = property(lambda self: self._variances[2])
    __default__ = property(_default)

    @property
    def __bound__(self):
        if self._bound is _missing:
            self._bound = None if self._find_bound is None else self._find_bound()
        return self._bound

    @property
    def __constraints__(self):
        if self._constraints is _missing:
            self._constraints = () if self._find_constraints is None else self._find_constraints()
        return self._constraints

    has_default = _has_default
    __or__ = _either
    __ror__ = _either_of_other
    __mro_entries__ = _no_base
    __setattr__ = _set
    __dir__ = _dir
    __repr__ = _sign

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __typing_subst__(self, arg):
        import typing
        return typing._typevar_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        import typing
        return typing._with_default(self, alias, args)


@c_class
class ParamSpecArgs:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        name = getattr(self.__origin__, '__name__', None)
        return f'{repr(self.__origin__) if name is None else name}.args'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecArgs) else NotImplemented

    __hash__ = None
    __mro_entries__ = _no_base


@c_class
class ParamSpecKwargs:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        name = getattr(self.__origin__, '__name__', None)
        return f'{repr(self.__origin__) if name is None else name}.kwargs'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if isinstance(other, ParamSpecKwargs) else NotImplemented

    __hash__ = None
    __mro_entries__ = _no_base


@c_class
class ParamSpec:
    __module__ = 'typing'
    __slots__ = _VARIABLE_SLOTS + ('_bound',)
    __init_subclass__ = _final('ParamSpec')

    def __new__(cls, name=_missing, *, bound=None, default=NoDefault, covariant=False, contravariant=False,
                infer_variance=False):
        name = _checked_name('paramspec', name)
        _check_variance(covariant, contravariant, infer_variance)
        self = object.__new__(cls)
        _set_common(self, name, default, covariant, contravariant, infer_variance)
        if bound is not None:
            from typing import _type_check
            bound = _type_check(bound, "Bound must be a type.")
        self._bound = bound
        self.__module__ = _getframemodulename(0)
        return self

    __name__ = property(lambda self: self._name)
    __covariant__ = property(lambda self: self._variances[0])
    __contravariant__ = property(lambda self: self._variances[1])
    __infer_variance__ = property(lambda self: self._variances[2])
    __bound__ = property(lambda self: self._bound)
    __default__ = property(_default)
    args = property(ParamSpecArgs)
    kwargs = property(ParamSpecKwargs)
    has_default = _has_default
    __or__ = _either
    __ror__ = _either_of_other
    __mro_entries__ = _no_base
    __setattr__ = _set
    __dir__ = _dir
    __repr__ = _sign
    __reduce__ = TypeVar.__reduce__
    __copy__ = TypeVar.__copy__
    __deepcopy__ = TypeVar.__deepcopy__

    def __typing_subst__(self, arg):
        import typing
        return typing._paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        import typing
        return typing._paramspec_prepare(self, alias, args)


@c_class
class TypeVarTuple:
    __module__ = 'typing'
    __slots__ = _VARIABLE_SLOTS
    __init_subclass__ = _final('TypeVarTuple')

    def __new__(cls, name=_missing, *, default=NoDefault):
        self = object.__new__(cls)
        _set_common(self, _checked_name('typevartuple', name), default, False, False, False)
        self.__module__ = _getframemodulename(0)
        return self

    __name__ = property(lambda self: self._name)
    __default__ = property(_default)
    has_default = _has_default
    __mro_entries__ = _no_base
    __setattr__ = _set
    __dir__ = _dir
    __reduce__ = TypeVar.__reduce__
    __copy__ = TypeVar.__copy__
    __deepcopy__ = TypeVar.__deepcopy__

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        import typing
        yield typing.Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        import typing
        return typing._typevartuple_prepare(self, alias, args)


@c_class
class TypeAliasType:
    __module__ = 'typing'
    __slots__ = ('_name', '_value', '_find_value', '_params', '__dict__')
    __init_subclass__ = _final('TypeAliasType')

    def __new__(cls, name=_missing, value=_missing, /, *more, type_params=(), **named):
        if name is _missing and 'name' in named:
            name = named.pop('name')
        if value is _missing and 'value' in named:
            value = named.pop('value')
        if more:
            raise TypeError(f"typealias() takes exactly 2 positional arguments ({2 + len(more)} given)")
        if name is _missing:
            raise TypeError("typealias() missing required argument 'name' (pos 1)")
        if value is _missing:
            raise TypeError("typealias() missing required argument 'value' (pos 2)")
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        return _alias(_checked_name('typealias', name), type_params, value, None, _getframemodulename(0))

    __name__ = property(lambda self: self._name)

    @property
    def __value__(self):
        if self._value is _missing:
            object.__setattr__(self, '_value', self._find_value())
        return self._value

    @property
    def __type_params__(self):
        return () if self._params is None else self._params

    @property
    def __parameters__(self):
        params = []
        for each in self.__type_params__:
            params += each if isinstance(each, TypeVarTuple) else [each]
        return tuple(params)

    def __setattr__(self, name, value):
        if name in ('__value__', '__type_params__', '__parameters__', '__module__'):
            raise AttributeError(f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        if name == '__name__':
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute '{name}' and no __dict__ for setting new "
                             "attributes")

    def __repr__(self):
        return self._name

    def __reduce__(self):
        return self._name

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __or__(self, other):
        return union(self, other) if _fits(other) else NotImplemented

    def __ror__(self, other):
        return union(other, self) if _fits(other) else NotImplemented

    def __getitem__(self, parameters):
        if self._params is None:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, parameters)

    __dir__ = _dir


def _fits(part):
    return part is None or isinstance(part, (type, GenericAlias, UnionType, TypeAliasType))


def _alias(name, params, value, find_value, module):
    made = object.__new__(TypeAliasType)
    put = object.__setattr__
    put(made, '_name', name)
    put(made, '_params', params or None)
    put(made, '_value', value)
    put(made, '_find_value', find_value)
    put(made, '__module__', module)
    return made


def _variable(cls, name):
    made = object.__new__(cls)
    _set_common(made, name, _missing, False, False, cls is not TypeVarTuple)
    return made


def make(which, first, second):
    """What the instructions CALL_INTRINSIC_1 and, with 100 more, CALL_INTRINSIC_2 of that operand ask for."""
    if which in (7, 102, 103):
        made = _variable(TypeVar, first)
        made._bound = made._constraints = _missing
        made._find_bound = second if which == 102 else None
        made._find_constraints = second if which == 103 else None
        return made
    if which == 8:
        made = _variable(ParamSpec, first)
        made._bound = None
        return made
    if which == 9:
        return _variable(TypeVarTuple, first)
    if which == 10:
        import typing
        return typing.Generic[tuple([typing.Unpack[each] if isinstance(each, TypeVarTuple) else each
                                     for each in first])]
    if which == 11:
        name, params, value = first
        return _alias(name, params, _missing, value, _getframemodulename(0))
    first._find_default = second
    return first
