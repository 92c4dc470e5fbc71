#include "timeline/svg.hpp"

#include <cstddef>

#include <gtest/gtest.h>

#include "timeline/pictures.hpp"

namespace simul::timeline {
namespace {

constexpr std::int64_t kMs = 1'000'000;

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++out;
  return out;
}

// That tags open and close in pairs and nothing else has a pointed bracket.
bool well_formed(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag.find('<') != std::string::npos) return false;
    const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
    if (tag.ends_with('/')) continue;
    if (!tag.starts_with('/')) {
      open.push_back(name);
    } else if (open.empty() || "/" + open.back() != tag) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

SvgColours colours(std::uint32_t base) {
  SvgColours out;
  out.canvas = base;
  for (std::size_t i = 0; i < kStates; ++i)
    out.states[i] = base + 0x10 + static_cast<std::uint32_t>(i);
  return out;
}

class SvgTest : public testing::Test {
 protected:
  explicit SvgTest(const std::string& text = kBlockingCall)
      : trace_(trace::parse_text(text)), model_(trace_.value()) {
    model_.update();
    options_.end_ns = 1'500 * kMs;
    options_.light = colours(0xaa0000);
    options_.dark = colours(0x00bb00);
  }
  Result<trace::Trace> trace_;
  Model model_;
  SvgOptions options_;
};

TEST_F(SvgTest, EveryTaskHasALaneWithItsNameItsEndAndWhatItWaitedFor) {
  const std::string svg = to_svg(model_, options_);
  EXPECT_TRUE(well_formed(svg));
  for (const char* words : {">Event loop<",
                            ">main<",
                            ">A<",
                            ">report<",
                            ">done at 1.500<",
                            ">sleep(1.0)<",
                            ">waits for gather<",
                            ">time.sleep(1.0) \xc2\xb7 blocks the loop<",
                            ">blocked by report<",
                            ">due<"})
    EXPECT_EQ(count(svg, words), words == std::string(">done at 1.500<") ? 2u : 1u) << words;
  EXPECT_NE(svg.find("A sleeping 0.000 to 1.000 on line 7: sleep(1.0)"), std::string::npos);
}

TEST_F(SvgTest, ThePageOfTheReaderDecidesBetweenLightAndDarkUnlessOneIsAskedFor) {
  const std::string either = to_svg(model_, options_);
  const std::size_t query = either.find("@media (prefers-color-scheme:dark){");
  ASSERT_NE(query, std::string::npos);
  EXPECT_LT(either.find(".canvas{fill:#aa0000}"), query);
  EXPECT_GT(either.find(".canvas{fill:#00bb00}"), query);
  options_.scheme = SvgScheme::kDark;
  const std::string dark = to_svg(model_, options_);
  EXPECT_EQ(dark.find("@media"), std::string::npos);
  EXPECT_EQ(dark.find("#aa0000"), std::string::npos);
  EXPECT_NE(dark.find("#00bb00"), std::string::npos);
}

TEST_F(SvgTest, AStateHasAPatternAndTheLegendNamesOnlyThoseThatTheRunHad) {
  const std::string svg = to_svg(model_, options_);
  for (const char* name : {"due", "sleeping", "waiting", "blocking"}) {
    EXPECT_EQ(count(svg, "<pattern id=\"simul-" + std::string(name) + "\""), 1u) << name;
    EXPECT_GE(count(svg, "fill=\"url(#simul-" + std::string(name) + ")\""), 2u) << name;
  }
  EXPECT_EQ(count(svg, ">due or ready<"), 1u);
  EXPECT_EQ(count(svg, ">failed<"), 0u);
  EXPECT_EQ(count(svg, ">cancelled<"), 0u);
}

TEST_F(SvgTest, FurtherTasksThanAreWantedAreCounted) {
  options_.most_tracks = 2;
  const std::string svg = to_svg(model_, options_);
  EXPECT_EQ(count(svg, ">main<"), 1u);
  EXPECT_EQ(count(svg, ">A<"), 0u);
  EXPECT_EQ(count(svg, ">and 2 more tasks<"), 1u);
}

TEST_F(SvgTest, AMomentIsALineAcrossTheLanesWithItsTime) {
  EXPECT_EQ(to_svg(model_, options_).find("class=\"now\""), std::string::npos);
  options_.moment_ns = 750 * kMs;
  const std::string svg = to_svg(model_, options_);
  EXPECT_EQ(count(svg, "class=\"now\""), 2u);
  EXPECT_EQ(count(svg, ">0.750<"), 1u);
}

TEST_F(SvgTest, ItIsTheSameEveryTimeAndDoesNotReachOutside) {
  const std::string svg = to_svg(model_, options_);
  EXPECT_EQ(svg, to_svg(model_, options_));
  EXPECT_EQ(count(svg, "http"), 1u);  // the name of SVG itself
  for (const char* words : {"<script", "href", "@import", "<image", "<foreignObject"})
    EXPECT_EQ(svg.find(words), std::string::npos) << words;
}

TEST(Svg, ARunWithoutAnyEventIsAPictureThatSaysSo) {
  trace::Trace trace;
  Model model(trace);
  const std::string svg = to_svg(model, {});
  EXPECT_TRUE(well_formed(svg));
  EXPECT_NE(svg.find("Nothing ran."), std::string::npos);
}

class HostileSvg : public SvgTest {
 protected:
  HostileSvg()
      : SvgTest(
            "0.000000000 loop_started 1\n"
            "0.000000000 task_created 2 \"Task-1\"\n"
            "0.000000000 task_labelled 2 \"<script>alert('1')</script>&\\\"\"\n"
            "0.000000000 handle_queued 10 object=2\n"
            "0.000000000 turn_began 1 object=1\n"
            "0.000000000 handle_began 10 object=2\n"
            "0.000000000 task_waits 2 object=5 detail=1 line=7 due=1.000000000 "
            "\"]]></text>\\x00\\xff\\xed\\xa0\\x80 --> x\"\n"
            "0.000000000 handle_ended 10 object=2\n") {}
};

TEST_F(HostileSvg, NoNameOfTheProgramBecomesATag) {
  options_.title = "\"><script>alert(2)</script>";
  options_.end_ns = 1'000 * kMs;
  const std::string svg = to_svg(model_, options_);
  EXPECT_TRUE(well_formed(svg)) << svg;
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_NE(svg.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(svg.find('\0'), std::string::npos);
}

TEST(XmlText, WhatXmlCannotHoldIsAReplacementSign) {
  EXPECT_EQ(xml_text("a<b>&\"c\""), "a&lt;b&gt;&amp;&quot;c&quot;");
  EXPECT_EQ(xml_text("\xc3\xa9 \xe4\xbd\xa0 \xf0\x9f\xa7\xb5"),
            "\xc3\xa9 \xe4\xbd\xa0 \xf0\x9f\xa7\xb5");
  EXPECT_EQ(xml_text(std::string_view("\0\x1b\t", 3)), "\xef\xbf\xbd\xef\xbf\xbd\t");
  EXPECT_EQ(xml_text("\xff"), "\xef\xbf\xbd");
  EXPECT_EQ(xml_text("\xc3"), "\xef\xbf\xbd");                  // cut
  EXPECT_EQ(xml_text("\xc0\xbc"), "\xef\xbf\xbd\xef\xbf\xbd");  // "<", too long
  EXPECT_EQ(xml_text("\xef\xbf\xbe"), "\xef\xbf\xbd");          // no character
}

}  // namespace
}  // namespace simul::timeline
