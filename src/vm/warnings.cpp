// What the machine itself warns of, a coroutine that was never awaited for one: to the program's
// module warnings once it is imported, else in the words of CPython's C code. Mirrors
// Python/_warnings.c.
#include "vm/warnings.hpp"

#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/program_loop.hpp"
#include "vm/source_lines.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

namespace {

// Where what a filter makes an error goes; null: it is shown as if it were none, as nobody there
// could take it.
Value* error_wanted = nullptr;

// What the module warnings is told, once a program has imported it: filters, catch_warnings() and
// showwarning() are the program's. False: it raised, which nobody here can take.
bool warn_in_python(Vm& vm,
                    const Value& module,
                    Type* category,
                    std::string_view message,
                    std::string_view place,
                    std::string_view source,
                    std::string_view of_module) {
  struct Told {
    static Native tell(Vm& vm, Value module, Value given) {
      const Value warn = co_await vm.get_attr(module, vm.name("_warn_from_machine"));
      auto* tuple = given.as<TupleObject>();
      Attempt told = co_await vm.attempt(vm.call(warn, CallArgs(tuple->items(), tuple->size)));
      if (told.ok()) co_return Value::boolean(true);
      if (error_wanted == nullptr) co_return vm.raise_exception(std::move(told.exception));
      told.exception.as<ExceptionObject>()->traceback.reset();
      *error_wanted = std::move(told.exception);
      co_return Value::boolean(true);
    }
  };
  const std::size_t colon = place.rfind(':');
  std::int64_t line = 0;
  const std::string_view number = place.substr(colon + 1);
  if (number == "-1")
    line = -1;
  else
    for (const char digit : number) line = 10 * line + (digit - '0');
  const Value given = vm.tuple({vm.str(message),
                                vm.type_value(category),
                                vm.str(place.substr(0, colon)),
                                vm.integer(line),
                                vm.str(source),
                                vm.str(of_module)});
  return static_cast<bool>(run_now(vm, Told::tell(vm, module, given)));
}

const Frame* text_frame(const Fiber& fiber) {
  for (const Activation* each = fiber.top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    const auto* frame = static_cast<const Frame*>(each);
    if (frame->code->kind == FrameKind::kProgram) return frame;
  }
  return nullptr;
}

// Where the program's innermost frame is: "-1" in what the compiler has added of its own.
std::string running_place(const Fiber* fiber, std::uint32_t line) {
  for (const Activation* each = fiber->top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    const auto* frame = static_cast<const Frame*>(each);
    if (frame->code->kind != FrameKind::kProgram) continue;
    if (frame->code->code->positions[frame->instruction()].line <= 0) return "-1";
    break;
  }
  return std::to_string(line);
}

Native remember(Vm& vm, Value registry, Value key) {
  co_await vm.set_item(registry, key, Value::boolean(true));
  co_return Value::none();
}

// Is it the first time that the program's own module, or the text whose names these are, is warned
// of that there?
bool is_news(Vm& vm, Value names, Type* category, std::string_view message, std::uint32_t line) {
  if (!names) {
    const Value* const main = vm.modules().get(vm.name("__main__"));
    if (main == nullptr || !vm.is_exactly(*main, vm.types().module)) return true;
    names = Value::share(vm.instance_dict(*main, true));
  }
  const Value registry = warning_registry(vm, names);
  if (!vm.is_exactly(registry, vm.types().dict)) return true;
  for (const Table::Entry& entry : registry.as<DictObject>()->table.entries()) {
    if (!entry.key || !vm.is_exactly(entry.key, vm.types().tuple)) continue;
    const auto* key = entry.key.as<TupleObject>();
    std::int64_t of_line = 0;
    if (key->size == 3 && vm.is_str(key->items()[0]) && vm.text(key->items()[0]) == message &&
        key->items()[1].is_object() && key->items()[1].object() == category &&
        vm.to_int64(key->items()[2], of_line) && of_line == line)
      return false;
  }
  static_cast<void>(run_now(
      vm,
      remember(
          vm, registry, vm.tuple({vm.str(message), vm.type_value(category), vm.integer(line)}))));
  return true;
}

}  // namespace

