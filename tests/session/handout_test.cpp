#include "session/handout.hpp"

#include <gtest/gtest.h>

namespace simul::session {
namespace {

TEST(Handout, IsTitlePictureProgramOutputEndAndLink) {
  Handout handout;
  handout.title = "Two tasks";
  handout.picture = "two.svg";
  handout.link = "https://example.org/#1.abc";
  handout.source = "print(1)\n";
  handout.output = {"   0.000  1"};
  handout.ended = "Finished at 0.000 s.";
  EXPECT_EQ(markdown(handout),
            "# Two tasks\n\n![Timeline: Two tasks](<two.svg>)\n\n```python\nprint(1)\n```\n\n"
            "```text\n   0.000  1\n```\n\nFinished at 0.000 s.\n\n"
            "[Open it in Simul](<https://example.org/#1.abc>)\n");
}

TEST(Handout, LeavesOutWhatThereIsNot) {
  Handout handout;
  handout.source = "pass";
  EXPECT_EQ(markdown(handout), "```python\npass\n```\n\n");
}

TEST(Handout, AProgramCannotEndItsOwnBlock) {
  Handout handout;
  handout.source = "s = '''\n```\n````\n<script>\n'''\n";
  const std::string out = markdown(handout);
  EXPECT_TRUE(out.starts_with("`````python\n")) << out;
  EXPECT_TRUE(out.ends_with("\n`````\n\n")) << out;
}

TEST(Handout, ATitleIsProseAndATargetStaysBetweenItsBrackets) {
  Handout handout;
  handout.title = "a\n# <b>*c*](x)";
  handout.picture = "a b>\n.svg";
  const std::string out = markdown(handout);
  EXPECT_TRUE(out.starts_with("# a \\# \\<b\\>\\*c\\*\\](x)\n\n")) << out;
  EXPECT_NE(out.find("(<a b\\>.svg>)"), std::string::npos) << out;
}

TEST(Handout, FurtherLinesAreCounted) {
  Handout handout;
  handout.output = {"   0.000  a"};
  handout.left_out = 41;
  EXPECT_NE(markdown(handout).find("(and 41 more lines)"), std::string::npos);
}

}  // namespace
}  // namespace simul::session
