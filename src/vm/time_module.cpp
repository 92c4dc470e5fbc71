// The time module, on the clock that the run was given. Mirrors Modules/timemodule.c. The zone is
// UTC.
#include <cmath>
#include <cstdio>

#include "vm/asyncio_state.hpp"
#include "vm/blocking.hpp"
#include "vm/calendar.hpp"
#include "vm/cat.hpp"
#include "vm/install.hpp"

namespace simul::vm {

namespace {

asyncio::Clock& clock_of(Vm& vm) {
  return AsyncioState::of(vm).clock;
}

// A reading of the program's: what it has computed so far counts.
std::int64_t read_ns(Vm& vm) {
  vm.flush_charge();
  return clock_of(vm).read_ns();
}

std::int64_t read_unix_ns(Vm& vm) {
  const std::int64_t ns = read_ns(vm);
  return clock_of(vm).epoch_ns() + ns;
}

Answer time_time(Vm& vm, const CallArgs&) {
  return vm.real(asyncio::to_seconds(read_unix_ns(vm)));
}
Answer time_time_ns(Vm& vm, const CallArgs&) {
  return vm.integer(read_unix_ns(vm));
}
Answer time_monotonic(Vm& vm, const CallArgs&) {
  return vm.real(asyncio::to_seconds(read_ns(vm)));
}
Answer time_monotonic_ns(Vm& vm, const CallArgs&) {
  return vm.integer(read_ns(vm));
}
Answer time_zero(Vm& vm, const CallArgs&) {
  return vm.real(0.0);
}
Answer time_zero_ns(Vm&, const CallArgs&) {
  return Value::small(0);
}

// ---- sleep

Native time_sleep(Vm& vm, OwnedArgs args) {
  const Value duration = args[0];
  std::int64_t ns = 0;
  if (vm.is_kind_of(duration, vm.types().float_)) {
    const double seconds = duration.as<FloatObject>()->number;
    if (std::isnan(seconds)) co_return vm.raise_value_error("Invalid value NaN (not a number)");
    if (std::fabs(seconds) > 9.2e9)
      co_return vm.raise(vm.exceptions().OverflowError,
                         "timestamp out of range for platform time_t");
    ns = asyncio::to_ns(seconds);
  } else {
    Value whole = co_await vm.index(duration);
    std::int64_t seconds = 0;
    if (!vm.to_int64(whole, seconds) || seconds > 9'200'000'000 || seconds < -9'200'000'000)
      co_return vm.raise(vm.exceptions().OverflowError,
                         "timestamp too large to convert to C PyTime_t");
    ns = seconds * asyncio::kNsPerSecond;
  }
  if (ns < 0) co_return vm.raise_value_error("sleep length must be non-negative");
  AsyncioState& state = AsyncioState::of(vm);
  vm.flush_charge();
  const std::int64_t due_ns = state.clock.now_ns() + ns;
  std::string what;
  if (blocking_is_watched(state)) what = cat("time.sleep(", state.repr_now(duration), ")");
  const Blocking blocking = begin_blocking(state, what, due_ns);
  co_await vm.block_until(due_ns);
  end_blocking(state, blocking);
  co_return Value::none();
}

// ---- struct_time

struct TimeState final : Extension {
  Type* struct_time = nullptr;
  std::vector<Value> zones;  // the names that a struct_time has been given
};

TimeState& time_state(Vm& vm) {
  return static_cast<TimeState&>(*vm.extension(ExtensionId::kTime));
}

constexpr const char* kFields[] = {"tm_year",
                                   "tm_mon",
                                   "tm_mday",
                                   "tm_hour",
                                   "tm_min",
                                   "tm_sec",
                                   "tm_wday",
                                   "tm_yday",
                                   "tm_isdst"};
constexpr std::size_t kFieldCount = 9;
constexpr std::size_t kAllFields = 11;
// Behind the nine items of the tuple stand two small ints, which nobody has to let go of: the
// zone's place in TimeState::zones, or none, and its seconds, or none.
constexpr std::int64_t kNone = -(1 << 30);  // the least that is small with 32 bits

Value new_struct_time(Vm& vm, const Value* fields, std::int64_t zone, std::int64_t offset_s) {
  auto* object =
      vm.instantiate<TupleObject>(time_state(vm).struct_time, kAllFields * sizeof(Value));
  object->size = kFieldCount;
  for (std::size_t index = 0; index < kFieldCount; ++index)
    new (object->items() + index) Value(fields[index]);
  new (object->items() + kFieldCount) Value(Value::small(static_cast<std::intptr_t>(zone)));
  new (object->items() + kFieldCount + 1) Value(Value::small(static_cast<std::intptr_t>(offset_s)));
  return Value::adopt(object);
}

Value struct_time(Vm& vm, const Calendar& date) {
  const Value fields[] = {vm.integer(date.year),
                          vm.integer(date.month),
                          vm.integer(date.day),
                          vm.integer(date.hour),
                          vm.integer(date.minute),
                          vm.integer(date.second),
                          vm.integer(date.weekday),
                          vm.integer(date.year_day),
                          vm.integer(0)};
  return new_struct_time(vm, fields, 0, 0);
}

template <std::size_t kIndex>
Answer get_field(Vm&, const Value& self) {
  return self.as<TupleObject>()->items()[kIndex];
}

std::int64_t hidden_field(Vm& vm, const Value& self, std::size_t index) {
  std::int64_t number = 0;
  static_cast<void>(vm.to_int64(self.as<TupleObject>()->items()[index], number));
  return number;
}

Answer get_zone(Vm& vm, const Value& self) {
  const std::int64_t zone = hidden_field(vm, self, kFieldCount);
  return zone == kNone ? Value::none() : time_state(vm).zones[static_cast<std::size_t>(zone)];
}

Answer get_offset(Vm& vm, const Value& self) {
  const std::int64_t offset_s = hidden_field(vm, self, kFieldCount + 1);
  return offset_s == kNone ? Value::none() : vm.integer(offset_s);
}

Native struct_time_repr(Vm& vm, Value self) {
  std::string text = "time.struct_time(";
  for (std::size_t index = 0; index < kFieldCount; ++index) {
    Value field = co_await vm.repr(self.as<TupleObject>()->items()[index]);
    text += cat(index > 0 ? ", " : "", kFields[index], "=", vm.text(field));
  }
  co_return vm.str(text + ")");
}

Answer repr_of_struct_time(Vm& vm, const Value& self) {
  return struct_time_repr(vm, self);
}

// A struct_time or a tuple of nine ints as `date`; false: raised. `function` is who asks, and also
// who looks at the ranges, or does not.
bool calendar_from(
    Vm& vm, const Value& value, const char* function, bool in_range, Calendar* date) {
  if (!vm.is_kind_of(value, vm.types().tuple)) {
    static_cast<void>(vm.raise_type_error("Tuple or struct_time argument required"));
    return false;
  }
  const auto* tuple = value.as<TupleObject>();
  std::int64_t fields[kFieldCount] = {};
  bool good = tuple->size == kFieldCount;
  for (std::size_t index = 0; good && index < kFieldCount; ++index)
    good = vm.to_int64(tuple->items()[index], fields[index]);
  if (!good) {
    static_cast<void>(vm.raise_type_error(cat(function, "(): illegal time tuple argument")));
    return false;
  }
  if (in_range) {
    if (fields[1] == 0) fields[1] = 1;
    if (fields[2] == 0) fields[2] = 1;
    if (fields[7] == 0) fields[7] = 1;
    struct Range {
      std::size_t field;
      std::int64_t least, most;
      const char* what;
    };
    constexpr Range kRanges[] = {{1, 1, 12, "month"},
                                 {2, 1, 31, "day of month"},
                                 {3, 0, 23, "hour"},
                                 {4, 0, 59, "minute"},
                                 {5, 0, 61, "seconds"},
                                 {6, -1, INT32_MAX, "day of week"},
                                 {7, 1, 366, "day of year"}};
    for (const Range& range : kRanges) {
      if (fields[range.field] < range.least || fields[range.field] > range.most) {
        static_cast<void>(vm.raise_value_error(cat(range.what, " out of range")));
        return false;
      }
    }
  }
  date->year = fields[0];
  date->month = static_cast<int>(fields[1]);
  date->day = static_cast<int>(fields[2]);
  date->hour = static_cast<int>(fields[3]);
  date->minute = static_cast<int>(fields[4]);
  date->second = static_cast<int>(fields[5]);
  date->weekday = static_cast<int>((fields[6] + 7) % 7);
  date->year_day = static_cast<int>(fields[7]);
  return true;
}

// struct_time(nine to eleven things)
Native create_struct_time(Vm& vm, Value given) {
  if (!vm.is_kind_of(given, vm.types().tuple) &&
      vm.lookup(vm.type_of(given), vm.name("__iter__")) == nullptr &&
      vm.lookup(vm.type_of(given), vm.name("__getitem__")) == nullptr) {
    co_return vm.raise_type_error("constructor requires a sequence");
  }
  Value list = co_await vm.to_list(given);
  const auto& items = list.as<ListObject>()->items;
  if (items.size() < kFieldCount || items.size() > kAllFields) {
    co_return vm.raise_type_error(cat("time.struct_time() takes an at ",
                                      items.size() < kFieldCount ? "least 9" : "most 11",
                                      "-sequence (",
                                      items.size(),
                                      "-sequence given)"));
  }
  std::int64_t zone = kNone;
  std::int64_t offset_s = kNone;
  if (items.size() > kFieldCount && !items[kFieldCount].is_none()) {
    auto& zones = time_state(vm).zones;
    zone = static_cast<std::int64_t>(zones.size());
    zones.push_back(items[kFieldCount]);
  }
  if (items.size() == kAllFields && !items[kFieldCount + 1].is_none() &&
      !vm.to_int64(items[kFieldCount + 1], offset_s))
    co_return vm.raise_type_error("Simul's struct_time takes an int as its tm_gmtoff");
  co_return new_struct_time(vm, items.data(), zone, offset_s);
}

Answer struct_time_create(Vm& vm, Type* cls, const CallArgs& args) {
  (void)cls;
  if (args.size() != 1 || args.keywords() > 0)
    return vm.raise_type_error(
        cat("structseq() takes exactly 1 argument (", args.size(), " given)"));
  return create_struct_time(vm, args[0]);
}

// The seconds given as an optional argument, or now; false: raised.
bool seconds_or_now(Vm& vm, const CallArgs& args, std::int64_t* unix_s) {
  if (args.size() == 0 || args[0].is_none()) {
    *unix_s = read_unix_ns(vm) / asyncio::kNsPerSecond;
    return true;
  }
  double seconds = 0;
  if (!plain_seconds(vm, args[0], seconds)) {
    static_cast<void>(vm.raise_type_error(
        cat("'", vm.type_name(args[0]), "' object cannot be interpreted as an integer")));
    return false;
  }
  if (std::isnan(seconds)) {
    static_cast<void>(vm.raise_value_error("Invalid value NaN (not a number)"));
    return false;
  }
  if (!(std::fabs(seconds) < 6e10)) {
    static_cast<void>(vm.raise_value_error("year is out of range"));
    return false;
  }
  *unix_s = static_cast<std::int64_t>(std::floor(seconds));
  return true;
}

Answer time_localtime(Vm& vm, const CallArgs& args) {
  std::int64_t unix_s = 0;
  if (!seconds_or_now(vm, args, &unix_s)) return Raised{};
  return struct_time(vm, calendar_of(unix_s));
}

Answer time_strftime(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[0]))
    return vm.raise_type_error(
        cat("strftime() argument 1 must be str, not ", vm.type_name(args[0])));
  Calendar date;
  if (args.size() > 1) {
    if (!calendar_from(vm, args[1], "strftime", true, &date)) return Raised{};
  } else {
    date = calendar_of(read_unix_ns(vm) / asyncio::kNsPerSecond);
  }
  return vm.str(format_time(vm.text(args[0]), date, unix_of(date)));
}

