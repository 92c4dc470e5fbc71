// What a test may read of the page; nothing that the page itself uses.

import type { Simul } from './simul.ts';

declare global {
  interface Window {
    __simul?: {
      text(): string;
      state(): ReturnType<Simul['state']>;
      settled(): boolean;
      tasks(): ReturnType<Simul['tasks']>;
      items(): ReturnType<Simul['items']>;
      frames(): number;
      control(): ReturnType<Simul['control']>;
      freeze(time: number): void;
    };
  }
}
