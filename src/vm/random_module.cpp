// The module random: the program's own generator and the class Random. Mirrors Lib/random.py draw
// for draw.
//
// The program's generator is seeded with Vm::Options::seed (0 unless the person says otherwise), so
// a run can be repeated.
#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_set>

#include "base/libm.hpp"
#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/gamma.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/modules.hpp"
#include "vm/random.hpp"
#include "vm/sequence.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

struct RandomObject : Container {
  MersenneTwister generator;
  Value dict;
};

// The functions of the module draw from this one.
struct RandomState : Extension {
  Type* type = nullptr;
  Value shared;
};

// Methods get their object as args[0]; functions of the module have none. Both kinds are made from
// one body: Args is what follows.
struct Call {
  Value self;
  OwnedArgs args;
  MersenneTwister& generator() const { return self.as<RandomObject>()->generator; }
};

Value shared_of(Vm& vm) {
  return static_cast<RandomState*>(vm.extension(ExtensionId::kRandom).get())->shared;
}

// Whether the object has a way of its own to what others of its methods ask for.
SIMUL_RARE bool has_own_ways(Vm& vm, const Value& self) {
  static constexpr const char* kAsked[] = {"random",
                                           "getrandbits",
                                           "_randbelow",
                                           "randrange",
                                           "sample",
                                           "normalvariate",
                                           "gammavariate"};
  const Type* random = static_cast<RandomState*>(vm.extension(ExtensionId::kRandom).get())->type;
  const DictObject* own = vm.instance_dict(self, false);
  for (const char* asked : kAsked) {
    const StrObject* name = vm.name(asked);
    if (own != nullptr && own->table.get(name) != nullptr) return true;
    for (const Type* type : vm.type_of(self)->mro) {
      if (type == random) break;
      if (type->dict->table.get(name) != nullptr) return true;
    }
  }
  return false;
}

Native ask_twin(Vm& vm, std::string_view name, OwnedArgs args) {
  const Value module = co_await vm.import_module(vm.name("_simul_random"));
  const Value cls = co_await vm.get_attr(module, vm.name("Random"));
  const Value function = co_await vm.get_attr(cls, vm.name(name));
  co_return vm.call(function, args);
}

using Body = Native (*)(Vm& vm, Call call);
template <Body kBody>
Native as_function(Vm& vm, OwnedArgs args) {
  co_return kBody(vm, Call{shared_of(vm), std::move(args)});
}
Native real_of(Vm& vm, Value value) {
  if (is_int(vm, value) || is_float(vm, value)) {
    double number = 0;
    if (!number_to_double(vm, value, number)) co_return Raised{};
    co_return vm.real(number);
  }
  if (vm.type_of(value)->slots.to_float == nullptr) {
    co_return vm.raise_type_error(cat("must be real number, not ", vm.type_name(value)));
  }
  co_return vm.call(vm.type_value(vm.types().float_), CallArgs(&value, 1));
}
double number(const Value& real) {
  return real.as<FloatObject>()->number;
}

// --- seeding
// ---------------------------------------------------------------------------------------------------------

// What version 1 makes of a str or bytes: the hash that Python 2 had.
SIMUL_RARE std::uint64_t seed_of_old(Vm& vm, const Value& given) {
  std::uint64_t hash = 0;
  std::uint64_t count = 0;
  const auto add = [&](std::uint64_t letter) {
    if (count++ == 0) hash = letter << 7;
    hash = (1000003 * hash) ^ letter;
  };
  if (vm.is_str(given)) {
    const std::string_view letters = vm.text(given);
    for (std::size_t at = 0; at < letters.size();) add(text::next_code_point(letters, at));
  } else {
    for (const char byte : bytes_text(vm, given)) add(static_cast<unsigned char>(byte));
  }
  return hash ^ count;
}

