# zoneinfo: UTC by name.
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

utc = ZoneInfo("UTC")
moment = datetime(2024, 2, 29, 12, 30, tzinfo=utc)
print(utc, repr(utc), moment, moment.isoformat(), moment.tzname(), moment.utcoffset(), moment.astimezone(timezone.utc) == moment)
print(ZoneInfo("UTC") is utc, utc.key, datetime.fromtimestamp(0, tz=utc), moment.strftime("%H:%M %Z%z"))
