// The nodes directly below a node, in the order of asdl's fields, which is nearly that of the text.
// Mirrors what ast.iter_child_nodes gives, without contexts and operators, which are no nodes here.
#pragma once

#include <vector>

#include "syntax/ast.hpp"

namespace simul::syntax {

// Adds to `out`; never a null pointer.
void children(const Node& node, std::vector<const Node*>& out);

// Calls visit(node) for the node and all below it, outermost first. Where it answers false, what is
// below is left out. The stack is the caller's memory, so that a deep tree is no danger.
template <typename Visit>
void walk(const Node& root, Visit visit) {
  std::vector<const Node*> waiting{&root};
  std::vector<const Node*> below;
  while (!waiting.empty()) {
    const Node* node = waiting.back();
    waiting.pop_back();
    if (!visit(*node)) continue;
    below.clear();
    children(*node, below);
    waiting.insert(waiting.end(), below.rbegin(), below.rend());
  }
}

}  // namespace simul::syntax
