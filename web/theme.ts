// Dark, light or high contrast: the system's wish until the person says otherwise, then theirs. web/early.js applies the kept wish first.

import { byId } from './dom.ts';
import type { Scheme } from './simul.ts';

const kKey = 'simul.theme';

export class Theme {
  readonly #button = byId('theme-button', HTMLButtonElement);
  readonly #systemLight = matchMedia('(prefers-color-scheme: light)');
  readonly #systemContrast = matchMedia('(prefers-contrast: more)');
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #changed = new Set<() => void>();

  constructor() {
    this.#button.addEventListener('click', () => this.#choose(this.#next));
    this.#systemLight.addEventListener('change', () => this.#tell());
    this.#systemContrast.addEventListener('change', () => this.#tell());
    this.#still.addEventListener('change', () => this.#tell());
    this.#label();
  }

  get scheme(): Scheme {
    const chosen = document.documentElement.dataset['theme'];
    if (chosen === 'dark' || chosen === 'light' || chosen === 'contrast') return chosen;
    if (this.#systemContrast.matches) return 'contrast';
    return this.#systemLight.matches ? 'light' : 'dark';
  }
  // First the other of dark and light, then high contrast, then back.
  get #next(): Scheme {
    const usual = this.#systemLight.matches ? 'light' : 'dark';
    const other = usual === 'light' ? 'dark' : 'light';
    return this.scheme === usual ? other : this.scheme === other ? 'contrast' : usual;
  }
  get reducedMotion(): boolean {
    return this.#still.matches;
  }
  onChange(listener: () => void): void {
    this.#changed.add(listener);
  }

  #choose(theme: Scheme): void {
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
    const words = { dark: 'Dark theme', light: 'Light theme', contrast: 'High contrast' }[this.#next];
    this.#button.title = words;
    this.#button.setAttribute('aria-label', words);
  }
}
