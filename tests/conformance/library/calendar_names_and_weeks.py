"""Months and weekdays by name, the days of a month in every form, and what is no month."""
import calendar

print(calendar.JANUARY, repr(calendar.MARCH), calendar.APRIL + 1, calendar.JUNE.name, calendar.AUGUST.value, f"{calendar.SEPTEMBER}", [calendar.OCTOBER, calendar.NOVEMBER, calendar.DECEMBER])
print(calendar.Month.JANUARY is calendar.JANUARY, repr(calendar.Month.MARCH), str(calendar.Month.APRIL), calendar.Month.JUNE < calendar.Month.AUGUST,
      [calendar.Month.SEPTEMBER, calendar.Month.OCTOBER, calendar.Month.NOVEMBER, calendar.Month.DECEMBER], calendar.Month(5), len(calendar.Month))
print(calendar.TUESDAY, calendar.WEDNESDAY, repr(calendar.THURSDAY), calendar.SATURDAY.name, repr(calendar.Day.TUESDAY), str(calendar.Day.WEDNESDAY), [calendar.Day.THURSDAY, calendar.Day.FRIDAY, calendar.Day.SATURDAY])
print(calendar.weekday(2024, 2, 29), repr(calendar.weekday(2024, 2, 29)), calendar.monthrange(2024, 2), calendar.monthrange(2023, calendar.FEBRUARY))
print(list(calendar.Day), calendar.Day["SUNDAY"], type(calendar.SUNDAY), isinstance(calendar.SUNDAY, int))

weeks = calendar.TextCalendar(calendar.SATURDAY)
print(list(weeks.iterweekdays()), weeks.firstweekday, weeks.getfirstweekday())
weeks.setfirstweekday(calendar.SUNDAY)
print(list(weeks.iterweekdays()), weeks.formatweekheader(3))
print(list(weeks.itermonthdays(2024, 2))[-9:])
print(list(weeks.itermonthdays2(2024, 2))[-9:])
print(list(weeks.itermonthdays3(2023, 12))[-9:])
print(list(weeks.itermonthdays4(2024, 1))[:4])
print(list(weeks.itermonthdates(2024, 2))[:2], weeks.monthdatescalendar(2024, 2)[-1][-1])
print(weeks.monthdayscalendar(2024, 2)[0], weeks.monthdays2calendar(2024, 2)[0])
print([len(row) for row in weeks.yeardatescalendar(2024, 5)], weeks.yeardatescalendar(2024)[0][0][0][0], weeks.yeardays2calendar(2024, 4)[2][3][0], weeks.yeardayscalendar(2024, 2)[5][1][-1])
for week in weeks.monthdays2calendar(2024, 2)[:2]:
    weeks.prweek(week, 3)
    print("|")
weeks.prmonth(2024, calendar.MARCH)
plain = calendar.Calendar()
plain.setfirstweekday(9)
print(plain.getfirstweekday(), plain.firstweekday, list(plain.iterweekdays()))

for action in (lambda: calendar.monthrange(2024, 13), lambda: calendar.monthrange(2024, 0), lambda: calendar.month(2024, 13), lambda: calendar.setfirstweekday(7),
               lambda: list(plain.itermonthdays3(9999, 12))[-1], lambda: plain.monthdayscalendar(2024, 13),
               lambda: calendar.Month(13), lambda: calendar.month_name[13], lambda: calendar.TextCalendar().formatmonth(2024, 14), lambda: calendar.monthrange(0, 1), lambda: calendar.weekday(-4, 1, 1)):
    try:
        print(action())
    except (ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, error, getattr(error, "month", None), getattr(error, "weekday", None))
print(calendar.IllegalMonthError.__mro__, calendar.IllegalWeekdayError.__mro__, repr(calendar.IllegalMonthError(13)), str(calendar.IllegalWeekdayError("x")), calendar.IllegalMonthError(13).args)
