#include "vm/shared_keys.hpp"

#include <gtest/gtest.h>

namespace simul::vm {
namespace {

TEST(SharedKeys, HaveRoomForThirtyNames) {
  const SharedKeysRef keys = SharedKeysRef::make();
  for (int name = 0; name < 30; ++name) EXPECT_TRUE(keys->take(name));
  EXPECT_FALSE(keys->take(30));
  EXPECT_TRUE(keys->take(0));  // in common already
}

TEST(SharedKeys, EachInstanceTakesAPlaceButTheLast) {
  const SharedKeysRef keys = SharedKeysRef::make();
  for (int instance = 0; instance < 100; ++instance) keys->instance_made();
  EXPECT_TRUE(keys->take(1));
  EXPECT_FALSE(keys->take(2));
}

TEST(SharedKeys, AreOfAllWhoHoldThem) {
  SharedKeysRef other;
  {
    const SharedKeysRef keys = SharedKeysRef::make();
    for (int name = 0; name < 30; ++name) keys->take(name);
    other = keys;
  }
  ASSERT_TRUE(static_cast<bool>(other));
  EXPECT_FALSE(other->take(30));
  other = {};
  EXPECT_FALSE(static_cast<bool>(other));
}

}  // namespace
}  // namespace simul::vm
