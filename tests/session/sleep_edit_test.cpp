#include "session/sleep_edit.hpp"

#include <gtest/gtest.h>

#include "session/host.hpp"

namespace simul::session {
namespace {

// What decides the nth sleep of the task with this name.
class SleepEditTest : public testing::Test {
 protected:
  SleepEdit of(const std::string& text, const std::string& name, std::size_t nth = 0) {
    session.set_source(text);
    EXPECT_TRUE(session.compiles());
    session.foresee(Host::now_ns, &Host::look, kSlice);
    const timeline::Model& model = session.forecast()->model();
    for (const timeline::Track& track : model.tracks()) {
      if (track.name != name) continue;
      for (std::size_t i = 0; i < track.slices.size(); ++i) {
        if (track.slices[i].state == timeline::State::kSleeping && nth-- == 0)
          return sleep_edit(model, text, track.task, i);
      }
    }
    ADD_FAILURE() << name << " does not sleep";
    return {};
  }
  static std::string literal(const std::string& text, const SleepEdit& edit) {
    return text.substr(edit.literal.begin, edit.literal.size());
  }
  Session session;
};

TEST_F(SleepEditTest, ANumberInTheAwaitItselfIsTheOne) {
  const std::string text =
      "import asyncio\n"
      "async def main():\n"
      "    await asyncio.sleep(1.5)\n"
      "    await asyncio.sleep(0.25)\n"
      "asyncio.run(main())\n";
  SleepEdit edit = of(text, "main", 1);
  EXPECT_EQ(edit.refusal, "");
  EXPECT_EQ(literal(text, edit), "0.25");
  EXPECT_EQ(edit.line, 4u);
  EXPECT_EQ(edit.title, "Dragging the end of main's sleep");
}

TEST_F(SleepEditTest, AnArgumentIsFollowedToTheCallThatMadeTheTask) {
  const std::string text = kThreeWorkers;
  for (const auto& [name, number] : {std::pair("A", "1.0"), {"B", "2.0"}, {"C", "0.75"}}) {
    const SleepEdit edit = of(text, name);
    EXPECT_EQ(edit.refusal, "");
    EXPECT_EQ(literal(text, edit), number);
  }
}

TEST_F(SleepEditTest, WhatIsComputedIsRefusedWithItsLine) {
  const std::string text =
      "import asyncio\n"
      "async def main():\n"
      "    await asyncio.sleep(len('abc') / 2)\n"
      "asyncio.run(main())\n";
  const SleepEdit edit = of(text, "main");
  EXPECT_NE(edit.refusal.find("line 3"), std::string::npos) << edit.refusal;
}

TEST_F(SleepEditTest, WhatIsNoSleepAnyMoreIsRefused) {
  const std::string text =
      "import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n";
  static_cast<void>(of(text, "main"));
  EXPECT_NE(sleep_edit(session.forecast()->model(), text, 99, 0).refusal, "");
  EXPECT_NE(sleep_edit(session.forecast()->model(), text, 2, 99).refusal, "");
}

}  // namespace
}  // namespace simul::session