Native seed(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"seed", {"a", "version"}, 2};
  Value slots[2];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  const Value& a = slots[0];
  MersenneTwister& generator = call.generator();
  generator.state.has_gauss = false;
  std::int64_t version = 2;
  if (slots[1]) vm.to_int64(slots[1], version);
  if (!a || a.is_none()) {
    // CPython asks the machine for entropy; here a run must be repeatable.
    generator.seed_with(BigInt::from_uint64(vm.options().seed));
  } else if (is_int(vm, a)) {
    generator.seed_with(big_of(a));
  } else if (version == 1 && (vm.is_str(a) || is_bytes(vm, a))) {
    generator.seed_with(BigInt::from_uint64(seed_of_old(vm, a)));
  } else if (vm.is_str(a)) {
    generator.seed_with_text(vm.text(a));
  } else if (is_bytes(vm, a) || is_bytearray(vm, a)) {
    generator.seed_with_text(bytes_text(vm, a));
  } else if (is_float(vm, a)) {
    Value hash = co_await vm.hash(a);
    std::int64_t bits = 0;
    vm.to_int64(hash, bits);
    call.generator().seed_with(BigInt::from_uint64(static_cast<std::uint64_t>(bits)));
  } else {
    co_return vm.raise_type_error(
        "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
  }
  co_return Value::none();
}

Native get_state(Vm& vm, Call call) {
  const MersenneTwister::State& state = call.generator().state;
  std::vector<Value> words;
  for (std::uint32_t word : state.words) words.push_back(vm.integer(word));
  words.push_back(vm.integer(state.index));
  co_return vm.tuple({Value::small(3),
                      vm.tuple(std::move(words)),
                      state.has_gauss ? vm.real(state.gauss) : Value::none()});
}

Native set_state(Vm& vm, Call call) {
  const auto wrong = [&] { return vm.raise_value_error("state vector is the wrong size"); };
  if (call.args.size() != 1 || !vm.is_exactly(call.args[0], vm.types().tuple)) {
    co_return vm.raise_type_error("state vector must be a tuple");
  }
  const auto* outer = call.args[0].as<TupleObject>();
  std::int64_t version = 3;
  if (outer->size > 0 && vm.to_int64(outer->items()[0], version) && version != 3)
    co_return vm.raise_value_error(
        cat("state with version ", version, " passed to Random.setstate() of version 3"));
  if (outer->size != 3 || !vm.is_exactly(outer->items()[1], vm.types().tuple)) co_return wrong();
  const auto* words = outer->items()[1].as<TupleObject>();
  if (words->size != 625) co_return wrong();
  MersenneTwister::State state;
  for (std::size_t i = 0; i <= 624; ++i) {
    std::int64_t word = 0;
    if (!vm.to_int64(words->items()[i], word) || word < 0 || word > 0xffffffff) co_return wrong();
    if (i < 624) {
      state.words[i] = static_cast<std::uint32_t>(word);
    } else {
      state.index = static_cast<std::uint32_t>(std::min<std::int64_t>(word, 624));
    }
  }
  if (is_float(vm, outer->items()[2])) {
    state.has_gauss = true;
    state.gauss = number(outer->items()[2]);
  }
  call.generator().state = state;
  co_return Value::none();
}

// --- numbers
// ---------------------------------------------------------------------------------------------------------

Native random_real(Vm& vm, Call call) {
  if (call.args.size() > 0)
    co_return vm.raise_type_error(
        cat("Random.random() takes no arguments (", call.args.size(), " given)"));
  co_return vm.real(call.generator().random());
}

Native get_rand_bits(Vm& vm, Call call) {
  if (call.args.size() != 1) {
    co_return vm.raise_type_error(
        cat("getrandbits() takes exactly one argument (", call.args.size(), " given)"));
  }
  Value count = co_await vm.index(call.args[0]);
  std::int64_t bits = 0;
  if (!clamp_index(vm, count, bits)) co_return Raised{};
  if (bits < 0) co_return vm.raise_value_error("number of bits must be non-negative");
  if (static_cast<std::uint64_t>(bits) > BigInt::kMaxBits) co_return int_too_large(vm);
  co_return make_int(vm, call.generator().bits(static_cast<std::uint64_t>(bits)));
}

Native rand_bytes(Vm& vm, Call call) {
  if (call.args.size() != 1)
    co_return vm.raise_type_error("randbytes() takes exactly one argument");
  std::int64_t count = 0;
  if (!clamp_index(vm, call.args[0], count)) co_return Raised{};
  if (count < 0) co_return vm.raise_value_error("number of bits must be non-negative");
  if (static_cast<std::uint64_t>(count) * 8 > BigInt::kMaxBits) co_return int_too_large(vm);
  std::string bytes =
      call.generator().bits(static_cast<std::uint64_t>(count) * 8).magnitude_bytes();
  bytes.resize(static_cast<std::size_t>(count), '\0');
  co_return vm.bytes(bytes);
}

