"""Classes that are mostly data. Mirrors CPython's Lib/dataclasses.py.

The methods are made from a text, as CPython makes them: their frames say "<string>", and their lines are CPython's: the
text begins with the line of an outer function, then the methods follow in the order __init__, __repr__, __eq__, ...
"""
import abc
import copy
import keyword
import reprlib
import sys
import types
import _simul
from types import GenericAlias

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


_FIELDS, _PARAMS, _POST_INIT_NAME = '__dataclass_fields__', '__dataclass_params__', '__post_init__'
_EMPTY_METADATA = types.MappingProxyType({})


class FrozenInstanceError(AttributeError):
    """An assignment to a frozen instance, or a deletion."""


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _Mark:
    """Compared by identity; shows as its text."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


MISSING, KW_ONLY = _MISSING_TYPE(), _KW_ONLY_TYPE()
_HAS_DEFAULT_FACTORY = _Mark('<factory>')
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = map(_Mark, ('_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'))


def _shown(obj, names):
    return f"{type(obj).__name__}({','.join([f'{name}={getattr(obj, name)!r}' for name in names])})"


class InitVar:
    """Annotation of what __init__ takes and hands on to __post_init__."""
    __slots__ = ('type',)

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        shown = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{shown}]'


class Field:
    """One field; its name, type and kind are known once its class is processed."""
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 '_field_type')
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.kw_only = init, kw_only
        self.repr, self.compare, self.hash = repr, compare, hash
        self.metadata = types.MappingProxyType(metadata) if metadata is not None else _EMPTY_METADATA

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), '__set_name__', None)
        if tell:
            tell(self.default, owner, name)

    @reprlib.recursive_repr()
    def __repr__(self):
        return _shown(self, (*self.__slots__[:4], 'init', 'repr', 'hash', *self.__slots__[7:]))


class _DataclassParams:
    """What dataclass() was asked for."""
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, *asked):
        for name, value in zip(self.__slots__, asked):
            setattr(self, name, value)

    def __repr__(self):
        return _shown(self, self.__slots__)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """What a class body gives a field that needs more than a default."""
    if default is not MISSING and MISSING is not default_factory:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Builder:
    """The text of the methods, and what its names stand for."""

    def __init__(self):
        self.names, self.source, self.locals = [], [], {}
        self.errors, self.always = {}, set()

    def add(self, name, args, body, *, locals=None, returns=MISSING, error=None, always=False, decorator=None):
        self.locals.update(locals or {})
        self.names.append(name)
        if returns is not MISSING:
            self.locals[f'__dataclass_{name}_return_type__'] = returns
            arrow = f'->__dataclass_{name}_return_type__'
        else:
            arrow = ''
        if error is not None:
            self.errors[name] = error
        if always:
            self.always.add(name)
        if decorator:
            self.source.append(f' {decorator}')
        self.source.append(f' def {name}({",".join(args)}){arrow}:')
        self.source += body

    def make(self, cls):
        if not self.names:
            return
        text = '\n'.join([f'def __create_fn__({",".join(self.locals)}):', *self.source,
                          f' return ({",".join(self.names)},)'])
        made = {'__name__': cls.__module__}
        _simul.run(text, '<string>', made)
        for name, function in zip(self.names, made['__create_fn__'](**self.locals)):
            function.__qualname__ = f'{cls.__qualname__}.{function.__name__}'
            if name in self.always:
                setattr(cls, name, function)
            elif name in cls.__dict__:
                if name in self.errors:
                    hint = self.errors[name]
                    raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}'
                                    + (hint if isinstance(hint, str) else ''))
            else:
                setattr(cls, name, function)


def _is_class_var(annotation):
    typing = sys.modules.get('typing')
    return typing is not None and (annotation is typing.ClassVar
                                   or type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar)


def _is_init_var(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _split_word(text):
    """The name that a text begins with, behind spaces, and what follows it."""
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == '_'):
        end += 1
    return text[:end], text[end:]


def _is_text_of(annotation, cls, home, belongs):
    """Does a string annotation begin with a name, alone or behind a module's, that stands for something of the module HOME?"""
    if not isinstance(annotation, str):
        return False
    own = sys.modules.get(cls.__module__)
    word, rest = _split_word(annotation)
    rest = rest.lstrip()
    if word and rest.startswith('.') and (inner := _split_word(rest[1:])[0]):
        known = own is not None and own.__dict__.get(word) is sys.modules.get(home)
        return known and belongs(sys.modules[home].__dict__.get(inner))
    return bool(word) and belongs(own.__dict__.get(word))


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        f = field(default=MISSING if isinstance(default, types.MemberDescriptorType) else default)
    if _is_class_var(annotation) or 'typing' in sys.modules and _is_text_of(annotation, cls, 'typing', _is_class_var):
        kind = _FIELD_CLASSVAR
    elif _is_init_var(annotation) or _is_text_of(annotation, cls, __name__, _is_init_var):
        kind = _FIELD_INITVAR
    else:
        kind = _FIELD
    f.name, f.type, f._field_type = name, annotation, kind
    if kind is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if kind is not _FIELD_CLASSVAR:
        f.kw_only = kw_only if f.kw_only is MISSING else f.kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    if kind is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {name} is not allowed: use default_factory')
    return f


