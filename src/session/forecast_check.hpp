// Does the forecast still hold? It is off as soon as the run does what the forecast did not say.
//
// Compared is what each task does, in its own order: where it waits and how it ends. Not when, and
// not in which turn: the page's timers are late by a little, so equal deadlines are collected
// together in one run and one by one in the other, and neither is a lie.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "timeline/model.hpp"

namespace simul::session {

class ForecastCheck {
 public:
  // Takes in what both have gained. complete: the forecast goes to the end of the program.
  void update(const timeline::Model& run, const timeline::Model& forecast, bool complete);
  // The run asked somebody: nobody can know what follows.
  void asked(const std::string& when_s);
  [[nodiscard]] bool holds() const { return why_not_.empty(); }
  // One sentence; empty while it holds.
  [[nodiscard]] const std::string& why_not() const { return why_not_; }

 private:
  struct Deed {
    asyncio::EventKind kind;
    std::uint8_t detail;
    std::uint32_t line;
    friend bool operator==(const Deed&, const Deed&) = default;
  };
  std::unordered_map<std::string, std::vector<Deed>> said_;  // by the forecast, of "Task-2"
  std::unordered_map<std::string, std::size_t> done_;        // by the run: how many of them
  std::size_t next_said_ = 0, next_done_ = 0;                // events
  std::string why_not_;
};

}  // namespace simul::session