Answer time_asctime(Vm& vm, const CallArgs& args) {
  Calendar date;
  if (args.size() > 0) {
    if (!calendar_from(vm, args[0], "asctime", true, &date)) return Raised{};
  } else {
    date = calendar_of(read_unix_ns(vm) / asyncio::kNsPerSecond);
  }
  return vm.str(format_time("%a %b %e %H:%M:%S %Y", date, 0));
}

Answer time_ctime(Vm& vm, const CallArgs& args) {
  std::int64_t unix_s = 0;
  if (!seconds_or_now(vm, args, &unix_s)) return Raised{};
  return vm.str(format_time("%a %b %e %H:%M:%S %Y", calendar_of(unix_s), unix_s));
}

Answer time_mktime(Vm& vm, const CallArgs& args) {
  Calendar date;
  if (!calendar_from(vm, args[0], "mktime", false, &date)) return Raised{};
  // What is too much for a field goes on to the next.
  const std::int64_t months = date.month - 1;
  const std::int64_t years = months >= 0 ? months / 12 : -((11 - months) / 12);
  date.year += years;
  date.month = static_cast<int>(months - years * 12 + 1);
  return vm.real(static_cast<double>(unix_of(date)));
}

// strptime(text, format), written in Python.
Native time_strptime(Vm& vm, OwnedArgs args) {
  const Value module = co_await vm.import_module(vm.name("_strptime"));
  const Value function = co_await vm.get_attr(module, vm.name("struct_time"));
  co_return vm.call(function, args.view());
}

