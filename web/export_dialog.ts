// The Export dialog: the run as a picture, a page of Markdown, a trace, or the whole of Simul as one file. Loaded when it is
// first opened.

import { download } from './dialogs.ts';
import { button, byId, make, setText } from './dom.ts';
import { oneFile } from './one_file.ts';
import { part } from './parts.ts';
import { looksLikeChromeTrace, readChromeTrace } from './chrome_trace.ts';
import { Slices } from './slices.ts';
import { readRecording, type Recording } from './recording.ts';
import { encode, type Scenario } from './share.ts';
import type { Scheme } from './simul.ts';

export interface Exported {
  scenario: Scenario;
  title: string;
  ran: boolean; // else what there is to show is the forecast
  scheme: Scheme;
  svg(scheme: 'auto' | 'light' | 'dark'): string;
  markdown(picture: string, link: string): string;
  trace(): string;
  address: string | null; // of this page, for links
  open(recording: Recording): string | null; // one sentence why not
}

export class ExportDialog {
  readonly #dialog = byId('export', HTMLDialogElement);
  readonly #text = byId('export-text', HTMLElement);
  #what: Exported | null = null;
  #slices: Slices | null = null;

  constructor() {
    const ways: [string, string, (what: Exported) => Promise<void>][] = [
      ['PNG picture', 'The timeline at twice its size, in the theme you see.', (what) => this.#png(what)],
      ['SVG picture', 'The timeline as lines and words, sharp at any size, light or dark as its reader’s page.', svgFile],
      ['Markdown', 'Program, picture, output and end, for an issue or a slide. Two files: the page and its picture.', markdownFiles],
      ['Chrome trace', 'Every slice and event, for Perfetto and speedscope.', traceFile],
      ['Page', 'The whole of Simul as one file with this program in it. It opens from disk, without a network.', pageFile],
      ['Program', 'The text as a .py file.', programFile],
    ];
    const rows = ways.map(([name, words, make_]) => {
      const row = button('', () => void this.#save(make_), 'card');
      row.dataset['export'] = name;
      row.append(make('strong', '', name), make('span', 'look', words));
      return row;
    });
    byId('export-list', HTMLElement).replaceChildren(...rows);
    const file = byId('recording-file', HTMLInputElement);
    byId('recording-button', HTMLButtonElement).addEventListener('click', () => file.click());
    file.addEventListener('change', () => void this.#openRecording(file));
  }

  async #openRecording(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined || this.#what === null) return;
    const text = await file.slice(0, 80 * 1024 * 1024).text();
    input.value = ''; // the same file may be chosen again
    if (looksLikeChromeTrace(text)) return this.#openTrace(text);
    const read = readRecording(text);
    const wrong = 'sentence' in read ? read.sentence : this.#what.open(read);
    setText(this.#text, wrong ?? '');
    if (wrong === null) this.#dialog.close();
  }

  #openTrace(text: string): void {
    const trace = readChromeTrace(text);
    if ('sentence' in trace) return setText(this.#text, trace.sentence);
    setText(this.#text, '');
    this.#dialog.close();
    (this.#slices ??= new Slices()).show(trace);
  }

  open(what: Exported): void {
    this.#what = what;
    setText(this.#text, '');
    setText(
      byId('export-what', HTMLElement),
      what.ran
        ? 'Of the run that you see.'
        : 'Nothing has run since the last edit: pictures show what the program would do.',
    );
    this.#dialog.showModal();
  }

  async #save(make_: (what: Exported) => Promise<void>): Promise<void> {
    if (this.#what === null) return;
    try {
      await make_(this.#what);
      setText(this.#text, '');
      this.#dialog.close();
    } catch (error) {
      setText(this.#text, `That did not work: ${error instanceof Error ? error.message.slice(0, 150) : 'no reason given'}.`);
    }
  }

  async #png(what: Exported): Promise<void> {
    const picture = drawn(what.svg(what.scheme === 'light' ? 'light' : 'dark'));
    saveBlob(`${nameOf(what)}.png`, await rasterize(await withFonts(picture), 2));
  }
}

const nameOf = (what: Exported): string => what.scenario.example ?? 'program';

function drawn(svg: string): string {
  if (svg === '') throw new Error('there is no run to draw yet');
  return svg;
}

async function svgFile(what: Exported): Promise<void> {
  download(`${nameOf(what)}.svg`, 'image/svg+xml', drawn(what.svg('auto')));
}

async function markdownFiles(what: Exported): Promise<void> {
  const picture = drawn(what.svg('auto'));
  const link = what.address === null ? '' : what.address + (await encode(what.scenario));
  download(`${nameOf(what)}.md`, 'text/markdown', what.markdown(`${nameOf(what)}.svg`, link));
  download(`${nameOf(what)}.svg`, 'image/svg+xml', picture);
}

async function traceFile(what: Exported): Promise<void> {
  download(`${nameOf(what)}.trace.json`, 'application/json', what.trace());
}

async function pageFile(what: Exported): Promise<void> {
  download(`${nameOf(what)}.html`, 'text/html', await oneFile(await encode(what.scenario)));
}

async function programFile(what: Exported): Promise<void> {
  download(`${nameOf(what)}.py`, 'text/x-python', what.scenario.text);
}

// A picture in a picture element sees none of the page's fonts: it gets its own.
async function withFonts(svg: string): Promise<string> {
  const faces = await Promise.all(
    [500, 600].map(async (weight) => {
      const bytes = await part(`fonts/inter-${weight}.ttf`);
      let binary = '';
      for (let at = 0; at < bytes.length; at += 0x8000)
        binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/ttf;base64,${btoa(binary)})}`;
    }),
  );
  return svg.replace('<style>', () => `<style>${faces.join('')}`);
}

async function rasterize(svg: string, scale: number): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  // Browsers give up on canvases beyond this.
  const fits = Math.min(scale, 16_000 / picture.width, 16_000 / picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * fits);
  canvas.height = Math.round(picture.height * fits);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gave no canvas');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob === null ? fail(new Error('this browser made no picture')) : done(blob)), 'image/png'),
  );
}

function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
