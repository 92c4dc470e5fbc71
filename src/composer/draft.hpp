// A text on its way to another: edits are applied one after the other, each on the tree that the
// one before left, and come out as one TextEdits.
//
// Works on statements as lines of text: what is inserted gets the indentation and the newlines of
// the text around it; a comment directly above a statement belongs to it; lines that hold several
// statements, and bodies that stand behind their colon, are taken apart only where they must be.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text_edit.hpp"
#include "composer/program.hpp"

namespace simul::composer {

// A line of code to be written: `depth` levels deeper than the place. A raw line begins inside a
// string and is written as it is.
struct Line {
  int depth = 0;
  std::string text;
  bool raw = false;
};
using Lines = std::vector<Line>;

// "if x:\n\tpass" as lines: tabs at the begin of a line are its depth.
[[nodiscard]] Lines lines_from(std::string_view code);

class Draft {
 public:
  explicit Draft(std::string_view source);

  [[nodiscard]] const Program& program() const { return *program_; }
  [[nodiscard]] const Text& text() const { return program_->text(); }
  [[nodiscard]] const TextEdits& edits() const { return edits_; }

  // Edits of the text as it is now; such that touch each other become one.
  void apply(std::vector<TextEdit> edits);

  // Writes statements into a body; `pass` that held it open goes. The number of the first one.
  int insert(const Place& place, const Lines& lines);
  // Takes out the statement and the comment above it; the last of a body leaves `pass`.
  void remove(int id);
  // The statement for these lines, which stand for it: its place, its comment above stays.
  void replace(int id, const Lines& lines);

  // The same for several statements of one body that have their lines for themselves: from the
  // first one to the comment behind the last.
  void replace_all(const std::vector<int>& steps, const Lines& lines);
  void drop_comment_above(int id);
  // Statements of one body one level deeper, below a header.
  void wrap(const std::vector<int>& steps,
            const std::string& header,
            const std::string& footer = "");

  // The statement with the comment above it, to be written elsewhere.
  [[nodiscard]] Lines lines_of(int id) const;
  // The same without the comment above it and the one behind it.
  [[nodiscard]] Lines code_of(int id) const;
  [[nodiscard]] std::string indent_of(const Suite& suite) const;
  // Does the statement have its lines for itself?
  [[nodiscard]] bool has_own_lines(int id) const;

  // The edits; an error if the text that parsed parses no more.
  [[nodiscard]] Result<TextEdits> finish() const;

 private:
  [[nodiscard]] std::string render(const Lines& lines, const std::string& indent) const;
  [[nodiscard]] Lines cut(int first, int last, std::string_view indent) const;
  [[nodiscard]] int lead_line(int id) const;  // of the comment above it, or its own first
  [[nodiscard]] int tail_line(int id) const;  // with comments that belong to its inner bodies
  [[nodiscard]] int blank_lines_above(int line) const;
  void open_up(const Place& place);
  void insert_at(const Suite& suite, int index, const Lines& lines);

  std::size_t mistakes_;
  bool sound_ = true;  // no scope_mistake() at the begin
  std::unique_ptr<std::string> source_;
  std::unique_ptr<Program> program_;
  TextEdits edits_;
};

}  // namespace simul::composer