Value draw_below(Vm& vm, MersenneTwister& generator, const BigInt& limit) {
  const std::optional<std::int64_t> small = limit.to_int64();
  if (small)
    return vm.integer(
        static_cast<std::int64_t>(generator.below(static_cast<std::uint64_t>(*small))));
  return make_int(vm, generator.below(limit));
}

Native rand_range(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"randrange", {"start", "stop", "step"}, 3, 1};
  Value slots[3];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value start = co_await vm.index(slots[0]);
  if (!slots[1] || slots[1].is_none()) {
    if (slots[2] && !(is_int(vm, slots[2]) && big_of(slots[2]) == BigInt(1))) {
      co_return vm.raise_type_error("Missing a non-None stop argument");
    }
    if (big_of(start).sign() > 0) co_return draw_below(vm, call.generator(), big_of(start));
    co_return vm.raise_value_error("empty range for randrange()");
  }
  Value stop = co_await vm.index(slots[1]);
  Value step = slots[2] ? co_await vm.index(slots[2]) : Value::small(1);
  const BigInt first = big_of(start);
  const BigInt width = big_of(stop) - first;
  const BigInt stride = big_of(step);
  BigInt count;
  if (stride == BigInt(1)) {
    if (width.sign() <= 0) {
      co_return vm.raise_value_error(cat(
          "empty range in randrange(", *first.to_string(), ", ", *big_of(stop).to_string(), ")"));
    }
    Value drawn = draw_below(vm, call.generator(), width);
    co_return make_int(vm, first + big_of(drawn));
  }
  if (stride.is_zero()) co_return vm.raise_value_error("zero step for randrange()");
  BigInt::divmod(stride.sign() > 0 ? width + stride - BigInt(1) : width + stride + BigInt(1),
                 stride,
                 &count,
                 nullptr);
  if (count.sign() <= 0) {
    co_return vm.raise_value_error(cat("empty range in randrange(",
                                       *first.to_string(),
                                       ", ",
                                       *big_of(stop).to_string(),
                                       ", ",
                                       *stride.to_string(),
                                       ")"));
  }
  Value drawn = draw_below(vm, call.generator(), count);
  const std::optional<BigInt> offset = BigInt::multiply(big_of(drawn), stride);
  if (!offset) co_return int_too_large(vm);
  co_return make_int(vm, first + *offset);
}

Native rand_int(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"randint", {"a", "b"}, 2, 2};
  Value slots[2];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value low = co_await vm.index(slots[0]);
  Value high = co_await vm.index(slots[1]);
  const BigInt width = big_of(high) - big_of(low) + BigInt(1);
  if (width.sign() <= 0) {
    co_return vm.raise_value_error(cat("empty range in randrange(",
                                       *big_of(low).to_string(),
                                       ", ",
                                       *(big_of(high) + BigInt(1)).to_string(),
                                       ")"));
  }
  Value drawn = draw_below(vm, call.generator(), width);
  co_return make_int(vm, big_of(low) + big_of(drawn));
}

Native uniform(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"uniform", {"a", "b"}, 2, 2};
  Value slots[2];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value a = co_await real_of(vm, slots[0]);
  Value b = co_await real_of(vm, slots[1]);
  co_return vm.real(number(a) + (number(b) - number(a)) * call.generator().random());
}

// A distribution with up to three parameters that have defaults.
struct Shape {
  const char* name;
  const char* first;
  const char* second;
  double first_default, second_default;
  int required;
  double (*draw)(MersenneTwister&, double, double);
  bool positive = false;  // both have to be
  bool divides = false;   // by the first
};

