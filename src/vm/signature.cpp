// Reading a signature's text, and binding as CPython's ceval does for a Python function.
#include "vm/signature.hpp"

#include <algorithm>

#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/suggestions.hpp"

namespace simul::vm {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    list += "'" + names[i] + "'";
  }
  return list;
}

Signature::Signature(std::string_view qualname,
                     std::string_view text,
                     std::string_view doc,
                     bool binds)
    : qualname_(qualname), text_(text), doc_(doc), binds_(binds) {
  std::string_view rest = text.substr(1, text.size() - 2);
  bool keyword_only = false;
  while (!(rest = trimmed(rest)).empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view item = trimmed(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    if (item == "/") {
      positional_only_ = parameters_.size();
    } else if (item == "*") {
      keyword_only = true;
    } else if (item.starts_with("**")) {
      var_keywords_ = static_cast<std::ptrdiff_t>(slots_++);
    } else if (item.starts_with("*")) {
      var_args_ = static_cast<std::ptrdiff_t>(slots_++);
      keyword_only = true;
    } else {
      const std::size_t equals = item.find('=');
      parameters_.push_back(
          {std::string(item.substr(0, equals)), equals == std::string_view::npos});
      slot_of_.push_back(slots_++);
      if (!keyword_only) positional_ = parameters_.size();
      if (equals == std::string_view::npos) required_ = parameters_.size();
    }
  }
  in_order_ = slots_ == positional_;
}

bool Signature::raise_missing(Vm& vm,
                              const std::vector<std::string>& names,
                              const char* kind) const {
  static_cast<void>(vm.raise_type_error(cat(qualname_,
                                            "() missing ",
                                            names.size(),
                                            " required ",
                                            kind,
                                            names.size() == 1 ? " argument: " : " arguments: ",
                                            quoted_list(names))));
  return false;
}

bool Signature::raise_too_many(Vm& vm, std::size_t given, const std::vector<Value>& slots) const {
  std::size_t required = 0;
  while (required < positional_ && parameters_[required].required) ++required;
  std::size_t by_keyword = 0;
  for (std::size_t i = positional_; i < parameters_.size(); ++i)
    if (slots[slot_of_[i]]) ++by_keyword;
  const std::string takes =
      required < positional_ ? cat("from ", required, " to ", positional_) : cat(positional_);
  const bool plural = required < positional_ || positional_ != 1;
  std::string also;
  if (by_keyword > 0)
    also = cat(" positional argument",
               given != 1 ? "s" : "",
               " (and ",
               by_keyword,
               " keyword-only argument",
               by_keyword != 1 ? "s" : "",
               ")");
  static_cast<void>(
      vm.raise_type_error(cat(qualname_,
                              "() takes ",
                              takes,
                              " positional argument",
                              plural ? "s" : "",
                              " but ",
                              given,
                              also,
                              given == 1 && by_keyword == 0 ? " was given" : " were given")));
  return false;
}

bool Signature::bind(Vm& vm, const CallArgs& args, std::vector<Value>& slots) const {
  slots.assign(slots_, Value());
  const std::size_t given = args.size();
  for (std::size_t i = 0; i < std::min(given, positional_); ++i) slots[slot_of_[i]] = args[i];
  if (var_args_ >= 0) {
    const std::size_t rest = given > positional_ ? given - positional_ : 0;
    TupleObject* tuple = vm.make_tuple(rest);
    for (std::size_t i = 0; i < rest; ++i) tuple->items()[i] = args[positional_ + i];
    slots[static_cast<std::size_t>(var_args_)] = Value::adopt(tuple);
  }
  if (var_keywords_ >= 0) slots[static_cast<std::size_t>(var_keywords_)] = vm.dict();
  for (std::size_t k = 0; k < args.keywords(); ++k) {
    const std::string_view key = args.keyword_name(k)->text();
    std::size_t at = positional_only_;
    while (at < parameters_.size() && parameters_[at].name != key) ++at;
    if (at < parameters_.size()) {
      Value& slot = slots[slot_of_[at]];
      if (slot) {
        static_cast<void>(
            vm.raise_type_error(cat(qualname_, "() got multiple values for argument '", key, "'")));
        return false;
      }
      slot = args.keyword_value(k);
      continue;
    }
    if (var_keywords_ >= 0) {
      slots[static_cast<std::size_t>(var_keywords_)].as<DictObject>()->table.set(
          args.keyword_name(k), args.keyword_value(k));
      continue;
    }
    std::vector<std::string> names;
    for (const Parameter& each : parameters_) names.push_back(each.name);
    const std::string hint = closest_name(key, names, positional_only_, names.size());
    static_cast<void>(
        vm.raise_type_error(cat(qualname_,
                                "() got an unexpected keyword argument '",
                                key,
                                "'",
                                hint.empty() ? "" : ". Did you mean '" + hint + "'?")));
    return false;
  }
  if (given > positional_ && var_args_ < 0) return raise_too_many(vm, given, slots);
  for (const bool by_keyword : {false, true}) {
    std::vector<std::string> absent;
    const std::size_t end = by_keyword ? parameters_.size() : positional_;
    for (std::size_t i = by_keyword ? positional_ : 0; i < end; ++i)
      if (parameters_[i].required && !slots[slot_of_[i]]) absent.push_back(parameters_[i].name);
    if (!absent.empty())
      return raise_missing(vm, absent, by_keyword ? "keyword-only" : "positional");
  }
  return true;
}

}  // namespace simul::vm
