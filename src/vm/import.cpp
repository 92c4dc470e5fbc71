// Modules and imports: native modules by name, filled the first time they are asked for, then those
// written in Python that the ModuleSource has. Mirrors Objects/moduleobject.c and what a program
// sees of Python/import.c and Lib/importlib/_bootstrap.py.
#include <algorithm>

#include "vm/cat.hpp"
#include "vm/exception_fields.hpp"
#include "vm/interpreter.hpp"
#include "vm/missing_modules.hpp"
#include "vm/module_source.hpp"

namespace simul::vm {

using Internals = Vm::Internals;

namespace {

Answer module_get_attr(Vm& vm, const Value& self, StrObject* name) {
  const Table& table = self.as<ModuleObject>()->dict.as<DictObject>()->table;
  if (const Value* found = table.get(name)) return *found;
  if (name == Internals::names_of(vm).__dict__) return self.as<ModuleObject>()->dict;
  if (vm.lookup(vm.types().module, name) != nullptr) return generic_get_attr(vm, self, name);
  if (const Value* hook = table.get(Internals::names_of(vm).__getattr__)) {
    const Value function = *hook;
    return vm.call(function, {Value::share(name)});
  }
  return vm.raise_attribute_error(self, name);
}
Answer module_set_attr(Vm& vm, const Value& self, StrObject* name, const Value& value) {
  Table& table = self.as<ModuleObject>()->dict.as<DictObject>()->table;
  if (value) {
    table.set(name, value);
  } else if (!table.erase(name)) {
    return vm.raise_attribute_error(self, name);
  }
  return Value::none();
}
Answer module_repr(Vm& vm, const Value& self) {
  const Table& table = self.as<ModuleObject>()->dict.as<DictObject>()->table;
  const Value* name = table.get(Internals::names_of(vm).__name__);
  const Value* file = table.get(Internals::names_of(vm).__file__);
  const std::string shown = name != nullptr && vm.is_str(*name) ? std::string(vm.text(*name)) : "?";
  if (file != nullptr && vm.is_str(*file)) {
    return vm.str(cat("<module '", shown, "' from '", vm.text(*file), "'>"));
  }
  const Value* package = table.get(vm.name("__package__"));
  const bool built_in = package != nullptr && !package->is_none();
  return vm.str(cat("<module '", shown, built_in ? "' (built-in)>" : "'>"));
}
// ModuleType(name, doc=None)
Answer module_create(Vm& vm, Type*, const CallArgs& args) {
  static constexpr Parameters kParameters{"module", {"name", "doc"}, 2, 1};
  Value slots[2];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!vm.is_str(slots[0]))
    return vm.raise_type_error(
        cat("module() argument 'name' must be str, not ", vm.type_name(slots[0])));
  Value made = vm.make_module(vm.text(slots[0]));
  vm.set_module_attr(made, "__package__", Value::none());
  if (slots[1]) vm.set_module_attr(made, "__doc__", slots[1]);
  return made;
}
void module_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<ModuleObject*>(object)->dict);
}

std::string no_module(Vm& vm, std::string_view name) {
  return missing_module(name, Internals::module_names(vm));
}

}  // namespace

std::vector<std::string> Internals::module_names(Vm& vm) {
  std::vector<std::string> names;
  for (const auto& each : vm.internals_->module_inits) names.push_back(each.first);
  if (ModuleSource* source = vm.options().modules) {
    for (std::string& each : source->names()) names.push_back(std::move(each));
  }
  return names;
}

bool Internals::has_module(Vm& vm, std::string_view name) {
  return native_module(vm, name) != nullptr ||
         (vm.options().modules != nullptr && vm.options().modules->has(name));
}

bool Internals::has_module_under(Vm& vm, std::string_view package) {
  const std::string beginning = cat(package, ".");
  const std::vector<std::string> names = module_names(vm);
  return std::any_of(names.begin(), names.end(), [&](const std::string& each) {
    return each.starts_with(beginning);
  });
}

void install_modules(Vm& vm) {
  vm.define(vm.types().module,
            {.name = "module",
             .instance_size = sizeof(ModuleObject),
             .slots = {.destroy = destroy_as<ModuleObject>,
                       .traverse = module_traverse,
                       .repr = module_repr,
                       .get_attr = module_get_attr,
                       .set_attr = module_set_attr,
                       .create = module_create}});
}

Value Vm::make_module(std::string_view module_name) {
  auto* module = heap_.make<ModuleObject>(types_.module);
  module->dict = dict();
  Value value = Value::adopt(module);
  Names& names = internals_->names;
  Table& table = module->dict.as<DictObject>()->table;
  table.set(names.__name__, intern(module_name));
  table.set(names.__doc__, Value::none());
  table.set(names.__package__, intern(""));
  table.set(names.__loader__, Value::none());
  table.set(names.__spec__, Value::none());
  return value;
}

