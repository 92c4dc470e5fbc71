// "Did you mean": see suggestions.hpp. A move (insert, delete, replace) costs 2, a change of
// case 1.
#include "vm/suggestions.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/sort.hpp"
#include "vm/exception_fields.hpp"
#include "vm/frame.hpp"
#include "vm/internals.hpp"
#include "vm/type.hpp"

namespace simul::vm {

namespace {

constexpr std::size_t kMove = 2, kCase = 1, kMaxLength = 40;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t substitution(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCase : kMove;
}

std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMove;
  if (a.size() > kMaxLength || b.size() > kMaxLength) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMove > limit) return limit + 1;
  std::vector<std::size_t> row(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kMove;
  std::size_t result = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    std::size_t diagonal = result = j * kMove;
    std::size_t least = limit + 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::size_t replaced = diagonal + substitution(b[j], a[i]);
      diagonal = row[i];
      result = std::min(replaced, std::min(result, diagonal) + kMove);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

std::vector<std::string> keys_of(Vm& vm, const Table& table) {
  std::vector<std::string> names;
  for (const Table::Entry& entry : table.entries()) {
    if (entry.key && vm.is_str(entry.key)) names.emplace_back(vm.text(entry.key));
  }
  return names;
}

// What CPython calls standard, found here or not.
// clang-format off
constexpr std::string_view kStandardModules[] = {
    "abc", "argparse", "array", "ast", "asyncio", "base64", "bisect", "calendar", "cmath", "code",
    "codecs", "collections", "concurrent", "contextlib", "contextvars", "copy", "csv", "ctypes",
    "dataclasses", "datetime", "decimal", "difflib", "dis", "email", "enum", "errno", "fractions",
    "functools", "gc", "glob", "gzip", "hashlib", "heapq", "hmac", "html", "http", "importlib",
    "inspect", "io", "ipaddress", "itertools", "json", "keyword", "linecache", "locale", "logging",
    "math", "mimetypes", "multiprocessing", "numbers", "operator", "os", "pathlib", "pickle",
    "platform", "pprint", "profile", "queue", "random", "re", "sched", "secrets", "select",
    "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtplib", "socket", "socketserver",
    "sqlite3", "ssl", "stat", "statistics", "string", "struct", "subprocess", "sys", "sysconfig",
    "tarfile", "tempfile", "textwrap", "threading", "time", "timeit", "tkinter", "token",
    "tokenize", "trace", "traceback", "tracemalloc", "turtle", "types", "typing", "unicodedata",
    "unittest", "urllib", "uuid", "venv", "warnings", "wave", "weakref", "webbrowser", "xml",
    "zipfile", "zlib", "zoneinfo",
};
// clang-format on

}  // namespace
std::string closest_name(std::string_view wrong,
                         const std::vector<std::string>& names,
                         std::size_t from,
                         std::size_t to) {
  constexpr std::size_t kMaxNames = 750;
  if (to - from > kMaxNames || wrong.size() > kMaxLength) return {};
  std::string best;
  std::size_t best_distance = 0;
  for (std::size_t i = from; i < to; ++i) {
    const std::string& name = names[i];
    if (name == wrong) continue;
    std::size_t limit = (wrong.size() + name.size() + 3) * kMove / 6;
    if (!best.empty()) limit = std::min(limit, best_distance - 1);
    const std::size_t found = distance(wrong, name, limit);
    if (found > limit) continue;
    if (best.empty() || found < best_distance) {
      best = name;
      best_distance = found;
    }
  }
  return best;
}

// Of asyncio CPython has everything there at once, its modules among it; here some comes on demand.
static void add_names_of_asyncio(Vm& vm, const Table& table, std::vector<std::string>& names) {
  const Value* all = table.get(vm.name("__all__"));
  if (all != nullptr && vm.is_kind_of(*all, vm.types().tuple)) {
    const auto* tuple = all->as<TupleObject>();
    for (std::size_t i = 0; i < tuple->size; ++i) names.emplace_back(vm.text(tuple->items()[i]));
  }
  constexpr std::string_view kInside = "asyncio.";
  for (const std::string& each : Vm::Internals::module_names(vm)) {
    if (each.starts_with(kInside)) names.push_back(each.substr(kInside.size()));
  }
}

// What an object has in its own dict.
static std::vector<std::string> own_names(Vm& vm, const Value& object) {
  const DictObject* dict = vm.instance_dict(object, false);
  if (dict == nullptr) return {};
  std::vector<std::string> names = keys_of(vm, dict->table);
  const Value* asyncio = vm.modules().get(vm.name("asyncio"));
  if (asyncio != nullptr && object.object() == asyncio->object())
    add_names_of_asyncio(vm, dict->table, names);
  return names;
}

// Names that begin with an underscore are told only to who began with one, and to the object's own
// methods.
static std::string nearest_of(const std::string& wrong,
                              std::vector<std::string> names,
                              bool own = false) {
  sort_stably(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (!wrong.starts_with('_') && !own)
    std::erase_if(names, [](const std::string& name) { return name.starts_with('_'); });
  const std::string best = closest_name(wrong, names);
  return best.empty() ? "" : ". Did you mean: '" + best + "'?";
}

// `from first import wrong`: as CPython looks it up, in the outermost package of the one named.
static std::string suggestion_of_import(Vm& vm, const Value& exception) {
  const auto* object = exception.as<ExceptionObject>();
  const Value from = besides(vm, object, kNameFrom);
  if (!from || !vm.is_str(from) || !object->first || !vm.is_str(object->first)) return {};
  const std::string wrong(vm.text(from));
  const std::string_view whole = vm.text(object->first);
  const std::string top(whole.substr(0, whole.find('.')));
  const Value* module = vm.modules().get(vm.name(top));
  if (module == nullptr || !vm.is_exactly(*module, vm.types().module)) return {};
  return nearest_of(wrong, own_names(vm, *module));
}

// The frame that raised, or null.
static Frame* last_frame(const Value& traceback) {
  Value last = traceback;
  while (last && last.as<TracebackObject>()->next) {
    Value next = last.as<TracebackObject>()->next;
    last = std::move(next);
  }
  if (!last || !last.as<TracebackObject>()->frame) return nullptr;
  return last.as<TracebackObject>()->frame.as<Frame>();
}

// What the local name at `i` stands for, or nothing.
static Value local_at(Vm& vm, Frame* frame, std::size_t i) {
  Value slot = frame->cleared ? Value() : frame->slots()[i];
  if ((frame->code->code->local_kinds[i] & (bytecode::kCell | bytecode::kFree)) != 0 && slot &&
      vm.is_exactly(slot, vm.types().cell))
    return slot.as<CellObject>()->content;
  return slot;
}

// True in a frame whose `self` is this object: a method of it, most of the time.
static bool is_self_of(Vm& vm, Frame* frame, const Value& object) {
  const bytecode::CodeObject& code = *frame->code->code;
  for (std::size_t i = 0; i < code.local_names.size(); ++i) {
    if (code.local_names[i] == "self") return local_at(vm, frame, i).is(object);
  }
  if (frame->namespace_ && vm.is_kind_of(frame->namespace_, vm.types().dict)) {
    const Value* self = frame->namespace_.as<DictObject>()->table.get(vm.name("self"));
    return self != nullptr && self->is(object);
  }
  return false;
}

std::string suggestion(Vm& vm, const Value& exception, const Value& traceback) {
  const auto* object = exception.as<ExceptionObject>();
  const ExceptionTypes& x = vm.exceptions();
  if (vm.is_kind_of(exception, x.ImportError)) return suggestion_of_import(vm, exception);
  if (!object->first || !vm.is_str(object->first)) return {};
  const std::string wrong(vm.text(object->first));
  if (vm.is_kind_of(exception, x.AttributeError)) {
    if (!object->second) return {};
    const Value* dir = vm.lookup(vm.type_of(object->second), vm.name("__dir__"));
    if (dir == nullptr || !vm.is_exactly(*dir, vm.types().function))
      share_names_for_dir(vm, object->second);
    std::vector<std::string> names = own_names(vm, object->second);
    const Type* type = vm.is_kind_of(object->second, vm.types().type) ? object->second.as<Type>()
                                                                      : vm.type_of(object->second);
    for (const Type* each : type->mro) {
      for (std::string& name : keys_of(vm, each->dict->table)) names.push_back(std::move(name));
    }
    Frame* frame = last_frame(traceback);
    return nearest_of(
        wrong, std::move(names), frame != nullptr && is_self_of(vm, frame, object->second));
  }
  if (!vm.is_kind_of(exception, x.NameError)) return {};
  std::string text;
  if (Frame* frame = last_frame(traceback)) {
    std::vector<std::string> names;
    const bytecode::CodeObject& code = *frame->code->code;
    for (std::size_t i = 0; i < code.local_names.size(); ++i) {
      const Value local = local_at(vm, frame, i);
      if (!local) continue;
      names.push_back(code.local_names[i]);
      if (code.local_names[i] == "self" && vm.is_kind_of(exception, x.NameError)) {
        StrObject* name = vm.intern_object(object->first.as<StrObject>());
        const DictObject* dict = vm.instance_dict(local, false);
        if (vm.lookup(vm.type_of(local), name) != nullptr ||
            (dict != nullptr && dict->table.get(name) != nullptr)) {
          return ". Did you mean: 'self." + wrong + "'?";
        }
      }
    }
    if (frame->namespace_ && vm.is_kind_of(frame->namespace_, vm.types().dict)) {
      for (std::string& name : keys_of(vm, frame->namespace_.as<DictObject>()->table))
        names.push_back(std::move(name));
    }
    for (std::string& name : keys_of(vm, frame->globals->table)) names.push_back(std::move(name));
    for (std::string& name : keys_of(vm, vm.builtins_dict()->table))
      names.push_back(std::move(name));
    sort_stably(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const std::string best = closest_name(wrong, names);
    if (!best.empty()) text = ". Did you mean: '" + best + "'?";
  }
  if (std::find(std::begin(kStandardModules), std::end(kStandardModules), wrong) !=
      std::end(kStandardModules)) {
    text += text.empty() ? ". Did you forget to import '" + wrong + "'?"
                         : " Or did you forget to import '" + wrong + "'?";
  }
  return text;
}

}  // namespace simul::vm
