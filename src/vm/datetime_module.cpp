// The module datetime at the depth that printing a time needs: timedelta, date, datetime,
// timezone.utc. Mirrors Lib/_pydatetime.py. The clock is the run's; the local zone is UTC.
//
// Not here: time objects, other zones, strptime, fromisoformat (asking for them is an
// AttributeError or ImportError).
#include <cmath>

#include "vm/asyncio_state.hpp"
#include "vm/calendar.hpp"
#include "vm/cat.hpp"
#include "vm/float_format.hpp"
#include "vm/int_object.hpp"
#include "vm/modules.hpp"
#include "vm/sequence.hpp"

namespace simul::vm {
namespace {

constexpr std::int64_t kSecondUs = 1'000'000;
constexpr std::int64_t kDayUs = 86'400 * kSecondUs;
constexpr std::int64_t kMaxDays = 999'999'999;

struct DeltaObject : Object {
  std::int64_t days = 0;  // the rest is 0 <= us < one day, as CPython keeps it
  std::int64_t us = 0;
};
struct DateObject : Object {
  std::int64_t days = 0;  // since 1970
};
struct MomentObject : Object {
  std::int64_t us = 0;  // since 1970
  bool utc = false;     // aware, of timezone.utc
};
struct ZoneObject : Object {};

struct DatetimeState : Extension {
  Type* delta = nullptr;
  Type* date = nullptr;
  Type* moment = nullptr;
  Type* zone = nullptr;
  Value utc;
};
DatetimeState& state_of(Vm& vm) {
  return *static_cast<DatetimeState*>(vm.extension(ExtensionId::kDatetime).get());
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

std::string padded(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

Answer out_of_range(Vm& vm, std::string_view text) {
  return vm.raise(vm.exceptions().OverflowError, text);
}

Answer make_delta(Vm& vm, __int128 us) {
  __int128 days = us / kDayUs;
  if (us % kDayUs < 0) --days;
  if (days > kMaxDays || days < -kMaxDays) {
    return out_of_range(
        vm, cat("days=", static_cast<std::int64_t>(days), "; must have magnitude <= 999999999"));
  }
  auto* made = vm.heap().make<DeltaObject>(state_of(vm).delta);
  made->days = static_cast<std::int64_t>(days);
  made->us = static_cast<std::int64_t>(us - days * kDayUs);
  return Value::adopt(made);
}
__int128 us_of(const Value& delta) {
  const auto* object = delta.as<DeltaObject>();
  return static_cast<__int128>(object->days) * kDayUs + object->us;
}

Answer make_moment(Vm& vm, __int128 us, bool utc) {
  const __int128 first = static_cast<__int128>(days_of({1, 1, 1})) * kDayUs;
  const __int128 end = static_cast<__int128>(days_of({9999, 12, 31}) + 1) * kDayUs;
  if (us < first || us >= end) return out_of_range(vm, "date value out of range");
  auto* made = vm.heap().make<MomentObject>(state_of(vm).moment);
  made->us = static_cast<std::int64_t>(us);
  made->utc = utc;
  return Value::adopt(made);
}

Answer make_date(Vm& vm, std::int64_t days) {
  if (days < days_of({1, 1, 1}) || days > days_of({9999, 12, 31})) {
    return out_of_range(vm, "date value out of range");
  }
  auto* made = vm.heap().make<DateObject>(state_of(vm).date);
  made->days = days;
  return Value::adopt(made);
}

struct Fields {
  Date date;
  std::int64_t days = 0;
  std::int64_t hour = 0, minute = 0, second = 0, us = 0;
};
Fields fields_of(std::int64_t us) {
  Fields f;
  f.days = floor_divide(us, kDayUs);
  std::int64_t rest = us - f.days * kDayUs;
  f.date = date_of(f.days);
  f.us = rest % kSecondUs;
  rest /= kSecondUs;
  f.second = rest % 60;
  f.minute = rest / 60 % 60;
  f.hour = rest / 3600;
  return f;
}
Fields fields_of(Vm& vm, const Value& value) {
  if (vm.is_exactly(value, state_of(vm).date))
    return fields_of(value.as<DateObject>()->days * kDayUs);
  return fields_of(value.as<MomentObject>()->us);
}

bool is_delta(Vm& vm, const Value& v) {
  return v.is_object() && vm.is_exactly(v, state_of(vm).delta);
}
bool is_date(Vm& vm, const Value& v) {
  return v.is_object() && vm.is_exactly(v, state_of(vm).date);
}
bool is_moment(Vm& vm, const Value& v) {
  return v.is_object() && vm.is_exactly(v, state_of(vm).moment);
}

std::int64_t now_us(Vm& vm) {
  vm.flush_charge();
  asyncio::Clock& clock = AsyncioState::of(vm).clock;
  const std::int64_t ns = clock.read_ns();
  return floor_divide(clock.epoch_ns() + ns, 1000);
}

// --- timedelta
// -------------------------------------------------------------------------------------------------------

Answer delta_create(Vm& vm, Type*, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "timedelta",
      {"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"},
      7};
  constexpr std::int64_t kUnits[] = {
      kDayUs, kSecondUs, 1, 1000, 60 * kSecondUs, 3600 * kSecondUs, 7 * kDayUs};
  Value slots[7];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  __int128 whole = 0;
  double fraction = 0;
  for (std::size_t i = 0; i < 7; ++i) {
    if (!slots[i]) continue;
    if (is_int(vm, slots[i])) {
      std::int64_t n = 0;
      if (!clamp_index(vm, slots[i], n)) return Raised{};
      whole += static_cast<__int128>(n) * kUnits[i];
    } else if (is_float(vm, slots[i])) {
      const double n = slots[i].as<FloatObject>()->number;
      if (!std::isfinite(n) || std::fabs(n) > 1e15)
        return int_from_double(vm, std::isnan(n) ? n : HUGE_VAL);
      const double units = std::trunc(n);
      whole += static_cast<__int128>(units) * kUnits[i];
      fraction += (n - units) * static_cast<double>(kUnits[i]);
    } else {
      return vm.raise_type_error(cat("unsupported type for timedelta ",
                                     kParameters.names.begin()[i],
                                     " component: ",
                                     vm.type_name(slots[i])));
    }
  }
  return make_delta(vm, whole + static_cast<__int128>(round_half_even(fraction)));
}

std::string delta_text(const Value& self) {
  const auto* delta = self.as<DeltaObject>();
  const std::int64_t seconds = delta->us / kSecondUs;
  std::string text;
  if (delta->days != 0) {
    text = cat(delta->days, delta->days == 1 || delta->days == -1 ? " day, " : " days, ");
  }
  text += cat(seconds / 3600, ":", padded(seconds / 60 % 60, 2), ":", padded(seconds % 60, 2));
  if (delta->us % kSecondUs != 0) text += "." + padded(delta->us % kSecondUs, 6);
  return text;
}
Answer delta_str(Vm& vm, const Value& self) {
  return vm.str(delta_text(self));
}

Answer delta_repr(Vm& vm, const Value& self) {
  const auto* delta = self.as<DeltaObject>();
  std::string parts;
  const auto add = [&](const char* name, std::int64_t value) {
    if (value == 0) return;
    if (!parts.empty()) parts += ", ";
    parts += cat(name, "=", value);
  };
  add("days", delta->days);
  add("seconds", delta->us / kSecondUs);
  add("microseconds", delta->us % kSecondUs);
  return vm.str(cat("datetime.timedelta(", parts.empty() ? "0" : parts, ")"));
}

Answer delta_days(Vm& vm, const Value& self) {
  return vm.integer(self.as<DeltaObject>()->days);
}
Answer delta_seconds(Vm& vm, const Value& self) {
  return vm.integer(self.as<DeltaObject>()->us / kSecondUs);
}
Answer delta_microseconds(Vm& vm, const Value& self) {
  return vm.integer(self.as<DeltaObject>()->us % kSecondUs);
}
Answer delta_total(Vm& vm, const CallArgs& args) {
  return vm.real(static_cast<double>(us_of(args[0])) / 1e6);
}
Answer delta_truth(Vm&, const Value& self) {
  return Value::boolean(us_of(self) != 0);
}
Answer delta_hash(Vm& vm, const Value& self) {
  TupleHash hash;
  hash.add(self.as<DeltaObject>()->days);
  hash.add(self.as<DeltaObject>()->us);
  return vm.integer(hash.finish(2));
}
Answer delta_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_delta(vm, b)) return Value::not_implemented();
  const __int128 difference = us_of(a) - us_of(b);
  return Value::boolean(holds_order(difference < 0 ? -1 : (difference > 0 ? 1 : 0), op));
}
Answer delta_unary(Vm& vm, UnaryOp op, const Value& self) {
  const __int128 us = us_of(self);
  if (op == UnaryOp::kNegative || (op == UnaryOp::kAbsolute && us < 0)) return make_delta(vm, -us);
  return self;
}

Answer delta_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (is_delta(vm, a) && is_delta(vm, b)) {
    const __int128 x = us_of(a);
    const __int128 y = us_of(b);
    switch (op) {
      case BinaryOp::kAdd: return make_delta(vm, x + y);
      case BinaryOp::kSubtract: return make_delta(vm, x - y);
      case BinaryOp::kTrueDivide:
      case BinaryOp::kFloorDivide:
      case BinaryOp::kRemainder: {
        if (y == 0) {
          return vm.raise(vm.exceptions().ZeroDivisionError, "integer division or modulo by zero");
        }
        if (op == BinaryOp::kTrueDivide)
          return vm.real(static_cast<double>(x) / static_cast<double>(y));
        __int128 quotient = x / y;
        if (x % y != 0 && (x < 0) != (y < 0)) --quotient;
        if (op == BinaryOp::kFloorDivide) return vm.integer(static_cast<std::int64_t>(quotient));
        return make_delta(vm, x - quotient * y);
      }
      default: return Value::not_implemented();
    }
  }
  const Value& delta = is_delta(vm, a) ? a : b;
  const Value& factor = is_delta(vm, a) ? b : a;
  const bool left = is_delta(vm, a);
  std::int64_t n = 0;
  const bool is_number = is_int(vm, factor) || is_float(vm, factor);
  if (!is_number) return Value::not_implemented();
  if (op == BinaryOp::kMultiply && vm.to_int64(factor, n)) return make_delta(vm, us_of(delta) * n);
  if (op == BinaryOp::kFloorDivide && left && vm.to_int64(factor, n)) {
    if (n == 0)
      return vm.raise(vm.exceptions().ZeroDivisionError, "integer division or modulo by zero");
    __int128 quotient = us_of(delta) / n;
    if (us_of(delta) % n != 0 && (us_of(delta) < 0) != (n < 0)) --quotient;
    return make_delta(vm, quotient);
  }
  if (op != BinaryOp::kMultiply && !(op == BinaryOp::kTrueDivide && left))
    return Value::not_implemented();
  double x = 0;
  if (!number_to_double(vm, factor, x)) return Raised{};
  if (op == BinaryOp::kTrueDivide && x == 0) {
    return vm.raise(vm.exceptions().ZeroDivisionError, "integer division or modulo by zero");
  }
  const double us = static_cast<double>(us_of(delta));
  const double result = op == BinaryOp::kMultiply ? us * x : us / x;
  if (!std::isfinite(result) || std::fabs(result) > 1e20)
    return out_of_range(vm, "Python int too large to convert to C int");
  return make_delta(vm, static_cast<__int128>(round_half_even(result)));
}

