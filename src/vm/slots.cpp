// Slots: see slots.hpp. One row per dunder name; dispatchers first, wrappers second, the table
// last.
#include "vm/slots.hpp"

#include <cstring>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/protocols.hpp"
#include "vm/warnings.hpp"

namespace simul::vm {

namespace {
constexpr const char* kBinarySymbols[] = {
    "+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^", "divmod()"};
constexpr const char* kBinaryDunders[] = {"__add__",
                                          "__and__",
                                          "__floordiv__",
                                          "__lshift__",
                                          "__matmul__",
                                          "__mul__",
                                          "__mod__",
                                          "__or__",
                                          "__pow__",
                                          "__rshift__",
                                          "__sub__",
                                          "__truediv__",
                                          "__xor__",
                                          "__divmod__"};
constexpr const char* kReflected[] = {"__radd__",
                                      "__rand__",
                                      "__rfloordiv__",
                                      "__rlshift__",
                                      "__rmatmul__",
                                      "__rmul__",
                                      "__rmod__",
                                      "__ror__",
                                      "__rpow__",
                                      "__rrshift__",
                                      "__rsub__",
                                      "__rtruediv__",
                                      "__rxor__",
                                      "__rdivmod__"};
constexpr const char* kInplace[] = {"__iadd__",
                                    "__iand__",
                                    "__ifloordiv__",
                                    "__ilshift__",
                                    "__imatmul__",
                                    "__imul__",
                                    "__imod__",
                                    "__ior__",
                                    "__ipow__",
                                    "__irshift__",
                                    "__isub__",
                                    "__itruediv__",
                                    "__ixor__",
                                    ""};
constexpr const char* kCompareSymbols[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr const char* kCompareDunders[] = {
    "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
constexpr const char* kUnaryDunders[] = {"__neg__", "__pos__", "__invert__", "__abs__"};
}  // namespace

const char* binary_symbol(BinaryOp op) {
  return kBinarySymbols[static_cast<int>(op)];
}
const char* binary_dunder(BinaryOp op) {
  return kBinaryDunders[static_cast<int>(op)];
}
const char* reflected_dunder(BinaryOp op) {
  return kReflected[static_cast<int>(op)];
}
const char* inplace_dunder(BinaryOp op) {
  return kInplace[static_cast<int>(op)];
}
const char* compare_symbol(CompareOp op) {
  return kCompareSymbols[static_cast<int>(op)];
}
const char* compare_dunder(CompareOp op) {
  return kCompareDunders[static_cast<int>(op)];
}
const char* unary_dunder(UnaryOp op) {
  return kUnaryDunders[static_cast<int>(op)];
}
CompareOp swapped(CompareOp op) {
  constexpr CompareOp kSwapped[] = {CompareOp::kGt,
                                    CompareOp::kGe,
                                    CompareOp::kEq,
                                    CompareOp::kNe,
                                    CompareOp::kLt,
                                    CompareOp::kLe};
  return kSwapped[static_cast<int>(op)];
}

bool has_special(Vm& vm, const Value& self, StrObject* name) {
  return vm.lookup(vm.type_of(self), name) != nullptr;
}

namespace {

SIMUL_RARE Native call_bound(Vm& vm, Value descriptor, Value self, OwnedArgs args) {
  Type* type = vm.type_of(descriptor);
  Value bound =
      co_await type->slots.descr_get(vm, descriptor, self, vm.type_value(vm.type_of(self)));
  co_return vm.call(bound, args.view());
}

}  // namespace

Answer call_special(Vm& vm, const Value& self, StrObject* name, const CallArgs& args) {
  const Value* found = vm.lookup(vm.type_of(self), name);
  if (found == nullptr) return vm.raise_attribute_error(self, name);
  const Value function = *found;
  Type* type = vm.type_of(function);
  if (type == vm.types().function || type == vm.types().method_descriptor ||
      type == vm.types().slot_wrapper) {
    std::vector<Value> values;
    values.reserve(args.total() + 1);
    values.push_back(self);
    values.insert(values.end(), args.values, args.values + args.total());
    return vm.call(function, CallArgs(values.data(), args.size() + 1, args.names));
  }
  if (type->slots.descr_get != nullptr) return call_bound(vm, function, self, OwnedArgs(args));
  return vm.call(function, args);
}

namespace {

Answer special(Vm& vm, const Value& self, const char* name) {
  return call_special(vm, self, vm.name(name), CallArgs());
}
Answer special(Vm& vm, const Value& self, const char* name, const Value& argument) {
  return call_special(vm, self, vm.name(name), CallArgs(&argument, 1));
}

// --- dispatchers
// ----------------------------------------------------------------------------------------------------------

SIMUL_RARE Native checked_str(Vm& vm, Value self, const char* name, const char* blamed) {
  Value text = co_await special(vm, self, name);
  if (!vm.is_str(text)) {
    co_return vm.raise_type_error(
        cat(blamed, " returned non-string (type ", vm.type_name(text), ")"));
  }
  co_return text;
}
Answer user_repr(Vm& vm, const Value& self) {
  return checked_str(vm, self, "__repr__", "__repr__");
}
Answer user_str(Vm& vm, const Value& self) {
  return checked_str(vm, self, "__str__", "__str__");
}
}  // namespace

Answer str_through_repr(Vm& vm, const Value& self) {
  if (vm.type_of(self)->slots.repr != user_repr) return vm.repr(self);
  return checked_str(vm, self, "__repr__", "__str__");
}

SIMUL_RARE Native ask_length(Vm& vm, Value iterable) {
  const Type* type = vm.type_of(iterable);
  if (type->slots.length != nullptr) {
    Attempt length = co_await vm.attempt(vm.length(iterable));
    if (length.ok()) co_return Value::none();
    if (!vm.matches(length.exception, vm.exceptions().TypeError))
      co_return vm.raise_exception(std::move(length.exception));
  }
  if (!has_special(vm, iterable, vm.name("__length_hint__"))) co_return Value::none();
  Attempt hint = co_await vm.attempt(special(vm, iterable, "__length_hint__"));
  if (!hint.ok()) {
    if (!vm.matches(hint.exception, vm.exceptions().TypeError))
      co_return vm.raise_exception(std::move(hint.exception));
    co_return Value::none();
  }
  if (hint.value.is_not_implemented()) co_return Value::none();
  if (!vm.is_kind_of(hint.value, vm.types().int_))
    co_return vm.raise_type_error(
        cat("__length_hint__ must be an integer, not ", vm.type_name(hint.value)));
  std::int64_t number = 0;
  if (!vm.to_int64(hint.value, number))
    co_return vm.raise(vm.exceptions().OverflowError,
                       "Python int too large to convert to C ssize_t");
  if (number < 0) co_return vm.raise_value_error("__length_hint__() should return >= 0");
  co_return Value::none();
}

namespace {

SIMUL_RARE Native checked_format(Vm& vm, Value self, Value spec) {
  Value text = co_await special(vm, self, "__format__", spec);
  if (!vm.is_str(text)) {
    co_return vm.raise_type_error(cat("__format__ must return a str, not ", vm.type_name(text)));
  }
  co_return text;
}
Answer user_format(Vm& vm, const Value& self, const Value& spec) {
  return checked_format(vm, self, spec);
}
SIMUL_RARE Native checked_hash(Vm& vm, Value self) {
  Value hash = co_await special(vm, self, "__hash__");
  if (!vm.is_kind_of(hash, vm.types().int_))
    co_return vm.raise_type_error("__hash__ method should return an integer");
  // What fits 64 bits is the hash as it stands, but for -1, C's word for an error; what does not is
  // hashed as an int.
  std::int64_t number = 0;
  if (vm.to_int64(hash, number)) co_return vm.integer(number == -1 ? -2 : number);
  co_return vm.hash(hash);
}
Answer user_hash(Vm& vm, const Value& self) {
  const Value* found = vm.lookup(vm.type_of(self), Vm::Internals::names_of(vm).__hash__);
  if (found == nullptr || found->is_none()) {
    return vm.raise_type_error(cat("unhashable type: '", vm.type_name(self), "'"));
  }
  return checked_hash(vm, self);
}
SIMUL_RARE Native checked_truth(Vm& vm, Value self) {
  Value truth = co_await special(vm, self, "__bool__");
  if (!truth.is_bool()) {
    co_return vm.raise_type_error(
        cat("__bool__ should return bool, returned ", vm.type_name(truth)));
  }
  co_return truth;
}
Answer user_truth(Vm& vm, const Value& self) {
  return checked_truth(vm, self);
}
SIMUL_RARE Native checked_length(Vm& vm, Value self) {
  Value length = co_await special(vm, self, "__len__");
  length = co_await vm.index(length);
  std::int64_t number = 0;
  const bool fits = vm.to_int64(length, number);
  if (!fits && big_of(length).sign() > 0)
    co_return vm.raise(vm.exceptions().OverflowError,
                       "cannot fit 'int' into an index-sized integer");
  if (!fits || number < 0) co_return vm.raise_value_error("__len__() should return >= 0");
  co_return vm.integer(number);
}
Answer user_length(Vm& vm, const Value& self) {
  return checked_length(vm, self);
}

bool is_native_wrapper(Vm& vm, const Value& value) {
  return vm.is_exactly(value, vm.types().slot_wrapper);
}
bool is_native(Vm& vm, const Value& value) {
  Type* type = vm.type_of(value);
  return type == vm.types().slot_wrapper || type == vm.types().method_descriptor ||
         type == vm.types().builtin_function;
}

SIMUL_RARE Native inverted_equal(Vm& vm, Value self, Value other) {
  const Value* found = vm.lookup(vm.type_of(self), vm.name("__eq__"));
  if (found == nullptr ||
      (is_native(vm, *found) && found->as<NativeFunction>()->owner == vm.types().object)) {
    co_return Value::not_implemented();
  }
  Value equal = co_await special(vm, self, "__eq__", other);
  if (equal.is_not_implemented()) co_return equal;
  Value truth = co_await vm.truth(equal);
  co_return Value::boolean(!truth.is_true());
}

}  // namespace

Answer user_compare(Vm& vm, const Value& self, const Value& other, CompareOp op) {
  const Value* found = vm.lookup(vm.type_of(self), vm.name(compare_dunder(op)));
  if (op == CompareOp::kNe &&
      (found == nullptr ||
       (is_native(vm, *found) && found->as<NativeFunction>()->owner == vm.types().object))) {
    return inverted_equal(vm, self, other);
  }
  if (found == nullptr) return Value::not_implemented();
  if (is_native(vm, *found) && found->as<NativeFunction>()->owner == vm.types().object) {
    // Identity is what vm.compare falls back to.
    return Value::not_implemented();
  }
  return special(vm, self, compare_dunder(op), other);
}

namespace {

// What __getattribute__ answers. Apart from the coroutine below, as GCC 12 goes astray where an
// awaited operand is a conditional expression.
Answer get_attribute(Vm& vm, const Value& self, const Value& name_value) {
  Names& names = Vm::Internals::names_of(vm);
  StrObject* name = name_value.as<StrObject>();
  const Value* custom = vm.lookup(vm.type_of(self), names.__getattribute__);
  if (custom != nullptr && !is_native(vm, *custom))
    return call_special(vm, self, names.__getattribute__, CallArgs(&name_value, 1));
  const bool own = custom != nullptr && is_native_wrapper(vm, *custom) &&
                   custom->as<NativeFunction>()->owner->slots.get_attr != nullptr;
  if (own) return custom->as<NativeFunction>()->owner->slots.get_attr(vm, self, name);
  return generic_get_attr(vm, self, name);
}

SIMUL_RARE Native get_attr_or_fallback(Vm& vm, Value self, Value name_value) {
  Names& names = Vm::Internals::names_of(vm);
  Attempt plain = co_await vm.attempt(get_attribute(vm, self, name_value));
  if (plain.ok()) co_return plain.value;
  if (vm.matches(plain.exception, vm.exceptions().AttributeError) &&
      has_special(vm, self, names.__getattr__)) {
    plain.exception.reset();
    plain =
        co_await vm.attempt(call_special(vm, self, names.__getattr__, CallArgs(&name_value, 1)));
    if (plain.ok()) co_return plain.value;
  }
  tell_attribute(vm, plain.exception, self, name_value);
  co_return vm.raise_exception(std::move(plain.exception));
}

}  // namespace

Answer user_get_attr(Vm& vm, const Value& self, StrObject* name) {
  return get_attr_or_fallback(vm, self, Value::share(name));
}

namespace {

SIMUL_RARE Native discard(Vm& vm, Value self, const char* name, OwnedArgs args) {
  co_await call_special(vm, self, vm.name(name), args.view());
  co_return Value::none();
}
Answer user_set_attr(Vm& vm, const Value& self, StrObject* name, const Value& value) {
  Names& names = Vm::Internals::names_of(vm);
  StrObject* dunder = value ? names.__setattr__ : names.__delattr__;
  const Value* found = vm.lookup(vm.type_of(self), dunder);
  if (found == nullptr || is_native(vm, *found)) return generic_set_attr(vm, self, name, value);
  if (value) return discard(vm, self, "__setattr__", OwnedArgs({Value::share(name), value}));
  return discard(vm, self, "__delattr__", OwnedArgs({Value::share(name)}));
}
Answer user_call(Vm& vm, const Value& self, const CallArgs& args) {
  // __call__ may be an object that is called by its class's __call__, and so on, or be its own.
  StrObject* name = Vm::Internals::names_of(vm).__call__;
  Value callee = self;
  for (int links = 0; links < vm.options().recursion_limit; ++links) {
    const Value* found = vm.lookup(vm.type_of(callee), name);
    if (found == nullptr) break;
    const Slots& slots = vm.type_of(*found)->slots;
    if (slots.call != user_call || slots.descr_get != nullptr)
      return call_special(vm, callee, name, args);
    callee = *found;
  }
  return vm.raise(vm.exceptions().RecursionError,
                  "maximum recursion depth exceeded while calling a Python object");
}
SIMUL_RARE Native checked_iter(Vm& vm, Value self) {
  Value iterator = co_await special(vm, self, "__iter__");
  if (vm.type_of(iterator)->slots.next == nullptr) {
    co_return vm.raise_type_error(
        cat("iter() returned non-iterator of type '", vm.type_name(iterator), "'"));
  }
  co_return iterator;
}
Answer user_iter(Vm& vm, const Value& self) {
  const Value* found = vm.lookup(vm.type_of(self), Vm::Internals::names_of(vm).__iter__);
  if (found != nullptr && found->is_none()) {
    return vm.raise_type_error(cat("'", vm.type_name(self), "' object is not iterable"));
  }
  return checked_iter(vm, self);
}
Answer user_next(Vm& vm, const Value& self) {
  return special(vm, self, "__next__");
}
Answer user_get_item(Vm& vm, const Value& self, const Value& key) {
  return special(vm, self, "__getitem__", key);
}
Answer user_set_item(Vm& vm, const Value& self, const Value& key, const Value& value) {
  Names& names = Vm::Internals::names_of(vm);
  if (value) {
    if (!has_special(vm, self, names.__setitem__)) {
      return vm.raise_type_error(
          cat("'", vm.type_name(self), "' object does not support item assignment"));
    }
    return discard(vm, self, "__setitem__", OwnedArgs({key, value}));
  }
  if (!has_special(vm, self, names.__delitem__)) {
    return vm.raise_type_error(
        cat("'", vm.type_name(self), "' object does not support item deletion"));
  }
  return discard(vm, self, "__delitem__", OwnedArgs({key}));
}
SIMUL_RARE Native checked_contains(Vm& vm, Value self, Value item) {
  Value found = co_await special(vm, self, "__contains__", item);
  co_return vm.truth(found);
}
Answer user_contains(Vm& vm, const Value& self, const Value& item) {
  const Value* found = vm.lookup(vm.type_of(self), vm.name("__contains__"));
  if (found != nullptr && found->is_none())
    return vm.raise_type_error(cat("'", vm.type_name(self), "' object is not a container"));
  return checked_contains(vm, self, item);
}

}  // namespace

Answer user_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  return vm.binary(op, a, b);
}
Answer user_inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (!has_special(vm, a, vm.name(inplace_dunder(op)))) return Value::not_implemented();
  return special(vm, a, inplace_dunder(op), b);
}

namespace {

Answer user_unary(Vm& vm, UnaryOp op, const Value& a) {
  if (!has_special(vm, a, vm.name(unary_dunder(op)))) return Value::not_implemented();
  return special(vm, a, unary_dunder(op));
}
SIMUL_RARE Native checked_int(Vm& vm, Value self, const char* name) {
  Value number = co_await special(vm, self, name);
  if (!vm.is_kind_of(number, vm.types().int_)) {
    co_return vm.raise_type_error(cat(name, " returned non-int (type ", vm.type_name(number), ")"));
  }
  if (!number.is_small() && !vm.is_exactly(number, vm.types().int_)) {
    if (!warn_or_raise(
            vm,
            vm.exceptions().DeprecationWarning,
            cat(name,
                " returned non-int (type ",
                vm.type_name(number),
                ").  The ability to return an instance of a strict subclass of int is deprecated, "
                "and may be removed in a future version of Python.")))
      co_return Raised{};
    number = make_int(vm, big_of(number));
  }
  co_return number;
}
Answer user_index(Vm& vm, const Value& self) {
  return checked_int(vm, self, "__index__");
}
Answer user_to_int(Vm& vm, const Value& self) {
  return checked_int(vm, self, "__int__");
}
SIMUL_RARE Native checked_float(Vm& vm, Value self) {
  Value number = co_await special(vm, self, "__float__");
  if (!vm.is_kind_of(number, vm.types().float_)) {
    co_return vm.raise_type_error(
        cat(vm.type_name(self), ".__float__ returned non-float (type ", vm.type_name(number), ")"));
  }
  if (!vm.is_exactly(number, vm.types().float_) &&
      !warn_or_raise(
          vm,
          vm.exceptions().DeprecationWarning,
          cat(vm.type_name(self),
              ".__float__ returned non-float (type ",
              vm.type_name(number),
              ").  The ability to return an instance of a strict subclass of float is deprecated, "
              "and may be removed in a future version of Python.")))
    co_return Raised{};
  co_return number;
}
Answer user_to_float(Vm& vm, const Value& self) {
  return checked_float(vm, self);
}
Answer user_descr_get(Vm& vm, const Value& self, const Value& instance, const Value& owner) {
  const Value pair[] = {instance ? instance : Value::none(), owner ? owner : Value::none()};
  return call_special(vm, self, Vm::Internals::names_of(vm).__get__, CallArgs(pair, 2));
}
Answer user_descr_set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  Names& names = Vm::Internals::names_of(vm);
  StrObject* dunder = value ? names.__set__ : names.__delete__;
  if (!has_special(vm, self, dunder))
    return vm.raise(vm.exceptions().AttributeError, dunder->text());
  if (value) return discard(vm, self, "__set__", OwnedArgs({instance, value}));
  return discard(vm, self, "__delete__", OwnedArgs({instance}));
}

}  // namespace

