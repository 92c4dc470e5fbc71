// Dates and how they are written: see calendar.hpp.
#include "vm/calendar.hpp"

namespace simul::vm {

namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;

// Days since 1970-01-01 of a date of the Gregorian calendar, and back (years from March on,
// 400-year cycles).
std::int64_t days_from_date(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

constexpr const char* kDays[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr const char* kMonths[] = {"January",
                                   "February",
                                   "March",
                                   "April",
                                   "May",
                                   "June",
                                   "July",
                                   "August",
                                   "September",
                                   "October",
                                   "November",
                                   "December"};

std::string padded(std::int64_t number, int width, char fill = '0') {
  std::string text = std::to_string(number);
  if (static_cast<int>(text.size()) < width)
    text.insert(0, static_cast<std::size_t>(width) - text.size(), fill);
  return text;
}

struct IsoWeek {
  std::int64_t year;
  int week;
};

// The week that holds the day's Thursday, and the year that Thursday is in.
IsoWeek iso_week(const Calendar& date) {
  const auto days_of = [](std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;
  };
  const int thursday = date.year_day + 3 - date.weekday;
  if (thursday < 1) return {date.year - 1, (thursday + days_of(date.year - 1) - 1) / 7 + 1};
  if (thursday > days_of(date.year)) return {date.year + 1, 1};
  return {date.year, (thursday - 1) / 7 + 1};
}

}  // namespace

Calendar calendar_of(std::int64_t unix_s) {
  std::int64_t days = unix_s / kSecondsPerDay;
  std::int64_t rest = unix_s % kSecondsPerDay;
  if (rest < 0) {
    rest += kSecondsPerDay;
    --days;
  }
  Calendar date;
  date.hour = static_cast<int>(rest / 3600);
  date.minute = static_cast<int>(rest / 60 % 60);
  date.second = static_cast<int>(rest % 60);
  date.weekday = static_cast<int>(((days + 3) % 7 + 7) % 7);
  const std::int64_t shifted = days + 719'468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const std::int64_t day_of_era = shifted - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  date.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  date.month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  date.year_day = static_cast<int>(days - days_from_date(date.year, 1, 1)) + 1;
  return date;
}

std::int64_t unix_of(const Calendar& date) {
  return days_from_date(date.year, date.month, date.day) * kSecondsPerDay + date.hour * 3600 +
         date.minute * 60 + date.second;
}

std::string format_time(std::string_view format, const Calendar& date, std::int64_t unix_s) {
  std::string text;
  const int sunday_first = (date.weekday + 1) % 7;
  for (std::size_t index = 0; index < format.size(); ++index) {
    if (format[index] != '%' || index + 1 == format.size()) {
      text += format[index];
      continue;
    }
    const char letter = format[++index];
    const auto again = [&](std::string_view other) { return format_time(other, date, unix_s); };
    const std::string_view day = kDays[date.weekday];
    const std::string_view month = kMonths[date.month - 1];
    switch (letter) {
      case 'a': text += day.substr(0, 3); break;
      case 'A': text += day; break;
      case 'b':
      case 'h': text += month.substr(0, 3); break;
      case 'B': text += month; break;
      case 'c': text += again("%a %b %e %H:%M:%S %Y"); break;
      case 'C': text += padded(date.year / 100, 2); break;
      case 'd': text += padded(date.day, 2); break;
      case 'D':
      case 'x': text += again("%m/%d/%y"); break;
      case 'e': text += padded(date.day, 2, ' '); break;
      case 'F': text += again("%Y-%m-%d"); break;
      case 'g': text += padded(iso_week(date).year % 100, 2); break;
      case 'G': text += std::to_string(iso_week(date).year); break;
      case 'H': text += padded(date.hour, 2); break;
      case 'I': text += padded(date.hour % 12 == 0 ? 12 : date.hour % 12, 2); break;
      case 'j': text += padded(date.year_day, 3); break;
      case 'm': text += padded(date.month, 2); break;
      case 'M': text += padded(date.minute, 2); break;
      case 'n': text += '\n'; break;
      case 'p': text += date.hour < 12 ? "AM" : "PM"; break;
      case 'r': text += again("%I:%M:%S %p"); break;
      case 'R': text += again("%H:%M"); break;
      case 's': text += std::to_string(unix_s); break;
      case 'S': text += padded(date.second, 2); break;
      case 't': text += '\t'; break;
      case 'T':
      case 'X': text += again("%H:%M:%S"); break;
      case 'u': text += std::to_string(date.weekday + 1); break;
      case 'U': text += padded((date.year_day + 6 - sunday_first) / 7, 2); break;
      case 'V': text += padded(iso_week(date).week, 2); break;
      case 'w': text += std::to_string(sunday_first); break;
      case 'W': text += padded((date.year_day + 6 - date.weekday) / 7, 2); break;
      case 'y': text += padded(date.year % 100, 2); break;
      case 'Y': text += std::to_string(date.year); break;
      case 'z': text += "+0000"; break;
      case 'Z': text += "UTC"; break;
      case '%': text += '%'; break;
      default: text += '%'; text += letter;
    }
  }
  return text;
}

}  // namespace simul::vm
