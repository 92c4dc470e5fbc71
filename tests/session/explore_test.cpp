#include "session/explore.hpp"

#include <gtest/gtest.h>

#include "library/library.hpp"
#include "session/build.hpp"
#include "session/python_modules.hpp"
#include "session/session.hpp"

namespace simul::session {
namespace {

constexpr const char* kThreads = R"(
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("end", counter)
)";

const std::string kLost = std::string(R"(import threading
counter = 0
def one():
    return 1
def work():
    global counter
    for _ in range(2):
        counter += one()
)") + kThreads;

class Exploring : public ::testing::Test {
 protected:
  Exploring() { modules_.arrived(library::embedded()); }

  std::unique_ptr<Explorer> begun(const std::string& text, std::uint64_t seeds) {
    Build built = build(text, "main.py");
    EXPECT_NE(built.code, nullptr);
    Settings settings{.cost_ns = 50, .modules = &modules_};
    return std::make_unique<Explorer>(built.code, text, "main.py", settings, seeds);
  }
  std::unique_ptr<Explorer> explored(const std::string& text, std::uint64_t seeds = 300) {
    auto explorer = begun(text, seeds);
    while (!explorer->finished()) explorer->advance(1'000'000);
    return explorer;
  }
  std::unique_ptr<session::Run> run(const std::string& text, std::uint64_t switch_seed, int piece) {
    Build built = build(text, "main.py");
    Settings settings{.switch_seed = switch_seed, .cost_ns = 50, .modules = &modules_};
    auto run = std::make_unique<session::Run>(
        built.code, text, "main.py", settings, std::make_unique<asyncio::VirtualClock>());
    for (int i = 0; i < 1'000'000 && !run->finished(); ++i) run->advance_virtual(piece);
    EXPECT_TRUE(run->finished());
    return run;
  }

  PythonModules modules_;
};

TEST_F(Exploring, ACounterLosesUpdatesUnderSomeSeeds) {
  auto explorer = explored(kLost);
  EXPECT_EQ(explorer->done(), 300u);
  const std::vector<Ending> endings = explorer->endings();
  ASSERT_GE(endings.size(), 2u);
  EXPECT_EQ(endings[0].lines.back(), "end 4");
  std::uint64_t sum = 0;
  for (const Ending& each : endings) {
    sum += each.count;
    EXPECT_EQ(each.status, Status::kOk);
    EXPECT_EQ(telling(each, endings), each.lines.back());
    EXPECT_TRUE(each.lines.back() == "end 2" || each.lines.back() == "end 3" ||
                each.first_seed == endings[0].first_seed);
  }
  EXPECT_EQ(sum, 300u);
}

TEST_F(Exploring, TheSeedOfAnEndingShowsThatEnding) {
  for (const Ending& each : explored(kLost)->endings()) {
    auto again = run(kLost, each.first_seed, 1'000'000);
    ASSERT_EQ(again->lines().size(), each.lines.size());
    EXPECT_EQ(again->lines().back().text, each.lines.back());
  }
}

TEST_F(Exploring, HowARunIsCutIntoSlicesChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    auto whole = run(kLost, seed, 1'000'000), cut = run(kLost, seed, 7);
    EXPECT_EQ(whole->lines().back().text, cut->lines().back().text) << seed;
    EXPECT_EQ(whole->end_ns(), cut->end_ns()) << seed;
  }
}

TEST_F(Exploring, ThePlainAdditionLosesNothingAsInCPython313) {
  std::string text = kLost;
  text.replace(text.find("one()\n\n"), 5, "1");
  auto explorer = explored(text);
  EXPECT_EQ(explorer->endings().size(), 1u);
  EXPECT_EQ(explorer->sentence(), "All of 300 seeds end the same way.");
}

TEST_F(Exploring, LocksInOppositeOrderStandStillUnderSomeSeeds) {
  auto explorer = explored(R"(import threading
a, b = threading.Lock(), threading.Lock()
def think():
    pass
def work(first, second):
    with first:
        think()
        with second:
            think()
one = threading.Thread(target=work, args=(a, b))
two = threading.Thread(target=work, args=(b, a))
one.start(); two.start(); one.join(); two.join()
)");
  const std::vector<Ending> endings = explorer->endings();
  ASSERT_GE(endings.size(), 2u);
  std::uint64_t stuck = 0;
  for (const Ending& each : endings)
    if (each.status == Status::kDeadlock) stuck += each.count;
  EXPECT_GT(stuck, 0u);
  EXPECT_LT(stuck, 300u);
  EXPECT_NE(explorer->sentence().find("still for ever"), std::string::npos);
}

TEST_F(Exploring, TheSameLinesInAnotherOrderAreTheSameEnding) {
  auto explorer = explored(R"(import threading
def work(name):
    print(name)
threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
for thread in threads: thread.start()
for thread in threads: thread.join()
)");
  ASSERT_EQ(explorer->endings().size(), 1u);
  EXPECT_EQ(explorer->endings()[0].orders, 2u);
  EXPECT_EQ(explorer->orders().size(), 2u);
}

TEST_F(Exploring, AProgramWithoutThreadsIsRunOnce) {
  auto explorer = explored("import asyncio\nasyncio.run(asyncio.sleep(1))\n");
  EXPECT_EQ(explorer->done(), 1u);
  EXPECT_FALSE(explorer->threads());
  EXPECT_NE(explorer->sentence().find("starts no thread"), std::string::npos);
}

TEST_F(Exploring, ASessionExploresWithItsLibraryAndNotBeforeThatIsHere) {
  Session session;
  session.set_source(kLost);
  EXPECT_EQ(session.explore(20), nullptr);
  session.library_arrived(library::embedded(), 0);
  auto explorer = session.explore(20);
  ASSERT_NE(explorer, nullptr);
  while (!explorer->finished()) explorer->advance(1'000'000);
  EXPECT_TRUE(explorer->threads());
  EXPECT_EQ(explorer->done(), 20u);
}

TEST_F(Exploring, ARunWithoutEndDoesNotHoldTheOthersUp) {
  auto explorer =
      begun("import threading\nthreading.Thread(target=print).start()\nwhile True: pass\n", 2);
  for (int i = 0; i < 100 && !explorer->finished(); ++i) explorer->advance(1'000'000);
  ASSERT_TRUE(explorer->finished());
  EXPECT_EQ(explorer->endings()[0].status, Status::kStopped);
}

}  // namespace
}  // namespace simul::session
