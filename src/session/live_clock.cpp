#include "session/live_clock.hpp"

#include <algorithm>

namespace simul::session {

void ReadingLog::add(std::int64_t ns) {
  // Clocks do not go back, so the difference has no sign; seven bits a byte, the lowest first.
  auto rest = static_cast<std::uint64_t>(std::max<std::int64_t>(0, ns - last_ns_));
  last_ns_ = std::max(last_ns_, ns);
  for (; rest >= 0x80; rest >>= 7) bytes_.push_back(static_cast<std::uint8_t>(rest | 0x80));
  bytes_.push_back(static_cast<std::uint8_t>(rest));
}

std::int64_t ReadingLog::Reader::next() {
  std::uint64_t difference = 0;
  for (int shift = 0; at_ < log_->bytes_.size(); shift += 7) {
    const std::uint8_t byte = log_->bytes_[at_++];
    difference |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) break;
  }
  return last_ns_ += static_cast<std::int64_t>(difference);
}

void LiveClock::skip_to(std::int64_t due_ns) {
  const std::int64_t now_ns = peek_ns();
  if (due_ns > now_ns) skipped_ns_ += due_ns - now_ns;
}

}  // namespace simul::session
