// Rename: a variable, parameter or function, everywhere it is meant.
//
// The new name must be new to the whole text, so nothing can be caught by it. Functions inside that
// bind the old name themselves keep it. Refused is what the text alone cannot follow: attributes,
// names of classes' bodies, imported names.
#include <algorithm>

#include "base/sort.hpp"
#include "composer/classify.hpp"
#include "composer/names.hpp"
#include "composer/refactor_ways.hpp"
#include "composer/uses.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

class Renamer {
 public:
  Renamer(const Program& program, std::string name)
      : program_(program), text_(program.text()), name_(std::move(name)) {}

  // The ranges to change; an error where it cannot be followed.
  Result<std::vector<TextRange>> find(std::uint32_t offset) {
    int at = -1;
    for (std::size_t i = 0; i < program_.steps().size(); ++i) {
      const FunctionDefBase* def = definition(program_.steps()[i].stmt);
      if (def == nullptr || def->body.empty()) continue;
      const TextRange whole = text_.range(*def);
      const std::size_t open = text_.source().find('(', whole.begin);
      if (open <= offset && offset <= whole.end) at = static_cast<int>(i);
    }
    // Outwards to the function that binds it.
    while (at >= 0 && !binds(at)) at = outer(at);
    if (at < 0 && !binds_module()) return Error{name_ + " is bound nowhere in this text", {}};
    function_ = at;
    if (at >= 0) {
      const FunctionDefBase* def = definition(program_.at(at).stmt);
      parameters(*def, def->name);
      for (const Stmt* stmt : def->body) collect(*stmt);
    } else {
      for (const Stmt* stmt : program_.module().body) collect(*stmt);
    }
    if (!why_.empty()) return Error{why_, {}};
    sort_stably(found_, [](TextRange a, TextRange b) { return a.begin < b.begin; });
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return found_;
  }

 private:
  int outer(int function) const { return program_.suite_of(function).function; }

  bool binds(int function) const {
    return binds_itself(*definition(program_.at(function).stmt), name_);
  }

  bool binds_module() const {
    return std::any_of(program_.module().body.begin(),
                       program_.module().body.end(),
                       [&](const Stmt* stmt) { return names_bound(*stmt).contains(name_); }) ||
           declared_global();
  }
  bool declared_global() const {
    bool found = false;
    for (const Stmt* stmt : program_.module().body) {
      walk(*stmt, [&](const Node& node) {
        const auto* global = try_as<Global>(&node);
        found = found || (global != nullptr &&
                          std::find(global->names.begin(), global->names.end(), name_) !=
                              global->names.end());
        return !found;
      });
    }
    return found;
  }

  void add(std::uint32_t begin) {
    const TextRange range{begin, begin + static_cast<std::uint32_t>(name_.size())};
    if (range.end > text_.size() || text_.text(range) != name_) {
      why_ = "the name is written in another way in line " + std::to_string(text_.line_of(begin));
      return;
    }
    found_.push_back(range);
  }

  // The name as a word behind `from`, before `end`.
  void add_word(std::uint32_t from, std::uint32_t end) {
    const auto is_word = [&](std::size_t at) {
      const char c = at < text_.size() ? text_.source()[at] : ' ';
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = text_.source().find(name_, from); at < end;
         at = text_.source().find(name_, at + 1)) {
      if ((at > 0 && is_word(at - 1)) || is_word(at + name_.size())) continue;
      add(static_cast<std::uint32_t>(at));
      return;
    }
    why_ = "the name is written in another way in line " + std::to_string(text_.line_of(from));
  }

  // A parameter, and the keywords of the calls that name it.
  void parameters(const FunctionDefBase& def, std::string_view function) {
    std::vector<const Node*> below;
    children(*def.args, below);
    bool named = false;
    for (const Node* node : below) {
      const auto* arg = try_as<Arg>(node);
      if (arg == nullptr || arg->arg != name_) continue;
      add(text_.begin(*arg));
      named = true;
    }
    if (!named) return;
    for (const Stmt* stmt : program_.module().body) {
      walk(*stmt, [&](const Node& node) {
        const auto* call = try_as<Call>(&node);
        if (call == nullptr) return true;
        const auto* callee = try_as<Name>(call->func);
        const auto* method = try_as<Attribute>(call->func);
        if ((callee == nullptr || callee->id != function) &&
            (method == nullptr || method->attr != function))
          return true;
        for (const Keyword* keyword : call->keywords) {
          if (is_set(keyword->arg) && keyword->arg == name_) add(text_.begin(*keyword));
        }
        return true;
      });
    }
  }

