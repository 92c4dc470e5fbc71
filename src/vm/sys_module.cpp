// The module sys, and the standard streams that print() writes to. Mirrors Python/sysmodule.c at a
// playground's depth.
#include <algorithm>
#include <cstdint>
#include <limits>

#include "vm/cat.hpp"
#include "vm/codecs.hpp"
#include "vm/collections.hpp"
#include "vm/depth.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/modules.hpp"
#include "vm/sys_state.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

struct StreamObject : Object {
  int stream = 1;
};

// What sys keeps beside its module: made when the program imports it.
struct SysState : Extension {
  Value module;
  Type* stream_type = nullptr;
  double switch_interval = 0.005;
};

SysState* state_of(Vm& vm) {
  return static_cast<SysState*>(vm.extension(ExtensionId::kSys).get());
}

Native not_supported(Vm& vm, const char* what);

Answer stream_write(Vm& vm, const CallArgs& args) {
  if (args[0].as<StreamObject>()->stream == 0) return not_supported(vm, "not writable");
  if (!vm.is_str(args[1])) {
    return vm.raise_type_error(cat("write() argument must be str, not ", vm.type_name(args[1])));
  }
  Answer written = write_stream(vm, args[0].as<StreamObject>()->stream, vm.text(args[1]));
  if (!written.has_value()) return written;
  return vm.integer(args[1].as<StrObject>()->length);
}
Answer stream_nothing(Vm&, const CallArgs&) {
  return Value::none();
}
Answer stream_false(Vm&, const CallArgs&) {
  return Value::boolean(false);
}
Answer stream_fileno(Vm&, const CallArgs& args) {
  return Value::small(args[0].as<StreamObject>()->stream);
}

Native stream_write_lines(Vm& vm, OwnedArgs args) {
  Value iterator = co_await vm.iter(args[1]);
  while (Value line = co_await vm.next(iterator))
    co_await vm.call_method(args[0], vm.name("write"), CallArgs(&line, 1));
  co_return Value::none();
}

Native not_supported(Vm& vm, const char* what) {
  const Value module = co_await vm.import_module(vm.name("_io"));
  Value cls = co_await vm.get_attr(module, vm.name("UnsupportedOperation"));
  const Value text = vm.str(what);
  Value error = co_await vm.call(cls, CallArgs(&text, 1));
  co_return vm.raise_exception(std::move(error));
}

// Lines come from where input() has its own; "" is the end.
Native stream_read_line(Vm& vm, OwnedArgs args) {
  if (args[0].as<StreamObject>()->stream != 0) co_return not_supported(vm, "not readable");
  const Value* input = vm.builtins_dict()->table.get(vm.name("input"));
  if (input == nullptr) co_return vm.str("");
  const Value function = *input;
  Attempt line = co_await vm.attempt(vm.call(function, CallArgs()));
  if (line.ok()) co_return vm.str(cat(vm.text(line.value), "\n"));
  if (!vm.matches(line.exception, vm.exceptions().EOFError))
    co_return vm.raise_exception(std::move(line.exception));
  co_return vm.str("");
}
Native stream_read_lines(Vm& vm, OwnedArgs args) {
  Value lines = vm.list({});
  while (true) {
    Value line = co_await vm.call_method(args[0], vm.name("readline"), CallArgs());
    if (vm.text(line).empty()) co_return lines;
    if (!push_item(vm, lines, std::move(line))) co_return Raised{};
  }
}
Native stream_read(Vm& vm, OwnedArgs args) {
  Value lines = co_await vm.call_method(args[0], vm.name("readlines"), CallArgs());
  const Value nothing = vm.str("");
  co_return vm.call_method(nothing, vm.name("join"), CallArgs(&lines, 1));
}
Native stream_lines(Vm& vm, Value self) {
  const Value* iter = vm.builtins_dict()->table.get(vm.name("iter"));
  if (iter == nullptr) co_return Value::none();
  const Value function = *iter;
  const Value both[] = {co_await vm.get_attr(self, vm.name("readline")), vm.str("")};
  co_return vm.call(function, CallArgs(both, 2));
}
Answer stream_iter(Vm& vm, const Value& self) {
  return stream_lines(vm, self);
}
// Its bytes.
Native stream_buffer_of(Vm& vm, Value self) {
  const Value module = co_await vm.import_module(vm.name("_simul_streams"));
  const Value buffer_of = co_await vm.get_attr(module, vm.name("buffer_of"));
  co_return vm.call(buffer_of, CallArgs(&self, 1));
}
Answer stream_buffer(Vm& vm, const Value& self) {
  return stream_buffer_of(vm, self);
}
// A page has one encoding, and shows each line at once.
Answer stream_reconfigure(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "reconfigure", {"encoding", "errors", "newline", "line_buffering", "write_through"}, 0};
  Value slots[5];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  return Value::none();
}
Answer stream_enter(Vm&, const CallArgs& args) {
  return args[0];
}
Answer stream_readable(Vm&, const CallArgs& args) {
  return Value::boolean(args[0].as<StreamObject>()->stream == 0);
}
Answer stream_writable(Vm&, const CallArgs& args) {
  return Value::boolean(args[0].as<StreamObject>()->stream != 0);
}
const char* name_of(const Value& stream) {
  switch (stream.as<StreamObject>()->stream) {
    case 0: return "<stdin>";
    case 1: return "<stdout>";
    default: return "<stderr>";
  }
}