def _has_default(f):
    return f.default is not MISSING or f.default_factory is not MISSING


def _add_init(builder, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    """The text of __init__; each field's type and default are names of the outer function's."""
    with_default = None
    for f in std_fields:
        if f.init and _has_default(f):
            with_default = f
        elif f.init and with_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument {with_default.name!r}')
    names = {'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY, '__dataclass_builtins_object__': object}
    parameters, body = {False: [], True: []}, []
    for f in std_fields + kw_only_fields:
        default, names[f'__dataclass_type_{f.name}__'] = f'__dataclass_dflt_{f.name}__', f.type
        made = f.default_factory is not MISSING
        if made or f.default is not MISSING and (f.init or slots):
            names[default] = f.default_factory if made else f.default
        value = f'{default}()' if made else default
        if f.init:
            parameter = f'{f.name}:__dataclass_type_{f.name}__'
            if made:
                parameter += '=__dataclass_HAS_DEFAULT_FACTORY__'
                value += f' if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
            else:
                parameter += f'={default}' if default in names else ''
                value = f.name
            parameters[f.kw_only].append(parameter)
        elif default not in names:
            continue    # not this method's business
        if f._field_type is _FIELD:
            body.append(f'  __dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})' if frozen
                        else f'  {self_name}.{f.name}={value}')
    if has_post_init:
        handed_on = [f.name for f in std_fields + kw_only_fields if f._field_type is _FIELD_INITVAR]
        body.append(f'  {self_name}.{_POST_INIT_NAME}({",".join(handed_on)})')
    after_star = ['*', *parameters[True]] if parameters[True] else []
    builder.add('__init__', [self_name, *parameters[False], *after_star], body or ['  pass'], locals=names, returns=None)


def _field_tuple(fields, obj):
    return f"({''.join([f'{obj}.{f.name},' for f in fields])})"


def _add_hash(cls, how, fields, builder):
    """Which of the three: a made __hash__, None, or whatever the class has."""
    own = cls.__dict__.get('__hash__', MISSING)
    written = own is not MISSING and not (own is None and '__eq__' in cls.__dict__)    # the latter None is Python's
    if how.unsafe_hash and written:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if how.unsafe_hash or how.eq and how.frozen and not written:
        used = [f for f in fields if (f.compare if f.hash is None else f.hash)]
        builder.add('__hash__', ['self'], [f'  return hash({_field_tuple(used, "self")})'], always=True)
    elif how.eq and not written:
        cls.__hash__ = None


def _own_fields(cls, kw_only):
    """The fields of this class's annotations; their defaults become the class's attributes."""
    annotations = cls.__dict__.get('__annotations__', {})
    own, marked = [], False
    for name, annotation in annotations.items():
        if not _is_kw_only(annotation) and not _is_text_of(annotation, cls, __name__, _is_kw_only):
            own.append(_get_field(cls, name, annotation, kw_only or marked))
        elif marked:
            raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
        else:
            marked = True
    for f in own:
        if not isinstance(getattr(cls, f.name, None), Field):
            continue
        if f.default is not MISSING:
            setattr(cls, f.name, f.default)
        else:
            delattr(cls, f.name)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return own


def _process_class(cls, how):
    cls.__module__    # what is no class says so by the name that CPython asks for first
    setattr(cls, _PARAMS, how)
    bases = [base for base in cls.__mro__[:0:-1] if hasattr(base, _FIELDS)]
    by_name = {f.name: f for base in bases for f in getattr(base, _FIELDS).values()}
    by_name.update({f.name: f for f in _own_fields(cls, how.kw_only)})
    frozen_bases = [getattr(base, _PARAMS).frozen for base in bases]
    if any(frozen_bases) and not how.frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if how.frozen and not all(frozen_bases):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, by_name)
    if how.order and not how.eq:
        raise ValueError('eq must be true if order is true')
    of_init = [f for f in by_name.values() if f._field_type is not _FIELD_CLASSVAR]
    std, kw = [f for f in of_init if not f.kw_only], [f for f in of_init if f.kw_only]
    field_list = [f for f in of_init if f._field_type is _FIELD]
    builder = _Builder()
    if how.init:
        _add_init(builder, std, kw, how.frozen, hasattr(cls, _POST_INIT_NAME),
                  '__dataclass_self__' if 'self' in by_name else 'self', how.slots)
    if how.repr:
        inside = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in field_list if f.repr])
        builder.add('__repr__', ['self'], [f'  return f"{{self.__class__.__qualname__}}({inside})"'],
                    locals={'__dataclasses_recursive_repr': reprlib.recursive_repr},
                    decorator="@__dataclasses_recursive_repr()")
    used = [f for f in field_list if f.compare]
    if how.eq:
        compared = ' and '.join([f'self.{f.name}==other.{f.name}' for f in used]) or 'True'
        builder.add('__eq__', ['self', 'other'],
                    ['  if self is other:', '   return True', '  if other.__class__ is self.__class__:',
                     f'   return {compared}', '  return NotImplemented'])
    if how.order:
        for name, op in {'lt': '<', 'le': '<=', 'gt': '>', 'ge': '>='}.items():
            builder.add(f'__{name}__', ['self', 'other'],
                        ['  if other.__class__ is self.__class__:',
                         f'   return {_field_tuple(used, "self")}{op}{_field_tuple(used, "other")}',
                         '  return NotImplemented'],
                        error=' Consider using functools.total_ordering')
    if how.frozen:
        guarded = ''.join([f'{f.name!r},' for f in field_list])
        test = 'type(self) is __dataclass_cls__' + (f' or name in ({guarded})' if guarded else '')
        for verb, method, args in ('assign to', '__setattr__', ['name', 'value']), ('delete', '__delattr__', ['name']):
            builder.add(method, ['self', *args],
                        [f'  if {test}:',
                         f'   raise __dataclass_FrozenInstanceError__(f"cannot {verb} field {{name!r}}")',
                         f'  super(__dataclass_cls__, self).{method}({", ".join(args)})'], error=True,
                        locals={'__dataclass_cls__': cls, '__dataclass_FrozenInstanceError__': FrozenInstanceError})
    _add_hash(cls, how, field_list, builder)
    builder.make(cls)
    std, kw = [f for f in std if f.init], [f for f in kw if f.init]
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(std, kw, how.init)
    if how.match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in std])
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if how.slots:
        cls = _add_slots(cls, how.frozen, how.weakref_slot)
    elif how.weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    abc.update_abstractmethods(cls)
    return cls


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if not isinstance(annotation, type) or isinstance(annotation, GenericAlias):
        return repr(annotation)
    return annotation.__qualname__ if annotation.__module__ == 'builtins' else f'{annotation.__module__}.{annotation.__qualname__}'


