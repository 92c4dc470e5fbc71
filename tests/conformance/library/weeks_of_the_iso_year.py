# The weeks of ISO 8601 around the turns of years: %G, %V, %g and %u beside %Y, %U and %W.
import datetime
import time

for year in (2015, 2016, 2018, 2019, 2020, 2021, 2024, 2025):
    for month, day in ((1, 1), (1, 4), (12, 28), (12, 31)):
        date = datetime.date(year, month, day)
        print(date.strftime("%Y-%m-%d %G-W%V-%u %g %U %W"), tuple(date.isocalendar()))
print(time.strftime("%G %V", time.gmtime(0)), f"{datetime.datetime(2021, 1, 3, 5):%G-W%V-%u %H}", datetime.date.fromisocalendar(2020, 53, 7))
