// The library's modules that are written in Python: a file of its own, which a first load does not pay for. It is
// fetched once the page is drawn, or by the first run; a run that needs it waits for it in C++.

import { part } from './parts.ts';

export interface LibraryOwner {
  arrived(text: Uint8Array): void;
  failed(why: string): void;
  awaited(): void;
}

export class Library {
  readonly #owner: LibraryOwner;
  readonly #fetch: () => Promise<Uint8Array>;
  #state: 'none' | 'coming' | 'here' | 'failed' = 'none';

  constructor(owner: LibraryOwner, get = () => part('library.txt')) {
    this.#owner = owner;
    this.#fetch = get;
  }

  // Fetches it unless it is here or coming; after a failure, anew.
  async want(): Promise<void> {
    if (this.#state === 'here' || this.#state === 'coming') return;
    if (this.#state === 'failed') this.#owner.awaited();
    this.#state = 'coming';
    try {
      this.#owner.arrived(await this.#fetch());
      this.#state = 'here';
    } catch (error) {
      this.#state = 'failed';
      this.#owner.failed(error instanceof Error ? error.message.slice(0, 100) : 'the download failed');
    }
  }
}