def _signature_text(std_fields, kw_only_fields, init):
    """What the class's __doc__ says: inspect's text of __init__, without inspect."""
    def parameter(f):
        default = f' = {f.default!r}' if f.default is not MISSING else ' = <factory>' if _has_default(f) else ''
        return f'{f.name}: {_annotation_text(f.type)}{default}'
    parts = [parameter(f) for f in std_fields]
    if kw_only_fields:
        parts += ['*', *[parameter(f) for f in kw_only_fields]]
    return f'({", ".join(parts)})' if init else '()'


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return [name for name in ('__weakref__', '__dict__') if name in cls.__dict__]
    if hasattr(slots, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return [slots] if isinstance(slots, str) else list(slots)


def _add_slots(cls, is_frozen, weakref_slot):
    """The class once more, with __slots__: those cannot come later."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    names = [f.name for f in fields(cls)]
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    namespace = {name: value for name, value in cls.__dict__.items() if name not in (*names, '__dict__', '__weakref__')}
    namespace['__slots__'] = tuple([name for name in names + (['__weakref__'] if weakref_slot else []) if name not in inherited])
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    if is_frozen:
        for name, method in (('__getstate__', _dataclass_getstate), ('__setstate__', _dataclass_setstate)):
            if name not in namespace:
                setattr(made, name, method)
    # Methods that mean __class__, the frozen ones' own among them, still mean the old class: CPython mends that in 3.14.
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Class decorator: methods made from the annotated names of the class's body."""
    def wrap(cls):
        return _process_class(cls, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                                    weakref_slot))
    return wrap if cls is None else wrap(cls)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def fields(class_or_instance):
    """The Fields of a dataclass or of its instance: no ClassVar, no InitVar."""
    try:
        known = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in known.values() if f._field_type is _FIELD])


