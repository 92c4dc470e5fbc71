// src/asyncio/exceptions.cpp - names of the failures, as Python prints them.
#include "asyncio/exceptions.hpp"

namespace simul::asyncio {

std::string_view kind_name(ExceptionKind kind) {
  switch (kind) {
    case ExceptionKind::kCancelled: return "CancelledError";
    case ExceptionKind::kTimeout: return "TimeoutError";
    case ExceptionKind::kInvalidState: return "InvalidStateError";
    case ExceptionKind::kRuntime: return "RuntimeError";
    case ExceptionKind::kType: return "TypeError";
    case ExceptionKind::kValue: return "ValueError";
    case ExceptionKind::kExit: return "SystemExit";
    case ExceptionKind::kOther: return "Exception";
  }
  return "Exception";
}

std::string ExceptionBase::summary() const {
  std::string text = type_name();
  if (std::string detail = message(); !detail.empty()) text += ": " + detail;
  return text;
}

}  // namespace simul::asyncio
