// Calls: binding arguments to parameters with CPython's messages, making frames, calling natives.
// Mirrors Python/ceval.c (initialize_locals, missing_arguments, too_many_positional) and
// Objects/call.c.
#include <algorithm>
#include <cstring>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/depth.hpp"
#include "vm/internals.hpp"
#include "vm/signature.hpp"
#include "vm/suggestions.hpp"

namespace simul::vm {

using Internals = Vm::Internals;

void Internals::push(Vm& vm, Activation* activation) {
  Fiber* fiber = vm.fiber_;
  SIMUL_CHECK(fiber != nullptr,
              "an operation that needs Python code was asked for outside a fiber");
  activation->below = fiber->top;
  fiber->top = activation;
  fiber->depth += depth_of(activation);
}

Frame* Internals::make_frame(Vm& vm,
                             CodeValue* code,
                             FunctionObject* function,
                             DictObject* globals) {
  Frame* frame = bare_frame(vm, code, globals, function);
  if (function != nullptr) {
    ++function->refcount;  // which holds the code and the globals
  } else {
    ++code->refcount;
    ++globals->refcount;
  }
  for (std::uint32_t i = 0; i < code->local_count; ++i) {
    new (frame->slots() + i) Value();
    KEEP_LOOP();
  }
  return frame;
}

void Internals::clear_frame(Frame* frame) {
  if (frame->cleared) return;
  frame->cleared = true;
  Value* end = frame->sp;
  frame->sp = frame->slots();
  // Locals die in their order, then what was left on the stack, as in CPython's
  // _PyFrame_ClearLocals.
  for (Value* slot = frame->slots(); slot < end; ++slot) slot->reset();
  frame->namespace_.reset();
}

namespace {

Value caller_of(const Fiber& fiber, const std::vector<std::pair<const Fiber*, Value>>& grounds) {
  for (Activation* each = fiber.top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    auto* frame = static_cast<Frame*>(each);
    if (frame->code->kind != FrameKind::kHidden) return Value::share(frame);
  }
  for (const auto& [whose, ground] : grounds)
    if (whose == &fiber) return ground;
  return {};
}

}  // namespace

Value Internals::caller(Vm& vm, const Fiber& fiber) {
  return caller_of(fiber, vm.internals_->grounds);
}

void Internals::end_frame(Vm& vm, Fiber& fiber, Frame* frame) {
  if (frame->refcount == 1) {
    clear_frame(frame);
    return;
  }
  list_frame(vm, frame);
  if (frame->cleared) return;
  while (frame->sp > frame->stack_base()) {
    --frame->sp;
    frame->sp->reset();
  }
  Value caller = caller_of(fiber, vm.internals_->grounds);
  if (!caller) return;
  new (frame->sp++) Value(std::move(caller));
  frame->keeps_caller = true;
}

void Internals::set_ground(Vm& vm, const Fiber* fiber, Value ground) {
  auto& grounds = vm.internals_->grounds;
  const auto found = std::find_if(
      grounds.begin(), grounds.end(), [fiber](const auto& each) { return each.first == fiber; });
  if (found != grounds.end()) {
    const Value dropped = std::move(found->second);
    found->second = std::move(ground);
    if (!found->second) grounds.erase(found);
  } else if (ground) {
    grounds.emplace_back(fiber, std::move(ground));
  }
}

void Internals::drop_frame(Frame* frame) {
  Value dropped = Value::adopt(frame);
}

namespace {

// What CPython has in C counts without self, and says so in words of its own.
bool in_c(const FunctionObject& function) {
  return function.code->kind == FrameKind::kHidden;
}

// How CPython's C calls a function: `name()` in most messages, `full` where it takes positions
// only.
struct NameInC {
  std::string name;
  std::string full;
  bool makes = false;  // it is a class that is called
};

SIMUL_RARE NameInC name_in_c(Vm& vm, const FunctionObject& function) {
  NameInC out;
  out.full = vm.text(function.qualname);
  const std::size_t dot = out.full.rfind('.');
  out.name = out.full.substr(dot + 1);
  const Value* found = function.globals->table.get(vm.intern("__name__").as<StrObject>());
  const std::string module(found != nullptr && vm.is_str(*found) ? vm.text(*found) : "");
  out.makes = out.name == "__new__" || out.name == "__init__";
  if (dot == std::string::npos) {
    if (!module.empty()) out.full = cat(module, ".", out.full);
  } else if (out.makes) {
    out.name = out.full.substr(0, dot);
    out.name = out.name.substr(out.name.rfind('.') + 1);
  }
  out.name += "()";
  // Where CPython's C gives its parser of arguments no name.
  if (module == "_datetime" && out.makes) {
    if (out.name == "timedelta()")
      out.name = "__new__()";
    else if (out.name != "timezone()")
      out.name = "function";
  } else if (module == "_decimal" || module.starts_with("_simul_decimal")) {
    out.name = "function";
  }
  return out;
}

SIMUL_RARE void wrong_count_in_c(Vm& vm,
                                 const FunctionObject& function,
                                 std::size_t given,
                                 const std::string& absent) {
  const bytecode::CodeObject& code = *function.code->code;
  NameInC names = name_in_c(vm, function);
  const bool bound = code.arg_count > 0 &&
                     (names.makes || code.local_names[0] == "self" || code.local_names[0] == "cls");
  const std::size_t self = bound ? 1 : 0;
  const std::size_t total = code.arg_count - self;
  const std::size_t everything = total + code.keyword_only_count;
  const std::size_t defaults = function.defaults ? function.defaults.as<TupleObject>()->size : 0;
  const std::size_t least = total - std::min(defaults, total);
  const bool any_number = (code.flags & bytecode::kVarArgs) != 0;
  given -= std::min(self, given);
  const bool positions_only =
      code.positional_only_count == code.arg_count && code.keyword_only_count == 0;
  std::string text;
  if (total == 0 && !any_number && code.keyword_only_count == 0) {
    text = cat(names.full, "() takes no arguments (", given, " given)");
  } else if (positions_only && total == 1 && least == 1 && !names.makes && !any_number) {
    text = cat(names.full, "() takes exactly one argument (", given, " given)");
  } else if (positions_only || code.positional_only_count > self) {
    const bool few = given < least;
    const std::size_t wanted = few ? least : total;
    text = cat(std::string_view(names.name).substr(0, names.name.size() - 2),
               " expected ",
               least == total && !any_number ? ""
               : few                         ? "at least "
                                             : "at most ",
               wanted,
               wanted == 1 ? " argument" : " arguments",
               ", got ",
               given);
  } else if (!absent.empty()) {
    std::size_t at = self;
    while (at < code.local_names.size() && code.local_names[at] != absent) ++at;
    text = cat(names.name, " missing required argument '", absent, "' (pos ", at + 1 - self, ")");
  } else {
    const std::size_t wanted = given > everything ? everything : total;
    text = cat(names.name,
               least == everything ? " takes exactly " : " takes at most ",
               wanted,
               wanted < everything ? " positional argument" : " argument",
               wanted == 1 ? "" : "s",
               " (",
               given,
               " given)");
  }
  vm.raise_type_error(text);
}

void unexpected_in_c(Vm& vm, const FunctionObject& function, std::string_view key) {
  const bytecode::CodeObject& code = *function.code->code;
  const NameInC names = name_in_c(vm, function);
  if (code.positional_only_count == code.arg_count && code.keyword_only_count == 0) {
    const std::string_view full =
        names.makes ? std::string_view(names.name).substr(0, names.name.size() - 2) : names.full;
    vm.raise_type_error(cat(full, "() takes no keyword arguments"));
    return;
  }
  vm.raise_type_error(cat(names.name == "function" ? "this function" : names.name,
                          " got an unexpected keyword argument '",
                          key,
                          "'"));
}

void missing(Vm& vm,
             const FunctionObject& function,
             const std::vector<std::string>& names,
             const char* kind,
             std::size_t given) {
  if (in_c(function) && *kind == 'p') return wrong_count_in_c(vm, function, given, names.front());
  vm.raise_type_error(cat(vm.text(function.qualname),
                          "() missing ",
                          names.size(),
                          " required ",
                          kind,
                          names.size() == 1 ? " argument: " : " arguments: ",
                          quoted_list(names)));
}

void too_many(Vm& vm, const FunctionObject& function, std::size_t given, const Value* slots) {
  if (in_c(function)) return wrong_count_in_c(vm, function, given, "");
  const bytecode::CodeObject& code = *function.code->code;
  const std::size_t defaults = function.defaults ? function.defaults.as<TupleObject>()->size : 0;
  std::size_t keyword_given = 0;
  for (std::size_t i = code.arg_count; i < code.arg_count + code.keyword_only_count; ++i) {
    if (slots[i]) ++keyword_given;
  }
  std::string takes;
  bool plural;
  if (defaults > 0) {
    takes = cat("from ", code.arg_count - defaults, " to ", code.arg_count);
    plural = true;
  } else {
    takes = cat(code.arg_count);
    plural = code.arg_count != 1;
  }
  std::string also;
  if (keyword_given > 0) {
    also = cat(" positional argument",
               given != 1 ? "s" : "",
               " (and ",
               keyword_given,
               " keyword-only argument",
               keyword_given != 1 ? "s" : "",
               ")");
  }
  vm.raise_type_error(cat(vm.text(function.qualname),
                          "() takes ",
                          takes,
                          " positional argument",
                          plural ? "s" : "",
                          " but ",
                          given,
                          also,
                          given == 1 && keyword_given == 0 ? " was given" : " were given"));
}

// Binds into the frame's slots; false: raised. The slots hold what was bound so far.
bool bind_slots(Vm& vm, const FunctionObject& function, const CallArgs& args, Value* slots) {
  const CodeValue& code_value = *function.code;
  const bytecode::CodeObject& code = *code_value.code;
  const std::size_t positional = code.arg_count;
  const std::size_t named = positional + code.keyword_only_count;
  const std::size_t given = args.size();
  const std::size_t direct = given < positional ? given : positional;
  for (std::size_t i = 0; i < direct; ++i) slots[i] = args[i];
  std::size_t next = named;
  if ((code.flags & bytecode::kVarArgs) != 0) {
    const std::size_t rest = given > positional ? given - positional : 0;
    TupleObject* tuple = vm.make_tuple(rest);
    for (std::size_t i = 0; i < rest; ++i) tuple->items()[i] = args[positional + i];
    slots[next++] = Value::adopt(tuple);
  }
  DictObject* keywords = nullptr;
  if ((code.flags & bytecode::kVarKeywords) != 0) {
    slots[next] = vm.dict();
    keywords = slots[next].as<DictObject>();
  }
  for (std::size_t k = 0; k < args.keywords(); ++k) {
    StrObject* key = vm.intern_object(args.keyword_name(k));
    std::size_t at = code.positional_only_count;
    while (at < named && code_value.local_names[at] != key) ++at;
    if (at < named) {
      if (slots[at]) {
        vm.raise_type_error(cat(
            vm.text(function.qualname), "() got multiple values for argument '", key->text(), "'"));
        return false;
      }
      slots[at] = args.keyword_value(k);
      continue;
    }
    if (keywords != nullptr) {
      keywords->table.set(key, args.keyword_value(k));
      continue;
    }
    if (in_c(function)) {
      unexpected_in_c(vm, function, key->text());
      return false;
    }
    std::vector<std::string> positional_only;
    for (std::size_t j = 0; j < args.keywords(); ++j) {
      for (std::size_t i = 0; i < code.positional_only_count; ++i) {
        if (code_value.local_names[i]->text() == args.keyword_name(j)->text()) {
          positional_only.push_back(code.local_names[i]);
        }
      }
    }
    if (!positional_only.empty()) {
      std::string list;
      for (const std::string& each : positional_only) list += (list.empty() ? "" : ", ") + each;
      vm.raise_type_error(
          cat(vm.text(function.qualname),
              "() got some positional-only arguments passed as keyword arguments: '",
              list,
              "'"));
      return false;
    }
    const std::string hint =
        closest_name(key->text(), code.local_names, code.positional_only_count, named);
    vm.raise_type_error(cat(vm.text(function.qualname),
                            "() got an unexpected keyword argument '",
                            key->text(),
                            "'",
                            hint.empty() ? "" : ". Did you mean '" + hint + "'?"));
    return false;
  }
  if (given > positional && (code.flags & bytecode::kVarArgs) == 0) {
    too_many(vm, function, given, slots);
    return false;
  }
  if (given < positional) {
    const std::size_t defaults = function.defaults ? function.defaults.as<TupleObject>()->size : 0;
    const std::size_t required = positional - (defaults < positional ? defaults : positional);
    std::vector<std::string> absent;
    for (std::size_t i = given; i < required; ++i) {
      if (!slots[i]) absent.push_back(code.local_names[i]);
    }
    if (!absent.empty()) {
      missing(vm, function, absent, "positional", given);
      return false;
    }
    for (std::size_t i = required > given ? required : given; i < positional; ++i) {
      if (!slots[i]) slots[i] = function.defaults.as<TupleObject>()->items()[i - required];
    }
  }
  if (code.keyword_only_count > 0) {
    std::vector<std::string> absent;
    for (std::size_t i = positional; i < named; ++i) {
      if (slots[i]) continue;
      const Value* value =
          function.kwdefaults
              ? function.kwdefaults.as<DictObject>()->table.get(code_value.local_names[i])
              : nullptr;
      if (value != nullptr)
        slots[i] = *value;
      else
        absent.push_back(code.local_names[i]);
    }
    if (!absent.empty()) {
      missing(vm, function, absent, "keyword-only", given);
      return false;
    }
  }
  return true;
}

}  // namespace

Frame* Internals::bind(Vm& vm, FunctionObject* function, const CallArgs& args) {
  Frame* frame = make_frame(vm, function->code, function, function->globals);
  const CodeValue& code = *function->code;
  if (args.names == nullptr && args.count == code.simple_count) {
    for (std::uint32_t i = 0; i < args.count; ++i) frame->slots()[i] = args[i];
    return frame;
  }
  if (!bind_slots(vm, *function, args, frame->slots())) {
    drop_frame(frame);
    return nullptr;
  }
  return frame;
}

Answer Internals::enter(Vm& vm, Frame* frame) {
  if (too_deep_for(vm, frame)) {
    drop_frame(frame);
    return vm.raise(vm.exceptions().RecursionError, "maximum recursion depth exceeded");
  }
  push(vm, frame);
  return Answer::pending();
}

namespace {

// With its class, or with its module where that is not builtins.
std::string full_name(Vm& vm, const NativeFunction& function) {
  if (function.owner != nullptr) return cat(function.owner->qualname, ".", function.def.name);
  if (!vm.is_str(function.module) || vm.text(function.module) == "builtins")
    return function.def.name;
  return cat(vm.text(function.module), ".", function.def.name);
}

Answer wrong_count(Vm& vm, const NativeFunction& function, std::size_t given) {
  const NativeDef& def = function.def;
  const std::string name = full_name(vm, function);
  if (function.wrapper != nullptr) {
    return vm.raise_type_error(
        def.min == def.max
            ? cat("expected ", def.min, " argument", def.min == 1 ? "" : "s", ", got ", given)
            : cat(def.name, " expected at least ", def.min, " arguments, got ", given));
  }
  const auto minimum = static_cast<std::size_t>(def.min);
  if (def.max == 0)
    return vm.raise_type_error(cat(name, "() takes no arguments (", given, " given)"));
  if (def.min == def.max && def.max == 1) {
    return vm.raise_type_error(cat(name, "() takes exactly one argument (", given, " given)"));
  }
  const char* which = def.min == def.max ? "" : given < minimum ? "at least " : "at most ";
  const int bound = given < minimum ? def.min : def.max;
  return vm.raise_type_error(cat(def.name,
                                 " expected ",
                                 which,
                                 bound,
                                 bound == 1 ? " argument" : " arguments",
                                 ", got ",
                                 given));
}

Answer run_coroutine(Vm& vm, const NativeFunction& function, OwnedArgs args) {
  const NativeDef& def = function.def;
  Native native = def.coroutine(vm, std::move(args));
  if ((def.flags & kMakesCoroutine) != 0) {
    // Called like an async def: a coroutine object that has not started.
    if (!function.made_name) {
      function.made_name = vm.intern(def.name);
      function.made_qualname = function.owner != nullptr
                                   ? vm.intern(cat(function.owner->qualname, ".", def.name))
                                   : function.made_name;
    }
    Value made = vm.make_coroutine(std::move(native), function.made_name, function.made_qualname);
    if ((def.flags & kFoldedFrame) != 0) {
      static_cast<NativeFrame*>(made.as<GeneratorObject>()->body)->folded = true;
    }
    return made;
  }
  if (too_many_natives(vm)) {
    native.discard();
    return vm.raise(vm.exceptions().RecursionError, "maximum recursion depth exceeded");
  }
  NativeFrame* frame = native.release();
  frame->folded = (def.flags & kFoldedFrame) != 0;
  Internals::push(vm, frame);
  return Answer::pending();
}

Answer run_native(Vm& vm, const NativeFunction& function, const CallArgs& args) {
  const NativeDef& def = function.def;
  if (function.wrapper != nullptr) return function.wrapper(vm, function, args);
  if (def.plain == nullptr) return run_coroutine(vm, function, OwnedArgs(args));
  Answer answer = def.plain(vm, args);
  if ((def.flags & kFoldedFrame) != 0) {
    if (answer.raised())
      Internals::add_folded(vm, args.values, args.total());
    else if (answer.is_pending() && vm.running()->top->kind == Activation::Kind::kNative) {
      static_cast<NativeFrame*>(vm.running()->top)->folded = true;
    }
  }
  return answer;
}

}  // namespace

[[gnu::noinline]] static Answer call_native_with_care(Vm& vm,
                                                      const NativeFunction& function,
                                                      const CallArgs& args);

// Nearly all calls: a plain native with as many arguments as it takes, and an object of its very
// class as self.
Answer call_native(Vm& vm, const NativeFunction& function, const CallArgs& args) {
  const NativeDef& def = function.def;
  if (def.plain != nullptr && args.names == nullptr && function.signature == nullptr &&
      (def.flags & (kStaticMethod | kClassMethod | kFoldedFrame)) == 0) [[likely]] {
    std::uint32_t given = args.count;
    bool fits = true;
    if (function.owner != nullptr) {
      fits = given > 0 && args[0].is_object() && args[0].object()->type == function.owner;
      --given;
    }
    // A max of -1 is any number.
    if (fits && ((def.flags & kKeywords) != 0 || (given >= static_cast<std::uint32_t>(def.min) &&
                                                  given <= static_cast<std::uint32_t>(def.max))))
      return def.plain(vm, args);
  }
  return call_native_with_care(vm, function, args);
}

// What CPython has as a slot of the type. object's own are plain methods here.
static bool is_slot_wrapper(Vm& vm, const NativeFunction& function) {
  if (function.wrapper != nullptr || function.owner != vm.types().object)
    return function.wrapper != nullptr;
  const std::string_view name = function.def.name;
  return name != "__format__" && name != "__subclasshook__" && name != "__init_subclass__" &&
         name != "__reduce__" && name != "__reduce_ex__" && name != "__getstate__" &&
         name != "__dir__";
}

static Answer call_native_with_care(Vm& vm, const NativeFunction& function, const CallArgs& args) {
  const NativeDef& def = function.def;
  const bool method = function.owner != nullptr && (def.flags & kStaticMethod) == 0;
  std::size_t given = args.size();
  if (method) {
    if (given == 0 && is_slot_wrapper(vm, function)) {
      return vm.raise_type_error(cat(
          "descriptor '", def.name, "' of '", function.owner->name, "' object needs an argument"));
    }
    if (given == 0) {
      return vm.raise_type_error(
          cat("unbound method ", function.owner->qualname, ".", def.name, "() needs an argument"));
    }
    if ((def.flags & kClassMethod) == 0 && !vm.is_kind_of(args[0], function.owner)) {
      if (function.wrapper != nullptr) {
        return vm.raise_type_error(cat("descriptor '",
                                       def.name,
                                       "' requires a '",
                                       function.owner->name,
                                       "' object but received a '",
                                       vm.type_name(args[0]),
                                       "'"));
      }
      return vm.raise_type_error(cat("descriptor '",
                                     def.name,
                                     "' for '",
                                     function.owner->name,
                                     "' objects doesn't apply to a '",
                                     vm.type_name(args[0]),
                                     "' object"));
    }
    --given;
  }
  if (function.signature != nullptr && function.signature->binds()) {
    constexpr std::size_t kFew = 4;
    const std::size_t slots = function.signature->slots();
    if (def.plain != nullptr && slots <= kFew && function.signature->takes_as_given(args)) {
      if (args.size() == slots) return run_native(vm, function, args);
      Value few[kFew];
      for (std::uint32_t i = 0; i < args.size(); ++i) few[i] = args[i];
      return run_native(vm, function, CallArgs(few, slots));
    }
    OwnedArgs bound;
    if (!function.signature->bind(vm, args, bound.values)) return Raised{};
    bound.count = static_cast<std::uint32_t>(bound.values.size());
    if (function.wrapper == nullptr && def.plain == nullptr)
      return run_coroutine(vm, function, std::move(bound));
    return run_native(vm, function, bound.view());
  }
  if ((def.flags & kKeywords) == 0) {
    if (args.keywords() > 0) {
      return vm.raise_type_error(cat(full_name(vm, function), "() takes no keyword arguments"));
    }
    if (given < static_cast<std::size_t>(def.min) ||
        (def.max >= 0 && given > static_cast<std::size_t>(def.max))) {
      return wrong_count(vm, function, given);
    }
  }
  return run_native(vm, function, args);
}

Answer Vm::call(const Value& callable, const CallArgs& args) {
  Type* type = type_of(callable);
  if (type == types_.function) {
    Frame* frame = Internals::bind(*this, callable.as<FunctionObject>(), args);
    if (frame == nullptr) return Raised{};
    return Internals::enter(*this, frame);
  }
  if (type == types_.method) {
    // A method may be one of a method, however often.
    std::vector<Value> values;
    Value function = callable;
    for (; function.is_object() && function.object()->type == types_.method;
         function = Value(function.as<MethodObject>()->function))
      values.push_back(function.as<MethodObject>()->self);
    const std::size_t bound = values.size();
    std::reverse(values.begin(), values.end());
    values.insert(values.end(), args.values, args.values + args.total());
    return call(function, CallArgs(values.data(), args.size() + bound, args.names));
  }
  if (type == types_.builtin_function || type == types_.method_descriptor ||
      type == types_.slot_wrapper || type == types_.method_wrapper) {
    const auto* function = callable.as<NativeFunction>();
    if (!function->self) return call_native(*this, *function, args);
    std::vector<Value> values;
    values.reserve(args.total() + 1);
    values.push_back(function->self);
    values.insert(values.end(), args.values, args.values + args.total());
    return call_native(*this, *function, CallArgs(values.data(), args.size() + 1, args.names));
  }
  if (type->slots.call == nullptr) {
    return raise_type_error(cat("'", type->name, "' object is not callable"));
  }
  return type->slots.call(*this, callable, args);
}

namespace {

SIMUL_RARE Native call_attribute(Vm& vm, Value object, Value name, OwnedArgs args) {
  Value method = co_await vm.get_attr(object, name.as<StrObject>());
  co_return vm.call(method, args.view());
}

}  // namespace

Answer Vm::call_method(const Value& object, StrObject* method_name, const CallArgs& args) {
  if (type_of(object)->slots.get_attr == nullptr) {
    bool method = false;
    const Value* found = lookup(type_of(object), method_name);
    if (found != nullptr &&
        (is_exactly(*found, types_.function) || is_exactly(*found, types_.method_descriptor))) {
      Answer function = get_method(*this, object, method_name, method);
      if (function.has_value()) {
        const Value callable = function.take();
        if (!method) return call(callable, args);
        std::vector<Value> values;
        values.reserve(args.total() + 1);
        values.push_back(object);
        values.insert(values.end(), args.values, args.values + args.total());
        return call(callable, CallArgs(values.data(), args.size() + 1, args.names));
      }
      return function;
    }
  }
  return call_attribute(*this, object, Value::share(method_name), OwnedArgs(args));
}

}  // namespace simul::vm
