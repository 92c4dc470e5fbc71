#include "session/slice_offers.hpp"

#include <gtest/gtest.h>

#include "composer/rewrite.hpp"
#include "session/gesture_json.hpp"
#include "session/host.hpp"

namespace simul::session {
namespace {

class SliceOffersTest : public testing::Test {
 protected:
  const timeline::Model& run(const std::string& text) {
    text_ = text;
    session.set_source(text);
    EXPECT_TRUE(session.compiles());
    session.foresee(Host::now_ns, &Host::look, kSlice);
    return session.forecast()->model();
  }
  // Of the nth slice of a task that is in this state.
  SliceOffers of(const timeline::Model& model,
                 const std::string& name,
                 timeline::State state,
                 std::size_t nth = 0,
                 std::size_t before = kNoSlice) {
    for (const timeline::Track& track : model.tracks()) {
      if (track.name != name) continue;
      std::vector<std::size_t> all;
      for (std::size_t i = 0; i < track.slices.size(); ++i) {
        if (track.slices[i].state == state) all.push_back(i);
      }
      if (nth < all.size())
        return slice_offers(
            model, text_, track.task, all[nth], before == kNoSlice ? before : all[before]);
    }
    ADD_FAILURE() << name << " has no such slice";
    return {};
  }
  // The text after an offer; the refusal where there is none.
  std::string after(const SliceOffers& offers, std::string_view id) {
    for (const SliceOffer& offer : offers.offers) {
      if (offer.id != id) continue;
      if (!offer.refusal.empty()) return offer.refusal;
      return composer::rewrite(text_, offer.gesture).value().apply(text_).value();
    }
    return "not offered";
  }
  Session session;
  std::string text_;
};

constexpr const char* kSequence =
    "import asyncio\n"
    "async def fetch(what):\n"
    "    await asyncio.sleep(1.0)\n"
    "    return what\n"
    "async def main():\n"
    "    a = await fetch('a')\n"
    "    b = await fetch('b')\n"
    "    print(a, b)\n"
    "asyncio.run(main())\n";

TEST_F(SliceOffersTest, TwoWaitsThatFollowEachOtherRunTogetherThoughBothStandInOneLineBelow) {
  const timeline::Model& model = run(kSequence);
  const SliceOffers pulled = of(model, "main", timeline::State::kSleeping, 1, 0);
  EXPECT_NE(after(pulled, "sequential-to-gather")
                .find("a, b = await asyncio.gather(fetch('a'), fetch('b'))"),
            std::string::npos)
      << after(pulled, "sequential-to-gather");
  EXPECT_NE(after(pulled, "sequential-to-group").find("async with asyncio.TaskGroup() as group:"),
            std::string::npos);
  EXPECT_EQ(pulled.offers.size(), 2u);
  // The same without a hand, from the slice alone.
  const SliceOffers offers = of(model, "main", timeline::State::kSleeping, 1);
  EXPECT_EQ(after(offers, "sequential-to-gather"), after(pulled, "sequential-to-gather"));
  EXPECT_EQ(offers.line, 7u);
}

TEST_F(SliceOffersTest, WhatNeedsTheFirstIsRefusedWithTheReason) {
  std::string text = kSequence;
  text.replace(text.find("fetch('b')"), 10, "fetch(a)");
  const SliceOffers pulled = of(run(text), "main", timeline::State::kSleeping, 1, 0);
  EXPECT_EQ(after(pulled, "sequential-to-gather"), "Line 7 needs a, which an earlier one gives.");
}

TEST_F(SliceOffersTest, RoundsOfALoopAreOneStep) {
  const SliceOffers pulled = of(run("import asyncio\n"
                                    "async def main():\n"
                                    "    for n in range(3):\n"
                                    "        await asyncio.sleep(1)\n"
                                    "asyncio.run(main())\n"),
                                "main",
                                timeline::State::kSleeping,
                                1,
                                0);
  EXPECT_EQ(after(pulled, "sequential-to-gather"),
            "Both are the same step, line 4, which runs again.");
}

TEST_F(SliceOffersTest, ALimitAsksHowManyAtOnce) {
  const SliceOffers offers = of(run("import asyncio\n"
                                    "async def main():\n"
                                    "    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\n"
                                    "asyncio.run(main())\n"),
                                "main",
                                timeline::State::kWaiting);
  EXPECT_NE(after(offers, "limit").find("limit = asyncio.Semaphore(2)"), std::string::npos);
  for (const SliceOffer& offer : offers.offers) EXPECT_EQ(offer.count, offer.id == "limit" ? 2 : 0);
}

TEST_F(SliceOffersTest, ABlockingSliceMayWaitOrGoToAThread) {
  const SliceOffers offers = of(run("import asyncio, time\n"
                                    "async def main():\n"
                                    "    time.sleep(1.0)\n"
                                    "asyncio.run(main())\n"),
                                "main",
                                timeline::State::kBlocking);
  EXPECT_NE(after(offers, "unblock").find("    await asyncio.sleep(1.0)\n"), std::string::npos);
  EXPECT_NE(after(offers, "to-thread").find("    await asyncio.to_thread(time.sleep, 1.0)\n"),
            std::string::npos)
      << after(offers, "to-thread");
}

TEST_F(SliceOffersTest, ALongWaitGetsATimeLimitThatLetsItEndOrOneThatSaysThatItCutsIt) {
  const SliceOffers offers = of(run(kSequence), "main", timeline::State::kSleeping);
  EXPECT_NE(after(offers, "add-timeout")
                .find("    async with asyncio.timeout(1.5):\n        a = await fetch('a')\n"),
            std::string::npos)
      << after(offers, "add-timeout");
  EXPECT_NE(after(offers, "cut-off")
                .find("    async with asyncio.timeout(0.5):\n        a = await fetch('a')\n"),
            std::string::npos)
      << after(offers, "cut-off");
  EXPECT_NE(after(offers, "cut-off-caught")
                .find("    try:\n"
                      "        async with asyncio.timeout(0.5):\n"
                      "            a = await fetch('a')\n"
                      "    except TimeoutError:\n"
                      "        print(\"too late\")\n"),
            std::string::npos)
      << after(offers, "cut-off-caught");
  for (const SliceOffer& offer : offers.offers) {
    if (offer.id == "add-timeout") {
      EXPECT_EQ(offer.title, "Wait for 1.5 s at most (now 1.0 s)");
    }
    if (offer.id == "cut-off") {
      EXPECT_EQ(offer.title, "Cut it off after 0.5 s: raises TimeoutError");
    }
  }
}

TEST_F(SliceOffersTest, TheFirstWaitOfATaskMayStartLater) {
  const timeline::Model& model = run(kThreeWorkers);
  const SliceOffers offers = of(model, "B", timeline::State::kSleeping);
  EXPECT_NE(after(offers, "later").find("worker(\"B\", 2.0, start=0.5)"), std::string::npos);
  EXPECT_EQ(after(offers, "earlier"), "not offered");
}

TEST_F(SliceOffersTest, TheJsonOfAnOfferIsAGesture) {
  const SliceOffers offers = of(run(kThreeWorkers), "B", timeline::State::kSleeping);
  const std::string json = slice_offers_json(text_, offers);
  EXPECT_NE(json.find("\"id\":\"add-timeout\""), std::string::npos) << json;
  const std::size_t at = json.find("{\"do\":\"start\"");
  ASSERT_NE(at, std::string::npos) << json;
  const std::string gesture = json.substr(at, json.find('}', at) + 1 - at);
  EXPECT_NE(gesture_json(text_, gesture).find(", start=0.5"), std::string::npos)
      << gesture_json(text_, gesture);
}

TEST_F(SliceOffersTest, AStepKnowsTheSlicesThatItMade) {
  const timeline::Model& model = run(kThreeWorkers);
  const int step = of(model, "B", timeline::State::kSleeping).block;
  const std::vector<StepSlice> slices = slices_of_step(model, text_, step);
  std::string names;
  for (const StepSlice& one : slices) {
    names += one.name + " ";
    EXPECT_EQ(one.state, timeline::State::kSleeping);
    EXPECT_LT(one.start_ns, one.end_ns);
    EXPECT_EQ(slice_offers(model, text_, one.task, one.slice).block, step);
  }
  EXPECT_EQ(names, "A B C ");
  EXPECT_EQ(slices_of_step(model, text_, step, 2).size(), 2U);
  EXPECT_TRUE(slices_of_step(model, text_, -1).empty());
  EXPECT_TRUE(slices_of_step(model, text_, 0).empty());
  const std::string json = step_slices_json({slices.begin(), slices.begin() + 1});
  EXPECT_NE(json.find("\"name\":\"A\",\"state\":\"sleeping\",\"start_s\":"), std::string::npos)
      << json;
}

TEST_F(SliceOffersTest, WhatIsNoSliceAnyMoreHasNoOffers) {
  const timeline::Model& model = run(kThreeWorkers);
  EXPECT_TRUE(slice_offers(model, text_, 99, 0).offers.empty());
  EXPECT_TRUE(slice_offers(model, text_, 2, 999).offers.empty());
  EXPECT_NE(start_edit(model, text_, 99).refusal, "");
}

}  // namespace
}  // namespace simul::session
