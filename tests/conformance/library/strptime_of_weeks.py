# Weeks in strptime(): ISO years, and weeks that begin on Sunday or Monday.
import datetime
import time

for text, form in (("2021-W05-1", "%G-W%V-%u"), ("2020 53 Fri", "%G %V %a"), ("2026 01 Thursday", "%G %V %A"), ("2020 10 3", "%Y %U %w"),
                   ("2020 10 3", "%Y %W %w"), ("2021 0 Sun", "%Y %U %a"), ("2021 00 Fri", "%Y %W %a"), ("2019 52 2", "%Y %W %u"),
                   ("99 1 Mon", "%y %W %a"), ("2020 5", "%Y %W")):
    try:
        print(text, form, datetime.datetime.strptime(text, form).date(), tuple(time.strptime(text, form)))
    except ValueError as error:
        print(text, form, error)
for text, form in (("2021 05", "%G %V"), ("2021 1", "%G %u"), ("2021 5 1", "%Y %V %u"), ("5 1", "%V %u"), ("2021 53 1", "%G %V %u"),
                   ("2021 5 100", "%G %V %j"), ("2021 60 1", "%G %V %u")):
    try:
        print(datetime.datetime.strptime(text, form))
    except ValueError as error:
        print(text, form, error)
