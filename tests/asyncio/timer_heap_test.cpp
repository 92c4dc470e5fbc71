// tests/asyncio/timer_heap_test.cpp - which timer is the next.
#include "asyncio/timer_heap.hpp"

#include <algorithm>
#include <random>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

namespace simul::asyncio {
namespace {

// What a timer holds here: its number.
class Numbered final : public Counted {
 public:
  explicit Numbered(int number) : number_(number) {}
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

Ran nothing(EventLoop& /*loop*/, Counted& /*self*/, bool /*resumed*/) {
  return Ran::kDone;
}

TimerKey add(TimerHeap& heap, std::int64_t due_ns, int number, std::int32_t generation = 0) {
  return heap.add(due_ns, generation, {nothing, make_counted<Numbered>(number)});
}

int number_of(const Timer& timer) {
  return static_cast<const Numbered&>(*timer.self).number();
}

std::vector<int> taken_out(TimerHeap& heap) {
  std::vector<int> numbers;
  std::uint32_t slot = 0;
  while (!heap.empty()) numbers.push_back(number_of(heap.pop(&slot)));
  return numbers;
}

TEST(TimerHeap, TimersOfOneDeadlineComeOutInTheOrderInWhichTheyWereAdded) {
  TimerHeap heap;
  for (int number = 0; number < 50; ++number) add(heap, 7, number);
  std::vector<int> in_order(50);
  for (int number = 0; number < 50; ++number) in_order[static_cast<std::size_t>(number)] = number;
  EXPECT_EQ(in_order, taken_out(heap));
}

TEST(TimerHeap, AmongEqualDeadlinesAnEarlierGenerationIsFirst) {
  TimerHeap heap;
  add(heap, 7, 1, 2);
  add(heap, 7, 2, 1);
  EXPECT_EQ((std::vector{2, 1}), taken_out(heap));
}

TEST(TimerHeap, ACancelledTimerIsTakenOutAtOnceAndNeverComes) {
  TimerHeap heap;
  const TimerKey first = add(heap, 1, 1);
  add(heap, 2, 2);
  EXPECT_TRUE(heap.pending(first));
  EXPECT_EQ(1, number_of(heap.cancel(first)));
  EXPECT_FALSE(heap.pending(first));
  EXPECT_FALSE(heap.cancel(first).self);
  EXPECT_EQ((std::vector{2}), taken_out(heap));
}

TEST(TimerHeap, OneThatIsNotDueStays) {
  TimerHeap heap;
  add(heap, 5, 1);
  TimerHeap::Due due;
  EXPECT_FALSE(heap.pop_due(4, 0, due));
  EXPECT_TRUE(heap.pop_due(5, 0, due));
  EXPECT_EQ(1, number_of(due.timer));
  EXPECT_FALSE(heap.pop_due(5, 0, due));
}

// Of many the heap fetches what the next ones will want: that must change nothing, whoever was
// cancelled, and however many are added in between.
TEST(TimerHeap, ThousandsComeOutByDeadlineAndAgeWhileOthersAreAddedAndCancelled) {
  std::mt19937 random(1);  // NOLINT: the same each time, on purpose
  TimerHeap heap;
  struct Added {
    std::int64_t due_ns;
    int number;
    TimerKey key;
  };
  std::vector<Added> alive;
  std::vector<int> expected, came;
  std::int64_t now_ns = 0;
  int next = 0;
  for (int round = 0; round < 40; ++round) {
    for (int count = 0; count < 400; ++count) {
      const std::int64_t due_ns = now_ns + 1 + static_cast<std::int64_t>(random() % 5000);
      alive.push_back({due_ns, next, add(heap, due_ns, next)});
      ++next;
    }
    for (int count = 0; count < 100; ++count) {
      const std::size_t which = random() % alive.size();
      EXPECT_EQ(alive[which].number, number_of(heap.cancel(alive[which].key)));
      alive.erase(alive.begin() + static_cast<std::ptrdiff_t>(which));
    }
    now_ns += 600;
    std::sort(alive.begin(), alive.end(), [](const Added& left, const Added& right) {
      return std::tuple(left.due_ns, left.number) < std::tuple(right.due_ns, right.number);
    });
    while (!alive.empty() && alive.front().due_ns <= now_ns) {
      expected.push_back(alive.front().number);
      alive.erase(alive.begin());
    }
    for (TimerHeap::Due due; heap.pop_due(now_ns, 0, due);) came.push_back(number_of(due.timer));
  }
  for (const Added& left : alive) expected.push_back(left.number);
  const std::vector<int> rest = taken_out(heap);
  came.insert(came.end(), rest.begin(), rest.end());
  EXPECT_EQ(expected, came);
}

}  // namespace
}  // namespace simul::asyncio
