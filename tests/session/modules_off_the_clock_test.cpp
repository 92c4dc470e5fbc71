#include "session/modules_off_the_clock.hpp"

#include <gtest/gtest.h>

#include "session/live_clock.hpp"

namespace simul::session {
namespace {

constexpr std::int64_t kMs = 1'000'000;

struct HandSet final : asyncio::Readings {
  std::int64_t read_ns() override { return ns; }
  std::int64_t ns = 1'000;
};

// Takes 80 ms to find a module and 5 ms to compile a text.
struct Slow final : vm::ModuleSource {
  explicit Slow(HandSet& clock) : host(&clock) {}
  bool has(std::string_view name) override { return name == "slow"; }
  vm::SourcedModule find(std::string_view) override {
    host->ns += 80 * kMs;
    return {.code = nullptr, .package = false, .file = "slow.py", .error = {}};
  }
  std::vector<std::string> names() override { return {"slow"}; }
  std::shared_ptr<const bytecode::CodeObject> compile(std::string_view,
                                                      const std::string&) override {
    return nullptr;
  }
  vm::CompiledText compile_text(std::string_view,
                                const std::string&,
                                vm::CompiledText::Mode) override {
    host->ns += 5 * kMs;
    return {};
  }
  HandSet* host;
};

TEST(ModulesOffTheClock, FindingAModuleTakesNoTimeOfALiveRun) {
  HandSet host;
  LiveClock clock(host, 0);
  Slow slow(host);
  ModulesOffTheClock modules(&slow, clock);
  host.ns += 2 * kMs;
  EXPECT_EQ(modules.find("slow").file, "slow.py");
  EXPECT_EQ(clock.now_ns(), 2 * kMs);
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 3 * kMs);
}

TEST(ModulesOffTheClock, ATextOfTheProgramsOwnTakesItsTimeAsInCPython) {
  HandSet host;
  LiveClock clock(host, 0);
  Slow slow(host);
  ModulesOffTheClock modules(&slow, clock);
  static_cast<void>(modules.compile_text("1 + 1", "<string>", vm::CompiledText::Mode::kEval));
  EXPECT_EQ(clock.now_ns(), 5 * kMs);
}

TEST(ModulesOffTheClock, APausedClockStaysPaused) {
  HandSet host;
  LiveClock clock(host, 0);
  Slow slow(host);
  ModulesOffTheClock modules(&slow, clock);
  clock.pause();
  static_cast<void>(modules.find("slow"));
  host.ns += 9 * kMs;
  EXPECT_EQ(clock.now_ns(), 0);
}

}  // namespace
}  // namespace simul::session
