// tests/support/loop_fixture.hpp - a loop on a virtual clock, and coroutines that tests share.
#pragma once

#include <string>
#include <vector>

#include "asyncio/runners.hpp"
#include "asyncio/timeouts.hpp"

namespace simul::testing {

// Keeps what the loop reports instead of printing it.
class KeptReports : public asyncio::LoopHooks {
 public:
  void call_exception_handler(const asyncio::ExceptionContext& context) override {
    std::string text(context.message);
    if (context.exception) text += " " + context.exception->summary();
    if (context.task != nullptr) text += " (" + context.task->name() + ")";
    reports.push_back(text);
  }
  void callback_refused(asyncio::EventLoop& /*loop*/,
                        std::string_view name,
                        std::optional<double> when_s,
                        asyncio::Counted* /*origin*/) override {
    reports.push_back("refused: " + std::string(name) + (when_s ? ", a timer" : ""));
  }
  std::vector<std::string> reports;
};

struct VirtualLoop {
  explicit VirtualLoop(asyncio::Instrument* instrument = nullptr)
      : loop(clock, {.instrument = instrument, .hooks = &hooks}) {}
  asyncio::VirtualClock clock;
  KeptReports hooks;
  asyncio::EventLoop loop;
};

inline asyncio::Coro<int> noop() {
  co_return 1;
}
inline asyncio::Coro<int> one() {
  if (auto slept = co_await asyncio::sleep(0); !slept.ok()) co_return slept.error();
  co_return 1;
}
inline asyncio::Coro<int> sleeper(double delay_s) {
  if (auto slept = co_await asyncio::sleep(delay_s); !slept.ok()) co_return slept.error();
  co_return 1;
}
inline asyncio::Coro<int> failing(std::string message) {
  co_return asyncio::make_exception(asyncio::ExceptionKind::kValue, message);
}

}  // namespace simul::testing
