// src/asyncio/coroutines.cpp - throwing a chain of coroutines away.
#include "asyncio/coroutines.hpp"

namespace simul::asyncio {

void destroy_chain(PromiseBase* leaf) {
  while (leaf != nullptr) {
    CoroAwaiterBase* const awaiter = leaf->awaiter;
    PromiseBase* const parent = awaiter != nullptr ? awaiter->parent : nullptr;
    if (awaiter != nullptr) awaiter->child->release();
    leaf->handle().destroy();
    leaf = parent;
  }
}

}  // namespace simul::asyncio
