// src/vm/calendar.hpp - days and dates of the Gregorian calendar, for datetime. Zone UTC, no leap
// seconds.
#pragma once

#include <cstdint>

namespace simul::vm {

struct Date {
  std::int64_t year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;
};

bool is_leap_year(std::int64_t year);
int days_in_month(std::int64_t year, int month);
// Days since 1970-01-01, and back.
std::int64_t days_of(const Date& date);
Date date_of(std::int64_t days);
int weekday_of(std::int64_t days);  // Monday is 0

}  // namespace simul::vm
