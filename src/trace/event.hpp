// The recorded events: plain data, the only header of this room that timeline needs.
//
// Always holds: events are in the order in which they happened, time_ns never decreases, text is an
// index into Trace::texts and 0 is the empty text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "asyncio/instrument.hpp"

namespace simul::trace {

using asyncio::ClockMove;
using asyncio::DoneKind;
using asyncio::Event;
using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::Id;
using asyncio::WaitKind;

// Every different text once. Index 0 is the empty text.
class Texts {
 public:
  Texts() { intern(""); }
  Texts(const Texts&) = delete;  // the map's keys point into the strings
  Texts& operator=(const Texts&) = delete;
  Texts(Texts&&) = default;
  Texts& operator=(Texts&&) = default;

  std::uint32_t intern(std::string_view text);
  std::string_view at(std::uint32_t index) const {
    return index < texts_.size() ? std::string_view(*texts_[index]) : std::string_view();
  }
  std::size_t size() const { return texts_.size(); }

 private:
  // Looked up without making a string first: most texts come again and again.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;
  std::vector<const std::string*> texts_;  // keys of index_, which never move
};

struct Trace {
  std::vector<Event> events;
  Texts texts;
  std::uint64_t dropped = 0;  // events that came after the limit

  std::string_view text_of(const Event& event) const { return texts.at(event.text); }
};

}  // namespace simul::trace
