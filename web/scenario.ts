// Which program is open, under which title and with which settings; whether it was edited; and that no word of it is lost.
//
// A link or an example takes the place of the text in one step that undo takes back; a draft that was the person's own work
// is put aside first, and the gallery offers it again.

import { byId, make, seconds, setText } from './dom.ts';
import type { Drafts } from './draft.ts';
import type { Example } from './gallery_header.ts';
import { isEmbedded } from './embed.ts';
import { exampleById, opening } from './gallery.ts';
import { savedLink } from './one_file.ts';
import { decode, type Extras, isShareLink, kUsual, type Look, type Moment, type Scenario, type Settings } from './share.ts';
import { Throttle } from './throttle.ts';

export interface ScenarioOwner {
  text(): string;
  load(text: string): void;
  say(sentence: string, ways?: { text: string; press: () => void }[], seconds?: number): void;
  settingsChanged(settings: Settings): void;
  showMoment(moment: Moment, look: Look | null): void;
}

export class OpenScenario {
  readonly #drafts: Drafts;
  readonly #owner: ScenarioOwner;
  readonly #title = byId('title', HTMLElement);
  readonly #edited = byId('edited', HTMLElement);
  readonly #look = byId('look', HTMLElement);
  readonly #save = new Throttle(400, () => this.#saveNow());
  #scenario: Scenario;
  #extras: Extras = { embed: null, picture: null };
  #began: string; // the text as it was opened
  #given: string | null = null; // a title that came with a file, until it is edited
  #fromLink = false;
  #unsaved = false;

