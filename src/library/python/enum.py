"""Enumerations. Mirrors CPython's Lib/enum.py."""
import operator as _operator
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

Enum = Flag = EJECT = ReprEnum = None
_builtin_property = property


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that the class finds itself."""

    def __init__(self, value=None):
        self.value = _auto_null if value is None else value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


_auto_null = object()
_open = True    # while this module makes its own classes


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_')


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_')


def _is_private(cls_name, name):
    pattern = f'_{cls_name}__'
    return len(name) > len(pattern) and name.startswith(pattern) and (name[-1] != '_' or name[-2] != '_')


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def bin(num, max_bits=None):
    text = format(num, 'b') if num >= 0 else format(num + (1 << (num.bit_length() + 1)), 'b')
    sign = '0b0' if num >= 0 else '0b1'
    if max_bits is not None and len(text) < max_bits:
        text = (sign[-1] * max_bits + text)[-max_bits:]
    return f'{sign} {text}'



def show_flag_values(value):
    return [1 << at for at in range(value.bit_length()) if value >> at & 1]


class property(DynamicClassAttribute):
    """An attribute of members (name, value) that a member of the same name hides on the class."""
    member = None
    name = None
    clsname = None

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self.name) if '_member_map_' in ownerclass.__dict__ else None
            if found is not None:
                return found
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))


class EnumDict(dict):
    """The class body's names: which are members, and in what order."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if not _open and key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
                           '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_',
                           '_add_value_alias_'):
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError('_ignore_ cannot specify already set names: %r' % (already,))
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._settle(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _settle(self, key, value):
        def found(each):
            if isinstance(each, auto):
                if each.value is _auto_null:
                    each.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                    self._auto_called = True
                return each.value
            return each
        if isinstance(value, auto):
            return found(value)
        if type(value) is tuple and any(isinstance(each, auto) for each in value):
            self._auto_called = True
            return tuple([found(each) for each in value])
        return value

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        enum_dict = EnumDict(cls)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            enum_dict['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        names = list(classdict._member_names)
        ignore = classdict._ignore
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        invalid = set(names) & {'mro', ''}
        if invalid:
            raise ValueError('invalid enum member name(s) %s' % (','.join(repr(n) for n in invalid)))
        order = classdict.get('_order_')
        values = [(name, classdict[name]) for name in names]
        body = {key: value for key, value in classdict.items()
                if key not in classdict._member_names and key not in ignore and key not in ('_ignore_', '_order_')}
        body['_new_member_'] = new
        body['_use_args_'] = use_args
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = member_type
        body['_hashable_values_'] = []
        generate = classdict._generate_next_value
        if generate is not None and not isinstance(body.get('_generate_next_value_'), staticmethod):
            body['_generate_next_value_'] = staticmethod(generate)
        is_flag = Flag is not None and issubclass(first_enum, Flag)
        if Flag is None and cls == 'Flag' or is_flag:
            body['_flag_mask_'] = 0
            body['_singles_mask_'] = 0
            body['_all_bits_'] = 0
            body['_inverted_'] = None
            body['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
        # Where a mixed-in type shows its values itself, members show as members.
        mixed = member_type is not object and not (ReprEnum is not None and issubclass(first_enum, ReprEnum))
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        if Enum is not None and first_enum is not None:
            shown_by_enum = first_enum
            for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
                if name in body:
                    continue
                enum_method = getattr(first_enum, name, None)
                found_method = getattr(enum_class, name, None)
                object_method = getattr(object, name, None)
                data_type_method = getattr(member_type, name, None)
                if found_method is not None and found_method in (data_type_method, object_method):
                    setattr(enum_class, name, enum_method)
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            if '__format__' not in body:
                enum_class.__format__ = member_type.__format__
            if '__str__' not in body:
                enum_class.__str__ = member_type.__repr__ if member_type.__str__ is object.__str__ else member_type.__str__
        if '__new__' in body:
            setattr(enum_class, '__new_member__', body['__new__'])
        for name, value in values:
            metacls._add(enum_class, name, value, new, use_args, member_type, is_flag)
        if save_new:
            enum_class.__new_member__ = new
        enum_class.__new__ = Enum.__new__
        if is_flag:
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in body:
                    setattr(enum_class, name, getattr(Flag, name))
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else order
            if [n for n in order if n in enum_class._member_names_] != enum_class._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (enum_class._member_names_, order))
        if is_flag:
            values = [member._value_ for member in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
        return enum_class

    def _add(cls, name, value, new, use_args, member_type, is_flag):
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        try:
            if use_args:
                made = new(cls, *args)
            else:
                made = new(cls)
            if not hasattr(made, '_value_'):
                if member_type is object:
                    made._value_ = value
                else:
                    try:
                        made._value_ = member_type(*args)
                    except Exception as exc:
                        error = TypeError('_value_ not set in __new__, unable to create it')
                        error.__cause__ = exc
                        raise error
        except Exception as error:
            raise
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        if type(made).__init__ is not object.__init__ and '__init__' in _names_of(cls):
            made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        counts = True
        if is_flag and isinstance(value, int):
            counts = value > 0 and _is_single_bit(value)
        known = None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    known = each
                    break
        if known is not None:
            made = known
        elif counts:
            cls._member_names_.append(name)
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** (cls._flag_mask_.bit_length()) - 1
        descriptor = None
        for base in cls.__mro__[1:]:
            if name in base.__dict__:
                descriptor = base.__dict__[name]
                break
        if not isinstance(descriptor, (property, DynamicClassAttribute)):
            type.__setattr__(cls, name, made)
        cls._member_map_[name] = made
        if known is None:
            try:
                cls._value2member_map_.setdefault(value, made)
                cls._hashable_values_.append(value)
            except TypeError:
                cls._unhashable_values_.append(value)

    def __bool__(cls):
        return True

    def __call__(cls, value=_auto_null, names=_auto_null, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_:
            if names is not _auto_null:
                value = (value, names) + values
            if value is _auto_null:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, value)
        if names is _auto_null and type is None:
            if value is _auto_null:
                raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
            if cls._member_map_ == {} and cls.__dict__.get('_member_map_') is not None and Enum in cls.__mro__:
                if any(base is not Enum and '_member_map_' in base.__dict__ and base._member_map_ for base in cls.__mro__):
                    return cls.__new__(cls, value)
                raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(value, names=None if names is _auto_null else names, module=module, qualname=qualname,
                            type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if Flag is not None and issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        interesting = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                       '__module__', '__name__', '__qualname__'} | set(cls._member_names_)
        return sorted(interesting)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original_names, names = names, []
            last_values = []
            for count, name in enumerate(original_names):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                member_name, member_value = item, names[item]
            else:
                member_name, member_value = item
            classdict[member_name] = member_value
        if module is None:
            module = sys._getframemodulename(2)
        if module is not None:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @staticmethod
    def _check_for_existing_members_(class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base.__dict__.get('_member_map_'):
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases or Enum is None:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as "
                            "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = []
        seen = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                seen.add(base)
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in data_types:
                            data_types.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__ or not _is_user_class(base):
                    found = candidate or base
                    if found not in data_types:
                        data_types.append(found)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, set(data_types)))
        return data_types[0] if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        new = classdict.get('__new__', None)
        save_new = first_enum is not None and new is not None
        if new is None:
            for method in ('__new_member__', '__new__'):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in (None, None.__new__, object.__new__, Enum.__new__):
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = not (first_enum is None or new in (Enum.__new__, object.__new__))
        return new, save_new, use_args


def _is_user_class(cls):
    return cls.__module__ != 'builtins'


def _names_of(cls):
    for base in cls.__mro__:
        if base is object:
            break
        yield from base.__dict__


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    _member_map_ = {}
    _member_names_ = []
    _value2member_map_ = {}
    _unhashable_values_ = []
    _hashable_values_ = []
    _member_type_ = object

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        if not cls._member_map_:
            raise TypeError("%r has no members defined" % cls)
        try:
            exc = None
            result = cls._missing_(value)
        except Exception as e:
            exc = e
            result = None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            ve_exc = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and exc is None:
                raise ve_exc
            if exc is None:
                exc = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                                % (cls.__name__, result))
            if not isinstance(exc, ValueError):
                exc.__context__ = ve_exc
            raise exc
        finally:
            exc = None
            ve_exc = None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError('unable to increment %r' % (last_value,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        v_repr = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, v_repr(self._value_))

    _value_repr_ = None

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        for cls in self.__class__.__mro__:
            for name, obj in cls.__dict__.items():
                if name[0] != '_' and name not in self._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_




class ReprEnum(Enum):
    """Members look as members, and their text is their value's."""


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


for _cls, _base in ((IntEnum, int), (StrEnum, str)):
    _cls.__str__ = _base.__repr__ if _base is int else _base.__str__
    _cls.__format__ = _base.__format__
del _cls, _base


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError('invalid flag value %r' % last_value) from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            yield cls._value2member_map_.get(bit)
            value ^= bit

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda member: member._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        flag_mask, all_bits = cls._flag_mask_, cls._all_bits_
        singles_mask = cls._singles_mask_
        neg_value = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s"
                                 % (cls, value, bin(value, max_bits), bin(flag_mask, max_bits)))
            elif cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** (value.bit_length())) + value
        if value < 0:
            neg_value = value
            value = all_bits + 1 + value if cls._boundary_ in (EJECT, KEEP) else singles_mask & value
        unknown = value & ~flag_mask
        aliases = value & ~singles_mask
        member_value = value & singles_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown)))
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            pseudo = object.__new__(cls)
        else:
            pseudo = cls._member_type_.__new__(cls, value)
        pseudo._value_ = value
        if member_value or aliases:
            members = list(cls._iter_member_(value))
            combined = 0
            for each in members:
                combined |= each._value_
            if aliases:
                value = member_value | aliases
                for each in cls._member_map_.values():
                    if each not in members and each._value_ and each._value_ & value == each._value_:
                        members.append(each)
                        combined |= each._value_
            unknown = value ^ combined
            pseudo._name_ = '|'.join([each._name_ for each in members])
            if not combined:
                pseudo._name_ = None
            elif unknown and cls._boundary_ is STRICT:
                raise ValueError('%r: no members with value %r' % (cls, unknown))
            elif unknown:
                pseudo._name_ += '|%s' % cls._numeric_repr_(unknown)
        else:
            pseudo._name_ = None
        pseudo = cls._value2member_map_.setdefault(value, pseudo)
        if neg_value is not None:
            cls._value2member_map_[neg_value] = pseudo
        return pseudo

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls_name = self.__class__.__name__
        v_repr = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (cls_name, v_repr(self._value_))
        return "<%s.%s: %s>" % (cls_name, self._name_, v_repr(self._value_))

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _combined(self, other, operation):
        other_value = self._get_value(other)
        if other_value is NotImplemented:
            return NotImplemented
        for flag in (self, other):
            if self._get_value(flag) is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with an operator")
        return self.__class__(operation(self._value_, other_value))

    def __or__(self, other):
        return self._combined(other, _operator.or_)

    def __and__(self, other):
        return self._combined(other, _operator.and_)

    def __xor__(self, other):
        return self._combined(other, _operator.xor)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


