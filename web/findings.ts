// What the run did wrong, in the Problems panel below what keeps the text from running: each with its evidence, whose
// moments can be gone to, and a fix.

import { byId, make, seconds } from './dom.ts';
import type { Finding, Simul } from './simul.ts';

export class Findings {
  readonly #simul: Simul;
  readonly #list = byId('findings', HTMLElement);
  readonly #head = byId('findings-head', HTMLElement);
  readonly #goTo: (line: number) => void;
  readonly #changed: () => void;
  #shown = '';

  // changed: another moment is shown.
  constructor(simul: Simul, goTo: (line: number) => void, changed: () => void) {
    this.#simul = simul;
    this.#goTo = goTo;
    this.#changed = changed;
  }

  update(): void {
    const found = this.#simul.findings();
    const key = JSON.stringify(found);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#list.replaceChildren(...found.map((one) => this.#row(one)));
    this.#head.hidden = this.#list.hidden = found.length === 0;
  }

  #row(finding: Finding): HTMLElement {
    const row = make('li', finding.severity);
    row.append(make('strong', '', finding.title), make('p', '', finding.explanation));
    const evidence = make('ul');
    for (const one of finding.evidence.slice(0, 4)) {
      const item = make('li');
      const link = make('button', 'link', `${seconds(one.time_s)} s: ${one.text}`);
      link.type = 'button';
      link.addEventListener('click', () => {
        this.#simul.seek_event(one.event + 1);
        if (one.line !== null) this.#goTo(one.line);
        this.#changed();
      });
      item.append(link);
      evidence.append(item);
    }
    if (evidence.children.length > 0) row.append(evidence);
    if (finding.fix !== '') row.append(make('p', 'fix', `Fix: ${finding.fix}`));
    return row;
  }
}
