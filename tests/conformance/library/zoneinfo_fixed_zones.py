"""zoneinfo: UTC and the fixed zones of Etc, what they say of a moment, and which keys are none."""
import copy
import pickle
import zoneinfo
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

utc, west, east = ZoneInfo("UTC"), ZoneInfo("Etc/GMT+5"), ZoneInfo("Etc/GMT-14")
noon = datetime(2024, 7, 1, 12, 30, tzinfo=utc)
for zone in (utc, west, east):
    there = noon.astimezone(zone)
    print(zone, zone.key, there, there.tzname(), there.utcoffset(), there.dst(), f"{there:%Z %z}")
    print(zone.utcoffset(None), zone.tzname(None), zone.dst(None), zone.utcoffset(there), zone.tzname(there), zone.dst(there), there.fold)
print(noon.isoformat(), noon == datetime(2024, 7, 1, 7, 30, tzinfo=west), noon - datetime(2024, 7, 1, 12, 30, tzinfo=east))
print(west.fromutc(datetime(2024, 1, 1, tzinfo=west)), time(1, 2, tzinfo=west), time(1, 2, tzinfo=west).utcoffset())

# One object for each key, unless one asks for another, or the cache is cleared.
other = ZoneInfo.no_cache("Etc/GMT+5")
print(ZoneInfo("Etc/GMT+5") is west, other is west, other == west, ZoneInfo(key="Etc/GMT+5") is west)
print(pickle.loads(pickle.dumps(west)) is west, pickle.loads(pickle.dumps(other)) is west, copy.copy(west) is west, copy.deepcopy(west) is west)
ZoneInfo.clear_cache(only_keys=["Etc/GMT-14"])
print(ZoneInfo("Etc/GMT+5") is west, ZoneInfo("Etc/GMT-14") is east)
ZoneInfo.clear_cache()
print(ZoneInfo("Etc/GMT+5") is west)


class Mine(ZoneInfo):
    pass


print(Mine("UTC"), Mine("UTC") is Mine("UTC"), Mine("UTC") is ZoneInfo("UTC"), isinstance(Mine("UTC"), ZoneInfo))


def tried(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error, error.__cause__ is None)


tried(lambda: ZoneInfo("Mars/Olympus"))
tried(lambda: ZoneInfo("/etc/localtime"))
tried(lambda: ZoneInfo("Etc/../UTC"))
tried(lambda: ZoneInfo("../UTC"))
tried(lambda: ZoneInfo(""))
tried(lambda: ZoneInfo(5))
tried(lambda: utc.utcoffset("noon"))
tried(lambda: zoneinfo.nothing)
print(issubclass(zoneinfo.ZoneInfoNotFoundError, KeyError), issubclass(zoneinfo.InvalidTZPathWarning, RuntimeWarning))
print({"UTC", "Etc/GMT+5", "GMT"} <= zoneinfo.available_timezones(), type(zoneinfo.available_timezones()), isinstance(zoneinfo.TZPATH, tuple))
print(zoneinfo.reset_tzpath(), sorted(zoneinfo.__all__))
tried(lambda: zoneinfo.reset_tzpath("/usr/share/zoneinfo"))
tried(lambda: zoneinfo.reset_tzpath(["relative/path"]))
print(timezone.utc == utc, noon.astimezone(timezone(timedelta(hours=-5))) == noon.astimezone(west), hash(noon) == hash(noon.astimezone(west)))
