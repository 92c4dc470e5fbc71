// Firefox beside Chromium: which tests run in both, and how Firefox is started. puppeteer-core drives it by WebDriver BiDi.
// Without a screen it has no WebGL, so it gets a virtual one (Xvfb), on which Mesa draws in software.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

// Load, run, share, compose. A drag that leaves the window is not among them: BiDi refuses to go there.
const kNames = [
  'the opening program shows three tasks that overlap, and lines with the loop’s times',
  'an edited program runs with Ctrl+Enter',
  'instant runs on a virtual clock, all at once and exactly',
  'pause holds the clock, resume goes on, stop ends it',
  'a syntax error is underlined with CPython’s words, listed, and keeps the program from running',
  'Share copies a link that brings program and settings, and waits for Run',
  'a link put into the address of an open page opens too',
  'composing: three workers with a queue and a timeout, from nothing, with the mouse alone; CPython runs it as Simul does',
  'composing: a lock and a gather, from nothing, with the keyboard alone; CPython runs it as Simul does',
  'composing: the end of a sleep is dragged, the text shows it before and has it after, and one undo takes it back',
  'composing: a value is edited in its field, and the rest of the text stays byte for byte',
];

// A name that no test has any more is a mistake here.
export function inFirefox(tests) {
  return kNames.map((name) => {
    const found = tests.find((test) => test.name === name);
    if (found === undefined) throw new Error(`firefox.mjs names a test that is not there: ${name}`);
    return found;
  });
}

const installed = (files) => files.find((file) => existsSync(file));
const firefox = process.env.FIREFOX ?? installed(['/usr/bin/firefox-esr', '/usr/bin/firefox']);
const screens = installed(['/usr/bin/Xvfb', '/usr/bin/X11/Xvfb']);

// A sentence, or null.
export function missingForFirefox() {
  if (!firefox) return 'No Firefox found: apt-get install firefox-esr, or set FIREFOX to its path.';
  return screens ? null : 'Firefox draws on a virtual screen, which is not here: apt-get install xvfb.';
}

export const firefoxOptions = (ratio, screen) => ({
  browser: 'firefox',
  executablePath: firefox,
  headless: false,
  defaultViewport: null,
  args: ['--width=1280', '--height=860'],
  env: { ...process.env, DISPLAY: screen },
  extraPrefsFirefox: {
    'webgl.force-enabled': true,
    'webgl.forbid-software': false,
    'layout.css.devPixelsPerPx': String(ratio),
    'layout.css.prefers-color-scheme.content-override': 0, // dark
    'dom.events.testing.asyncClipboard': true, // nobody is there to allow reading it
  },
});

export class VirtualScreen {
  #process;

  // Xvfb finds a free number itself and says it.
  static async start() {
    const screen = new VirtualScreen();
    screen.#process = spawn(screens, ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    screen.name = await new Promise((done, fail) => {
      screen.#process.stdio[3].once('data', (number) => done(`:${String(number).trim()}`));
      screen.#process.once('exit', () => fail(new Error('the virtual screen (Xvfb) did not start')));
    });
    return screen;
  }
  stop() {
    this.#process.kill();
  }
}
