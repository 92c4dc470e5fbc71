#include "base/sort.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <string>

#include <gtest/gtest.h>

namespace simul {
namespace {

TEST(SortTest, EveryOrderOfFiveIsSorted) {
  std::vector<std::string> sorted = {"a", "b", "c", "d", "e"}, words = sorted;
  do {
    std::vector<std::string> mine = words;
    sort_stably(mine);
    EXPECT_EQ(mine, sorted);
  } while (std::next_permutation(words.begin(), words.end()));
}

TEST(SortTest, EqualsStayAsTheyAre) {
  std::vector<std::pair<int, int>> pairs;
  for (int i = 0; i < 1000; ++i) pairs.emplace_back(i * 7919 % 10, i);
  sort_stably(pairs, [](const auto& a, const auto& b) { return a.first < b.first; });
  EXPECT_TRUE(std::is_sorted(pairs.begin(), pairs.end()));
}

TEST(SortTest, WhatOnlyMovesIsSorted) {
  std::vector<std::unique_ptr<int>> owners;
  for (int i : {3, 1, 2}) owners.push_back(std::make_unique<int>(i));
  sort_stably(owners, [](const auto& a, const auto& b) { return *a < *b; });
  for (int i = 0; i < 3; ++i) EXPECT_EQ(*owners[static_cast<std::size_t>(i)], i + 1);
}

TEST(SortTest, APartIsSorted) {
  std::vector<int> numbers = {9, 3, 2, 1};
  sort_stably(std::span(numbers).subspan(1), std::greater<>());
  EXPECT_EQ(numbers, (std::vector<int>{9, 3, 2, 1}));
  sort_stably(std::span(numbers).subspan(1));
  EXPECT_EQ(numbers, (std::vector<int>{9, 1, 2, 3}));
}

TEST(SortTest, NothingAndOneAreSorted) {
  std::vector<int> none, one = {1};
  sort_stably(none);
  sort_stably(one);
  EXPECT_EQ(one, std::vector<int>{1});
}

}  // namespace
}  // namespace simul
