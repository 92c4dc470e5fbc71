#include "ui/clusters.hpp"

#include <algorithm>
#include <iterator>

#include "syntax/unicode.hpp"

namespace simul::ui {
namespace {

struct Block {
  char32_t first, last;
};

// Letters take another form beside each other, or the words run from right to left.
constexpr Block kJoining[] = {
    {0x0590, 0x109F}, {0x1780, 0x18AF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFF}};
// Belongs to what stands before it.
constexpr Block kExtending[] = {{0x0300, 0x036F},
                                {0x1AB0, 0x1AFF},
                                {0x200D, 0x200D},
                                {0x20D0, 0x20FF},
                                {0x3099, 0x309A},
                                {0xFE00, 0xFE0F},
                                {0x1F3FB, 0x1F3FF},
                                {0xE0020, 0xE007F}};
constexpr char32_t kJoiner = 0x200D;
// So many characters make a piece at most: a picture must fit into the atlas.
constexpr int kLongest = 40;

template <std::size_t kSize>
bool in(const Block (&blocks)[kSize], char32_t c) {
  return std::any_of(std::begin(blocks), std::end(blocks), [c](const Block& block) {
    return block.first <= c && c <= block.last;
  });
}

// Two of them are a flag.
bool regional(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool borrowed(char32_t c, const Lack& lacks) {
  return c >= 0x80 && lacks(c);
}

// Where the piece ends that begins at `at` with a character that is lacking.
std::size_t end_of_borrowed(std::string_view text, std::size_t at, const Lack& lacks) {
  char32_t last = syntax::decode_utf8(text, at);
  int flags = regional(last) ? 1 : 0;
  for (int count = 1; at < text.size() && count < kLongest; ++count) {
    std::size_t next = at;
    char32_t c = syntax::decode_utf8(text, next);
    if (c == ' ' && in(kJoining, last) && next < text.size()) {
      std::size_t beyond = next;
      char32_t after = syntax::decode_utf8(text, beyond);
      if (!in(kJoining, after) || !borrowed(after, lacks)) break;
      c = after, next = beyond;
    } else if (flags == 1 && regional(c)) {
      flags = 2;
    } else if (!in(kExtending, c) && last != kJoiner &&
               !(in(kJoining, last) && in(kJoining, c) && borrowed(c, lacks))) {
      break;
    }
    last = c;
    at = next;
  }
  return at;
}

}  // namespace

std::vector<Piece> pieces(std::string_view text, const Lack& lacks) {
  std::vector<Piece> all;
  std::size_t begin = 0, before = 0;  // of the piece, of the character before `at`
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    char32_t c = syntax::decode_utf8(text, next);
    if (!borrowed(c, lacks)) {
      before = at;
      at = next;
      continue;
    }
    // An accent takes its letter along.
    std::size_t from = in(kExtending, c) && before >= begin && at > begin ? before : at;
    if (from > begin) all.push_back({text.substr(begin, from - begin), false});
    begin = end_of_borrowed(text, from, lacks);
    all.push_back({text.substr(from, begin - from), true});
    at = before = begin;
  }
  if (begin < text.size()) all.push_back({text.substr(begin), false});
  return all;
}

}  // namespace simul::ui