Value warning_registry(Vm& vm, const Value& globals) {
  Table& names = globals.as<DictObject>()->table;
  StrObject* const name = vm.name("__warningregistry__");
  if (const Value* const found = names.get(name)) return *found;
  Value made = vm.dict();
  made.as<DictObject>()->table.set(vm.name("version"), Value::small(0));
  names.set(name, made);
  return made;
}

void Vm::warn(Type* category, std::string_view message) {
  if (internals_->shutting_down) return;  // the program has ended, its last words are said
  const std::uint32_t line = running_line();
  auto [place, source] = library_place(*this);
  // A text of exec()'s or eval()'s has no lines to show, and is no main module by itself.
  std::string of_module;
  Value text_names;
  if (const Frame* frame = place.empty() && fiber_ != nullptr ? text_frame(*fiber_) : nullptr;
      frame != nullptr && frame->code->code->filename != options_.filename) {
    const Value* module = frame->globals->table.get(internals_->names.__name__);
    of_module = module != nullptr && is_str(*module) ? text(*module) : std::string_view("<string>");
    if (category == exceptions_.DeprecationWarning && of_module != "__main__" &&
        modules_.as<DictObject>()->table.get(name("warnings")) == nullptr)
      return;
    place = cat(frame->code->code->filename, ":", line);
    source = {};
    text_names = Value::share(frame->globals);
  }
  if (const Value* module = modules_.as<DictObject>()->table.get(name("warnings"));
      module != nullptr && is_exactly(*module, types_.module) && !internals_->names_gone) {
    const Value kept = *module;
    const std::string where = !place.empty() ? place
                              : line == 0
                                  ? std::string("<sys>:0")
                                  : cat(options_.filename, ":", running_place(fiber_, line));
    if (warn_in_python(*this, kept, category, message, where, source, of_module)) return;
  }
  // The default filter shows each text once per place.
  // What was said in the program's module is known when its names are gone, too.
  const bool unsaid =
      internals_->warned.insert(cat(place, place.empty() ? line : 0, category->name, message))
          .second;
  const bool in_main = place.empty() && line != 0 && !internals_->names_gone;
  const bool news =
      in_main || text_names ? is_news(*this, text_names, category, message, line) : unsaid;
  if (!news) return;
  if (category == exceptions_.DeprecationWarning && line == 0) return;
  const bool in_program = place.empty() && line != 0;
  const std::string at = line == 0 ? std::string() : running_place(fiber_, line);
  if (place.empty()) place = line == 0 ? "<sys>:0" : cat(options_.filename, ":", at);
  std::string out = cat(place, ": ", category->name, ": ", message, "\n");
  // When the names are gone C code writes it: there is no warnings module.
  if (!internals_->names_gone) {
    if (in_program && at != "-1") source = stripped(cached_line(*this, line));
    if (!source.empty()) out += cat("  ", source, "\n");
    if (message.find("was never awaited") != std::string_view::npos &&
        (internals_->tracemalloc || !internals_->path_gone)) {
      internals_->tracemalloc = true;
      out += cat(category->name, ": Enable tracemalloc to get the object allocation traceback\n");
    }
  }
  write(2, out);
}

bool warn_or_raise(Vm& vm, Type* category, std::string_view message) {
  Value error;
  Value* const outer = std::exchange(error_wanted, &error);
  vm.warn(category, message);
  error_wanted = outer;
  if (!error) return true;
  vm.raise_exception(std::move(error));
  return false;
}

std::uint32_t Vm::running_line() const {
  return fiber_ == nullptr ? 0 : fiber_->line();
}

std::uint32_t Fiber::line() const {
  for (const Activation* each = top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    const auto* frame = static_cast<const Frame*>(each);
    if (frame->code->kind == FrameKind::kProgram) return frame->line();
  }
  return 0;
}

}  // namespace simul::vm
