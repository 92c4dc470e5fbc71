// The three panels under the editor as tabs; and on a phone, where one pane fits at a time, the panes as tabs at the foot.

import { byId } from './dom.ts';
import { Splitter } from './splitter.ts';
import { Tabs } from './tabs.ts';

export type Pane = 'code' | 'watch' | 'output' | 'problems' | 'compose' | 'learn';

export class Panes {
  readonly #console = new Tabs(byId('console-tabs', HTMLElement), byId('console-more', HTMLSelectElement), () => this.#tell());
  readonly #phone = [...document.querySelectorAll<HTMLButtonElement>('#pane-tabs button')];
  readonly #phoneSized = matchMedia('(max-width: 699px)'); // as style.css
  readonly #more = byId('more-button', HTMLButtonElement);
  readonly #actions = byId('actions', HTMLElement);
  #listeners: (() => void)[] = [];

  constructor() {
    new Splitter(byId('split-columns', HTMLElement), { name: 'columns', usual: 0.31, least: 0.2, most: 0.7 });
    new Splitter(byId('split-rows', HTMLElement), { name: 'rows', usual: 0.7, least: 0.15, most: 0.9 });
    for (const tab of this.#phone) tab.addEventListener('click', () => this.#show(tab.dataset['pane'] ?? 'code'));
    this.#more.addEventListener('click', () => this.#openMore(!this.#actions.classList.contains('open')));
    document.addEventListener('click', (event) => {
      const inside = event.target instanceof Node && this.#more.contains(event.target);
      if (!inside) this.#openMore(false);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#openMore(false);
    });
    this.#show('code');
  }

  get narrow(): boolean {
    return this.#phoneSized.matches;
  }
  // Now, and whenever it changes.
  onNarrow(run: (narrow: boolean) => void): void {
    this.#phoneSized.addEventListener('change', () => run(this.narrow));
    run(this.narrow);
  }

  // Another panel or pane is in front.
  onChange(run: () => void): void {
    this.#listeners.push(run);
  }

  // Brings a pane to the front where only one fits; chooses its tab everywhere.
  show(pane: Pane): void {
    if (pane === 'problems') this.#console.choose('tab-problems');
    else if (pane === 'output') this.#console.choose('tab-output');
    else if (pane === 'compose') this.#console.choose('tab-compose');
    this.#show(pane === 'problems' ? 'output' : pane);
  }

  get tab(): string {
    return document.querySelector('#console-tabs [aria-selected="true"]')?.id.slice('tab-'.length) ?? 'output';
  }
  chooseTab(tab: 'output' | 'tasks' | 'steps' | 'problems'): void {
    this.#console.choose(`tab-${tab}`);
  }

  // Somebody is asked there.
  showAsked(): void {
    this.show('output');
  }
  // The output is wanted in view, but not over the problems or tasks that somebody reads.
  showOutputOnce(): void {
    if (byId('tab-problems', HTMLElement).getAttribute('aria-selected') === 'true') this.#console.choose('tab-output');
  }

  #show(pane: string): void {
    document.body.dataset['pane'] = pane;
    // On a phone these are two panes, though one row of tabs below the program.
    const composes = byId('tab-compose', HTMLElement).getAttribute('aria-selected') === 'true';
    if (pane === 'compose' && !composes) this.#console.choose('tab-compose');
    if (pane === 'output' && composes) this.#console.choose('tab-output');
    for (const tab of this.#phone) {
      if (tab.dataset['pane'] === pane) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    this.#tell();
  }
  #tell(): void {
    for (const run of this.#listeners) run();
  }
  #openMore(open: boolean): void {
    this.#actions.classList.toggle('open', open);
    this.#more.setAttribute('aria-expanded', String(open));
  }
}