// --- date and datetime
// -----------------------------------------------------------------------------------------------

bool date_fields(Vm& vm, const Value* slots, Date& date) {
  std::int64_t numbers[3] = {};
  for (int i = 0; i < 3; ++i) {
    if (!clamp_index(vm, slots[i], numbers[i])) return false;
  }
  if (numbers[0] < 1 || numbers[0] > 9999) {
    vm.raise_value_error(cat("year ", numbers[0], " is out of range"));
    return false;
  }
  if (numbers[1] < 1 || numbers[1] > 12) {
    vm.raise_value_error("month must be in 1..12");
    return false;
  }
  date = {numbers[0], static_cast<int>(numbers[1]), 1};
  if (numbers[2] < 1 || numbers[2] > days_in_month(date.year, date.month)) {
    vm.raise_value_error("day is out of range for month");
    return false;
  }
  date.day = static_cast<int>(numbers[2]);
  return true;
}

bool zone_argument(Vm& vm, const Value& zone, bool& utc) {
  utc = zone && zone.is(state_of(vm).utc);
  if (!zone || zone.is_none() || utc) return true;
  vm.raise_type_error("tzinfo argument must be None or timezone.utc in Simul");
  return false;
}

Answer date_create(Vm& vm, Type*, const CallArgs& args) {
  static constexpr Parameters kParameters{"date", {"year", "month", "day"}, 3, 3};
  Value slots[3];
  Date date;
  if (!vm.parse(args, kParameters, slots) || !date_fields(vm, slots, date)) return Raised{};
  return make_date(vm, days_of(date));
}

