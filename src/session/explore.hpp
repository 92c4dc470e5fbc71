// The same program under many seeds of its threads' switches: which endings there are, how often
// each came, and a seed that shows it. Races, lost updates and deadlocks are endings that only some
// seeds have.
//
// An ending is how the program ended and what it printed; the same lines in another order are the
// same ending. How often one comes is told of the seeds, not of a machine: CPython's threads, with
// an interval of 5 ms, are rarely interrupted in a short program.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "session/run.hpp"

namespace simul::session {

struct Ending {
  Status status = Status::kOk;
  std::string how;                 // "", "RuntimeError: ...", "waits for ever", "is stopped by ..."
  std::vector<std::string> lines;  // of stdout and stderr, in the order of its first seed
  std::uint64_t first_seed = 0;
  std::uint64_t count = 0;
  std::uint64_t orders = 1;  // in so many orders the lines came
};

class Explorer {
 public:
  // Seeds 1 to `seeds`, on the virtual clock.
  Explorer(std::shared_ptr<const bytecode::CodeObject> code,
           std::string source,
           std::string filename,
           Settings settings,
           std::uint64_t seeds);

  // Runs about so many instructions.
  void advance(std::int64_t instructions);
  [[nodiscard]] bool finished() const { return done_ >= seeds_; }
  [[nodiscard]] std::uint64_t done() const { return done_; }
  [[nodiscard]] std::uint64_t seeds() const { return seeds_; }
  [[nodiscard]] const std::string& source() const { return source_; }
  // Some run had a second thread. Without one there is nothing to draw, and the first seed is all.
  [[nodiscard]] bool threads() const { return threads_; }
  // The most frequent first, then by the first seed.
  [[nodiscard]] std::vector<Ending> endings() const;
  // The same with every order of lines as an ending of its own, by the first seed.
  [[nodiscard]] const std::vector<Ending>& orders() const { return orders_; }
  // What was seen, in one sentence.
  [[nodiscard]] std::string sentence() const;

 private:
  void note(const Run& run);

  std::shared_ptr<const bytecode::CodeObject> code_;
  std::string source_, filename_;
  Settings settings_;
  std::uint64_t seeds_, done_ = 0;
  bool threads_ = false;
  std::int64_t left_ = 0;  // instructions that the run may still take
  std::unique_ptr<Run> run_;
  std::vector<Ending> orders_;
  std::unordered_map<std::string, std::size_t> known_;  // in orders_, by how and text
  std::size_t kept_ = 0;                                // bytes
};

// What tells an ending from the others: its end, and the lines that not all of them have.
std::string telling(const Ending& ending, const std::vector<Ending>& all);
std::string exploration_text(const Explorer& explorer);
// each_order: all of orders(), else the most frequent of endings().
std::string exploration_json(const Explorer& explorer, bool each_order);

}  // namespace simul::session
