#include "composer/names.hpp"

#include <algorithm>

#include "composer/uses.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

constexpr std::string_view kReserved[] = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",   "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except",  "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda",  "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",    "yield",    "print",
    "range", "list",     "dict",  "set",    "len",  "max",    "min",     "sum",      "str",
    "int",   "float",    "open",  "input",  "type", "id",     "asyncio", "time"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::set<std::string, std::less<>> names_in(const Program& program) {
  std::set<std::string, std::less<>> out(std::begin(kReserved), std::end(kReserved));
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      if (const auto* name = try_as<Name>(&node)) out.emplace(name->id);
      if (const auto* arg = try_as<Arg>(&node)) out.emplace(arg->arg);
      if (const std::string_view own = defined_name(&node); !own.empty()) out.emplace(own);
      if (const auto* handler = try_as<ExceptHandler>(&node);
          handler != nullptr && is_set(handler->name))
        out.emplace(handler->name);
      if (const auto* alias = try_as<Alias>(&node))
        out.emplace(is_set(alias->asname) ? alias->asname
                                          : alias->name.substr(0, alias->name.find('.')));
      if (const auto* shared = try_as<Global>(&node))
        out.insert(shared->names.begin(), shared->names.end());
      if (const std::string_view name = name_captured(node); !name.empty()) out.emplace(name);
      return true;
    });
  }
  return out;
}

std::string free_name(const std::set<std::string, std::less<>>& taken, std::string_view word) {
  std::string name(word);
  for (int i = 2; taken.contains(name); ++i) name = std::string(word) + "_" + std::to_string(i);
  return name;
}

bool is_identifier(std::string_view name) {
  if (name.empty() || !is_letter(name[0])) return false;
  for (const char c : name) {
    if (!is_letter(c) && (c < '0' || c > '9')) return false;
  }
  return std::find(std::begin(kReserved), std::begin(kReserved) + 35, name) ==
         std::begin(kReserved) + 35;
}

bool imports(const Program& program, std::string_view module) {
  for (const Stmt* stmt : program.module().body) {
    const auto* import = try_as<Import>(stmt);
    if (import == nullptr) continue;
    for (const Alias* alias : import->names) {
      if (alias->name == module && (!is_set(alias->asname) || alias->asname == module)) return true;
    }
  }
  return false;
}

int add_import(Draft& draft, std::string_view module) {
  const Program& program = draft.program();
  if (imports(program, module)) return 0;
  const Suite& top = program.suites()[0];
  // In the first run of plain imports, where the alphabet wants it.
  int index = top.first;
  const auto size = static_cast<int>(top.steps.size());
  while (index < size) {
    const auto* import =
        try_as<Import>(program.at(top.steps[static_cast<std::size_t>(index)]).stmt);
    if (import == nullptr || import->names[0]->name > module) break;
    ++index;
  }
  const bool among_imports =
      index > top.first ||
      (index < size &&
       (program.at(top.steps[static_cast<std::size_t>(index)]).stmt->kind == NodeKind::kImport ||
        program.at(top.steps[static_cast<std::size_t>(index)]).stmt->kind ==
            NodeKind::kImportFrom));
  const std::size_t before = program.steps().size();
  Lines lines = lines_from("import " + std::string(module));
  if (!among_imports && size > index) {
    const Stmt* next = program.at(top.steps[static_cast<std::size_t>(index)]).stmt;
    // Above a definition insert() leaves the blank lines.
    if (next->kind != NodeKind::kFunctionDef && next->kind != NodeKind::kAsyncFunctionDef &&
        next->kind != NodeKind::kClassDef)
      lines.push_back({});
  }
  draft.insert({-1, 0, index}, lines);
  return static_cast<int>(draft.program().steps().size() - before);
}

void drop_import(Draft& draft, std::string_view module) {
  const Program& program = draft.program();
  // What cannot be read may need it.
  if (!program.parses()) return;
  const Import* only = nullptr;
  bool needed = false;
  const auto is = [&](std::string_view name) { return name == module; };
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      if (const auto* name = try_as<Name>(&node)) {
        // These reach a name without saying it.
        needed = needed || is(name->id) || name->id == "eval" || name->id == "exec" ||
                 name->id == "globals" || name->id == "locals" || name->id == "vars" ||
                 name->id == "__all__";
      }
      if (const auto* shared = try_as<Global>(&node))
        needed = needed || std::any_of(shared->names.begin(), shared->names.end(), is);
      if (const auto* import = try_as<Import>(&node)) {
        for (const Alias* alias : import->names) {
          if (!alias->name.starts_with(module) && alias->asname != module) continue;
          needed = needed || only != nullptr || alias->name != module || is_set(alias->asname);
          only = import;
        }
      }
      return true;
    });
  }
  const std::vector<int>& top = program.suites()[0].steps;
  const auto step =
      std::find_if(top.begin(), top.end(), [&](int id) { return program.at(id).stmt == only; });
  if (needed || only == nullptr || step == top.end()) return;
  const Text& text = draft.text();
  const auto& names = only->names;
  if (names.size() > 1) {
    // The comma goes with it.
    std::size_t at = 0;
    while (names[at]->name != module) ++at;
    const std::uint32_t begin = at == 0 ? text.begin(*names[0]) : text.end(*names[at - 1]);
    const std::uint32_t end = at == 0 ? text.begin(*names[1]) : text.end(*names[at]);
    return draft.apply({{{begin, end}, ""}});
  }
  // A comment above the imports speaks of the program, not of this one.
  if (!draft.has_own_lines(*step) || draft.lines_of(*step).size() == 1) return draft.remove(*step);
  const int line = text.line_of(text.begin(*only));
  draft.apply({{{text.line_begin(line), text.next_line(line)}, ""}});
}

}  // namespace simul::composer