bool moment_from(Vm& vm, const Value* slots, __int128& us, bool& utc) {
  Date date;
  if (!date_fields(vm, slots, date)) return false;
  constexpr std::int64_t kLimits[] = {24, 60, 60, kSecondUs};
  constexpr std::int64_t kUnits[] = {3600 * kSecondUs, 60 * kSecondUs, kSecondUs, 1};
  constexpr const char* kRanges[] = {"hour must be in 0..23",
                                     "minute must be in 0..59",
                                     "second must be in 0..59",
                                     "microsecond must be in 0..999999"};
  us = static_cast<__int128>(days_of(date)) * kDayUs;
  for (std::size_t i = 0; i < 4; ++i) {
    std::int64_t n = 0;
    if (slots[3 + i] && !clamp_index(vm, slots[3 + i], n)) return false;
    if (n < 0 || n >= kLimits[i]) {
      vm.raise_value_error(kRanges[i]);
      return false;
    }
    us += n * kUnits[i];
  }
  return zone_argument(vm, slots[7], utc);
}

Answer moment_create(Vm& vm, Type*, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "datetime",
      {"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo"},
      8,
      3};
  Value slots[8];
  __int128 us = 0;
  bool utc = false;
  if (!vm.parse(args, kParameters, slots) || !moment_from(vm, slots, us, utc)) return Raised{};
  return make_moment(vm, us, utc);
}