Answer stream_repr(Vm& vm, const Value& self) {
  return vm.str(cat("<_io.TextIOWrapper name='",
                    name_of(self),
                    "' mode='",
                    self.as<StreamObject>()->stream == 0 ? "r" : "w",
                    "' encoding='utf-8'>"));
}
Answer stream_name(Vm& vm, const Value& self) {
  return vm.str(name_of(self));
}
Answer stream_mode(Vm& vm, const Value& self) {
  return vm.str(self.as<StreamObject>()->stream == 0 ? "r" : "w");
}
Answer stream_encoding(Vm& vm, const Value&) {
  return vm.str("utf-8");
}
Answer stream_errors(Vm& vm, const Value& self) {
  return vm.str(self.as<StreamObject>()->stream == 2 ? "backslashreplace" : "strict");
}
Answer stream_open(Vm&, const Value&) {
  return Value::boolean(false);
}
Answer stream_newlines(Vm&, const Value&) {
  return Value::none();
}

Value make_stream(Vm& vm, Type* type, int number) {
  auto* stream = vm.heap().make<StreamObject>(type);
  stream->stream = number;
  return Value::adopt(stream);
}

// --- functions
// -------------------------------------------------------------------------------------------------------

Answer sys_exit(Vm& vm, const CallArgs& args) {
  if (args.size() == 0 || args[0].is_none()) return vm.raise(vm.exceptions().SystemExit);
  return vm.raise(vm.exceptions().SystemExit, args[0]);
}

Native sys_display_hook(Vm& vm, OwnedArgs args) {
  const Value value = args[0];
  if (value.is_none()) co_return value;
  Table& names = vm.builtins_dict()->table;
  // Not while its repr runs, which may look at it.
  names.set(vm.name("_"), Value::none());
  const Value shown = co_await vm.repr(value);
  const Value* print = names.get(vm.name("print"));
  if (print != nullptr) {
    const Value function = *print;
    co_await vm.call(function, CallArgs(&shown, 1));
  }
  vm.builtins_dict()->table.set(vm.name("_"), value);
  co_return Value::none();
}

Answer sys_exc_info(Vm& vm, const CallArgs&) {
  Value exception = vm.handled_exception();
  if (!exception || exception.is_none())
    return vm.tuple({Value::none(), Value::none(), Value::none()});
  Value traceback = exception.as<ExceptionObject>()->traceback;
  return vm.tuple(
      {vm.type_value(vm.type_of(exception)), exception, traceback ? traceback : Value::none()});
}

Answer sys_except_hook(Vm& vm, const CallArgs& args) {
  if (!vm.matches(args[1], vm.exceptions().BaseException)) return Value::none();
  const std::string text = vm.format_exception(args[1]);
  const DictObject* names = vm.instance_dict(state_of(vm)->module, false);
  const Value* stream = names->table.get(vm.name("stderr"));
  if (stream == nullptr || native_stream(vm, *stream) != 0) {
    vm.write(2, text);
    return Value::none();
  }
  return vm.call_method(*stream, "write", {vm.str(text)});
}

Answer sys_exception(Vm& vm, const CallArgs&) {
  Value exception = vm.handled_exception();
  return exception ? exception : Value::none();
}

Answer sys_get_refcount(Vm& vm, const CallArgs& args) {
  // As in CPython, the argument itself is one more.
  if (!args[0].is_object()) return vm.integer(4294967295);
  return vm.integer(args[0].object()->refcount);
}