template <const Shape& kShape>
Native distribution(Vm& vm, Call call) {
  static const Parameters kParameters =
      kShape.second == nullptr
          ? Parameters{kShape.name, {kShape.first}, 1, static_cast<std::uint32_t>(kShape.required)}
          : Parameters{kShape.name,
                       {kShape.first, kShape.second},
                       2,
                       static_cast<std::uint32_t>(kShape.required)};
  Value slots[2];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value a = slots[0] ? co_await real_of(vm, slots[0]) : vm.real(kShape.first_default);
  Value b = slots[1] ? co_await real_of(vm, slots[1]) : vm.real(kShape.second_default);
  if constexpr (kShape.positive)
    if (number(a) <= 0 || number(b) <= 0)
      co_return vm.raise_value_error("gammavariate: alpha and beta must be > 0.0");
  if constexpr (kShape.divides)
    if (number(a) == 0)
      co_return vm.raise(vm.exceptions().ZeroDivisionError, "float division by zero");
  co_return vm.real(kShape.draw(call.generator(), number(a), number(b)));
}

#define SIMUL_DRAW(expression) \
  [](MersenneTwister& g, double a, double b) -> double { return (void)b, expression; }
constexpr Shape kGauss{"gauss", "mu", "sigma", 0, 1, 0, SIMUL_DRAW(g.gauss(a, b))};
constexpr Shape kNormal{"normalvariate", "mu", "sigma", 0, 1, 0, SIMUL_DRAW(g.normal(a, b))};
constexpr Shape kLogNormal{
    "lognormvariate", "mu", "sigma", 0, 1, 2, SIMUL_DRAW(libm::exp(g.normal(a, b)))};
constexpr Shape kExponential{
    "expovariate", "lambd", nullptr, 1, 0, 0, SIMUL_DRAW(g.exponential(a)), false, true};
constexpr Shape kGamma{"gammavariate", "alpha", "beta", 0, 0, 2, SIMUL_DRAW(g.gamma(a, b)), true};
constexpr Shape kBeta{"betavariate", "alpha", "beta", 0, 0, 2, SIMUL_DRAW(g.beta(a, b)), true};
constexpr Shape kVonMises{"vonmisesvariate", "mu", "kappa", 0, 0, 2, SIMUL_DRAW(g.von_mises(a, b))};
constexpr Shape kPareto{"paretovariate", "alpha", nullptr, 0, 0, 1, SIMUL_DRAW(g.pareto(a))};
constexpr Shape kWeibull{"weibullvariate", "alpha", "beta", 0, 0, 2, SIMUL_DRAW(g.weibull(a, b))};
#undef SIMUL_DRAW

// How many of `n` draws succeed, each with the probability `p`, 0 < p < 1: CPython's two ways, one
// for few successes (Devroye) and one for many (Hormann's BTRS).
std::int64_t binomial(MersenneTwister& generator, std::int64_t n, double p) {
  const auto trials = static_cast<double>(n);
  if (n == 1) return generator.random() < p ? 1 : 0;
  if (p > 0.5) return n - binomial(generator, n, 1.0 - p);
  if (trials * p < 10.0) {
    std::int64_t successes = 0;
    double at = 0;
    const double scale = libm::log2(1.0 - p);
    if (scale == 0) return 0;
    for (;; ++successes) {
      at += std::floor(libm::log2(generator.random()) / scale) + 1;
      if (at > trials) return successes;
    }
  }
  const double deviation = std::sqrt(trials * p * (1.0 - p));
  const double b = 1.15 + 2.53 * deviation;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double c = trials * p + 0.5;
  const double squeeze = 0.92 - 4.2 / b;
  const double alpha = (2.83 + 5.1 / b) * deviation;
  const double odds = libm::log(p / (1.0 - p));
  const double mode = std::floor((trials + 1) * p);
  const double height = log_gamma_of(mode + 1) + log_gamma_of(trials - mode + 1);
  for (;;) {
    const double u = generator.random() - 0.5;
    const double edge = 0.5 - std::fabs(u);
    const double k = std::floor((2.0 * a / edge + b) * u + c);
    if (k < 0 || k > trials) continue;
    double v = generator.random();
    if (edge >= 0.07 && v <= squeeze) return static_cast<std::int64_t>(k);
    v *= alpha / (a / (edge * edge) + b);
    if (libm::log(v) <=
        height - log_gamma_of(k + 1) - log_gamma_of(trials - k + 1) + (k - mode) * odds)
      return static_cast<std::int64_t>(k);
  }
}