Answer moment_now(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"now", {"tz"}, 1};
  Value slots[1];
  bool utc = false;
  if (!vm.parse(args.tail(), kParameters, slots) || !zone_argument(vm, slots[0], utc))
    return Raised{};
  return make_moment(vm, now_us(vm), utc);
}
Answer moment_utc_now(Vm& vm, const CallArgs&) {
  return make_moment(vm, now_us(vm), false);
}
Answer date_today(Vm& vm, const CallArgs&) {
  return make_date(vm, floor_divide(now_us(vm), kDayUs));
}

Answer moment_from_timestamp(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"fromtimestamp", {"timestamp", "tz"}, 2, 1};
  Value slots[2];
  bool utc = false;
  double seconds = 0;
  if (!vm.parse(args.tail(), kParameters, slots) || !zone_argument(vm, slots[1], utc))
    return Raised{};
  if (!quick_double(vm, slots[0], seconds)) return Raised{};
  if (!std::isfinite(seconds) || std::fabs(seconds) > 1e12)
    return out_of_range(vm, "timestamp out of range for platform time_t");
  const double whole = std::floor(seconds);
  return make_moment(vm,
                     static_cast<__int128>(whole) * kSecondUs +
                         static_cast<__int128>(round_half_even((seconds - whole) * 1e6)),
                     utc);
}

std::string date_text(const Fields& f) {
  return cat(padded(f.date.year, 4), "-", padded(f.date.month, 2), "-", padded(f.date.day, 2));
}
std::string time_text(const Fields& f, std::string_view precision) {
  std::string text = padded(f.hour, 2);
  if (precision == "hours") return text;
  text += ":" + padded(f.minute, 2);
  if (precision == "minutes") return text;
  text += ":" + padded(f.second, 2);
  if (precision == "milliseconds") return text + "." + padded(f.us / 1000, 3);
  if (precision == "microseconds" || (precision == "auto" && f.us != 0))
    return text + "." + padded(f.us, 6);
  return text;
}

std::string moment_text(Vm& vm,
                        const Value& self,
                        std::string_view separator,
                        std::string_view precision) {
  const Fields f = fields_of(vm, self);
  return cat(date_text(f),
             separator,
             time_text(f, precision),
             self.as<MomentObject>()->utc ? "+00:00" : "");
}
Answer moment_str(Vm& vm, const Value& self) {
  return vm.str(moment_text(vm, self, " ", "auto"));
}
Answer date_str(Vm& vm, const Value& self) {
  return vm.str(date_text(fields_of(vm, self)));
}