Answer sys_get_recursion_limit(Vm& vm, const CallArgs&) {
  return vm.integer(vm.options().recursion_limit);
}
Answer sys_set_recursion_limit(Vm& vm, const CallArgs& args) {
  std::int64_t limit = 0;
  if (!clamp_index(vm, args[0], limit)) return Raised{};
  if (limit < INT32_MIN || limit > INT32_MAX)
    return vm.raise(vm.exceptions().OverflowError, "Python int too large to convert to C int");
  if (limit < 1) return vm.raise_value_error("recursion limit must be greater or equal than 1");
  const int depth = vm.running() == nullptr ? 0 : python_frames(*vm.running());
  if (depth >= limit) {
    return vm.raise(vm.exceptions().RecursionError,
                    cat("cannot set the recursion limit to ",
                        limit,
                        " at the recursion depth ",
                        depth,
                        ": the limit is too low"));
  }
  vm.set_recursion_limit(static_cast<int>(limit));
  return Value::none();
}
// How much a new coroutine remembers of where it was made.
Answer sys_get_origin_depth(Vm& vm, const CallArgs&) {
  return vm.integer(Vm::Internals::origin_depth_of(vm));
}
Answer sys_set_origin_depth(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"set_coroutine_origin_tracking_depth", {"depth"}, 1};
  Value slots[1];
  std::int64_t depth = 0;
  if (!vm.parse(args, kParameters, slots) || !clamp_index(vm, slots[0], depth)) return Raised{};
  if (depth < 0) return vm.raise_value_error("depth must be >= 0");
  Vm::Internals::origin_depth_of(vm) = depth;
  return Value::none();
}
// Kept for who asks: threads here take turns by the run's own rules.
Answer sys_set_switch_interval(Vm& vm, const CallArgs& args) {
  std::int64_t whole = 0;
  double seconds = 0;
  if (is_float(vm, args[0]))
    seconds = args[0].as<FloatObject>()->number;
  else if (vm.to_int64(args[0], whole))
    seconds = static_cast<double>(whole);
  else
    return vm.raise_type_error(cat("must be real number, not ", vm.type_name(args[0])));
  if (!(seconds > 0)) return vm.raise_value_error("switch interval must be strictly positive");
  state_of(vm)->switch_interval = seconds;
  return Value::none();
}
Answer sys_get_switch_interval(Vm& vm, const CallArgs&) {
  return vm.real(state_of(vm)->switch_interval);
}

Answer sys_get_size_of(Vm& vm, const CallArgs& args) {
  if (!args[0].is_object()) return Value::small(28);
  const Type* type = args[0].object()->type;
  const std::size_t size =
      type->slots.size_of != nullptr ? type->slots.size_of(args[0].object()) : type->instance_size;
  return vm.integer(static_cast<std::int64_t>(size));
}

Answer sys_intern(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[0])) {
    return vm.raise_type_error(cat("intern() argument must be str, not ", vm.type_name(args[0])));
  }
  return Value::share(vm.intern_object(args[0].as<StrObject>()));
}

Answer sys_get_default_encoding(Vm& vm, const CallArgs&) {
  return vm.str("utf-8");
}
Answer sys_get_encode_errors(Vm& vm, const CallArgs&) {
  return vm.str("surrogateescape");
}
// gettrace() and getprofile(): nobody can set one here.
Answer sys_get_no_hook(Vm&, const CallArgs&) {
  return Value::none();
}
Answer sys_get_max_digits(Vm& vm, const CallArgs&) {
  return vm.integer(static_cast<std::int64_t>(Vm::Internals::most_digits_of(vm)));
}
Answer sys_set_max_digits(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"set_int_max_str_digits", {"maxdigits"}, 1, 1};
  Value slot[1];
  if (!vm.parse(args, kParameters, slot)) return Raised{};
  std::int64_t most = 0;
  if (!int_argument(vm, slot[0], most)) return Raised{};
  constexpr std::int64_t kLeast = 640;
  if (most != 0 && most < kLeast)
    return vm.raise_value_error(cat("maxdigits must be 0 or larger than ", kLeast));
  Vm::Internals::most_digits_of(vm) = static_cast<std::size_t>(most);
  return Value::none();
}

Answer sys_get_frame(Vm& vm, const CallArgs& args) {
  std::int64_t depth = 0;
  if (args.size() > 0 && !vm.to_int64(args[0], depth))
    return vm.raise_type_error(
        cat("'", vm.type_name(args[0]), "' object cannot be interpreted as an integer"));
  Frame* frame = Vm::Internals::visible_frame(vm, std::max<std::int64_t>(depth, 0));
  if (frame == nullptr) return vm.raise_value_error("call stack is not deep enough");
  return Value::share(frame);
}
Answer sys_get_frame_module(Vm& vm, const CallArgs& args) {
  std::int64_t depth = 0;
  if (args.size() > 0 && !vm.to_int64(args[0], depth))
    return vm.raise_type_error(
        cat("'", vm.type_name(args[0]), "' object cannot be interpreted as an integer"));
  Frame* frame = Vm::Internals::visible_frame(vm, std::max<std::int64_t>(depth, 0));
  if (frame == nullptr) return Value::none();
  const Value* found = frame->globals->table.get(vm.name("__name__"));
  return found == nullptr ? Value::none() : *found;
}

