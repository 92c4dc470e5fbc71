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


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'
_EMPTY_METADATA = types.MappingProxyType({})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
                 '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @reprlib.recursive_repr()
    def __repr__(self):
        return ('Field('
                f'name={self.name!r},'
                f'type={self.type!r},'
                f'default={self.default!r},'
                f'default_factory={self.default_factory!r},'
                f'init={self.init!r},'
                f'repr={self.repr!r},'
                f'hash={self.hash!r},'
                f'compare={self.compare!r},'
                f'metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},'
                f'_field_type={self._field_type}'
                ')')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return ('_DataclassParams(' + ','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__]) + ')')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
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


def _is_typing(annotation, name):
    typing = sys.modules.get('typing')
    if typing is None:
        return False
    wanted = getattr(typing, name)
    return annotation is wanted or (hasattr(annotation, '__origin__') and annotation.__origin__ is wanted)


def _is_text_of(annotation, cls, names):
    """Does a string annotation begin with one of the names, alone or behind a module's?"""
    head = annotation.lstrip().partition('[')[0].strip()
    module, _, last = head.rpartition('.')
    if last not in names:
        return False
    space = sys.modules.get(cls.__module__)
    space = vars(space) if space is not None else {}
    if module:
        space = vars(space[module]) if isinstance(space.get(module), types.ModuleType) else {}
    found = space.get(last)
    return found is not None and getattr(found, '__module__', None) in ('typing', 'dataclasses') or found is KW_ONLY


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_typing(annotation, 'ClassVar') or isinstance(annotation, str) and _is_text_of(annotation, cls, ('ClassVar',)):
        f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD:
        if isinstance(annotation, InitVar) or annotation is InitVar or (
                isinstance(annotation, str) and _is_text_of(annotation, cls, ('InitVar',))):
            f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _set(frozen, name, value, self_name):
    if frozen:
        return f'  __dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})'
    return f'  {self_name}.{name}={value}'