void Vm::set_module_attr(const Value& module, const char* attribute, Value value) {
  set_module_attr(module, std::string_view(attribute), std::move(value));
}
void Vm::set_module_attr(const Value& module, std::string_view attribute, Value value) {
  module.as<ModuleObject>()->dict.as<DictObject>()->table.set(name(attribute), std::move(value));
}

void Vm::register_module(std::string_view module_name, ModuleInit init) {
  internals_->module_inits[std::string(module_name)] = init;
}

Table& Vm::modules() {
  return modules_.as<DictObject>()->table;
}

namespace {

// While a module of the library is compiled and runs, the program's clock stands still: what Simul
// has in Python CPython may have in C or compiled, and neither should show in the picture.
class Importing {
 public:
  explicit Importing(Vm& vm) : vm_(vm) {
    vm.flush_charge();
    if (Internals::importing_count(vm)++ == 0 && vm.on_hold) vm.on_hold(true);
  }
  ~Importing() {
    vm_.flush_charge();
    if (--Internals::importing_count(vm_) == 0 && vm_.on_hold) vm_.on_hold(false);
  }
  Importing(const Importing&) = delete;
  Importing& operator=(const Importing&) = delete;

 private:
  Vm& vm_;
};

Answer module_not_found(Vm& vm, std::string_view message, StrObject* name) {
  Value exception = vm.make_exception(vm.exceptions().ModuleNotFoundError, message);
  exception.as<ExceptionObject>()->first = Value::share(name);
  return vm.raise_exception(std::move(exception));
}

const Value* attribute(Vm& vm, const Value& module, StrObject* name) {
  const DictObject* dict = vm.instance_dict(module, false);
  return dict == nullptr ? nullptr : dict->table.get(name);
}

// Binds a.b in a once both are there.
void bind_to_parent(Vm& vm, std::string_view name, const Value& module) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return;
  const Value* parent = vm.modules().get(vm.name(name.substr(0, dot)));
  if (parent != nullptr && vm.is_exactly(*parent, vm.types().module))
    vm.set_module_attr(*parent, name.substr(dot + 1), module);
}

Answer load_native(Vm& vm, StrObject* name, Vm::ModuleInit init) {
  Value module = vm.make_module(name->text());
  vm.modules().set(name, module);
  // Those that CPython has in Python know their file.
  static constexpr std::string_view kPython[] = {"random"};
  if (std::find(std::begin(kPython), std::end(kPython), name->text()) != std::end(kPython)) {
    vm.set_module_attr(
        module, "__file__", vm.str(cat("/usr/lib/python3.13/", name->text(), ".py")));
  }
  init(vm, module);
  if (vm.has_raised()) {
    vm.modules().erase(name);
    return Raised{};
  }
  bind_to_parent(vm, name->text(), module);
  return module;
}

Answer call_twin(Vm& vm, const NativeFunction& function, const CallArgs& args) {
  (void)function;
  return vm.call(args[0], args.tail());
}

// What CPython has in C shows itself as built-in functions, which never become methods.
void make_builtins(Vm& vm, const Value& module) {
  for (Table::Entry& entry : module.as<ModuleObject>()->dict.as<DictObject>()->table.entries()) {
    if (!entry.key || !vm.is_exactly(entry.value, vm.types().function)) continue;
    const auto* function = entry.value.as<FunctionObject>();
    if (!vm.is_str(function->module) || function->code->kind != FrameKind::kHidden) continue;
    StrObject* name = vm.name(vm.text(function->name));
    NativeDef def(name->data(), PlainFunction{nullptr}, 0, -1, kKeywords);
    Value made = vm.make_function(def, vm.text(function->module));
    made.as<NativeFunction>()->wrapper = call_twin;
    made.as<NativeFunction>()->self = entry.value;
    made.as<NativeFunction>()->operation = kTwin;
    entry.value = std::move(made);
  }
  module.as<ModuleObject>()->dict.as<DictObject>()->table.touch();
}

