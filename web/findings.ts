// What the run did wrong, in the Problems panel below what keeps the text from running: each with its evidence, whose
// moments can be gone to, and a fix.

import { byId, make, seconds } from './dom.ts';
import type { Finding, Simul, Standstill } from './simul.ts';

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
    const { deadlock } = this.#simul.state();
    const key = JSON.stringify([found, deadlock]);
    if (key === this.#shown) return;
    this.#shown = key;
    // A standstill is told once: by the heap, which knows who holds what, with the trace's moments and its fix.
    const told = deadlock.length > 0;
    const rows = found.filter((one) => !told || one.kind !== 'deadlock').map((one) => this.#row(one));
    if (told) rows.unshift(this.#standstill(deadlock, found.find((one) => one.kind === 'deadlock')));
    this.#list.replaceChildren(...rows);
    this.#head.hidden = this.#list.hidden = rows.length === 0;
  }

  // Who waits for what, who holds it and who could have woken whom: what the heap knows and the trace does not.
  #standstill(sentences: readonly Standstill[], finding: Finding | undefined): HTMLElement {
    const row = make('li', 'error deadlock');
    row.append(make('strong', '', 'Everybody waits, and nobody can wake anybody.'));
    const waits = make('ul');
    for (const one of sentences) {
      const item = make('li', one.cycle ? 'cycle' : '');
      const link = make('button', 'link', one.text);
      link.type = 'button';
      link.disabled = one.line === 0;
      link.addEventListener('click', () => this.#goTo(one.line));
      item.append(link);
      waits.append(item);
    }
    row.append(waits);
    if (finding) this.#proof(row, finding);
    return row;
  }

  #row(finding: Finding): HTMLElement {
    const row = make('li', finding.severity);
    row.append(make('strong', '', finding.title), make('p', '', finding.explanation));
    this.#proof(row, finding);
    return row;
  }

  // The moments that show it, and what would mend it.
  #proof(row: HTMLElement, finding: Finding): void {
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
  }
}