Answer user_create(Vm& vm, Type* cls, const CallArgs& args) {
  const Value* found = vm.lookup(cls, Vm::Internals::names_of(vm).__new__);
  Value function = *found;
  if (vm.is_exactly(function, vm.types().staticmethod))
    function = function.as<WrappedMethod>()->function;
  std::vector<Value> values = {Value::share(cls)};
  values.insert(values.end(), args.values, args.values + args.total());
  return vm.call(function, CallArgs(values.data(), args.size() + 1, args.names));
}
Answer user_init(Vm& vm, const Value& self, const CallArgs& args) {
  return call_special(vm, self, Vm::Internals::names_of(vm).__init__, args);
}

namespace {

Answer user_await(Vm& vm, const Value& self) {
  return special(vm, self, "__await__");
}
Answer user_aiter(Vm& vm, const Value& self) {
  return special(vm, self, "__aiter__");
}
Answer user_anext(Vm& vm, const Value& self) {
  return special(vm, self, "__anext__");
}

// --- wrappers
// -----------------------------------------------------------------------------------------------------------

using W = const NativeFunction&;

#define SIMUL_SLOT(slot) w.owner->slots.slot
Answer w_repr(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(repr)(vm, a[0]);
}
Answer w_str(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(str)(vm, a[0]);
}
Answer w_format(Vm& vm, W w, const CallArgs& a) {
  if (!vm.is_str(a[1]))
    return vm.raise_type_error(
        cat("__format__() argument must be str, not ", vm.argument_name(a[1])));
  return SIMUL_SLOT(format)(vm, a[0], a[1]);
}
Answer w_hash(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(hash)(vm, a[0]);
}
Answer w_truth(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(truth)(vm, a[0]);
}
Answer w_compare(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(compare)(vm, a[0], a[1], static_cast<CompareOp>(w.operation));
}
StrObject* attribute_name(Vm& vm, const Value& value) {
  if (vm.is_str(value)) return vm.intern_object(value.as<StrObject>());
  vm.raise_type_error(cat("attribute name must be string, not '", vm.type_name(value), "'"));
  return nullptr;
}
Answer w_get_attr(Vm& vm, W w, const CallArgs& a) {
  StrObject* name = attribute_name(vm, a[1]);
  if (name == nullptr) return Raised{};
  return SIMUL_SLOT(get_attr)(vm, a[0], name);
}
Answer w_set_attr(Vm& vm, W w, const CallArgs& a) {
  StrObject* name = attribute_name(vm, a[1]);
  if (name == nullptr) return Raised{};
  return SIMUL_SLOT(set_attr)(vm, a[0], name, a[2]);
}
Answer w_del_attr(Vm& vm, W w, const CallArgs& a) {
  StrObject* name = attribute_name(vm, a[1]);
  if (name == nullptr) return Raised{};
  return SIMUL_SLOT(set_attr)(vm, a[0], name, Value());
}
Answer w_call(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(call)(vm, a[0], a.tail());
}
Answer w_iter(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(iter)(vm, a[0]);
}
Answer w_next(Vm& vm, W w, const CallArgs& a) {
  Answer next = SIMUL_SLOT(next)(vm, a[0]);
  if (next.is_stop()) return vm.raise_stop_iteration(Value());
  return next;
}
Answer w_length(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(length)(vm, a[0]);
}
Answer w_get_item(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(get_item)(vm, a[0], a[1]);
}
Answer w_set_item(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(set_item)(vm, a[0], a[1], a[2]);
}
Answer w_del_item(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(set_item)(vm, a[0], a[1], Value());
}
Answer w_contains(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(contains)(vm, a[0], a[1]);
}
Answer w_binary(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(binary)(vm, static_cast<BinaryOp>(w.operation), a[0], a[1]);
}
Answer w_reflected(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(binary)(vm, static_cast<BinaryOp>(w.operation), a[1], a[0]);
}
Answer w_inplace(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(inplace)(vm, static_cast<BinaryOp>(w.operation), a[0], a[1]);
}
Answer w_unary(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(unary)(vm, static_cast<UnaryOp>(w.operation), a[0]);
}
Answer w_index(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(index)(vm, a[0]);
}
Answer w_to_int(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(to_int)(vm, a[0]);
}
Answer w_to_float(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(to_float)(vm, a[0]);
}
Answer w_descr_get(Vm& vm, W w, const CallArgs& a) {
  // CPython's wrapper counts by itself, and has no name to say.
  if (a.size() < 2) return vm.raise_type_error(" expected at least 1 argument, got 0");
  if (a.size() > 3)
    return vm.raise_type_error(cat(" expected at most 2 arguments, got ", a.size() - 1));
  const Value instance = a[1].is_none() ? Value() : a[1];
  const Value owner = a.size() > 2 && !a[2].is_none() ? a[2] : Value();
  if (!instance && !owner) return vm.raise_type_error("__get__(None, None) is invalid");
  return SIMUL_SLOT(descr_get)(vm, a[0], instance, owner);
}
Answer w_descr_set(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(descr_set)(vm, a[0], a[1], a[2]);
}
Answer w_descr_delete(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(descr_set)(vm, a[0], a[1], Value());
}
Answer w_create(Vm& vm, W w, const CallArgs& a) {
  if (a.size() == 0)
    return vm.raise_type_error(cat(w.owner->name, ".__new__(): not enough arguments"));
  if (!vm.is_kind_of(a[0], vm.types().type)) {
    return vm.raise_type_error(
        cat(w.owner->name, ".__new__(X): X is not a type object (", vm.type_name(a[0]), ")"));
  }
  Type* cls = a[0].as<Type>();
  if (!cls->is_subtype_of(w.owner)) {
    return vm.raise_type_error(cat(w.owner->name,
                                   ".__new__(",
                                   cls->name,
                                   "): ",
                                   cls->name,
                                   " is not a subtype of ",
                                   w.owner->name));
  }
  // An int made by object's would be no int inside.
  const Type* made_by = cls;
  while (made_by != nullptr && made_by->slots.create == user_create) made_by = made_by->base;
  if (made_by != nullptr && made_by->slots.create != w.owner->slots.create) {
    return vm.raise_type_error(cat(
        w.owner->name, ".__new__(", cls->name, ") is not safe, use ", made_by->name, ".__new__()"));
  }
  return SIMUL_SLOT(create)(vm, cls, a.tail());
}
Answer w_init(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(init)(vm, a[0], a.tail());
}
Answer w_await(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(await)(vm, a[0]);
}
Answer w_aiter(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(aiter)(vm, a[0]);
}
Answer w_anext(Vm& vm, W w, const CallArgs& a) {
  return SIMUL_SLOT(anext)(vm, a[0]);
}
#undef SIMUL_SLOT

// --- the table
// ------------------------------------------------------------------------------------------------------------

#define SIMUL_ROW(name, wrap, operation, min, max, slot, user)                                  \
  SlotRow {                                                                                     \
    name, wrap, operation, min, max, [](const Slots& own, int) { return own.slot != nullptr; }, \
        [](Slots& to, const Slots& from) { to.slot = from.slot; },                              \
        [](Slots& to) { to.slot = user; }                                                       \
  }
#define SIMUL_MASKED(name, wrap, operation, max, slot, mask, user)  \
  SlotRow {                                                         \
    name, wrap, operation, max, max,                                \
        [](const Slots& own, int bit) {                             \
          return own.slot != nullptr && (own.mask >> bit & 1) != 0; \
        },                                                          \
        [](Slots& to, const Slots& from) { to.slot = from.slot; },  \
        [](Slots& to) { to.slot = user; }                           \
  }

std::vector<SlotRow> make_rows() {
  std::vector<SlotRow> rows = {
      SIMUL_ROW("__repr__", w_repr, 0, 0, 0, repr, user_repr),
      SIMUL_ROW("__str__", w_str, 0, 0, 0, str, user_str),
      SIMUL_ROW("__format__", w_format, 0, 1, 1, format, user_format),
      SIMUL_ROW("__hash__", w_hash, 0, 0, 0, hash, user_hash),
      SIMUL_ROW("__bool__", w_truth, 0, 0, 0, truth, user_truth),
      SIMUL_ROW("__getattribute__", w_get_attr, 0, 1, 1, get_attr, user_get_attr),
      // A hook for Python classes only: no native type shows one.
      SlotRow{"__getattr__",
              w_get_attr,
              0,
              1,
              1,
              [](const Slots&, int) { return false; },
              [](Slots& to, const Slots& from) { to.get_attr = from.get_attr; },
              [](Slots& to) { to.get_attr = user_get_attr; }},
      SIMUL_ROW("__setattr__", w_set_attr, 0, 2, 2, set_attr, user_set_attr),
      SIMUL_ROW("__delattr__", w_del_attr, 0, 1, 1, set_attr, user_set_attr),
      SIMUL_ROW("__call__", w_call, 0, 0, -1, call, user_call),
      SIMUL_ROW("__iter__", w_iter, 0, 0, 0, iter, user_iter),
      SIMUL_ROW("__next__", w_next, 0, 0, 0, next, user_next),
      SIMUL_ROW("__len__", w_length, 0, 0, 0, length, user_length),
      SIMUL_ROW("__getitem__", w_get_item, 0, 1, 1, get_item, user_get_item),
      SIMUL_ROW("__setitem__", w_set_item, 0, 2, 2, set_item, user_set_item),
      SIMUL_ROW("__delitem__", w_del_item, 0, 1, 1, set_item, user_set_item),
      SIMUL_ROW("__contains__", w_contains, 0, 1, 1, contains, user_contains),
      SIMUL_ROW("__index__", w_index, 0, 0, 0, index, user_index),
      SIMUL_ROW("__int__", w_to_int, 0, 0, 0, to_int, user_to_int),
      SIMUL_ROW("__float__", w_to_float, 0, 0, 0, to_float, user_to_float),
      SIMUL_ROW("__get__", w_descr_get, 0, 0, -1, descr_get, user_descr_get),
      SIMUL_ROW("__set__", w_descr_set, 0, 2, 2, descr_set, user_descr_set),
      SIMUL_ROW("__delete__", w_descr_delete, 0, 1, 1, descr_set, user_descr_set),
      SIMUL_ROW("__new__", w_create, 0, 0, -1, create, user_create),
      SIMUL_ROW("__init__", w_init, 0, 0, -1, init, user_init),
      SIMUL_ROW("__await__", w_await, 0, 0, 0, await, user_await),
      SIMUL_ROW("__aiter__", w_aiter, 0, 0, 0, aiter, user_aiter),
      SIMUL_ROW("__anext__", w_anext, 0, 0, 0, anext, user_anext),
  };
  for (int op = 0; op < 6; ++op) {
    rows.push_back(
        SIMUL_MASKED(kCompareDunders[op], w_compare, op, 1, compare, compare_mask, user_compare));
  }
  for (int op = 0; op < kBinaryOps; ++op) {
    rows.push_back(
        SIMUL_MASKED(kBinaryDunders[op], w_binary, op, 1, binary, binary_mask, user_binary));
    rows.push_back(
        SIMUL_MASKED(kReflected[op], w_reflected, op, 1, binary, binary_mask, user_binary));
    if (op + 1 < kBinaryOps) {
      rows.push_back(
          SIMUL_MASKED(kInplace[op], w_inplace, op, 1, inplace, inplace_mask, user_inplace));
    }
  }
  for (int op = 0; op < 4; ++op) {
    rows.push_back(SIMUL_MASKED(kUnaryDunders[op], w_unary, op, 0, unary, unary_mask, user_unary));
  }
  return rows;
}

}  // namespace