Flag._boundary_ = STRICT
Flag._flag_mask_ = Flag._singles_mask_ = Flag._all_bits_ = 0


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


IntFlag.__str__ = int.__repr__
IntFlag.__format__ = int.__format__
for _name in ('__contains__', '__len__', '__bool__', '__iter__', '__or__', '__and__', '__xor__', '__ror__', '__rand__',
              '__rxor__', '__invert__'):
    if _name not in IntFlag.__dict__:
        setattr(IntFlag, _name, Flag.__dict__[_name])
IntFlag.__repr__ = Flag.__repr__
del _name


_open = False


def unique(enumeration):
    duplicates = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
    if duplicates:
        details = ', '.join(["%s -> %s" % (alias, name) for alias, name in duplicates])
        raise ValueError('duplicate values found in %r: %s' % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(alias, each.name) for alias, each in enumeration.__members__.items() if alias != each.name]
                if aliases:
                    raise ValueError('aliases found in %r: %s' % (
                        enumeration, ', '.join(["%s -> %s" % pair for pair in aliases])))
            elif check is CONTINUOUS:
                values = sorted(each.value for each in enumeration)
                if len(values) > 1:
                    if issubclass(enumeration, Flag):
                        missing = [2 ** i for i in range(values[0].bit_length() - 1, values[-1].bit_length())
                                   if 2 ** i not in values]
                    else:
                        missing = [i for i in range(values[0], values[-1]) if i not in values]
                    if missing:
                        raise ValueError(('invalid %s %r: missing values %s' % (
                            'flag' if issubclass(enumeration, Flag) else 'enum', name,
                            ', '.join(map(str, missing))))[:256])
            elif check is NAMED_FLAGS:
                named, nameless, bits = {each.value for each in enumeration}, [], 0
                for alias, each in enumeration.__members__.items():
                    missed = [1 << i for i in range(max(each.value, 0).bit_length()) if each.value >> i & 1 and 1 << i not in named]
                    if missed and alias not in enumeration._member_names_:
                        nameless.append(alias)
                        bits |= sum(missed)
                if nameless:
                    shown = f'alias {nameless[0]} is' if len(nameless) == 1 else f"aliases {', '.join(nameless[:-1])} and {nameless[-1]} are"
                    raise ValueError('invalid Flag %r: %s missing %s%#x [use enum.show_flag_values(value) for details]' % (
                        name, shown, 'combined values of ' if bits & (bits - 1) else 'value ', bits))
        return enumeration


def global_enum_repr(self):
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def global_flag_repr(self):
    module, name = self.__class__.__module__.split('.')[-1], self._name_
    if name is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    return '|'.join(each if each[0].isdigit() else f'{module}.{each}' for each in name.split('|'))


def global_str(self):
    return self._name_ if self._name_ is not None else str(self._value_)


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)