  void collect(const Stmt& root) {
    walk(root, [&](const Node& node) {
      if (const auto* name = try_as<Name>(&node); name != nullptr && name->id == name_)
        add(text_.begin(*name));
      if (const auto* value = try_as<FormattedValue>(&node);
          value != nullptr && prints_itself(*value))
        why_ = "line " + std::to_string(node.lineno) + " prints the name itself";
      if (const auto* handler = try_as<ExceptHandler>(&node);
          handler != nullptr && is_set(handler->name) && handler->name == name_)
        add_word(handler->type == nullptr ? text_.begin(*handler) : text_.end(*handler->type),
                 text_.begin(*handler->body[0]));
      if (const auto* alias = try_as<Alias>(&node)) {
        const std::string_view bound =
            is_set(alias->asname) ? alias->asname : alias->name.substr(0, alias->name.find('.'));
        if (bound == name_) why_ = name_ + " is imported: its name is given elsewhere";
      }
      if (const auto* match = try_as<MatchAs>(&node);
          match != nullptr && is_set(match->name) && match->name == name_)
        why_ = name_ + " is bound by a pattern";
      if (const auto* match = try_as<MatchStar>(&node);
          match != nullptr && is_set(match->name) && match->name == name_)
        why_ = name_ + " is bound by a pattern";
      std::span<const Identifier> declared;
      if (const auto* global = try_as<Global>(&node)) declared = global->names;
      if (const auto* nonlocal = try_as<Nonlocal>(&node)) declared = nonlocal->names;
      if (std::find(declared.begin(), declared.end(), name_) != declared.end())
        add_word(text_.begin(node), text_.end(node));
      if (const auto* cls = try_as<ClassDef>(&node)) {
        if (cls->name == name_) add_word(text_.begin(node), text_.end(node));
        for (const Stmt* stmt : cls->body) {
          if (names_bound(*stmt).contains(name_))
            why_ = name_ + " is also an attribute of " + std::string(cls->name);
        }
      }
      if (const auto* lambda = try_as<Lambda>(&node)) {
        std::vector<const Node*> below;
        children(*lambda->args, below);
        for (const Node* each : below) {
          const auto* arg = try_as<Arg>(each);
          if (arg != nullptr && arg->arg == name_) add(text_.begin(*arg));
        }
      }
      const FunctionDefBase* def = definition(&node);
      if (def == nullptr) return true;
      if (def->name == name_) add_word(text_.begin(node) + 3, text_.end(node));
      if (!binds_itself(*def, name_)) return true;
      // Its own name: only what stands outside its body is this one.
      for (const Expr* each : def->decorator_list) outside(*each);
      std::vector<const Node*> below;
      children(*def->args, below);
      for (const Node* each : below) {
        if (each->kind != NodeKind::kArg) outside(*each);
      }
      return false;
    });
  }
  // Of an f-string: {n=} writes "n=" too.
  bool prints_itself(const FormattedValue& value) const {
    const std::string_view rest = text_.source().substr(text_.end(*value.value));
    const std::size_t at = rest.find_first_not_of(" \t\r\n)");
    if (at == std::string_view::npos || rest[at] != '=') return false;
    return names_read(*value.value).contains(name_);
  }
  void outside(const Node& root) {
    walk(root, [&](const Node& node) {
      if (const auto* name = try_as<Name>(&node); name != nullptr && name->id == name_)
        add(text_.begin(*name));
      return true;
    });
  }

  const Program& program_;
  const Text& text_;
  std::string name_;
  int function_ = -1;
  std::vector<TextRange> found_;
  std::string why_;
};

}  // namespace

Result<TextEdits> rename(Draft& draft, const Refactor& gesture) {
  const Program& program = draft.program();
  const std::string& to = gesture.text;
  if (gesture.name.end > draft.text().size() || gesture.name.empty())
    return Error{"no name stands there any more: the text has changed", gesture.name};
  const std::string from(draft.text().text(gesture.name));
  if (!program.parses())
    return Error{"the text must parse before a name can be followed", gesture.name};
  if (!is_identifier(from)) return Error{"no name stands there", gesture.name};
  if (from == to) return TextEdits();
  if (!is_identifier(to)) return Error{"`" + to + "` is no name", gesture.name};
  if (names_in(program).contains(to)) return Error{to + " is taken", gesture.name};
  bool keyword = false;
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      const auto* attribute = try_as<Attribute>(&node);
      if (attribute != nullptr && attribute->attr == from &&
          draft.text().end(*attribute) == gesture.name.end)
        keyword = true;
      return !keyword;
    });
  }
  if (keyword) return Error{"attributes of objects cannot be followed in the text", gesture.name};
  Result<std::vector<TextRange>> found = Renamer(program, from).find(gesture.name.begin);
  if (!found.ok()) return found.error();
  const auto& places = found.value();
  if (std::find(places.begin(), places.end(), gesture.name) == places.end())
    return Error{"no variable, parameter or function is named there", gesture.name};
  std::vector<TextEdit> edits;
  for (TextRange range : places) edits.push_back({range, to});
  draft.apply(std::move(edits));
  return draft.finish();
}

}  // namespace simul::composer
