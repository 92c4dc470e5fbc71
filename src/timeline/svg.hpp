// The run as a standing picture: one SVG file with ruler, lanes, slices, their words and a legend.
//
// Needs nothing beside itself: no script, no font, no link. Colours are handed in, twice: with
// SvgScheme::kAuto the reader's light or dark page decides. A state has its pattern as well as its
// colour, so the picture can be printed grey. Every text of the program is escaped; what XML cannot
// hold is a replacement sign. Times are the loop's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "timeline/crowd.hpp"
#include "timeline/model.hpp"

namespace simul::timeline {

// 0xRRGGBB.
struct SvgColours {
  std::uint32_t canvas = 0xffffff, line = 0xcccccc, faint_line = 0xeeeeee;
  std::uint32_t text = 0, dim_text = 0x555555, accent = 0x0000ff, on_accent = 0xffffff;
  std::array<std::uint32_t, kStates> states{};
};
enum class SvgScheme : std::uint8_t { kAuto, kLight, kDark };

struct SvgOptions {
  std::string title;                      // what a screen reader says first; empty: "Timeline"
  std::int64_t end_ns = 0;                // where slices that are still open end
  double width_px = 960;                  // at least 320
  std::size_t most_tracks = 60;           // further tasks are counted in a line below, not drawn
  std::optional<std::int64_t> moment_ns;  // a line across the lanes
  SvgScheme scheme = SvgScheme::kAuto;
  SvgColours light, dark;
};

std::string to_svg(const Model& model, const SvgOptions& options);

// For text between tags and in attributes with double quotes.
std::string xml_text(std::string_view text);

}  // namespace simul::timeline