Answer moment_iso(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"isoformat", {"sep", "timespec"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  const std::string_view precision = slots[1] && vm.is_str(slots[1]) ? vm.text(slots[1]) : "auto";
  for (std::string_view known :
       {"auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"}) {
    if (precision != known) continue;
    return vm.str(moment_text(
        vm, args[0], slots[0] && vm.is_str(slots[0]) ? vm.text(slots[0]) : "T", precision));
  }
  return vm.raise_value_error("Unknown timespec value");
}
Answer date_iso(Vm& vm, const CallArgs& args) {
  return date_str(vm, args[0]);
}

Answer moment_repr(Vm& vm, const Value& self) {
  const Fields f = fields_of(vm, self);
  std::string text = cat("datetime.datetime(",
                         f.date.year,
                         ", ",
                         f.date.month,
                         ", ",
                         f.date.day,
                         ", ",
                         f.hour,
                         ", ",
                         f.minute);
  if (f.second != 0 || f.us != 0) text += cat(", ", f.second);
  if (f.us != 0) text += cat(", ", f.us);
  if (self.as<MomentObject>()->utc) text += ", tzinfo=datetime.timezone.utc";
  return vm.str(text + ")");
}
Answer date_repr(Vm& vm, const Value& self) {
  const Fields f = fields_of(vm, self);
  return vm.str(cat("datetime.date(", f.date.year, ", ", f.date.month, ", ", f.date.day, ")"));
}

// time.strftime knows the directives; %f and the zone's are this module's.
Native format_moment(Vm& vm, Value self, Value format) {
  const Fields f = fields_of(vm, self);
  const bool utc = is_moment(vm, self) && self.as<MomentObject>()->utc;
  std::string text;
  const std::string_view pattern = vm.text(format);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%' || i + 1 == pattern.size()) {
      text += pattern[i];
      continue;
    }
    const char letter = pattern[++i];
    if (letter == 'f') {
      text += padded(f.us, 6);
    } else if (letter == 'z') {
      text += utc ? "+0000" : "";
    } else if (letter == 'Z') {
      text += utc ? "UTC" : "";
    } else {
      text += '%';
      text += letter;
    }
  }
  Value time = co_await vm.import_module(vm.name("time"));
  const auto year_day = f.days - days_of({f.date.year, 1, 1}) + 1;
  Value tuple = vm.tuple({vm.integer(f.date.year),
                          vm.integer(f.date.month),
                          vm.integer(f.date.day),
                          vm.integer(f.hour),
                          vm.integer(f.minute),
                          vm.integer(f.second),
                          vm.integer(weekday_of(f.days)),
                          vm.integer(year_day),
                          vm.integer(-1)});
  co_return vm.call_method(time, "strftime", {vm.str(text), tuple});
}

Answer strftime(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[1])) {
    return vm.raise_type_error(
        cat("strftime() argument 1 must be str, not ", vm.type_name(args[1])));
  }
  return format_moment(vm, args[0], args[1]);
}
Answer format_slot(Vm& vm, const Value& self, const Value& spec) {
  if (vm.text(spec).empty()) return vm.str_of(self);
  return format_moment(vm, self, spec);
}

template <int kField>
Answer field(Vm& vm, const Value& self) {
  const Fields f = fields_of(vm, self);
  const std::int64_t values[] = {
      f.date.year, f.date.month, f.date.day, f.hour, f.minute, f.second, f.us};
  return vm.integer(values[kField]);
}
Answer moment_zone(Vm& vm, const Value& self) {
  return self.as<MomentObject>()->utc ? state_of(vm).utc : Value::none();
}
template <int kFirst>
Answer weekday(Vm& vm, const CallArgs& args) {
  return vm.integer(weekday_of(fields_of(vm, args[0]).days) + kFirst);
}
Answer moment_timestamp(Vm& vm, const CallArgs& args) {
  return vm.real(static_cast<double>(args[0].as<MomentObject>()->us) / 1e6);
}
Answer moment_date(Vm& vm, const CallArgs& args) {
  return make_date(vm, fields_of(vm, args[0]).days);
}

