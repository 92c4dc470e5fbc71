"""Enumerations. Mirrors CPython's Lib/enum.py.

EnumDict tells the members of a class body from its other names while they are set. EnumType makes the class without its
members and gives it one after the other (_add), so that each may be counted on those before it. Calling a class that has
members never makes one: Enum.__new__ looks up, and only a Flag answers with members that nobody wrote (Flag._missing_).
"""
import operator as _operator
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

Enum = Flag = EJECT = ReprEnum = None
_builtin_property = property
_open = True    # while this module makes its own classes
_SETTINGS = {f'_{name}_' for name in ('order', 'generate_next_value', 'numeric_repr', 'missing', 'ignore', 'iter_member',
                                      'iter_member_by_value', 'iter_member_by_def', 'add_alias', 'add_value_alias')}
_FLAG_OPERATORS = [f'__{name}__' for name in 'or and xor ror rand rxor invert'.split()]


class nonmember:
    """Wraps what is to stay a plain attribute."""

    def __init__(self, value):
        self.value = value


class member:
    """Wraps what is to become a member although it is a descriptor, as a function is."""

    def __init__(self, value):
        self.value = value


class _Nothing:
    def __repr__(self):
        return '_auto_null'


_auto_null = _Nothing()


class auto:
    """Stands for a value that the class finds itself."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


def _kind(name, cls_name):
    """Whether a body's NAME, which begins with '_', is 'private' to its class, a '_sunder_' or a '__dunder__'; or None."""
    bare = name.strip('_')
    if bare and name == f'__{bare}__':
        return 'dunder'
    if cls_name is not None and name.startswith(f'_{cls_name}__') and not name.endswith('__'):
        return 'private'
    return 'sunder' if bare and name == f'_{bare}_' else None


def _is_descriptor(value):
    for name in ('__get__', '__set__', '__delete__'):
        if hasattr(value, name):
            return True
    return False


def _words(names):
    return names.replace(',', ' ').split() if isinstance(names, str) else names


def _sought(cls, value):
    """The member with this value, which has no hash, or None."""
    for name, values in cls._unhashable_values_map_.items():
        if value in values:
            return cls._member_map_[name]
    for each in cls._member_map_.values():
        if each._value_ == value:
            return each


def _invalid(cls, value):
    return ValueError(f"{value!r} is not a valid {cls.__qualname__}")


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def bin(num, max_bits=None):
    """The sign, then so many bits as NUM needs or MAX_BITS asks for, negative numbers as two's complement."""
    bits = num.bit_length()
    sign = '1' if num < 0 else '0'
    digits = format(num & ((1 << bits) - 1), f'0{bits}b') if bits else ''
    return f'0b{sign} {digits.rjust(max_bits or 0, sign)}'


def show_flag_values(value):
    return [1 << at for at in range(value.bit_length()) if value >> at & 1]


class property(DynamicClassAttribute):
    """An attribute of members (name, value) that a member of the same name hides on the class."""
    member = name = clsname = None

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
        elif self.name in ownerclass.__dict__.get('_member_map_', ()):
            return ownerclass._member_map_[self.name]
        raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')

    def _refuse(self, verb):
        raise AttributeError(f"<enum {self.clsname!r}> cannot {verb} attribute {self.name!r}")

    def __set__(self, instance, value):
        return (self.fset or self._refuse('set'))(instance, value)

    def __delete__(self, instance):
        return (self.fdel or self._refuse('delete'))(instance)


