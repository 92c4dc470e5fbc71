#include "timeline/id_map.hpp"

#include <map>
#include <random>

#include <gtest/gtest.h>

namespace simul::timeline {
namespace {

TEST(IdMap, KeepsWhatIsSetUnderSmallIdsAndUnderWildOnes) {
  std::mt19937 random(5);
  IdMap map;
  std::map<trace::Id, std::uint32_t> expected;
  trace::Id next = 0;
  for (int i = 0; i < 50'000; ++i) {
    next += static_cast<trace::Id>(random() % 3);
    const trace::Id id = random() % 10 == 0 ? static_cast<trace::Id>(random()) : next;
    map.set(id, static_cast<std::uint32_t>(i));
    expected[id] = static_cast<std::uint32_t>(i);
  }
  for (const auto& [id, value] : expected) ASSERT_EQ(map.get(id), value) << id;
  EXPECT_EQ(map.get(next + 1'000'000),
            expected.count(next + 1'000'000) != 0 ? expected[next + 1'000'000] : IdMap::kNothing);
}

TEST(IdMap, OneWildIdDoesNotTakeAllMemory) {
  IdMap map;
  map.set(4'294'967'294u, 1);
  EXPECT_EQ(map.get(4'294'967'294u), 1u);
  EXPECT_EQ(map.get(4'294'967'293u), IdMap::kNothing);
}

}  // namespace
}  // namespace simul::timeline
