#include "session/proof.hpp"

#include <gtest/gtest.h>

namespace simul::session {
namespace {

const std::string kHead =
    "import asyncio\n\n\nasync def say(word, delay):\n    await asyncio.sleep(delay)\n"
    "    print(word)\n\n\nasync def main():\n";
const std::string kFoot = "\n\nasyncio.run(main())\n";

std::string program(const std::string& body) {
  return kHead + body + kFoot;
}
const std::string kOneByOne = program("    await say('a', 1.0)\n    await say('b', 2.0)\n");

TEST(Proof, TheSameLinesSoonerAreProvenTheSame) {
  const Proof proof =
      prove(kOneByOne, program("    await asyncio.gather(say('a', 1.0), say('b', 2.0))\n"), {});
  EXPECT_EQ(proof.kind, Proof::Kind::kSame);
  EXPECT_EQ(proof.lines, 2u);
  EXPECT_EQ(proof.sentence, "Same 2 lines; 3.0 s became 2.0 s.");
}

TEST(Proof, AnotherOrderIsSaidWithTheFirstLineThatMoved) {
  const std::string before = program("    await say('a', 2.0)\n    await say('b', 1.0)\n");
  const Proof proof =
      prove(before, program("    await asyncio.gather(say('a', 2.0), say('b', 1.0))\n"), {});
  EXPECT_EQ(proof.kind, Proof::Kind::kOtherOrder);
  EXPECT_EQ(proof.sentence,
            "The same 2 lines in another order: line 1 of the output was “a” and is “b” now; "
            "3.0 s became 2.0 s.");
}

TEST(Proof, OtherLinesAreNotTheSame) {
  EXPECT_EQ(prove(kOneByOne, program("    await say('a', 1.0)\n"), {}).sentence,
            "Not the same: line 2 of the output is gone: “b”; 3.0 s became 1.0 s.");
  EXPECT_EQ(prove(kOneByOne, kOneByOne + "print('c')\n", {}).sentence,
            "Not the same: line 3 of the output is new: “c”; still 3.0 s.");
}

TEST(Proof, AnotherEndingIsNamed) {
  const Proof proof = prove(kOneByOne, kOneByOne + "raise ValueError('x')\n", {});
  EXPECT_EQ(proof.kind, Proof::Kind::kOther);
  EXPECT_EQ(proof.sentence, "Not the same: it ends with ValueError: x now; before, it ends well.");
}

TEST(Proof, TracebacksMayNameOtherLines) {
  const std::string failing = kOneByOne + "raise ValueError('x')\n";
  EXPECT_EQ(prove(failing, "# one line more\n" + failing, {}).kind, Proof::Kind::kSame);
}

TEST(Proof, WhatDoesNotEndIsUnknown) {
  const Proof proof = prove("while True:\n    pass\n", "print(1)\n", {}, 100'000);
  EXPECT_EQ(proof.kind, Proof::Kind::kUnknown);
  EXPECT_NE(proof.sentence.find("does not come to its end"), std::string::npos);
}

TEST(Proof, ATextThatDoesNotCompileProvesNothing) {
  EXPECT_EQ(prove("def f(:\n", "print(1)\n", {}).kind, Proof::Kind::kUnknown);
  EXPECT_EQ(prove("print(1)\n", "def f(:\n", {}).kind, Proof::Kind::kOther);
}

TEST(Proof, SecondsAreToldShort) {
  EXPECT_EQ(short_seconds(1'000'000'000), "1.0 s");
  EXPECT_EQ(short_seconds(750'000'000), "0.75 s");
  EXPECT_EQ(short_seconds(1'000'049), "0.001 s");
  EXPECT_EQ(short_seconds(2'999'999'999), "3.0 s");
}

}  // namespace
}  // namespace simul::session