Native binomial_variate(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"binomialvariate", {"n", "p"}, 2};
  Value slots[2];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value trials = slots[0] ? co_await vm.index(slots[0]) : Value::small(1);
  Value probability = slots[1] ? co_await real_of(vm, slots[1]) : vm.real(0.5);
  std::int64_t n = 0;
  if (!vm.to_int64(trials, n)) co_return vm.raise_memory_error();
  if (n < 0) co_return vm.raise_value_error("n must be non-negative");
  const double p = number(probability);
  if (p == 0.0) co_return Value::small(0);
  if (p == 1.0) co_return trials;
  if (!(p > 0.0 && p < 1.0))
    co_return vm.raise_value_error("p must be in the range 0.0 <= p <= 1.0");
  co_return vm.integer(binomial(call.generator(), n, p));
}

Native triangular(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"triangular", {"low", "high", "mode"}, 3};
  Value slots[3];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value low = slots[0] ? co_await real_of(vm, slots[0]) : vm.real(0);
  Value high = slots[1] ? co_await real_of(vm, slots[1]) : vm.real(1);
  const bool has_mode = slots[2] && !slots[2].is_none();
  Value mode = has_mode ? co_await real_of(vm, slots[2]) : vm.real(0);
  const double drawn =
      call.generator().triangular(number(low), number(high), number(mode), has_mode);
  // A mode in no room at all: the low end as it was given.
  const bool as_given = has_mode && slots[0] && number(low) == number(high);
  co_return as_given ? slots[0] : vm.real(drawn);
}

// --- sequences
// -------------------------------------------------------------------------------------------------------

Native choice(Vm& vm, Call call) {
  if (call.args.size() != 1) co_return vm.raise_type_error("choice() takes exactly one argument");
  Value length = co_await vm.length(call.args[0]);
  std::int64_t n = 0;
  if (!vm.to_int64(length, n)) co_return vm.raise_memory_error();
  if (n == 0)
    co_return vm.raise(vm.exceptions().IndexError, "Cannot choose from an empty sequence");
  const auto at = call.generator().below(static_cast<std::uint64_t>(n));
  co_return vm.get_item(call.args[0], vm.integer(static_cast<std::int64_t>(at)));
}

Native shuffle(Vm& vm, Call call) {
  if (call.args.size() != 1) co_return vm.raise_type_error("shuffle() takes exactly one argument");
  const Value x = call.args[0];
  Value length = co_await vm.length(x);
  std::int64_t size = 0;
  vm.to_int64(length, size);
  for (std::int64_t i = size - 1; i > 0; --i) {
    const auto j =
        static_cast<std::int64_t>(call.generator().below(static_cast<std::uint64_t>(i + 1)));
    Value a = co_await vm.get_item(x, vm.integer(i));
    Value b = co_await vm.get_item(x, vm.integer(j));
    co_await vm.set_item(x, vm.integer(i), b);
    co_await vm.set_item(x, vm.integer(j), a);
  }
  co_return Value::none();
}

// More than any memory holds, and times its bytes still a number.
constexpr std::int64_t kManyItems = std::int64_t{1} << 48;
// One that sample() has taken: its place in the set of places, and the item.
constexpr std::int64_t kBytesOfChoice = 48;

