// DrawWire and CutWire.
#include "composer/gestures.hpp"

namespace simul::composer {

Result<TextEdits> draw_wire(Draft&, const DrawWire&) {
  return Error{"wires cannot be drawn yet", {}};
}
Result<TextEdits> cut_wire(Draft&, const CutWire&) {
  return Error{"wires cannot be cut yet", {}};
}
Result<TextEdits> refactor(Draft&, const Refactor&) {
  return Error{"this command is not there yet", {}};
}

}  // namespace simul::composer
