// Dates of the Gregorian calendar in UTC: from seconds and back, and as strftime() shows them.
// Mirrors what Modules/timemodule.c has from the C library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace simul::vm {

struct Calendar {
  std::int64_t year = 1970;
  int month = 1, day = 1, hour = 0, minute = 0, second = 0;
  int weekday = 3;  // Monday is 0
  int year_day = 1;
};

Calendar calendar_of(std::int64_t unix_s);
std::int64_t unix_of(const Calendar& date);
// In the C locale. What strftime() does not know stays as it is.
std::string format_time(std::string_view format, const Calendar& date, std::int64_t unix_s);

}  // namespace simul::vm