def _must_be_instance(obj, function):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError(f"{function}() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    """Names and values, of the dataclasses inside, too; the rest is copied."""
    _must_be_instance(obj, 'asdict')
    return _inner(obj, lambda o, again: dict_factory([(f.name, again(getattr(o, f.name))) for f in fields(o)]))


def astuple(obj, *, tuple_factory=tuple):
    """The values, of the dataclasses inside, too; the rest is copied."""
    _must_be_instance(obj, 'astuple')
    return _inner(obj, lambda o, again: tuple_factory([again(getattr(o, f.name)) for f in fields(o)]))


_ATOMS = (types.NoneType, bool, int, float, str, complex, bytes, types.EllipsisType, types.NotImplementedType)


def _inner(obj, make):
    def again(obj):
        cls = type(obj)
        if cls in _ATOMS:
            return obj
        if hasattr(cls, _FIELDS):
            return make(obj, again)
        if cls is list:
            return [again(item) for item in obj]
        if cls is dict:
            return {again(key): again(value) for key, value in obj.items()}
        if issubclass(cls, tuple):
            if hasattr(cls, '_fields'):
                return cls(*[again(item) for item in obj])
            return cls([again(item) for item in obj])
        if issubclass(cls, dict):
            if hasattr(cls, 'default_factory'):
                made = cls(obj.default_factory)
                for key, value in obj.items():
                    made[again(key)] = again(value)
                return made
            return cls([(again(key), again(value)) for key, value in obj.items()])
        if issubclass(cls, list):
            return cls([again(item) for item in obj])
        return copy.deepcopy(obj)
    return again(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """A dataclass without a body: each of FIELDS is a name, (name, type) or (name, type, default)."""
    annotations, body = {}, dict(namespace or ())
    for item in fields:
        parts = (item, 'typing.Any') if isinstance(item, str) else item
        if not 2 <= len(parts) <= 3:
            raise TypeError(f'Invalid field: {item!r}')
        name, annotation, *default = parts
        for wrong, why in ((not isinstance(name, str) or not name.isidentifier(), 'names must be valid identifiers'),
                           (keyword.iskeyword(name), 'names must not be keywords'), (name in annotations, 'name duplicated')):
            if wrong:
                raise TypeError(f'Field {why}: {name!r}')
        annotations[name] = annotation
        if default:
            body[name] = default[0]
    body['__annotations__'] = annotations
    cls = types.new_class(cls_name, bases, {}, lambda names: names.update(body))
    cls.__module__ = module or sys._getframemodulename(1) or '__main__'
    return _process_class(cls, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                                weakref_slot))


def replace(obj, /, **changes):
    """A new object with OBJ's values, but for these."""
    _must_be_instance(obj, 'replace')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        name, kind = f.name, f._field_type
        if kind is _FIELD_CLASSVAR or f.init and name in changes:
            continue
        if f.init:
            if kind is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
        elif name in changes:
            raise TypeError(f'field {name} is declared with init=False, it cannot be specified with replace()')
    return self.__class__(**changes)
