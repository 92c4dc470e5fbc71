#include "bytecode/constant_key.hpp"

#include <gtest/gtest.h>

namespace simul::bytecode {
namespace {

Constant tuple_of(std::vector<Constant> items) {
  return Constant{TupleConstant{std::move(items)}};
}

TEST(ConstantKey, EqualNumbersOfSeveralTypesAreSeveral) {
  const Constant whole{std::int64_t{1}}, real{1.0}, truth{true};
  EXPECT_NE(constant_key(whole), constant_key(real));
  EXPECT_NE(constant_key(whole), constant_key(truth));
  EXPECT_NE(constant_key(Constant{0.0}), constant_key(Constant{-0.0}));
  EXPECT_EQ(constant_key(real), constant_key(Constant{1.0}));
}

TEST(ConstantKey, TuplesAreComparedByTheirItems) {
  const Constant one = tuple_of({Constant{std::int64_t{1}}, Constant{2.5}});
  EXPECT_EQ(constant_key(one), constant_key(tuple_of({Constant{std::int64_t{1}}, Constant{2.5}})));
  EXPECT_NE(constant_key(one), constant_key(tuple_of({Constant{1.0}, Constant{2.5}})));
  EXPECT_NE(constant_key(tuple_of({tuple_of({})})), constant_key(tuple_of({})));
}

TEST(ConstantKey, TextsDoNotRunIntoEachOther) {
  const auto texts = [](std::string a, std::string b) {
    return constant_key(tuple_of({Constant{std::move(a)}, Constant{std::move(b)}}));
  };
  EXPECT_NE(texts("a", "bc"), texts("ab", "c"));
  EXPECT_NE(constant_key(Constant{std::string("a")}),
            constant_key(Constant{BytesConstant{std::string("a")}}));
}

}  // namespace
}  // namespace simul::bytecode
