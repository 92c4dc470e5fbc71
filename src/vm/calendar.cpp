#include "vm/calendar.hpp"

namespace simul::vm {
namespace {

constexpr std::int64_t kDaysPer400Years = 146'097;
constexpr std::int64_t kDaysTo1970 = 719'162;  // from 0001-01-01

// Whole days of the years before this one, counted from year 1.
std::int64_t days_before(std::int64_t year) {
  const std::int64_t y = year - 1;
  const auto floor_divide = [](std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
  };
  return y * 365 + floor_divide(y, 4) - floor_divide(y, 100) + floor_divide(y, 400);
}

}  // namespace

bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

std::int64_t days_of(const Date& date) {
  std::int64_t days = days_before(date.year) + date.day - 1 - kDaysTo1970;
  for (int month = 1; month < date.month; ++month) days += days_in_month(date.year, month);
  return days;
}

Date date_of(std::int64_t days) {
  const std::int64_t since_year_1 = days + kDaysTo1970;
  Date date;
  date.year = since_year_1 * 400 / kDaysPer400Years + 1;
  while (days_before(date.year) > since_year_1) --date.year;
  while (days_before(date.year + 1) <= since_year_1) ++date.year;
  auto rest = static_cast<int>(since_year_1 - days_before(date.year));
  while (rest >= days_in_month(date.year, date.month))
    rest -= days_in_month(date.year, date.month++);
  date.day = rest + 1;
  return date;
}

int weekday_of(std::int64_t days) {
  return static_cast<int>(((days + 3) % 7 + 7) % 7);
}

}  // namespace simul::vm
