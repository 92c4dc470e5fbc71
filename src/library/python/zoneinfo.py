"""Time zones: a page has no data of them but UTC. Mirrors CPython's Lib/zoneinfo."""
from datetime import timedelta as _timedelta, tzinfo as _tzinfo

__all__ = ["ZoneInfo", "ZoneInfoNotFoundError", "available_timezones"]


class ZoneInfoNotFoundError(KeyError):
    pass


ZoneInfoNotFoundError.__module__ = "zoneinfo._common"
_made = {}


class ZoneInfo(_tzinfo):
    def __new__(cls, key):
        if key not in ("UTC", "Etc/UTC", "Etc/GMT", "GMT"):
            raise ZoneInfoNotFoundError(f"Simul has no time zone {key!r}: a page has no data of zones (nearest: 'UTC', or "
                                        "datetime.timezone with an offset of its own)")
        if key not in _made:
            _made[key] = made = super().__new__(cls)
            made.key = key
        return _made[key]

    def utcoffset(self, dt):
        return _timedelta(0)

    def dst(self, dt):
        return _timedelta(0)

    def tzname(self, dt):
        return "GMT" if "GMT" in self.key else "UTC"

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"


def available_timezones():
    return {"UTC", "Etc/UTC", "Etc/GMT", "GMT"}
