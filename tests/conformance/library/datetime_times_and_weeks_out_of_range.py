# Seconds that no time_t holds, and texts whose week and weekday are digits without a letter before the time.
import datetime

for seconds in (None, -1e200, 1e200, float("inf"), 1 << 80, -1 << 70, 2.5, -1):
    for kind in (datetime.date, datetime.datetime):
        if seconds is None and kind is datetime.datetime:
            continue
        try:
            print(kind.__name__, seconds, kind.fromtimestamp(seconds))
        except (TypeError, ValueError, OverflowError) as error:
            print(kind.__name__, seconds, type(error).__name__, error)
for text in ("2022W52520", "2022W525ab", "2022W52a20", "2026W01516", "2022W525203000", "2022W52", "2022W525", "2022W520", "2022-W52-0", "2022W5203", "2022W528", "2022W54",
             "2022-W54-1T10", "2022-W52-1010", "2022-W52-101", "2022-W52T10", "20220102 03", "2022-01-0203"):
    for kind in (datetime.date, datetime.datetime):
        try:
            print(kind.__name__, text, kind.fromisoformat(text))
        except ValueError as error:
            print(kind.__name__, text, error)