  private constructor(scenario: Scenario, drafts: Drafts, owner: ScenarioOwner) {
    this.#scenario = scenario;
    this.#drafts = drafts;
    this.#owner = owner;
    this.#began = exampleById(scenario.example)?.code ?? scenario.text;
    addEventListener('pagehide', () => this.#flush());
    addEventListener('hashchange', () => void this.#openLink());
  }

  // The link's program, or else the draft, or else the opening one.
  static async begin(drafts: Drafts, owner: ScenarioOwner): Promise<{ scenario: OpenScenario; text: string }> {
    const draft = drafts.load();
    const link = isShareLink(location.hash) ? location.hash : savedLink();
    const linked = isShareLink(link) ? await decode(link) : null;
    const first = linked?.ok === true ? linked.scenario : (draft ?? fresh(opening));
    const scenario = new OpenScenario(first, drafts, owner);
    if (linked?.ok === false) owner.say(`${linked.sentence} The address is left as it is.`);
    if (linked?.ok === true) scenario.#extras = linked.extras;
    if (linked?.ok === true) scenario.#linkOpened(isWork(draft) ? draft : null);
    return { scenario, text: first.text };
  }

  get settings(): Settings {
    return this.#scenario.settings;
  }
  get example(): string | null {
    return this.#scenario.example;
  }
  // The opening program as it is: nobody's draft and nobody's link.
  get untouched(): boolean {
    return !this.#fromLink && this.#drafts.load() === null && this.#edited.hidden === true;
  }
  get title(): string {
    return exampleById(this.#scenario.example)?.title ?? this.#given ?? 'Your own program';
  }
  get now(): Scenario {
    const { settings, example } = this.#scenario;
    return { text: this.#owner.text(), settings, example };
  }
  // What the link asked for beside the program, until it is edited.
  get moment(): Moment | null {
    return this.#scenario.moment ?? null;
  }
  get look(): Look | null {
    return this.#scenario.look ?? null;
  }
  get extras(): Extras {
    return this.#extras;
  }
  // A draft that something else took the place of.
  get earlier(): Scenario | null {
    return this.#fromLink ? this.#drafts.load() : this.#drafts.earlier();
  }

  show(): void {
    setText(this.#title, this.title);
    this.#edited.hidden = this.#scenario.example === null || this.#owner.text() === this.#began;
    document.title = `${this.title} · Simul`;
    this.#showLook();
  }

  // What to look for, above the output, as long as the example is as it was.
  #showLook(): void {
    const example = exampleById(this.#scenario.example);
    this.#look.hidden = example === null || example.look_for === '' || !this.#edited.hidden;
    if (example === null || this.#look.dataset['example'] === example.id) return;
    this.#look.dataset['example'] = example.id;
    const look = make('p', '', example.look_for);
    look.prepend(make('strong', '', 'Look for: '));
    this.#look.replaceChildren(look);
    if (example.truth !== null) this.#look.append(make('p', 'truth', example.truth));
  }

  // After an edit by the person's hand.
  edited(): void {
    this.#given = null;
    if (this.#scenario.moment) this.#scenario = this.now; // it was one of another program
    if (this.#fromLink) {
      // From here on it is the person's draft, and a reload shall bring that.
      const before = this.#drafts.load();
      if (isWork(before)) this.#drafts.putAside(before);
      this.#fromLink = false;
      history.replaceState(null, '', location.pathname + location.search);
    }
    this.#changed();
  }

  setSettings(settings: Partial<Settings>): void {
    this.#scenario.settings = { ...this.#scenario.settings, ...settings };
    if (!this.#fromLink) this.#changed();
  }

  // As usual, or as the person has set it.
  pick(example: Example, settings: Settings = kUsual): void {
    this.#replace({ ...fresh(example), settings: { ...settings } });
    this.#changed();
  }
  // A program that came in a file.
  openText(text: string, title: string): void {
    this.#replace({ text, settings: { ...kUsual }, example: null });
    this.#given = title;
    this.#changed();
  }
  bringBack(draft: Scenario): void {
    this.#replace(draft);
    this.#changed();
  }

  #replace(next: Scenario): void {
    this.#given = null;
    const now = this.now;
    if (this.#fromLink) history.replaceState(null, '', location.pathname + location.search);
    else if (isWork(now) && now.text !== next.text) this.#drafts.putAside(now);
    this.#fromLink = false;
    this.#scenario = next;
    this.#began = exampleById(next.example)?.code ?? next.text;
    this.#owner.load(next.text);
    this.#owner.settingsChanged(next.settings);
    this.show();
  }

  async #openLink(): Promise<void> {
    if (!isShareLink(location.hash)) return;
    this.#flush();
    const linked = await decode(location.hash);
    if (!linked.ok) return this.#owner.say(`${linked.sentence} The address is left as it is.`);
    const draft = this.#fromLink ? null : this.now;
    this.#fromLink = true;
    this.#scenario = linked.scenario;
    this.#began = exampleById(linked.scenario.example)?.code ?? linked.scenario.text;
    this.#owner.load(linked.scenario.text);
    this.#owner.settingsChanged(linked.scenario.settings);
    this.show();
    this.#linkOpened(isWork(draft) ? draft : null);
  }

  #linkOpened(draft: Scenario | null): void {
    this.#fromLink = true;
    const { moment } = this;
    const ways = [];
    if (moment !== null)
      ways.push({
        text: `Show ${seconds(moment.timeS)} s`,
        press: () => this.#owner.showMoment(moment, this.look),
      });
    if (draft !== null) ways.push({ text: 'Bring my draft back', press: () => this.bringBack(draft) });
    if (isEmbedded && ways.length === 0) return; // the page around has said what it is
    const first =
      moment === null ? 'This program came with the link.' : 'This program came with the link, and a moment of its run.';
    const then = draft === null ? 'Read it, then press Play.' : 'Your draft is kept.';
    this.#owner.say(`${first} ${then}`, ways, ways.length === 0 ? 8 : undefined);
  }

  #changed(): void {
    this.show();
    this.#unsaved = true;
    this.#save.request();
  }
  #flush(): void {
    if (this.#unsaved) this.#save.flush();
  }
  #saveNow(): void {
    this.#unsaved = false;
    const trouble = this.#drafts.save(this.now);
    if (trouble !== null) this.#owner.say(trouble);
  }
}

const fresh = (example: Example): Scenario => ({ text: example.code, settings: { ...kUsual }, example: example.id });

// Something the person wrote, and not just an example as it is.
function isWork(draft: Scenario | null): draft is Scenario {
  return draft !== null && draft.text.trim() !== '' && draft.text !== exampleById(draft.example)?.code;
}