Native load_sourced(Vm& vm, Value name) {
  StrObject* full_name = name.as<StrObject>();
  const Importing importing(vm);
  SourcedModule found = vm.options().modules->find(full_name->text());
  if (found.code == nullptr) {
    Value exception = vm.make_exception(vm.exceptions().ImportError, found.error);
    exception.as<ExceptionObject>()->first = name;
    co_return vm.raise_exception(std::move(exception));
  }
  const std::string_view text = full_name->text();
  const Names& names = Internals::names_of(vm);
  Value module = vm.make_module(text);
  {
    Table& table = module.as<ModuleObject>()->dict.as<DictObject>()->table;
    const bool inside = found.package || text.find('.') != std::string_view::npos;
    const std::string_view of = found.package ? text
                                : inside      ? text.substr(0, text.rfind('.'))
                                              : std::string_view();
    table.set(names.__package__, vm.intern(of));
    if (!found.file.empty()) {
      table.set(names.__file__, vm.str(found.file));
      if (found.package) {
        const std::string folder = found.file.substr(0, found.file.rfind('/'));
        table.set(names.__path__, vm.list({vm.str(folder)}));
      }
    }
    table.set(names.__builtins__, vm.builtins());
  }
  vm.modules().set(full_name, module);
  Value code = vm.make_code(std::move(found.code));
  const Value globals = module.as<ModuleObject>()->dict;
  const Attempt done = co_await vm.attempt(Internals::run_code(vm, code, globals));
  if (!done.ok()) {
    vm.modules().erase(name.as<StrObject>());
    co_return vm.raise_exception(done.exception);
  }
  if (code.as<CodeValue>()->kind == FrameKind::kHidden) make_builtins(vm, module);
  const Value* put = vm.modules().get(name.as<StrObject>());
  if (put != nullptr) module = *put;  // a module may put something else in its place
  bind_to_parent(vm, vm.text(name), module);
  co_return module;
}

// `name` is not in sys.modules; its parent is.
Answer load(Vm& vm, StrObject* name) {
  if (Vm::ModuleInit init = Internals::native_module(vm, name->text()))
    return load_native(vm, name, init);
  const std::string_view text = name->text();
  const std::size_t dot = text.rfind('.');
  if (dot != std::string_view::npos) {
    const std::string parent_name(text.substr(0, dot));
    const Value* parent = vm.modules().get(vm.name(parent_name));
    const bool package =
        parent != nullptr && attribute(vm, *parent, Internals::names_of(vm).__path__) != nullptr;
    const bool has_more = Internals::has_module_under(vm, parent_name);
    if (!package && !has_more) {
      return module_not_found(
          vm, cat("No module named '", text, "'; '", parent_name, "' is not a package"), name);
    }
  }
  ModuleSource* source = vm.options().modules;
  if (source == nullptr || !source->has(text))
    return module_not_found(vm, no_module(vm, text), name);
  return load_sourced(vm, Value::share(name));
}

Answer in_modules(Vm& vm, StrObject* name, const Value& found) {
  if (!found.is_none()) return found;
  return module_not_found(
      vm, cat("import of ", name->text(), " halted; None in sys.modules"), name);
}

Native import_chain(Vm& vm, Value full_name) {
  const std::string text(vm.text(full_name));
  Value module;
  for (std::size_t end = 0; end != std::string::npos;) {
    end = text.find('.', end == 0 ? 0 : end + 1);
    StrObject* name = vm.name(text.substr(0, end));
    if (const Value* found = vm.modules().get(name)) {
      module = co_await in_modules(vm, name, *found);
      continue;
    }
    module = co_await load(vm, name);
  }
  co_return module;
}

// What a relative import starts from: "a.b" of the importing module, `level` - 1 packages up.
Answer base_package(Vm& vm, Frame* frame, std::int64_t level) {
  const Names& names = Internals::names_of(vm);
  const Table& globals = frame->globals->table;
  std::string package;
  const Value* given = globals.get(names.__package__);
  if (given != nullptr && vm.is_str(*given)) {
    package = std::string(vm.text(*given));
  } else if (const Value* own = globals.get(names.__name__); own != nullptr && vm.is_str(*own)) {
    package = std::string(vm.text(*own));
    if (globals.get(names.__path__) == nullptr) {
      const std::size_t dot = package.rfind('.');
      package = dot == std::string::npos ? "" : package.substr(0, dot);
    }
  }
  if (package.empty()) {
    return vm.raise(vm.exceptions().ImportError,
                    "attempted relative import with no known parent package");
  }
  for (; level > 1; --level) {
    const std::size_t dot = package.rfind('.');
    if (dot == std::string::npos) {
      return vm.raise(vm.exceptions().ImportError,
                      "attempted relative import beyond top-level package");
    }
    package.resize(dot);
  }
  return vm.str(package);
}

// The program's own lines import nothing any more, not even what is there; parts of ours still may,
// which CPython has in C or had imported in time.
bool is_over(Vm& vm, const Frame& frame) {
  return Internals::inside(vm).names_gone && frame.code->kind == FrameKind::kProgram;
}
Answer refused_at_the_end(Vm& vm) {
  return vm.raise(vm.exceptions().ImportError,
                  "sys.meta_path is None, Python is likely shutting down");
}

Native import_first(Vm& vm, Value full_name) {
  Value last = co_await vm.import_module(full_name.as<StrObject>());
  const std::string_view text = vm.text(full_name);
  co_return vm.import_module(vm.name(text.substr(0, text.find('.'))));
}

}  // namespace

