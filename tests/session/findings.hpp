// A program run to its end, and what was found wrong with it.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "asyncio/clock.hpp"
#include "session/build.hpp"
#include "session/run.hpp"

namespace simul::session {

inline std::unique_ptr<Run> run_to_end(const std::string& source, double cost_ns = 50) {
  Build built = build(source, "main.py");
  EXPECT_NE(built.code, nullptr);
  if (built.code == nullptr) return nullptr;
  Settings settings;
  settings.cost_ns = cost_ns;
  auto run = std::make_unique<Run>(
      built.code, source, "main.py", settings, std::make_unique<asyncio::VirtualClock>());
  for (int i = 0; i < 2'000 && !run->advance_virtual(1'000'000); ++i) {
  }
  return run;
}

inline std::string kinds(const std::vector<timeline::Finding>& findings) {
  std::string out;
  for (const timeline::Finding& each : findings)
    out += (out.empty() ? "" : " ") + std::string(timeline::word(each.kind));
  return out;
}

}  // namespace simul::session
