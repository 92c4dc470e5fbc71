// One frame's draw list of Dear ImGui, without its windows, inputs and settings: four fifths of its
// code stay out of the page.
#pragma once

#include <memory>

#include <imgui.h>

namespace simul::ui {

class FrameList {
 public:
  FrameList();
  ~FrameList();
  FrameList(const FrameList&) = delete;
  FrameList& operator=(const FrameList&) = delete;

  // Empties it for a picture of this many device pixels. The atlas is built and lives until end().
  void begin(const ImFontAtlas& atlas, float width_dpx, float height_dpx);
  ImDrawList& list() { return list_; }
  void end();
  // What end() closed; until the next begin().
  const ImDrawData& data() const { return data_; }

 private:
  std::unique_ptr<ImDrawListSharedData> shared_;
  ImDrawList list_;
  ImDrawData data_;
};

}  // namespace simul::ui