Answer moment_replace(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "replace", {"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo"}, 8};
  Value slots[8];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  const Fields f = fields_of(vm, args[0]);
  const std::int64_t values[] = {
      f.date.year, f.date.month, f.date.day, f.hour, f.minute, f.second, f.us};
  for (std::size_t i = 0; i < 7; ++i) {
    if (!slots[i]) slots[i] = vm.integer(values[i]);
  }
  if (!slots[7]) slots[7] = args[0].as<MomentObject>()->utc ? state_of(vm).utc : Value::none();
  __int128 us = 0;
  bool utc = false;
  if (!moment_from(vm, slots, us, utc)) return Raised{};
  return make_moment(vm, us, utc);
}

Answer moment_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_moment(vm, b)) return Value::not_implemented();
  const auto* x = a.as<MomentObject>();
  const auto* y = b.as<MomentObject>();
  if (x->utc != y->utc) {
    if (op == CompareOp::kEq || op == CompareOp::kNe) return Value::boolean(op == CompareOp::kNe);
    return vm.raise_type_error("can't compare offset-naive and offset-aware datetimes");
  }
  return Value::boolean(holds_order(x->us < y->us ? -1 : (x->us > y->us ? 1 : 0), op));
}
Answer date_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_date(vm, b)) return Value::not_implemented();
  const std::int64_t difference = a.as<DateObject>()->days - b.as<DateObject>()->days;
  return Value::boolean(holds_order(difference < 0 ? -1 : (difference > 0 ? 1 : 0), op));
}
Answer moment_hash(Vm& vm, const Value& self) {
  return vm.integer(self.as<MomentObject>()->us ^ 0x5deece66d);
}
Answer date_hash(Vm& vm, const Value& self) {
  return vm.integer(self.as<DateObject>()->days ^ 0x5deece66d);
}

Answer moment_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op == BinaryOp::kSubtract && is_moment(vm, a) && is_moment(vm, b)) {
    const auto* x = a.as<MomentObject>();
    const auto* y = b.as<MomentObject>();
    if (x->utc != y->utc)
      return vm.raise_type_error("can't subtract offset-naive and offset-aware datetimes");
    return make_delta(vm, static_cast<__int128>(x->us) - y->us);
  }
  const bool forward = is_moment(vm, a) && is_delta(vm, b);
  const bool backward = op == BinaryOp::kAdd && is_delta(vm, a) && is_moment(vm, b);
  if (!forward && !backward) return Value::not_implemented();
  const auto* moment = (forward ? a : b).as<MomentObject>();
  const __int128 delta = us_of(forward ? b : a);
  if (op == BinaryOp::kAdd) return make_moment(vm, moment->us + delta, moment->utc);
  if (op == BinaryOp::kSubtract) return make_moment(vm, moment->us - delta, moment->utc);
  return Value::not_implemented();
}
Answer date_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op == BinaryOp::kSubtract && is_date(vm, a) && is_date(vm, b)) {
    return make_delta(
        vm, static_cast<__int128>(a.as<DateObject>()->days - b.as<DateObject>()->days) * kDayUs);
  }
  const bool forward = is_date(vm, a) && is_delta(vm, b);
  const bool backward = op == BinaryOp::kAdd && is_delta(vm, a) && is_date(vm, b);
  if (!forward && !backward) return Value::not_implemented();
  const std::int64_t days = (forward ? a : b).as<DateObject>()->days;
  const std::int64_t delta = (forward ? b : a).as<DeltaObject>()->days;
  if (op == BinaryOp::kAdd) return make_date(vm, days + delta);
  if (op == BinaryOp::kSubtract) return make_date(vm, days - delta);
  return Value::not_implemented();
}

Answer zone_repr(Vm& vm, const Value&) {
  return vm.str("datetime.timezone.utc");
}
Answer zone_str(Vm& vm, const Value&) {
  return vm.str("UTC");
}