def _add_init(builder, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
    all_fields = std_fields + kw_only_fields
    names = {f'__dataclass_type_{f.name}__': f.type for f in all_fields}
    names.update(__dataclass_HAS_DEFAULT_FACTORY__=_HAS_DEFAULT_FACTORY, __dataclass_builtins_object__=object)
    body = []
    for f in all_fields:
        default_name = f'__dataclass_dflt_{f.name}__'
        if f.default_factory is not MISSING:
            names[default_name] = f.default_factory
            if f.init:
                value = f'{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
            else:
                value = f'{default_name}()'
        elif f.init:
            if f.default is not MISSING:
                names[default_name] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            names[default_name] = f.default
            value = default_name
        else:
            continue
        if f._field_type is not _FIELD_INITVAR:
            body.append(_set(frozen, f.name, value, self_name))
    if has_post_init:
        initvars = ','.join([f.name for f in all_fields if f._field_type is _FIELD_INITVAR])
        body.append(f'  {self_name}.{_POST_INIT_NAME}({initvars})')

    def parameter(f):
        if f.default is MISSING and f.default_factory is MISSING:
            default = ''
        elif f.default is not MISSING:
            default = f'=__dataclass_dflt_{f.name}__'
        else:
            default = '=__dataclass_HAS_DEFAULT_FACTORY__'
        return f'{f.name}:__dataclass_type_{f.name}__{default}'
    parameters = [parameter(f) for f in std_fields if f.init]
    keyword_parameters = [parameter(f) for f in kw_only_fields if f.init]
    if keyword_parameters:
        parameters += ['*', *keyword_parameters]
    builder.add('__init__', [self_name, *parameters], body or ['  pass'], locals=names, returns=None)


def _field_tuple(fields, obj):
    return '(' + ''.join([f'{obj}.{f.name},' for f in fields]) + ')' if fields else '()'


def _hash_action(cls, unsafe_hash, eq, frozen, fields, builder):
    own = cls.__dict__.get('__hash__', MISSING)
    explicit = not (own is MISSING or (own is None and '__eq__' in cls.__dict__))
    if unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        add = True
    elif not eq:
        return
    elif not frozen:
        if not explicit:
            cls.__hash__ = None
        return
    else:
        add = not explicit
    if add:
        used = [f for f in fields if (f.compare if f.hash is None else f.hash)]
        builder.add('__hash__', ['self'], [f'  return hash({_field_tuple(used, "self")})'], always=True)


_abstract_mark = '__abstractmethods__'


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                           weakref_slot))
    any_frozen_base = False
    all_frozen_bases = None
    has_dataclass_bases = False
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if all_frozen_bases is None:
                all_frozen_bases = True
            current_frozen = getattr(b, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and current_frozen
            any_frozen_base = any_frozen_base or current_frozen
    annotations = cls.__dict__.get('__annotations__', {})
    cls_fields = []
    seen_kw_only = False
    own_kw_only = kw_only
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or isinstance(annotation, str) and _is_text_of(annotation, cls, ('KW_ONLY',)):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = True
            own_kw_only = True
        else:
            cls_fields.append(_get_field(cls, name, annotation, own_kw_only))
    for f in cls_fields:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)
    has_post_init = hasattr(cls, _POST_INIT_NAME)
    builder = _Builder()
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    in_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init = [f for f in in_init if f.init and not f.kw_only]
    kw_init = [f for f in in_init if f.init and f.kw_only]
    if init:
        std = [f for f in in_init if not f.kw_only]
        kw = [f for f in in_init if f.kw_only]
        _add_init(builder, std, kw, frozen, has_post_init,
                  '__dataclass_self__' if 'self' in fields else 'self', slots)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        shown = [f for f in field_list if f.repr]
        inside = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in shown])
        builder.add('__repr__', ['self'], [f'  return f"{{self.__class__.__qualname__}}({inside})"'],
                    locals={'__dataclasses_recursive_repr': reprlib.recursive_repr},
                    decorator="@__dataclasses_recursive_repr()")
    if eq:
        compared = ' and '.join([f'self.{f.name}==other.{f.name}' for f in field_list if f.compare]) or 'True'
        builder.add('__eq__', ['self', 'other'],
                    ['  if self is other:', '   return True', '  if other.__class__ is self.__class__:',
                     f'   return {compared}', '  return NotImplemented'])
    if order:
        used = [f for f in field_list if f.compare]
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            builder.add(name, ['self', 'other'],
                        ['  if other.__class__ is self.__class__:',
                         f'   return {_field_tuple(used, "self")}{op}{_field_tuple(used, "other")}',
                         '  return NotImplemented'],
                        error=' Consider using functools.total_ordering')
    if frozen:
        names = {'__dataclass_cls__': cls, '__dataclass_FrozenInstanceError__': FrozenInstanceError}
        guarded = ''.join([f'{f.name!r},' for f in field_list])
        test = 'type(self) is __dataclass_cls__' + (f' or name in ({guarded})' if guarded else '')
        builder.add('__setattr__', ('self', 'name', 'value'),
                    [f'  if {test}:',
                     '   raise __dataclass_FrozenInstanceError__(f"cannot assign to field {name!r}")',
                     '  super(__dataclass_cls__, self).__setattr__(name, value)'], locals=names, error=True)
        builder.add('__delattr__', ('self', 'name'),
                    [f'  if {test}:',
                     '   raise __dataclass_FrozenInstanceError__(f"cannot delete field {name!r}")',
                     '  super(__dataclass_cls__, self).__delattr__(name)'], locals=names, error=True)
    _hash_action(cls, unsafe_hash, eq, frozen, field_list, builder)
    builder.make(cls)
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature_text(std_init, kw_init, init)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in std_init])
    if '__replace__' not in cls.__dict__:
        cls.__replace__ = _replace
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    abc.update_abstractmethods(cls)
    return cls


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return _repr(annotation).replace('typing.', '')
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return _repr(annotation)


_repr = repr


def _signature_text(std_fields, kw_only_fields, init):
    if not init:
        return '()'

    def parameter(f):
        text = f'{f.name}: {_annotation_text(f.type.type if isinstance(f.type, InitVar) and False else f.type)}'
        if f.default is not MISSING:
            text += f' = {_repr(f.default)}'
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        return text
    parts = [parameter(f) for f in std_fields]
    if kw_only_fields:
        parts += ['*', *[parameter(f) for f in kw_only_fields]]
    return f'({", ".join(parts)})'


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return []
    return [slots] if isinstance(slots, str) else list(slots)


def _add_slots(cls, is_frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    wanted = [name for name in names + (('__weakref__',) if weakref_slot else ()) if name not in inherited]
    namespace['__slots__'] = tuple(wanted)
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in namespace:
            made.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            made.__setstate__ = _dataclass_setstate
    # Methods that mean __class__, the frozen ones' own among them, still mean the old class: CPython mends that in 3.14.
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return wrap
    return wrap(cls)


def fields(class_or_instance):
    try:
        all_fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in all_fields.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, lambda o, again: dict_factory([(f.name, again(getattr(o, f.name))) for f in fields(o)]))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
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
    if namespace is None:
        namespace = {}
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = annotation

    def exec_body_callback(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, exec_body_callback)
    if module is None:
        module = sys._getframemodulename(1) or '__main__'
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
