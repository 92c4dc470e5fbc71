#include "app/browser_letters.hpp"

#include <array>

extern "C" {
// browser_letters.js. The piece's advance; into `box` its left, top, width, height, all in pixels.
double simul_page_measure(const char* piece,
                          std::int32_t bytes,
                          std::int32_t weight,
                          std::int32_t code,
                          double size_px,
                          std::int32_t* box);
// Fills width x height bytes with the coverage of the piece within this box.
void simul_page_draw(const char* piece,
                     std::int32_t bytes,
                     std::int32_t weight,
                     std::int32_t code,
                     double size_px,
                     const std::int32_t* box,
                     std::uint8_t* coverage);
}

namespace simul::app {
namespace {

struct Cut {
  std::int32_t weight, code;
};
constexpr std::array<Cut, ui::kFaces> kCuts = {{{400, 0}, {500, 0}, {600, 0}, {400, 1}, {500, 1}}};
// Wider or higher than any text of the canvas.
constexpr std::int32_t kLargest_dpx = 2000;

const Cut& cut_of(ui::Face face) {
  return kCuts[static_cast<std::size_t>(face)];
}

}  // namespace

double BrowserLetters::advance_dpx(ui::Face face, double size_dpx, std::string_view piece) {
  std::array<std::int32_t, 4> box{};
  const Cut& cut = cut_of(face);
  return simul_page_measure(piece.data(),
                            static_cast<std::int32_t>(piece.size()),
                            cut.weight,
                            cut.code,
                            size_dpx,
                            box.data());
}

std::optional<ui::Lender::Drawn> BrowserLetters::draw(ui::Face face,
                                                      double size_dpx,
                                                      std::string_view piece) {
  std::array<std::int32_t, 4> box{};
  const Cut& cut = cut_of(face);
  auto bytes = static_cast<std::int32_t>(piece.size());
  simul_page_measure(piece.data(), bytes, cut.weight, cut.code, size_dpx, box.data());
  auto [left, top, width, height] = box;
  if (width <= 0 || height <= 0 || width > kLargest_dpx || height > kLargest_dpx)
    return std::nullopt;
  Drawn drawn{width, height, left, top, {}};
  drawn.coverage.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  simul_page_draw(
      piece.data(), bytes, cut.weight, cut.code, size_dpx, box.data(), drawn.coverage.data());
  return drawn;
}

}  // namespace simul::app
