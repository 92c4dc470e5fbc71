// OSError: see os_errors.hpp.
#include "vm/os_errors.hpp"

#include <cstdint>
#include <string>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/exception_fields.hpp"
#include "vm/internals.hpp"
#include "vm/protocols.hpp"

namespace simul::vm {

static constexpr char kFileName[] = "filename";
static constexpr char kOtherFileName[] = "filename2";
static constexpr char kWritten[] = "characters_written";

// Linux's numbers.
Type* os_error_of(Vm& vm, const CallArgs& args) {
  const ExceptionTypes& x = vm.exceptions();
  std::int64_t number = 0;
  if (args.size() < 2 || args.size() > 5 || !vm.to_int64(args[0], number)) return x.OSError;
  switch (number) {
    case 1:   // EPERM
    case 13:  // EACCES
      return x.PermissionError;
    case 2: return x.FileNotFoundError;   // ENOENT
    case 3: return x.ProcessLookupError;  // ESRCH
    case 4: return x.InterruptedError;    // EINTR
    case 10: return x.ChildProcessError;  // ECHILD
    case 11:                              // EAGAIN
    case 114:                             // EALREADY
    case 115:                             // EINPROGRESS
      return x.BlockingIOError;
    case 17: return x.FileExistsError;     // EEXIST
    case 20: return x.NotADirectoryError;  // ENOTDIR
    case 21: return x.IsADirectoryError;   // EISDIR
    case 32:                               // EPIPE
    case 108:                              // ESHUTDOWN
      return x.BrokenPipeError;
    case 103: return x.ConnectionAbortedError;  // ECONNABORTED
    case 104: return x.ConnectionResetError;    // ECONNRESET
    case 110: return x.TimeoutError;            // ETIMEDOUT
    case 111: return x.ConnectionRefusedError;  // ECONNREFUSED
    default: return x.OSError;
  }
}

// Does a class of the program's own have this method from itself, not from OSError?
static bool has_own(Vm& vm, Type* type, const char* method) {
  const Value* own = vm.lookup(type, vm.name(method));
  return own != vm.lookup(vm.exceptions().OSError, vm.name(method));
}

bool waits_for_init(Vm& vm, Type* type) {
  return type->has(kUserClass) && type->is_subtype_of(vm.exceptions().OSError) &&
         has_own(vm, type, "__init__") && !has_own(vm, type, "__new__");
}

bool is_made_by_new(Vm& vm, Type* type) {
  return type->has(kUserClass) && type->is_subtype_of(vm.exceptions().OSError) &&
         has_own(vm, type, "__init__") && !waits_for_init(vm, type);
}

SIMUL_RARE bool take_file_names(Vm& vm, ExceptionObject* object) {
  const auto* args = object->args.as<TupleObject>();
  if (args->size < 3 || args->size > 5 || !object->type->is_subtype_of(vm.exceptions().OSError))
    return true;
  const Value& file = args->items()[2];
  if (file.is_none()) return true;
  if (object->type->is_subtype_of(vm.exceptions().BlockingIOError)) {
    if (std::int64_t written = 0; vm.to_int64(file, written)) {
      set_besides(vm, object, kWritten, file);  // and `args` stays whole
      return true;
    }
    if (vm.is_kind_of(file, vm.types().float_)) {
      const Answer refused = vm.raise_type_error(
          cat("'", vm.type_name(file), "' object cannot be interpreted as an integer"));
      return !refused.raised();
    }
  }
  set_besides(vm, object, kFileName, file);
  if (args->size == 5 && !args->items()[4].is_none())
    set_besides(vm, object, kOtherFileName, args->items()[4]);
  object->args = vm.tuple({args->items()[0], args->items()[1]});
  return true;
}

bool has_os_error_str(Vm& vm, const ExceptionObject* object) {
  if (!object->type->is_subtype_of(vm.exceptions().OSError)) return false;
  return (object->first && object->second) || besides(vm, object, kFileName);
}

SIMUL_RARE Answer os_error_str(Vm& vm, const ExceptionObject* object) {
  struct Format {
    static Native run(Vm& machine, Value number, Value text, Value file, Value other) {
      Value shown = co_await machine.str_of(number ? number : Value::none());
      Value message = co_await machine.str_of(text ? text : Value::none());
      std::string whole = cat("[Errno ", machine.text(shown), "] ", machine.text(message));
      if (file) {
        Value name = co_await machine.repr(file);
        whole += cat(": ", machine.text(name));
        if (other) {
          Value to = co_await machine.repr(other);
          whole += cat(" -> ", machine.text(to));
        }
      }
      co_return machine.str(whole);
    }
  };
  return Format::run(vm,
                     object->first,
                     object->second,
                     besides(vm, object, kFileName),
                     besides(vm, object, kOtherFileName));
}

namespace {

Answer get_characters_written(Vm& vm, const Value& self) {
  const Value found = besides(vm, self.as<ExceptionObject>(), kWritten);
  if (!found) return vm.raise(vm.exceptions().AttributeError, kWritten);
  return found;
}
Answer set_characters_written(Vm& vm, const Value& self, const Value& value) {
  if (!value && !besides(vm, self.as<ExceptionObject>(), kWritten))
    return vm.raise(vm.exceptions().AttributeError, kWritten);
  if (std::int64_t written = 0; value && !vm.to_int64(value, written))
    return vm.raise_type_error(
        cat("'", vm.type_name(value), "' object cannot be interpreted as an integer"));
  set_besides(vm, self.as<ExceptionObject>(), kWritten, value);
  return Value::none();
}

}  // namespace

std::vector<GetterDef> os_error_getters() {
  return {{"errno", get_field<&ExceptionObject::first>, set_field<&ExceptionObject::first>},
          {"strerror", get_field<&ExceptionObject::second>, set_field<&ExceptionObject::second>},
          {kFileName, get_besides<kFileName>, put_besides<kFileName>},
          {kOtherFileName, get_besides<kOtherFileName>, put_besides<kOtherFileName>},
          {kWritten, get_characters_written, set_characters_written}};
}

}  // namespace simul::vm