Native sample(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"sample", {"population", "k", "counts"}, 2, 2};
  Value slots[3];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value population = slots[0];
  if (is_set(vm, population) || vm.type_of(population)->slots.get_item == nullptr ||
      is_dict(vm, population)) {
    co_return vm.raise_type_error(
        "Population must be a sequence.  For dicts or sets, use sorted(d).");
  }
  if (slots[2] && !slots[2].is_none()) {
    // Each element as often as its count says.
    Value counts = co_await vm.to_list(slots[2]);
    Value of_how_many = co_await vm.length(population);
    std::int64_t kinds = 0;
    if (!vm.to_int64(of_how_many, kinds)) co_return vm.raise_memory_error();
    if (kinds != static_cast<std::int64_t>(counts.as<ListObject>()->items.size()))
      co_return vm.raise_value_error("The number of counts does not match the population");
    for (const Value& each : counts.as<ListObject>()->items)
      if (is_float(vm, each)) co_return vm.raise_type_error("Counts must be integers");
    std::vector<Value> repeated;
    for (std::size_t i = 0; i < counts.as<ListObject>()->items.size(); ++i) {
      std::int64_t times = 0;
      if (!clamp_index(vm, counts.as<ListObject>()->items[i], times)) co_return Raised{};
      Value item = co_await vm.get_item(population, vm.integer(static_cast<std::int64_t>(i)));
      if (times > 1'000'000) co_return vm.raise_memory_error();
      for (std::int64_t k = 0; k < times; ++k) repeated.push_back(item);
    }
    population = vm.list(std::move(repeated));
  }
  Value length = co_await vm.length(population);
  Value wanted = co_await vm.index(slots[1]);
  std::int64_t n = 0;
  if (!vm.to_int64(length, n)) co_return vm.raise_memory_error();
  std::int64_t k = 0;
  if (!clamp_index(vm, wanted, k)) co_return Raised{};
  if (k < 0 || k > n)
    co_return vm.raise_value_error("Sample larger than population or is negative");
  std::vector<Value> result;
  double set_size = 21;
  if (k > 5)
    set_size += libm::pow(4, std::ceil(libm::log(static_cast<double>(k) * 3) / libm::log(4.0)));
  if (static_cast<double>(n) <= set_size) {
    Value pool = co_await vm.to_list(population);
    for (std::int64_t i = 0; i < k; ++i) {
      auto& items = pool.as<ListObject>()->items;
      const auto j =
          static_cast<std::size_t>(call.generator().below(static_cast<std::uint64_t>(n - i)));
      result.push_back(items[j]);
      items[j] = items[static_cast<std::size_t>(n - i - 1)];
    }
  } else {
    if (vm.heap().would_overflow(std::min(k, kManyItems) * kBytesOfChoice))
      co_return vm.raise_memory_error();
    std::unordered_set<std::uint64_t> chosen;  // the population may be range(10**12)
    for (std::int64_t i = 0; i < k; ++i) {
      std::uint64_t j = call.generator().below(static_cast<std::uint64_t>(n));
      while (!chosen.insert(j).second) j = call.generator().below(static_cast<std::uint64_t>(n));
      Value item = co_await vm.get_item(population, vm.integer(static_cast<std::int64_t>(j)));
      result.push_back(std::move(item));
    }
  }
  co_return vm.list(std::move(result));
}

Native choices(Vm& vm, Call call) {
  static constexpr Parameters kParameters{
      "choices", {"population", "weights", "cum_weights", "k"}, 2, 1};
  Value slots[4];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  std::int64_t k = 1;
  if (slots[3] && !clamp_index(vm, slots[3], k)) co_return Raised{};
  Value length = co_await vm.length(slots[0]);
  std::int64_t n = 0;
  if (!vm.to_int64(length, n)) co_return vm.raise_memory_error();
  const bool has_weights = slots[1] && !slots[1].is_none();
  const bool has_cumulative = slots[2] && !slots[2].is_none();
  if (has_weights && has_cumulative) {
    co_return vm.raise_type_error("Cannot specify both weights and cumulative weights");
  }
  std::int64_t meant = 0;
  if (has_weights && vm.to_int64(slots[1], meant))
    co_return vm.raise_type_error(
        cat("The number of choices must be a keyword argument: k=", meant));
  std::vector<double> cumulative;
  if (has_weights || has_cumulative) {
    Value list = co_await vm.to_list(has_weights ? slots[1] : slots[2]);
    double total = 0;
    for (std::size_t i = 0; i < list.as<ListObject>()->items.size(); ++i) {
      const Value item = list.as<ListObject>()->items[i];
      Value weight = co_await real_of(vm, item);
      total = has_weights ? total + number(weight) : number(weight);
      cumulative.push_back(total);
    }
    if (static_cast<std::int64_t>(cumulative.size()) != n) {
      co_return vm.raise_value_error("The number of weights does not match the population");
    }
    if (n > 0 && total <= 0)
      co_return vm.raise_value_error("Total of weights must be greater than zero");
    if (!std::isfinite(total)) co_return vm.raise_value_error("Total of weights must be finite");
  }
  if (n == 0 && (k > 0 || has_weights || has_cumulative)) {
    co_return vm.raise(vm.exceptions().IndexError, "list index out of range");
  }
  if (k > 0 &&
      vm.heap().would_overflow(std::min(k, kManyItems) * static_cast<std::int64_t>(sizeof(Value))))
    co_return vm.raise_memory_error();
  std::vector<Value> result;
  for (std::int64_t i = 0; i < k; ++i) {
    std::int64_t at = 0;
    if (cumulative.empty()) {
      at =
          static_cast<std::int64_t>(std::floor(call.generator().random() * static_cast<double>(n)));
    } else {
      const double mark = call.generator().random() * cumulative.back();
      const auto end = cumulative.end() - 1;
      at = std::upper_bound(cumulative.begin(), end, mark) - cumulative.begin();
    }
    Value item = co_await vm.get_item(slots[0], vm.integer(at));
    result.push_back(std::move(item));
  }
  co_return vm.list(std::move(result));
}