class EnumDict(dict):
    """The class body's names: which are members, and in what order."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names, self._ignore = {}, []
        self._last_values, self._auto_called = [], False    # for auto()

    def __setitem__(self, key, value):
        kind = _kind(key, self._cls_name) if key[:1] == '_' else None
        if kind == 'sunder':
            value = self._setting(key, value)
        elif kind == 'dunder':
            key = '_order_' if key == '__order__' else key
        elif kind is None:
            if key in self._member_names:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if key not in self._ignore:
                if isinstance(value, nonmember):
                    value = value.value
                elif isinstance(value, member) or not _is_descriptor(value):
                    value = self._member(key, value)
        super().__setitem__(key, value)

    def _setting(self, key, value):
        """A name that tells the class how to be made: what is kept under it."""
        if not _open and key not in _SETTINGS and not key.startswith('_repr_'):
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            self._ignore = value = list(_words(value))
            late = self._member_names.keys() & value
            if late:
                raise ValueError(f'_ignore_ cannot specify already set names: {late!r}')
        return value

    def _member(self, key, value):
        """KEY names a member from here on; its value, with what each auto() in it stands for."""
        if key in self:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._meant(key, value)
        elif type(value) is tuple and any(isinstance(each, auto) for each in value):
            value = tuple([self._meant(key, each) if isinstance(each, auto) else each for each in value])
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _meant(self, key, wanted):
        if wanted.value is _auto_null:
            self._auto_called = True
            wanted.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        self._last_values.append(wanted.value)
        return wanted.value

    @_builtin_property
    def member_names(self):
        return [*self._member_names]

    def update(self, members, **more_members):
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, 'keys') else members
        for each in (pairs, more_members.items()):
            for name, value in each:
                self[name] = value


_EnumDict = EnumDict


def _named_values(names, first_enum, start):
    """(name, value) of each member that a call like Enum('Name', NAMES) asks for."""
    names = _words(names)
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        values = []
        for name in names:
            values.append(first_enum._generate_next_value_(name, start, len(values), values[:]))
            yield name, values[-1]
        return
    for each in names or ():
        yield (each, names[each]) if isinstance(each, str) else each


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        _, first_enum = metacls._get_mixins_(cls, bases)
        body = EnumDict(cls)
        if first_enum is not None:
            body['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:    # Enum itself
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        names, order, generate = classdict._member_names, classdict.get('_order_'), getattr(classdict, '_generate_next_value', None)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        invalid = set(names) & {'mro', ''}
        if invalid:
            raise ValueError('invalid enum member name(s) %s' % (','.join(repr(n) for n in invalid)))
        body = {key: value for key, value in classdict.items()
                if key not in names and key not in classdict._ignore and key not in ('_ignore_', '_order_')}
        body.update(_new_member_=new, _use_args_=use_args, _member_type_=member_type, _member_names_=[], _member_map_={},
                    _value2member_map_={}, _hashable_values_=[], _unhashable_values_=[], _unhashable_values_map_={})
        if generate is not None and not isinstance(body.get('_generate_next_value_'), staticmethod):
            body['_generate_next_value_'] = staticmethod(generate)
        is_flag = _is_flag(first_enum)
        if is_flag or Flag is None and cls == 'Flag':
            body.update(_flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None,
                        _boundary_=boundary or getattr(first_enum, '_boundary_', None))
        made = super().__new__(metacls, cls, bases, body, **kwds)
        # A mixed-in type stands before Enum in the order of bases: these are Enum's all the same.
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name not in body and getattr(made, name) in (getattr(member_type, name, None), getattr(object, name)):
                setattr(made, name, getattr(first_enum, name))
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
            if '__format__' not in body:
                made.__format__ = member_type.__format__
            if '__str__' not in body:
                made.__str__ = member_type.__repr__ if member_type.__str__ is object.__str__ else member_type.__str__
        if '__new__' in body:
            made.__new_member__ = body['__new__']
        for name in names:
            metacls._add(made, name, classdict[name], new, use_args, member_type, is_flag)
        if save_new:
            made.__new_member__ = new
        made.__new__ = Enum.__new__
        if is_flag:
            for name in _FLAG_OPERATORS:
                if name not in body:
                    setattr(made, name, getattr(Flag, name))
        if order is not None:
            order = _words(order)
            if [name for name in order if name in made._member_names_] != made._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}')
        if is_flag:
            values = [each._value_ for each in made]
            if values != sorted(values):
                made._iter_member_ = made._iter_member_by_def_
        return made

    def _add(cls, name, value, new, use_args, member_type, is_flag):
        """Give the class the member NAME; one whose value is known becomes that one's alias."""
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        made = new(cls, *args) if use_args else new(cls)
        if not hasattr(made, '_value_'):
            try:
                made._value_ = value if member_type is object else member_type(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
        value = made._value_
        made._name_, made.__objclass__ = name, cls
        if type(made).__init__ is not object.__init__ and any('__init__' in base.__dict__ for base in cls.__mro__[:-1]):
            made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        bits = value if is_flag and isinstance(value, int) else None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            known = _sought(cls, value)
        if known is not None:
            made = known
        elif bits is None or bits > 0 and _is_single_bit(bits):
            cls._member_names_.append(name)
        if bits is not None:
            cls._flag_mask_ |= bits
            if _is_single_bit(bits):
                cls._singles_mask_ |= bits
            cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
        cls._name(name, made)
        if known is None:
            cls._find_by(value, made)

    def _name(cls, name, made):
        """Let the member be found by NAME, also as the class's attribute unless a base has a property of that name."""
        above = next((base.__dict__[name] for base in cls.__mro__[1:] if name in base.__dict__), None)
        if not isinstance(above, DynamicClassAttribute):
            type.__setattr__(cls, name, made)
        cls._member_map_[name] = made

    def _find_by(cls, value, made):
        try:
            cls._value2member_map_.setdefault(value, made)
            cls._hashable_values_.append(value)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(made._name_, []).append(value)

    def __call__(cls, value, names=_auto_null, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """The member with a value; of a class without members: a new class, as Enum('Name', 'a b c')."""
        if cls._member_map_:
            return cls.__new__(cls, value if names is _auto_null else (value, names, *values))
        if names is _auto_null:
            if type is None:
                raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
            names = None
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        bases = (type, cls) if type is not None else (cls,)
        meta = cls.__class__
        first_enum = cls._get_mixins_(class_name, bases)[1]
        body = meta.__prepare__(class_name, bases)
        for name, value in [*_named_values(names, first_enum, start)]:
            body[name] = value
        for name, value in (('__module__', module or sys._getframemodulename(2)), ('__qualname__', qualname)):
            if value is not None:
                body[name] = value
        return meta.__new__(meta, class_name, bases, body, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if _is_flag(cls):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    # Members by name, in the order of their definition.

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __len__(cls):
        return len(cls._member_names_)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __dir__(cls):
        return sorted({'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                       '__module__', '__name__', '__qualname__', *cls._member_names_})

    def __repr__(cls):
        return f"<{'flag' if _is_flag(cls) else 'enum'} {cls.__name__!r}>"

    def _is_own(cls, name):
        return name in cls.__dict__.get('_member_map_', ())

    def __setattr__(cls, name, value):
        if cls._is_own(name):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, attr):
        if cls._is_own(attr):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    # What the bases of a class to be made are good for.

    @staticmethod
    def _check_for_existing_members_(class_name, bases):
        for base in [each for chain in bases for each in chain.__mro__]:
            if isinstance(base, EnumType) and base.__dict__.get('_member_map_'):
                raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type that members' values have (object: any), and the enumeration that is the last base."""
        if Enum is None or not bases:
            return object, Enum
        if not isinstance(bases[-1], EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, bases[-1]

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = {}
        for chain in bases:
            nearest = None    # of this chain's classes without a __new__: the one to use should a base of it have one
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found[base._member_type_] = True
                        break
                elif base.__dict__.keys() & {'__new__', '__dataclass_fields__'} or base.__module__ == 'builtins':
                    found[nearest or base] = True
                    break
                else:
                    nearest = nearest or base
        if len(found) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(found)!r}')
        return next(iter(found), None)

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes members, whether the class is to keep it, and whether it takes the value."""
        own = new = classdict.get('__new__')
        if own is None:
            makers = (getattr(owner, name, None) for name in ('__new_member__', '__new__') for owner in (member_type, first_enum))
            new = next((each for each in makers if each not in (None, None.__new__, object.__new__, Enum.__new__)), object.__new__)
        return new, own is not None, new not in (Enum.__new__, object.__new__)


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    _member_map_, _member_names_ = {}, []
    _value2member_map_, _hashable_values_, _unhashable_values_, _unhashable_values_map_ = {}, [], [], {}
    _member_type_ = object
    _value_repr_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            found = cls._value2member_map_.get(value)
        except TypeError:
            found = _sought(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        answer = problem = None
        try:
            answer = cls._missing_(value)
        except Exception as error:
            problem = error
        if isinstance(answer, cls) or isinstance(answer, int) and _is_flag(cls) and cls._boundary_ is EJECT:
            return answer
        invalid = _invalid(cls, value)
        if answer is not None:
            problem = TypeError(f'error in {cls.__name__}._missing_: returned {answer!r} instead of None or a valid member')
        if problem is not None and not isinstance(problem, ValueError):
            problem.__context__ = invalid
        try:
            raise problem or invalid
        finally:
            del problem, invalid    # this frame is part of their tracebacks

    @classmethod
    def _missing_(cls, value):
        return None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        largest = _auto_null
        try:
            largest = sorted(last_values)[-1]
            return largest + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values' if largest is _auto_null
                            else f'unable to increment {largest!r}') from None

    def _add_alias_(self, name):
        """One more name for the member."""
        cls = self.__class__
        known = cls._member_map_.get(name)
        if known is None:
            EnumType._name(cls, name, self)
        elif known is not self:
            raise NameError(f'{name!r} is already bound: {known!r}')

    def _add_value_alias_(self, value):
        """One more value by which it is found."""
        cls = self.__class__
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            known = _sought(cls, value)
        if known is None:
            EnumType._find_by(cls, value, self)
        elif known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')

    @property
    def value(self):
        return self._value_

    @property
    def name(self):
        return self._name_

    def __hash__(self):
        return hash(self._name_)

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        for cls in self.__class__.__mro__:
            names.update([name for name in cls.__dict__ if name[0] != '_' and name not in self._member_map_])
        return sorted(names)

    # A copy of a member is the member.

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


class ReprEnum(Enum):
    """Members look as members, and their text is their value's."""


class StrEnum(str, ReprEnum):
    """Members are also strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class IntEnum(int, ReprEnum):
    """Members are also integers."""


FlagBoundary = StrEnum('FlagBoundary', 'STRICT CONFORM EJECT KEEP', module=__name__)
STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    """Members are bits, and sets of bits."""
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        largest = max(last_values)
        try:
            return 1 << largest.bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % largest) from None

    @classmethod
    def _missing_(cls, value):
        """The member of several bits, or of none, that nobody wrote. What does not fit goes as the boundary says."""
        if not isinstance(value, int):
            raise _invalid(cls, value)
        boundary, mask, every = cls._boundary_, cls._flag_mask_, cls._all_bits_
        if value & (every ^ mask) or not ~every <= value <= every:
            if boundary is EJECT:
                return value
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}")
            if boundary is CONFORM:
                value &= mask
            elif value < 0:
                value += max(every + 1, 1 << value.bit_length())
        asked = value
        if value < 0:    # all but these
            value = value + every + 1 if boundary in (EJECT, KEEP) else value & cls._singles_mask_
        made = cls._value2member_map_.get(value)
        if made is not None:
            return made
        plain = cls._member_type_
        made = object.__new__(cls) if plain is object else plain.__new__(cls, value)
        made._value_, made._name_ = value, cls._name_of_(value)
        return cls._value2member_map_.setdefault(asked, cls._value2member_map_.setdefault(value, made))

    @classmethod
    def _name_of_(cls, value):
        """'A|B', and the rest as a number if the boundary allows one; None without any known bit."""
        single = value & cls._singles_mask_
        parts, covered = [*cls._iter_member_(single)], single
        if value != single:
            for each in cls._member_map_.values():
                if each not in parts and each._value_ and each._value_ & value == each._value_:
                    parts.append(each)
                    covered |= each._value_
        if not covered:
            return None
        names, rest = [each._name_ for each in parts], value ^ covered
        if rest:
            if cls._boundary_ is STRICT:
                raise ValueError(f'{cls!r}: no members with value {rest!r}')
            names.append(cls._numeric_repr_(rest))
        return '|'.join(names)

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            yield cls._value2member_map_.get(bit)
            value ^= bit

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda each: each._sort_order_)

    _iter_member_ = _iter_member_by_value_

    def __repr__(self):
        cls = self.__class__
        named = '' if self._name_ is None else f'.{self._name_}'
        return f"<{cls.__name__}{named}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        return self.__class__.__name__ + (f'({self._value_!r})' if self._name_ is None else f'.{self._name_}')

    # As a set of bits.

    def __bool__(self):
        return bool(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __contains__(self, other):
        if isinstance(other, self.__class__):
            return other._value_ & self._value_ == other._value_
        raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _combined(self, other, operation):
        bits, more = self._value_, self._get_value(other)
        if more is NotImplemented:
            return NotImplemented
        if bits is None or more is None:
            raise TypeError(f"'{self if bits is None else other}' cannot be combined with other flags with an operator")
        return self.__class__(operation(bits, more))

    def __or__(self, other):
        return self._combined(other, _operator.or_)

    def __and__(self, other):
        return self._combined(other, _operator.and_)

    def __xor__(self, other):
        return self._combined(other, _operator.xor)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


Flag._boundary_ = STRICT
Flag._flag_mask_ = Flag._singles_mask_ = Flag._all_bits_ = 0


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are also integers, and so are bits that no member has."""


_open = False


def _aliases(enumeration):
    return ', '.join([f"{alias} -> {each.name}" for alias, each in enumeration.__members__.items() if alias != each.name])


def unique(enumeration):
    """Class decorator: no value may have two names."""
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f'duplicate values found in {enumeration!r}: {aliases}')
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can look for."""
    CONTINUOUS, NAMED_FLAGS, UNIQUE = ("no skipped integer values", "multi-flag aliases may not contain unnamed flags",
                                       "one name per value")


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: each of these checks must hold."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    raise ValueError(f'aliases found in {enumeration!r}: {aliases}')
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
    return self._name_ if self._name_ is not None else f'{self.__class__.__name__}({self._value_!r})'


def global_enum(cls, update_str=False):
    """Class decorator: the members are names of the class's module, too, and show as such."""
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    return cls


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


def pickle_by_global_name(self, proto):
    return self.name