Answer Vm::import_module(StrObject* module_name) {
  if (const Value* found = modules().get(module_name))
    return in_modules(*this, module_name, *found);
  StrObject* kept = intern_object(module_name);
  if (kept->text().find('.') == std::string_view::npos) return load(*this, kept);
  return import_chain(*this, Value::share(kept));
}

Answer import_name(
    Vm& vm, Frame* frame, StrObject* name, const Value& from_list, const Value& level) {
  StrObject* const by = Internals::names_of(vm).__import__;
  const Value* other = other_builtins(vm, frame);
  const Value* importer =
      other != nullptr ? in_builtins(vm, *other, by) : vm.builtins_dict()->table.get(by);
  if (importer == nullptr) return vm.raise(vm.exceptions().ImportError, "__import__ not found");
  if (!vm.is_exactly(*importer, vm.types().builtin_function)) {
    const Value function = *importer;
    return vm.call(function,
                   {Value::share(name),
                    Value::share(frame->globals),
                    frame->namespace_ ? frame->namespace_ : Value::none(),
                    from_list,
                    level});
  }
  if (level.is_small() && level.as_small() > 0) {
    Answer package = base_package(vm, frame, level.as_small());
    if (package.raised()) return package;
    std::string full(vm.text(package.peek()));
    if (!name->text().empty()) full += "." + std::string(name->text());
    return is_over(vm, *frame) ? refused_at_the_end(vm) : vm.import_module(vm.name(full));
  }
  if (is_over(vm, *frame)) return refused_at_the_end(vm);
  // `import a.b` binds a.
  if (name->text().find('.') != std::string_view::npos && from_list.is_none())
    return import_first(vm, Value::share(name));
  return vm.import_module(name);
}

namespace {

// Neither among its names nor what its __getattr__ gives: a module inside it, or nothing.
Answer import_inner(Vm& vm, const Value& module, StrObject* name) {
  const Table& table = module.as<ModuleObject>()->dict.as<DictObject>()->table;
  const Value* own = table.get(Internals::names_of(vm).__name__);
  const std::string module_name =
      own != nullptr && vm.is_str(*own) ? std::string(vm.text(*own)) : "<unknown module name>";
  StrObject* inner = vm.name(cat(module_name, ".", name->text()));
  if (Internals::has_module(vm, inner->text()) || vm.modules().get(inner) != nullptr)
    return vm.import_module(inner);
  const Value* file = table.get(Internals::names_of(vm).__file__);
  const std::string message = cat(
      "cannot import name '",
      name->text(),
      "' from '",
      module_name,
      "' (",
      file != nullptr && vm.is_str(*file) ? vm.text(*file) : std::string_view("unknown location"),
      ")");
  Value exception = vm.make_exception(vm.exceptions().ImportError, message);
  exception.as<ExceptionObject>()->first = own != nullptr ? *own : Value();
  exception.as<ExceptionObject>()->second = file != nullptr ? *file : Value();
  set_besides(vm, exception.as<ExceptionObject>(), kNameFrom, Value::share(name));
  return vm.raise_exception(std::move(exception));
}

// What the module's own __getattr__ says of the name comes first.
Native import_through_hook(Vm& vm, Value hook, Value module, Value name) {
  Attempt found = co_await vm.attempt(vm.call(hook, CallArgs(&name, 1)));
  if (found.ok()) co_return std::move(found.value);
  if (!vm.matches(found.exception, vm.exceptions().AttributeError))
    co_return vm.raise_exception(std::move(found.exception));
  // What a module of ours says of a name that it lacks is said of an import, too.
  const std::string told = vm.exception_line(found.exception);
  constexpr std::string_view kTold = "AttributeError: Simul";
  Answer inner = import_inner(vm, module, name.as<StrObject>());
  if (inner.raised() && told.starts_with(kTold) &&
      vm.matches(vm.raised_exception(), vm.exceptions().ImportError)) {
    const Value plain = vm.take_raised();
    const auto* known = plain.as<ExceptionObject>();
    Value exception =
        vm.make_exception(vm.exceptions().ImportError, told.substr(kTold.find("Simul")));
    auto* object = exception.as<ExceptionObject>();
    object->first = known->first;
    object->second = known->second;
    object->besides = known->besides;
    co_return vm.raise_exception(std::move(exception));
  }
  co_return inner;
}

}  // namespace

Answer import_from(Vm& vm, const Value& module, StrObject* name) {
  if (!vm.is_exactly(module, vm.types().module)) return vm.get_attr(module, name);
  const Table& table = module.as<ModuleObject>()->dict.as<DictObject>()->table;
  if (const Value* found = table.get(name)) return *found;
  if (const Value* hook = table.get(Internals::names_of(vm).__getattr__))
    return import_through_hook(vm, *hook, module, Value::share(name));
  return import_inner(vm, module, name);
}

}  // namespace simul::vm