// --- the class
// -------------------------------------------------------------------------------------------------------

Native rand_below(Vm& vm, Call call) {
  static constexpr Parameters kParameters{"_randbelow", {"n"}, 1, 1};
  Value slots[1];
  if (!vm.parse(call.args, kParameters, slots)) co_return Raised{};
  Value limit = co_await vm.index(slots[0]);
  const BigInt below = big_of(limit);
  if (below.sign() <= 0) co_return Value::small(0);
  co_return draw_below(vm, call.generator(), below);
}

Answer random_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<RandomObject>(cls));
}

Answer random_init(Vm& vm, const Value& self, const CallArgs& args) {
  static constexpr Parameters kParameters{"Random", {"x"}, 1};
  Value slots[1];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  self.as<RandomObject>()->generator.state.has_gauss = false;
  const Value x = slots[0] ? slots[0] : Value::none();
  return vm.call_method(self, "seed", {x});
}

Native random_reduce(Vm& vm, OwnedArgs args) {
  const Value state = co_await vm.call_method(args[0], vm.name("getstate"), CallArgs(nullptr, 0));
  co_return vm.tuple({vm.type_value(vm.type_of(args[0])), vm.tuple(std::vector<Value>()), state});
}
Answer random_get_state(Vm& vm, const CallArgs& args) {
  return vm.call_method(args[0], "getstate", {});
}
Answer random_set_state(Vm& vm, const CallArgs& args) {
  return vm.call_method(args[0], "setstate", {args[1]});
}

Answer random_next_gauss(Vm& vm, const Value& self) {
  const MersenneTwister::State& state = self.as<RandomObject>()->generator.state;
  return state.has_gauss ? vm.real(state.gauss) : Value::none();
}
Answer random_set_next_gauss(Vm& vm, const Value& self, const Value& value) {
  MersenneTwister::State& state = self.as<RandomObject>()->generator.state;
  state.has_gauss = value && is_float(vm, value);
  if (state.has_gauss) state.gauss = number(value);
  return Value::none();
}

// What the module has besides: it is written in Python, next to the other secrets.
Native random_get_attr(Vm& vm, OwnedArgs args) {
  if (vm.is_str(args[0]) && vm.text(args[0]) == "SystemRandom") {
    const Value secrets = co_await vm.import_module(vm.name("secrets"));
    co_return vm.get_attr(secrets, vm.name("SystemRandom"));
  }
  co_return vm.raise(vm.exceptions().AttributeError,
                     cat("module 'random' has no attribute '", vm.text(args[0]), "'"));
}

// clang-format off
#define SIMUL_RANDOM(X) \
  X("seed", seed) \
  X("getstate", get_state) \
  X("setstate", set_state) \
  X("random", random_real) \
  X("getrandbits", get_rand_bits)
#define SIMUL_RANDOM_ASKING(X) \
  X("randbytes", rand_bytes) \
  X("randrange", rand_range) \
  X("randint", rand_int) \
  X("uniform", uniform) \
  X("triangular", triangular) \
  X("choice", choice) \
  X("choices", choices) \
  X("shuffle", shuffle) \
  X("sample", sample) \
  X("gauss", distribution<kGauss>) \
  X("normalvariate", distribution<kNormal>) \
  X("lognormvariate", distribution<kLogNormal>) \
  X("binomialvariate", binomial_variate)        \
  X("expovariate", distribution<kExponential>) \
  X("gammavariate", distribution<kGamma>) \
  X("betavariate", distribution<kBeta>) \
  X("vonmisesvariate", distribution<kVonMises>) \
  X("paretovariate", distribution<kPareto>) \
  X("weibullvariate", distribution<kWeibull>)
