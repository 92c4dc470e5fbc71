// src/base/check.hpp - assertions about our own code.
//
// A user's program may cause a Diagnostic or a Python exception, never one of these: a check that
// fires is a bug of ours, so it prints its place and stops the process.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace simul {

[[noreturn]] inline void check_failed(const char* condition,
                                      const char* message,
                                      const char* file,
                                      int line) {
  std::fprintf(stderr, "%s:%d: check failed: %s (%s)\n", file, line, condition, message);
  std::abort();
}

}  // namespace simul

#define SIMUL_CHECK(condition, message) \
  ((condition) ? void() : ::simul::check_failed(#condition, message, __FILE__, __LINE__))

#define SIMUL_UNREACHABLE(message) ::simul::check_failed("unreachable", message, __FILE__, __LINE__)