const std::vector<SlotRow>& slot_rows() {
  static const std::vector<SlotRow> kRows = make_rows();  // constant after the first call
  return kRows;
}

void fix_slots(Vm& vm, Type* type) {
  Slots inherited = type->base->slots;
  Slots& slots = type->slots;
  slots = Slots();
  slots.destroy = inherited.destroy;
  slots.survive = inherited.survive;
  slots.size_of = inherited.size_of;
  slots.traverse = inherited.traverse;
  slots.clear = inherited.clear;
  slots.sequence = inherited.sequence;
  slots.binary_mask = slots.inplace_mask = ~0u;
  // list[int]: a class's own brackets are no method of type.
  if (inherited.get_item == vm.types().type->slots.get_item) slots.get_item = inherited.get_item;
  // Two rows may feed one slot (__setitem__ and __delitem__): once Python code is in it, it stays.
  for (const SlotRow& row : slot_rows()) {
    StrObject* name = vm.name(row.name);
    const Value* found = nullptr;
    for (Type* each : type->mro) {
      found = each->dict->table.get(name);
      if (found != nullptr) break;
    }
    if (found == nullptr) continue;
    Slots probe;
    row.dispatch(probe);
    Slots current = slots;
    row.dispatch(current);
    // Is the slot already the dispatcher? Installing it again changes nothing.
    if (std::memcmp(&current, &slots, sizeof(Slots)) == 0) continue;
    if (vm.is_exactly(*found, vm.types().slot_wrapper)) {
      const auto* wrapper = found->as<NativeFunction>();
      if (wrapper->wrapper == row.wrapper && wrapper->operation == row.operation) {
        row.inherit(slots, wrapper->owner->slots);
        continue;
      }
    } else if (!found->is_object() && row.wrapper == w_hash) {
      slots.hash = user_hash;
      continue;
    } else if (is_native(vm, *found) && found->as<NativeFunction>()->owner != nullptr) {
      // A native method under a dunder name (object.__setattr__) stands for the absence of a slot.
      continue;
    }
    row.dispatch(slots);
  }
  // object's own behaviour is the absence of a slot.
  const Value* const finalizer = vm.lookup(type, Vm::Internals::names_of(vm).__del__);
  type->has_finalizer =
      finalizer != nullptr &&
      !(is_native(vm, *finalizer) && finalizer->as<NativeFunction>()->owner != nullptr);
}

}  // namespace simul::vm