// clang-format on

#define SIMUL_NAME(name, body) name,
constexpr std::string_view kNames[] = {SIMUL_RANDOM_ASKING(SIMUL_NAME) "_randbelow"};
#undef SIMUL_NAME
consteval std::size_t index_of(std::string_view name) {
  return static_cast<std::size_t>(std::find(std::begin(kNames), std::end(kNames), name) -
                                  std::begin(kNames));
}

// kName says which method it is, of those that ask others: its twin in Python serves objects that
// have ways of their own.
constexpr std::size_t kAsksNone = std::size(kNames);
template <Body kBody, std::size_t kName>
Native as_method(Vm& vm, OwnedArgs args) {
  Value self = args.values[0];
  if constexpr (kName != kAsksNone)
    if (has_own_ways(vm, self)) co_return ask_twin(vm, kNames[kName], std::move(args));
  args.values.erase(args.values.begin());
  --args.count;
  co_return kBody(vm, Call{std::move(self), std::move(args)});
}

void fill(Vm& vm, const Value& module) {
  auto state = std::make_unique<RandomState>();
  TypeSpec spec{.name = "Random",
                .module = "random",
                .instance_size = sizeof(RandomObject),
                .flags = kSubclassable | kHasDict};
  spec.slots.destroy = destroy_as<RandomObject>;
  spec.slots.traverse = [](Object* self, Visitor& visitor) {
    visitor.visit(static_cast<RandomObject*>(self)->dict);
  };
  spec.slots.clear = [](Object* self) { static_cast<RandomObject*>(self)->dict = Value(); };
  spec.slots.create = random_create;
  spec.slots.init = random_init;
#define SIMUL_ADD_METHOD(name, body) \
  spec.methods.push_back({name, as_method<body, kAsksNone>, 0, -1, kKeywords});
  SIMUL_RANDOM(SIMUL_ADD_METHOD)
#undef SIMUL_ADD_METHOD
#define SIMUL_ADD_METHOD(name, body) \
  spec.methods.push_back({name, as_method<body, index_of(name)>, 0, -1, kKeywords});
  SIMUL_RANDOM_ASKING(SIMUL_ADD_METHOD)
#undef SIMUL_ADD_METHOD
  spec.methods.push_back(
      {"_randbelow", as_method<rand_below, index_of("_randbelow")>, 0, -1, kKeywords});
  spec.methods.push_back({"__reduce__", random_reduce, 0, 0});
  spec.methods.push_back({"__getstate__", random_get_state, 0, 0});
  spec.methods.push_back({"__setstate__", random_set_state, 1, 1});
  spec.getters = {{"gauss_next", random_next_gauss, random_set_next_gauss}, dict_getter()};
  state->type = vm.make_type(spec);
  state->type->dict_offset = offset_of(&RandomObject::dict);
  vm.set_type_attr(state->type, "VERSION", Value::small(3));
  state->shared = Value::adopt(vm.instantiate<RandomObject>(state->type));
  state->shared.as<RandomObject>()->generator = MersenneTwister(vm.options().seed);
  vm.set_module_attr(module, "Random", vm.type_value(state->type));
#define SIMUL_ADD_FUNCTION(name, body) {name, as_function<body>, 0, -1, kKeywords},
  vm.add_functions(module,
                   {SIMUL_RANDOM(SIMUL_ADD_FUNCTION) SIMUL_RANDOM_ASKING(SIMUL_ADD_FUNCTION)});
#undef SIMUL_ADD_FUNCTION
  vm.add_functions(module, {{"__getattr__", random_get_attr, 1, 1}});
  vm.extension(ExtensionId::kRandom) = std::move(state);
}

}  // namespace

void register_random(Vm& vm) {
  vm.register_module("random", fill);
}

}  // namespace simul::vm
