// src/base/result.hpp - a value, or the reason why there is none.
//
// For failures that a caller must look at. The library of Emscripten 3.1.69 lacks <expected>, and
// the product is built without C++ exceptions, so this is the house's own.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/check.hpp"
#include "base/text_range.hpp"

namespace simul {

struct Error {
  std::string message;
  TextRange range;  // empty where no text is to blame
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit on purpose
  Result(Error error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // The value; asking a failed Result for it is a bug of the caller.
  [[nodiscard]] T& value() & {
    SIMUL_CHECK(ok(), "value() of a failed Result");
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const& {
    SIMUL_CHECK(ok(), "value() of a failed Result");
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] T&& value() && {
    SIMUL_CHECK(ok(), "value() of a failed Result");
    return std::move(*std::get_if<0>(&state_));
  }
  [[nodiscard]] const Error& error() const {
    SIMUL_CHECK(!ok(), "error() of a Result that holds a value");
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: implicit on purpose

  [[nodiscard]] bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] const Error& error() const {
    SIMUL_CHECK(!ok(), "error() of a Result that succeeded");
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace simul

// Returns the error of `expression` from the enclosing function, or goes on.
#define SIMUL_TRY(expression)                                         \
  do {                                                                \
    if (auto simul_try_result = (expression); !simul_try_result.ok()) \
      return simul_try_result.error();                                \
  } while (false)
