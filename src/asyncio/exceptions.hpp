// src/asyncio/exceptions.hpp - failures as values. Mirrors CPython's Lib/asyncio/exceptions.py.
//
// Nothing here is thrown in the C++ sense: an Outcome carries a value or an exception, and a
// cancelled future is one whose exception is of kind kCancelled. The VM derives from ExceptionBase
// to carry a Python exception object.
#pragma once

#include <string>
#include <string_view>

#include "asyncio/counted.hpp"
#include "base/check.hpp"

namespace simul::asyncio {

enum class ExceptionKind : std::uint8_t {
  kCancelled,     // asyncio.CancelledError
  kTimeout,       // TimeoutError
  kInvalidState,  // asyncio.InvalidStateError
  kRuntime,       // RuntimeError
  kType,          // TypeError
  kValue,         // ValueError
  kExit,          // SystemExit or KeyboardInterrupt: leaves the loop at once
  kOther,         // anything else a coroutine can raise
};

// "CancelledError", "TimeoutError", ...; "Exception" for kOther.
[[nodiscard]] std::string_view kind_name(ExceptionKind kind);

class ExceptionBase : public Counted {
 public:
  explicit ExceptionBase(ExceptionKind kind, std::string message = {})
      : message_(std::move(message)), kind_(kind) {}

  [[nodiscard]] ExceptionKind kind() const { return kind_; }
  [[nodiscard]] bool is_cancelled() const { return kind_ == ExceptionKind::kCancelled; }
  // str() of the exception, and "Type: str()" (or "Type" when that is empty).
  [[nodiscard]] virtual std::string message() const { return message_; }
  [[nodiscard]] virtual std::string type_name() const { return std::string(kind_name(kind_)); }
  [[nodiscard]] virtual std::string summary() const;
  // What a derived class carries, for whoever made it; null here.
  [[nodiscard]] virtual void* payload() { return nullptr; }
  // `raise self from cause`; the plain core keeps it for tests and reports.
  virtual void set_cause(Ref<ExceptionBase> cause) { cause_ = std::move(cause); }
  [[nodiscard]] const Ref<ExceptionBase>& cause() const { return cause_; }

 private:
  Ref<ExceptionBase> cause_;
  std::string message_;
  ExceptionKind kind_;
};

using Exception = Ref<ExceptionBase>;

[[nodiscard]] inline Exception make_exception(ExceptionKind kind, std::string message = {}) {
  return make_counted<ExceptionBase>(kind, std::move(message));
}

// What cancel(msg) was given. The core only passes it on; the VM derives one that holds a value.
class CancelMessage : public Counted {
 public:
  explicit CancelMessage(std::string text = {}) : text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// The value of a coroutine that returns nothing.
struct None {
  friend bool operator==(None, None) = default;
};

// A value or an exception. T must be default-constructible and movable.
template <typename T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : value_(std::move(value)) {}         // NOLINT: implicit on purpose
  Outcome(Exception error) : error_(std::move(error)) {  // NOLINT: implicit on purpose
    SIMUL_CHECK(error_, "an Outcome needs a value or an exception");
  }

  [[nodiscard]] bool ok() const { return !error_; }
  [[nodiscard]] bool cancelled() const { return error_ && error_->is_cancelled(); }
  [[nodiscard]] T& value() {
    SIMUL_CHECK(ok(), "value() of an Outcome that failed");
    return value_;
  }
  [[nodiscard]] const T& value() const {
    SIMUL_CHECK(ok(), "value() of an Outcome that failed");
    return value_;
  }
  [[nodiscard]] const Exception& error() const { return error_; }

 private:
  T value_{};
  Exception error_;
};

}  // namespace simul::asyncio
