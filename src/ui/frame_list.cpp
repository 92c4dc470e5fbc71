#include "ui/frame_list.hpp"

#include <imgui_internal.h>

namespace simul::ui {

namespace {
// ImGui's own measures, which its style would hold.
constexpr float kCurveError_dpx = 1.25f, kCircleError_dpx = 0.3f;
}  // namespace

FrameList::FrameList() : shared_(std::make_unique<ImDrawListSharedData>()), list_(shared_.get()) {
  shared_->CurveTessellationTol = kCurveError_dpx;
  shared_->SetCircleTessellationMaxError(kCircleError_dpx);
  shared_->InitialFlags = ImDrawListFlags_AntiAliasedLines |
                          ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
}
FrameList::~FrameList() = default;

void FrameList::begin(const ImFontAtlas& atlas, float width_dpx, float height_dpx) {
  data_.Clear();
  data_.DisplaySize = {width_dpx, height_dpx};
  data_.FramebufferScale = {1, 1};
  shared_->ClipRectFullscreen = {0, 0, width_dpx, height_dpx};
  shared_->TexUvWhitePixel = atlas.TexUvWhitePixel;
  shared_->TexUvLines = atlas.TexUvLines;
  list_._ResetForNewFrame();
  list_.PushTextureID(atlas.TexID);
  list_.PushClipRectFullScreen();
}

void FrameList::end() {
  data_.AddDrawList(&list_);
  data_.Valid = true;
}

}  // namespace simul::ui