void fill(Vm& vm, const Value& module) {
  auto owned = std::make_unique<DatetimeState>();
  DatetimeState& state = *owned;
  vm.extension(ExtensionId::kDatetime) = std::move(owned);
  constexpr std::uint32_t kSum = op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kSubtract);
  Slots delta = {.destroy = destroy_as<DeltaObject>,
                 .repr = delta_repr,
                 .str = delta_str,
                 .hash = delta_hash,
                 .truth = delta_truth,
                 .compare = delta_compare,
                 .binary = delta_binary,
                 .unary = delta_unary,
                 .create = delta_create};
  delta.binary_mask = kSum | op_bit(BinaryOp::kMultiply) | op_bit(BinaryOp::kTrueDivide) |
                      op_bit(BinaryOp::kFloorDivide) | op_bit(BinaryOp::kRemainder);
  delta.unary_mask = 1u << static_cast<unsigned>(UnaryOp::kNegative) |
                     1u << static_cast<unsigned>(UnaryOp::kPositive) |
                     1u << static_cast<unsigned>(UnaryOp::kAbsolute);
  state.delta = vm.make_type({.name = "timedelta",
                              .module = "datetime",
                              .instance_size = sizeof(DeltaObject),
                              .slots = delta,
                              .methods = {{"total_seconds", delta_total, 0, 0}},
                              .getters = {{"days", delta_days},
                                          {"seconds", delta_seconds},
                                          {"microseconds", delta_microseconds}}});
  Slots date = {.destroy = destroy_as<DateObject>,
                .repr = date_repr,
                .str = date_str,
                .format = format_slot,
                .hash = date_hash,
                .compare = date_compare,
                .binary = date_binary,
                .binary_mask = kSum,
                .create = date_create};
  state.date =
      vm.make_type({.name = "date",
                    .module = "datetime",
                    .instance_size = sizeof(DateObject),
                    .slots = date,
                    .methods = {{"today", date_today, 0, 0, kClassMethod},
                                {"isoformat", date_iso, 0, 0},
                                {"strftime", strftime, 1, 1},
                                {"weekday", weekday<0>, 0, 0},
                                {"isoweekday", weekday<1>, 0, 0}},
                    .getters = {{"year", field<0>}, {"month", field<1>}, {"day", field<2>}}});
  Slots moment = {.destroy = destroy_as<MomentObject>,
                  .repr = moment_repr,
                  .str = moment_str,
                  .format = format_slot,
                  .hash = moment_hash,
                  .compare = moment_compare,
                  .binary = moment_binary,
                  .binary_mask = kSum,
                  .create = moment_create};
  state.moment = vm.make_type(
      {.name = "datetime",
       .module = "datetime",
       .instance_size = sizeof(MomentObject),
       .slots = moment,
       .methods = {{"now", moment_now, 0, 1, kClassMethod | kKeywords},
                   {"utcnow", moment_utc_now, 0, 0, kClassMethod},
                   {"today", moment_utc_now, 0, 0, kClassMethod},
                   {"fromtimestamp", moment_from_timestamp, 1, 2, kClassMethod | kKeywords},
                   {"isoformat", moment_iso, 0, 2, kKeywords},
                   {"strftime", strftime, 1, 1},
                   {"weekday", weekday<0>, 0, 0},
                   {"isoweekday", weekday<1>, 0, 0},
                   {"timestamp", moment_timestamp, 0, 0},
                   {"date", moment_date, 0, 0},
                   {"replace", moment_replace, 0, 8, kKeywords}},
       .getters = {{"year", field<0>},
                   {"month", field<1>},
                   {"day", field<2>},
                   {"hour", field<3>},
                   {"minute", field<4>},
                   {"second", field<5>},
                   {"microsecond", field<6>},
                   {"tzinfo", moment_zone}}});
  state.zone = vm.make_type(
      {.name = "timezone",
       .module = "datetime",
       .instance_size = sizeof(ZoneObject),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<ZoneObject>, .repr = zone_repr, .str = zone_str}});
  state.utc = Value::adopt(vm.heap().make<ZoneObject>(state.zone));
  vm.set_type_attr(state.zone, "utc", state.utc);
  vm.set_module_attr(module, "timedelta", vm.type_value(state.delta));
  vm.set_module_attr(module, "date", vm.type_value(state.date));
  vm.set_module_attr(module, "datetime", vm.type_value(state.moment));
  vm.set_module_attr(module, "timezone", vm.type_value(state.zone));
  vm.set_module_attr(module, "UTC", state.utc);
}

}  // namespace

void register_datetime(Vm& vm) {
  vm.register_module("datetime", fill);
}

}  // namespace simul::vm
