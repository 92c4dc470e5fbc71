// Dark or light: the system's wish until the person says otherwise, then theirs. web/early.js applies the kept wish first.

import { byId } from './dom.ts';

const kKey = 'simul.theme';

export class Theme {
  readonly #button = byId('theme-button', HTMLButtonElement);
  readonly #systemLight = matchMedia('(prefers-color-scheme: light)');
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #changed = new Set<() => void>();

  constructor() {
    this.#button.addEventListener('click', () => this.#choose(this.dark ? 'light' : 'dark'));
    this.#systemLight.addEventListener('change', () => this.#tell());
    this.#still.addEventListener('change', () => this.#tell());
    this.#label();
  }

  get dark(): boolean {
    const chosen = document.documentElement.dataset['theme'];
    return chosen === undefined ? !this.#systemLight.matches : chosen === 'dark';
  }
  get reducedMotion(): boolean {
    return this.#still.matches;
  }
  onChange(listener: () => void): void {
    this.#changed.add(listener);
  }

  #choose(theme: 'dark' | 'light'): void {
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem(kKey, theme);
    } catch {
      // Then it lasts until the page is closed.
    }
    this.#tell();
  }
  #tell(): void {
    this.#label();
    for (const listener of this.#changed) listener();
  }
  #label(): void {
    const words = this.dark ? 'Light theme' : 'Dark theme';
    this.#button.title = words;
    this.#button.setAttribute('aria-label', words);
  }
}
