// JSON out: a string literal, and a writer that puts the commas. For simul-run, the trace export
// and the bridge.
//
// Text is UTF-8. Bytes that are not (a lone surrogate that a program made) come out as \uXXXX of
// the code point if they encode one, else as U+FFFD, so that what is written is always valid JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace simul {

// Appends the text as a JSON string, quotes included.
void append_json_string(std::string& out, std::string_view text);
// Appends a number as Python's json.dumps writes a float: shortest, with ".0" when it is whole. Not
// finite: null.
void append_json_float(std::string& out, double value);

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(bool flag);
  JsonWriter& null();

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void comma();

  std::string out_;
  bool first_ = true;  // nothing stands yet in the innermost bracket
  bool after_key_ = false;
};

}  // namespace simul