void fill(Vm& vm, const Value& module) {
  auto state = std::make_unique<SysState>();
  state->module = module;
  state->stream_type = vm.make_type(
      {.name = "TextIOWrapper",
       .module = "_io",
       .instance_size = sizeof(StreamObject),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<StreamObject>, .repr = stream_repr, .iter = stream_iter},
       .methods = {{"write", stream_write, 1, 1},
                   {"writelines", stream_write_lines, 1, 1},
                   {"flush", stream_nothing, 0, 0},
                   {"isatty", stream_false, 0, 0},
                   {"writable", stream_writable, 0, 0},
                   {"readable", stream_readable, 0, 0},
                   {"seekable", stream_false, 0, 0},
                   {"readline", stream_read_line, 0, 1},
                   {"readlines", stream_read_lines, 0, 0},
                   {"read", stream_read, 0, 1},
                   {"reconfigure", stream_reconfigure, 0, 0, kKeywords},
                   {"__enter__", stream_enter, 0, 0},
                   {"__exit__", stream_nothing, 0, 3},
                   {"fileno", stream_fileno, 0, 0}},
       .getters = {{"name", stream_name},
                   {"mode", stream_mode},
                   {"encoding", stream_encoding},
                   {"errors", stream_errors},
                   {"closed", stream_open},
                   {"line_buffering", stream_open},
                   {"write_through", stream_open},
                   {"newlines", stream_newlines},
                   {"buffer", stream_buffer}}});
  const auto set = [&](const char* name, Value value) {
    vm.set_module_attr(module, name, std::move(value));
  };
  const Value in = make_stream(vm, state->stream_type, 0);
  set("stdin", in);
  set("__stdin__", in);
  const Value out = make_stream(vm, state->stream_type, 1);
  const Value err = make_stream(vm, state->stream_type, 2);
  set("stdout", out);
  set("__stdout__", out);
  set("stderr", err);
  set("__stderr__", err);
  set("modules", vm.modules_dict());
  set("argv", vm.list({vm.str(vm.options().filename)}));
  set("path", vm.list({}));
  set("version", vm.str("3.13.0 (Simul)"));
  set("platform", vm.str("linux"));
  set("byteorder", vm.str("little"));
  set("executable", vm.str("/usr/bin/python3"));
  set("prefix", vm.str("/usr"));
  set("maxsize", vm.integer(INT64_MAX));
  set("maxunicode", vm.integer(0x10ffff));
  set("hexversion", vm.integer(0x030d00f0));
  set("api_version", vm.integer(1013));
  set("version_info", make_version_info(vm));
  const auto info =
      [&](const char* name, std::vector<const char*> fields, std::vector<Value> values) {
        set(name,
            make_named_tuple(
                vm, make_named_tuple_type(vm, name, "sys", std::move(fields)), std::move(values)));
      };
  using Float = std::numeric_limits<double>;
  info("float_info",
       {"max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
        "dig",
        "mant_dig",
        "epsilon",
        "radix",
        "rounds"},
       {vm.real(Float::max()),
        vm.integer(Float::max_exponent),
        vm.integer(Float::max_exponent10),
        vm.real(Float::min()),
        vm.integer(Float::min_exponent),
        vm.integer(Float::min_exponent10),
        vm.integer(Float::digits10),
        vm.integer(Float::digits),
        vm.real(Float::epsilon()),
        vm.integer(Float::radix),
        vm.integer(1)});
  // As CPython's on a computer of 64 bits, whatever an int is made of here.
  info("flags",
       {"debug",
        "inspect",
        "interactive",
        "optimize",
        "dont_write_bytecode",
        "no_user_site",
        "no_site",
        "ignore_environment",
        "verbose",
        "bytes_warning",
        "quiet",
        "hash_randomization",
        "isolated",
        "dev_mode",
        "utf8_mode",
        "warn_default_encoding",
        "safe_path",
        "int_max_str_digits"},
       {Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(0),
        Value::small(1),
        Value::small(0),
        Value::boolean(false),
        Value::small(0),
        Value::small(0),
        Value::boolean(false),
        Value::small(4300)});
  info("int_info",
       {"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"},
       {vm.integer(30), vm.integer(4), vm.integer(4300), vm.integer(640)});
  info("hash_info",
       {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"},
       {vm.integer(64),
        vm.integer((std::int64_t{1} << 61) - 1),
        vm.integer(314159),
        vm.integer(0),
        vm.integer(1000003),
        vm.str("siphash13"),
        vm.integer(64),
        vm.integer(128),
        vm.integer(0)});
  set("float_repr_style", vm.str("short"));
  set("abiflags", vm.str(""));
  set("dont_write_bytecode", Value::boolean(false));
  set("pycache_prefix", Value::none());
  set("platlibdir", vm.str("lib"));
  set("warnoptions", vm.list({}));
  set("exec_prefix", vm.str("/usr"));
  set("base_prefix", vm.str("/usr"));
  set("base_exec_prefix", vm.str("/usr"));
  const Value implementation = vm.make_module("sys.implementation");
  vm.set_module_attr(implementation, "name", vm.str("cpython"));
  vm.set_module_attr(implementation, "version", make_version_info(vm));
  set("implementation", implementation);
  vm.add_functions(module,
                   {{"exit", sys_exit, 0, 1},
                    {"displayhook", sys_display_hook, 1, 1},
                    {"excepthook", sys_except_hook, 3, 3},
                    {"exc_info", sys_exc_info, 0, 0},
                    {"exception", sys_exception, 0, 0},
                    {"getrefcount", sys_get_refcount, 1, 1},
                    {"getrecursionlimit", sys_get_recursion_limit, 0, 0},
                    {"get_coroutine_origin_tracking_depth", sys_get_origin_depth, 0, 0},
                    {"set_coroutine_origin_tracking_depth", sys_set_origin_depth, 0, -1, kKeywords},
                    {"setrecursionlimit", sys_set_recursion_limit, 1, 1},
                    {"getswitchinterval", sys_get_switch_interval, 0, 0},
                    {"setswitchinterval", sys_set_switch_interval, 1, 1},
                    {"getsizeof", sys_get_size_of, 1, 2},
                    {"intern", sys_intern, 1, 1},
                    {"_getframe", sys_get_frame, 0, 1},
                    {"_getframemodulename", sys_get_frame_module, 0, 1},
                    {"getdefaultencoding", sys_get_default_encoding, 0, 0},
                    {"getfilesystemencoding", sys_get_default_encoding, 0, 0},
                    {"getfilesystemencodeerrors", sys_get_encode_errors, 0, 0},
                    {"gettrace", sys_get_no_hook, 0, 0},
                    {"getprofile", sys_get_no_hook, 0, 0},
                    {"get_int_max_str_digits", sys_get_max_digits, 0, 0},
                    {"set_int_max_str_digits", sys_set_max_digits, 0, -1, kKeywords}});
  // The ones that a program may put its own in the place of.
  const Table& names = module.as<ModuleObject>()->dict.as<DictObject>()->table;
  for (const auto& [usual, name] :
       {std::pair{"__displayhook__", "displayhook"}, std::pair{"__excepthook__", "excepthook"}}) {
    const Value* hook = names.get(vm.name(name));
    const Value held = hook == nullptr ? Value::none() : *hook;
    set(usual, held);
  }
  vm.extension(ExtensionId::kSys) = std::move(state);
}

}  // namespace

Value current_stdout(Vm& vm) {
  const SysState* state = state_of(vm);
  if (state == nullptr) return {};
  const DictObject* dict = vm.instance_dict(state->module, false);
  const Value* found = dict == nullptr ? nullptr : dict->table.get(vm.name("stdout"));
  if (found == nullptr || native_stream(vm, *found) == 1) return {};
  return *found;
}

int native_stream(Vm& vm, const Value& file) {
  const SysState* state = state_of(vm);
  if (state == nullptr || !vm.is_exactly(file, state->stream_type)) return 0;
  return file.as<StreamObject>()->stream;
}

Answer write_stream(Vm& vm, int stream, std::string_view text) {
  const std::size_t bad = text::find_surrogate(text);
  if (bad != std::string_view::npos && stream == 1) {
    // print() writes its end apart.
    if (text.back() == '\n') text.remove_suffix(1);
    return encode_text(vm, vm.str(text), "utf-8", "strict");  // raises
  }
  vm.write(stream, bad == std::string_view::npos ? std::string(text) : text::ascii_repr(text));
  return Value::none();
}

void register_sys(Vm& vm) {
  vm.register_module("sys", fill);
}

}  // namespace simul::vm
