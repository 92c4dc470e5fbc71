#include "app/compare_report.hpp"

#include "base/json.hpp"
#include "base/utf16.hpp"

namespace simul::app {

namespace {

double in_seconds(std::int64_t ns) {
  return static_cast<double>(ns) / 1e9;
}

}  // namespace

std::string compare_json(const models::Comparison& comparison, const models::Options& options) {
  JsonWriter json;
  json.begin_object().key("refused");
  comparison.refused.empty() ? json.null() : json.value(comparison.refused);
  json.key("cores").value(options.cores);
  json.key("switch_interval_ms").value(static_cast<double>(options.switch_interval_ns) / 1e6);
  json.key("ways").begin_array();
  for (const models::Outcome& each : comparison.outcomes) {
    if (!comparison.refused.empty()) break;
    const models::Schedule& one = each.schedule;
    json.begin_object();
    json.key("way").value(models::key(each.way)).key("name").value(models::word(each.way));
    json.key("model").value(each.model).key("refused");
    each.refused.empty() ? json.null() : json.value(each.refused);
    const auto span = [&](const char* name, std::int64_t ns) {
      json.key(name).begin_object().key("s").value(in_seconds(ns));
      json.key("words").value(models::span_words(ns)).end_object();
    };
    span("total", one.total_ns);
    span("computing", one.computing_ns);
    span("blocking", one.blocking_ns);
    span("switching", one.switching_ns);
    span("waiting", one.waiting_ns);
    json.key("memory").value(models::bytes_words(each.memory_bytes));
    json.key("switches").value(static_cast<std::int64_t>(one.switches));
    json.key("lanes").value(static_cast<std::int64_t>(one.lanes.size()));
    json.end_object();
  }
  json.end_array();
  json.key("winner").value(models::key(comparison.winner));
  json.key("sentence").value(comparison.sentence);
  json.key("notes").begin_array();
  for (const std::string& note : comparison.notes) json.value(note);
  json.end_array().key("assumptions").begin_array();
  for (const models::Assumption& each : comparison.assumptions)
    json.begin_object().key("text").value(each.text).key("value").value(each.value).end_object();
  json.end_array().end_object();
  return json.take();
}

std::string mix_json(const models::MixResult& result) {
  JsonWriter json;
  json.begin_object().key("points").begin_array();
  for (const models::MixPoint& point : result.points) {
    json.begin_object().key("computing").value(point.computing).key("total_s").begin_array();
    for (std::int64_t ns : point.total_ns) json.value(in_seconds(ns));
    json.end_array().end_object();
  }
  json.end_array().key("crossings").begin_array();
  for (const models::Crossing& each : result.crossings) {
    json.begin_object().key("computing").value(each.computing);
    json.key("first").value(models::key(each.a)).key("second").value(models::key(each.b));
    json.end_object();
  }
  json.end_array().key("ways").begin_array();
  for (std::size_t i = 0; i < models::kWays; ++i) {
    const auto way = static_cast<models::Way>(i);
    json.begin_object().key("way").value(models::key(way));
    json.key("name").value(models::word(way)).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string staging_json(const session::Staging& staging, std::string_view source, bool watched) {
  const auto utf16 = [&](std::size_t byte) {
    return static_cast<std::int64_t>(utf16_length(source.substr(0, byte)));
  };
  JsonWriter json;
  json.begin_object().key("scene").value(staging.scene).key("watched").value(watched);
  json.key("sliders").begin_array();
  for (const session::Slider& each : staging.sliders) {
    json.begin_object().key("name").value(each.name).key("value").value(each.value);
    json.key("low").value(each.low).key("high").value(each.high).key("whole").value(each.whole);
    json.key("unit").value(each.unit).key("line").value(static_cast<std::int64_t>(each.line));
    json.key("from").value(utf16(each.from)).key("to").value(utf16(each.to)).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace simul::app
