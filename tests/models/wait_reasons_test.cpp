// Tests for src/models/wait_reasons.hpp.
#include "models/wait_reasons.hpp"

#include <gtest/gtest.h>

namespace simul::models {
namespace {

constexpr trace::Id kFuture = 10, kGather = 11, kTimer = 12, kTask = 2;

TEST(WaitReasons, ATaskThatEndedIsTheReasonOfWhoeverWaitedForIt) {
  WaitReasons reasons;
  reasons.ended(kTask, 5);
  const WaitReasons::Found found = reasons.of(kTask, reasons.count());
  EXPECT_TRUE(found.known);
  ASSERT_EQ(found.all.size(), 1u);
  EXPECT_EQ(found.all[0].flag, 5u);
}

TEST(WaitReasons, WhatCameLaterIsNoReason) {
  WaitReasons reasons;
  const std::size_t before = reasons.count();
  reasons.done(kFuture, {.by = 5});
  EXPECT_FALSE(reasons.of(kFuture, before).known);
  EXPECT_FALSE(reasons.is_done(kFuture, before));
  EXPECT_TRUE(reasons.is_done(kFuture, reasons.count()));
}

TEST(WaitReasons, AFutureThatStandsForOthersHasTheReasonsOfThoseThatAreDone) {
  WaitReasons reasons;
  reasons.depends(kGather, kFuture);
  reasons.depends(kGather, kTask);
  reasons.done(kFuture, {.by = 5, .cancelled = true});
  const WaitReasons::Found first = reasons.of(kGather, reasons.count());
  EXPECT_TRUE(first.known);
  EXPECT_TRUE(first.first_of);
  EXPECT_TRUE(first.cancelled);
  EXPECT_EQ(first.all.size(), 1u);
  reasons.ended(kTask, 6);
  const WaitReasons::Found both = reasons.of(kGather, reasons.count());
  EXPECT_FALSE(both.first_of);
  EXPECT_EQ(both.all.size(), 2u);
}

TEST(WaitReasons, ACallbackForLaterCountsFromWhereItWasAskedFor) {
  WaitReasons reasons;
  reasons.armed(kTimer, {7, 1000});
  reasons.done(kFuture, {.because = kTimer});
  const WaitReasons::Found found = reasons.of(kFuture, reasons.count());
  ASSERT_EQ(found.all.size(), 1u);
  EXPECT_EQ(found.all[0].flag, 7u);
  EXPECT_EQ(found.all[0].delay_ns, 1000);
}

TEST(WaitReasons, WhatNobodyOfTheProgramDidIsNotKnown) {
  WaitReasons reasons;
  reasons.done(kFuture, {});
  EXPECT_FALSE(reasons.of(kFuture, reasons.count()).known);
  EXPECT_TRUE(reasons.is_done(kFuture, reasons.count()));
}

}  // namespace
}  // namespace simul::models
