// Modules and imports: native modules by name, filled the first time they are asked for. Mirrors
// Objects/moduleobject.c and what a program sees of Python/import.c.
#include <algorithm>

#include "vm/cat.hpp"
#include "vm/interpreter.hpp"
#include "vm/suggestions.hpp"

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
  return vm.str(cat("<module '", shown, "' (built-in)>"));
}
void module_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<ModuleObject*>(object)->dict);
}

std::string no_module(Vm& vm, std::string_view name) {
  std::vector<std::string> known = Internals::module_names(vm);
  const std::string nearest = closest_name(name, known);
  std::sort(known.begin(), known.end());
  std::string list;
  for (const std::string& each : known) list += (list.empty() ? "" : ", ") + each;
  return nearest.empty() ? cat("Simul has no module '", name, "' yet (it has: ", list, ")")
                         : cat("Simul has no module '", name, "' yet (nearest: ", nearest, ")");
}

}  // namespace

void install_modules(Vm& vm) {
  vm.define(vm.types().module,
            {.name = "module",
             .instance_size = sizeof(ModuleObject),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<ModuleObject>,
                       .traverse = module_traverse,
                       .repr = module_repr,
                       .get_attr = module_get_attr,
                       .set_attr = module_set_attr}});
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

void Vm::set_module_attr(const Value& module, std::string_view attribute, Value value) {
  module.as<ModuleObject>()->dict.as<DictObject>()->table.set(name(attribute), std::move(value));
}

void Vm::register_module(std::string_view module_name, ModuleInit init) {
  internals_->module_inits[std::string(module_name)] = init;
}

Table& Vm::modules() {
  return modules_.as<DictObject>()->table;
}

Answer Vm::import_module(StrObject* module_name) {
  if (const Value* found = modules().get(module_name)) return *found;
  const std::string text_name(module_name->text());
  auto known = internals_->module_inits.find(text_name);
  const std::size_t dot = text_name.rfind('.');
  if (dot != std::string::npos) {
    Answer parent = import_module(name(text_name.substr(0, dot)));
    if (parent.raised()) return parent;
  }
  if (known == internals_->module_inits.end()) {
    Value exception = make_exception(exceptions_.ModuleNotFoundError, no_module(*this, text_name));
    exception.as<ExceptionObject>()->first = Value::share(module_name);
    return raise_exception(std::move(exception));
  }
  Value module = make_module(text_name);
  modules().set(module_name, module);
  known->second(*this, module);
  if (has_raised()) {
    modules().erase(module_name);
    return Raised{};
  }
  if (dot != std::string::npos) {
    const Value* parent = modules().get(name(text_name.substr(0, dot)));
    if (parent != nullptr) set_module_attr(*parent, text_name.substr(dot + 1), module);
  }
  return module;
}

Answer import_name(Vm& vm, Frame*, StrObject* name, const Value& from_list, const Value& level) {
  if (level.is_small() && level.as_small() > 0) {
    return vm.raise(vm.exceptions().ImportError,
                    "attempted relative import with no known parent package");
  }
  Answer module = vm.import_module(name);
  if (!module.has_value()) return module;
  const std::size_t dot = name->text().find('.');
  if (dot == std::string_view::npos || !from_list.is_none()) return module;
  // `import a.b` binds a.
  return vm.import_module(vm.name(name->text().substr(0, dot)));
}

Answer import_from(Vm& vm, const Value& module, StrObject* name) {
  if (!vm.is_exactly(module, vm.types().module)) return vm.get_attr(module, name);
  const Table& table = module.as<ModuleObject>()->dict.as<DictObject>()->table;
  if (const Value* found = table.get(name)) return *found;
  const Value* own = table.get(Internals::names_of(vm).__name__);
  const std::string module_name =
      own != nullptr && vm.is_str(*own) ? std::string(vm.text(*own)) : "<unknown module name>";
  StrObject* inner = vm.name(cat(module_name, ".", name->text()));
  if (Internals::has_module(vm, inner->text())) return vm.import_module(inner);
  std::vector<std::string> names;
  for (const Table::Entry& entry : table.entries()) {
    if (entry.key && vm.is_str(entry.key)) names.emplace_back(vm.text(entry.key));
  }
  const std::string nearest = closest_name(name->text(), names);
  std::string message =
      cat("cannot import name '", name->text(), "' from '", module_name, "' (unknown location)");
  if (!nearest.empty()) message += cat(". Did you mean: '", nearest, "'?");
  Value exception = vm.make_exception(vm.exceptions().ImportError, message);
  exception.as<ExceptionObject>()->first = own != nullptr ? *own : Value();
  return vm.raise_exception(std::move(exception));
}

}  // namespace simul::vm