// What is said of clocks, written in Python.
Native of_clocks(Vm& vm, OwnedArgs args, const char* name) {
  const Value module = co_await vm.import_module(vm.name("_simul_clocks"));
  const Value function = co_await vm.get_attr(module, vm.name(name));
  co_return vm.call(function, args.view());
}

Native time_get_clock_info(Vm& vm, OwnedArgs args) {
  return of_clocks(vm, std::move(args), "get_clock_info");
}

Native time_clock_gettime(Vm& vm, OwnedArgs args) {
  return of_clocks(vm, std::move(args), "clock_gettime");
}

Native time_clock_gettime_ns(Vm& vm, OwnedArgs args) {
  return of_clocks(vm, std::move(args), "clock_gettime_ns");
}

Native time_clock_getres(Vm& vm, OwnedArgs args) {
  return of_clocks(vm, std::move(args), "clock_getres");
}

void init_time(Vm& vm, const Value& module) {
  auto state = std::make_unique<TimeState>();
  state->struct_time =
      vm.make_type({.name = "struct_time",
                    .module = "time",
                    .base = vm.types().tuple,
                    .flags = vm.types().tuple->flags & kVariableSize,
                    .slots = {.repr = repr_of_struct_time, .create = struct_time_create},
                    .getters = {{"tm_year", get_field<0>},
                                {"tm_mon", get_field<1>},
                                {"tm_mday", get_field<2>},
                                {"tm_hour", get_field<3>},
                                {"tm_min", get_field<4>},
                                {"tm_sec", get_field<5>},
                                {"tm_wday", get_field<6>},
                                {"tm_yday", get_field<7>},
                                {"tm_isdst", get_field<8>},
                                {"tm_zone", get_zone},
                                {"tm_gmtoff", get_offset}}});
  state->zones.push_back(vm.str("UTC"));
  vm.set_type_attr(state->struct_time, "n_fields", Value::small(kAllFields));
  vm.set_type_attr(state->struct_time, "n_sequence_fields", Value::small(kFieldCount));
  vm.set_type_attr(state->struct_time, "n_unnamed_fields", Value::small(0));
  vm.set_module_attr(module, "struct_time", vm.type_value(state->struct_time));
  vm.extension(ExtensionId::kTime) = std::move(state);
  vm.add_functions(module,
                   {{"time", time_time, 0, 0},
                    {"time_ns", time_time_ns, 0, 0},
                    {"monotonic", time_monotonic, 0, 0},
                    {"monotonic_ns", time_monotonic_ns, 0, 0},
                    {"perf_counter", time_monotonic, 0, 0},
                    {"perf_counter_ns", time_monotonic_ns, 0, 0},
                    {"process_time", time_zero, 0, 0},
                    {"process_time_ns", time_zero_ns, 0, 0},
                    {"thread_time", time_zero, 0, 0},
                    {"thread_time_ns", time_zero_ns, 0, 0},
                    {"sleep", time_sleep, 1, 1},
                    {"localtime", time_localtime, 0, 1},
                    {"gmtime", time_localtime, 0, 1},
                    {"strftime", time_strftime, 1, 2},
                    {"asctime", time_asctime, 0, 1},
                    {"ctime", time_ctime, 0, 1},
                    {"mktime", time_mktime, 1, 1},
                    {"strptime", time_strptime, 1, 2},
                    {"get_clock_info", time_get_clock_info, 1, 1},
                    {"clock_gettime", time_clock_gettime, 1, 1},
                    {"clock_gettime_ns", time_clock_gettime_ns, 1, 1},
                    {"clock_getres", time_clock_getres, 1, 1}});
  for (const auto& [name, number] : {std::pair{"CLOCK_REALTIME", 0},
                                     std::pair{"CLOCK_MONOTONIC", 1},
                                     std::pair{"CLOCK_PROCESS_CPUTIME_ID", 2},
                                     std::pair{"CLOCK_THREAD_CPUTIME_ID", 3},
                                     std::pair{"CLOCK_MONOTONIC_RAW", 4},
                                     std::pair{"CLOCK_BOOTTIME", 7},
                                     std::pair{"CLOCK_TAI", 11}})
    vm.set_module_attr(module, name, Value::small(number));
  vm.set_module_attr(module, "timezone", Value::small(0));
  vm.set_module_attr(module, "altzone", Value::small(0));
  vm.set_module_attr(module, "daylight", Value::small(0));
  vm.set_module_attr(module, "tzname", vm.tuple({vm.str("UTC"), vm.str("UTC")}));
}

}  // namespace

void register_time_module(Vm& vm) {
  vm.register_module("time", init_time);
}

}  // namespace simul::vm
