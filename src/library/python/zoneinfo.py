"""Time zones by their names, as far as they need no table: UTC and the fixed ones of Etc. Mirrors CPython's Lib/zoneinfo."""
from datetime import datetime as _datetime, timedelta as _timedelta, tzinfo as _tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

TZPATH = ()
_FIXED = {name: (0, "UTC") for name in """UTC Etc/UTC UCT Etc/UCT Zulu Etc/Zulu Universal Etc/Universal""".split()}
_FIXED |= {name: (0, "GMT") for name in "GMT Etc/GMT GMT0 Etc/GMT0 GMT+0 Etc/GMT+0 GMT-0 Etc/GMT-0 Greenwich Etc/Greenwich".split()}
# By POSIX's custom west is plus in the name and minus in the offset.
_FIXED |= {f"Etc/GMT{-n:+d}": (n, f"{n:+03d}") for n in range(-12, 15) if n}
_AREAS = """Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Europe Indian Mexico Pacific US CET CST6CDT Cuba EET
    EST EST5EDT Egypt Eire GB Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ Navajo PRC PST8PDT Poland
    Portugal ROC ROK Singapore Turkey W-SU WET""".split()


class ZoneInfoNotFoundError(KeyError):
    __module__ = "zoneinfo._common"


class InvalidTZPathWarning(RuntimeWarning):
    __module__ = "zoneinfo._tzpath"


def _checked(key):
    if not isinstance(key, str):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(key).__name__}")
    if key.startswith("/"):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    parts = key.split("/")
    if not key or "" in parts or "." in parts or ".." in parts[1:]:
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    if parts[0] == "..":
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
    if key not in _FIXED:
        area, city = parts[0], parts[1:]
        if area in _AREAS and (city or area in _AREAS[15:]):
            raise ZoneInfoNotFoundError(f"Simul has no table of time zones for {key} (instead: ZoneInfo('UTC'), or a fixed "
                                        f"offset: datetime.timezone, ZoneInfo('Etc/GMT-1'))")
        raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def _looked_at(dt):
    """A fixed zone has the same offset at every moment, but only what is one is taken."""
    if dt is not None:
        dt.toordinal


class ZoneInfo(_tzinfo):
    _known = {}

    def __new__(cls, key):
        found = ZoneInfo._known.get((cls, key)) if isinstance(key, str) else None
        if found is None:
            found = cls._made(key)
            found = ZoneInfo._known.setdefault((cls, key), found)
        return found

    @classmethod
    def _made(cls, key, cached=True):
        _checked(key)
        made = super().__new__(cls)
        hours, name = _FIXED[key]
        made.__dict__.update(_key=key, _name=name, _offset=_timedelta(hours=hours), _cached=cached)
        return made

    @classmethod
    def no_cache(cls, key):
        return cls._made(key, False)

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for kind, key in list(ZoneInfo._known):
            if kind is cls and (only_keys is None or key in only_keys):
                del ZoneInfo._known[kind, key]

    @classmethod
    def _unpickle(cls, key, cached):
        return cls(key) if cached else cls.no_cache(key)

    key = property(lambda self: self._key)

    def __setattr__(self, name, value):
        if name == "key":
            raise AttributeError("readonly attribute")
        super().__setattr__(name, value)

    def utcoffset(self, dt, /):
        _looked_at(dt)
        return self._offset

    def dst(self, dt, /):
        _looked_at(dt)
        return _timedelta(0)

    def tzname(self, dt, /):
        _looked_at(dt)
        return self._name

    def fromutc(self, dt, /):
        if not isinstance(dt, _datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        name = "zoneinfo.ZoneInfo" if type(self) is ZoneInfo else type(self).__name__
        return f"{name}(key={self._key!r})"

    def __str__(self):
        return self._key

    def __reduce__(self):
        return type(self)._unpickle, (self._key, int(self._cached))

    def __init_subclass__(cls):
        super().__init_subclass__()


def available_timezones():
    return set(_FIXED)


def reset_tzpath(to=None):
    """Checks the places; there are no tables in them."""
    if to is None:
        return
    if isinstance(to, (str, bytes)):
        raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
    wrong = [each for each in to if not str(each).startswith("/")]
    if wrong:
        raise ValueError("Paths should be absolute but found the following relative paths:" + "".join(f"\n    {each}" for each in wrong))
