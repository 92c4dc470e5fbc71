// src/asyncio/coroutines.cpp - throwing a chain of coroutines away.
#include "asyncio/coroutines.hpp"

namespace simul::asyncio {

void destroy_chain(PromiseBase* leaf) {
  while (leaf != nullptr) {
    PromiseBase* parent = leaf->parent;
    if (leaf->owner != nullptr) leaf->owner->forget();
    leaf->handle().destroy();
    leaf = parent;
  }
}

}  // namespace simul::asyncio
