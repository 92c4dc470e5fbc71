// Three ways to compose with one's hands, by mouse, by keyboard and by touch: the same words for what each does. A step is named
// by how its name begins and where it stands.

export const settled = (page) => page.until(() => window.__simul.settled(), 'the page has settled');
export const names = (page) =>
  page.tab.$$eval('#compose-cards .title', (all) => all.map((one) => one.getAttribute('aria-label')));
export const openCompose = async (page) => {
  await page.click('#tab-compose');
  await settled(page);
};
export async function empty(page) {
  await page.focusEditor();
  await page.press('Control', 'a');
  await page.press('Backspace');
  await page.until(() => window.__simul.text() === '' && window.__simul.settled(), 'an empty program');
}



class Pointing {
  constructor(page, press) {
    this.page = page;
    this.press = press;
  }
  begin(title) {
    return this.#pressWith('#compose-begin button', title);
  }
  coroutine() {
    return this.#pressOne('#compose-coroutine');
  }
  addEnd(of, what) {
    return this.#pressOne(`.add button[aria-label^="Add a step at the end of ${of}"]`).then(() => this.choose(what));
  }
  async addAbove(step, of, what) {
    await this.does(step, of, 'Add a step above');
    await this.choose(what);
  }
  async around(step, of, what) {
    await this.does(step, of, 'Put a timeout, lock, loop or try around it');
    await this.choose(what);
  }
  async does(step, of, what) {
    await this.#pressOne(`.more[aria-label^=${JSON.stringify(`What to do with ${step}`)}][aria-label$="of ${of}"]`);
    await this.choose(what);
  }
  remove(step, of) {
    return this.does(step, of, 'Delete');
  }
  duplicate(step, of) {
    return this.does(step, of, 'Duplicate');
  }
  down(step, of) {
    return this.does(step, of, 'Move down');
  }
  async choose(what) {
    await this.page.until(() => document.querySelector('#choice').open, 'a list of choices');
    await this.#pressWith('#choice-list button', what);
    await settled(this.page);
  }
  // The first of these whose first words are just these.
  async #pressWith(selector, words) {
    const found = await this.page.tab.$$(selector);
    for (const one of found) {
      if ((await one.$eval('strong, .words', (name) => name.textContent)) !== words) continue;
      await this.press(one);
      return settled(this.page);
    }
    throw new Error(`no “${words}” among ${selector}`);
  }
  async #pressOne(selector) {
    const one = await this.page.tab.$(selector);
    if (one === null) throw new Error(`no ${selector} in ${(await names(this.page)).join(' | ')}`);
    await this.press(one);
    await settled(this.page);
  }
}
export const byMouse = (page) => new Pointing(page, (one) => one.click());
export const byTouch = (page) =>
  new Pointing(page, async (one) => {
    await one.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await one.tap();
  });

export class Keys {
  constructor(page) {
    this.page = page;
  }
  // The one that has the focus first, then all others that Tab reaches: {said, before}, before: it stands before the first.
  #controls() {
    return this.page.tab.evaluate(() => {
      const active = document.activeElement;
      const others = [...document.querySelectorAll('button, input, select, a[href], [tabindex="0"]')].filter(
        (one) => one.tabIndex === 0 && one !== active && one.checkVisibility(),
      );
      return [active, ...others].map((one) => {
        const step = one.classList.contains('title') ? 'step' : '';
        const words = one.matches('button') && one.querySelector('strong, .words')?.textContent;
        const place = active === document.body ? 0 : active.compareDocumentPosition(one);
        return {
          said: `#${one.id}${step} ${one.getAttribute('aria-label') || words || ''}`,
          before: (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
        };
      });
    });
  }
  async #focused() {
    return (await this.#controls())[0].said;
  }
  // As who sees the page: forward, or with Shift back, whichever way the control lies. Behind the page's last one Tab goes to
  // the browser's own in Firefox, and does not come back.
  async tabTo(wanted) {
    for (let n = 0; n < 90; n++) {
      const [now, ...others] = await this.#controls();
      if (wanted(now.said)) return;
      if (now.said.startsWith('#editor')) await this.page.press('Escape'); // where Tab indents
      const there = others.find((one) => wanted(one.said));
      await this.page.press(...(there?.before ? ['Shift', 'Tab'] : ['Tab']));
    }
    throw new Error(`Tab does not come to ${wanted}, but last to ${await this.#focused()}`);
  }
  async arrowTo(id) {
    for (let n = 0; n < 10; n++) {
      await this.page.press('ArrowRight');
      if ((await this.#focused()).startsWith(`#${id} `)) return;
    }
    throw new Error(`the arrows do not come to #${id}`);
  }
  async begin(title) {
    await this.tabTo((one) => one.endsWith(title));
    await this.page.press('Enter');
    await settled(this.page);
  }
  async coroutine() {
    await this.tabTo((one) => one.startsWith('#compose-coroutine'));
    await this.page.press('Enter');
    await settled(this.page);
  }
  async go(step, of) {
    await this.tabTo((one) => one.startsWith('#step '));
    await this.page.press('Home');
    for (let n = 0; n < 60; n++) {
      const now = (await this.#focused()).slice('#step '.length);
      if (now.startsWith(step) && now.endsWith(`of ${of}`)) return;
      await this.page.press('ArrowDown');
    }
    throw new Error(`the arrows do not come to ${step} of ${of}: ${(await names(this.page)).join(' | ')}`);
  }
  async choose(what) {
    await this.page.until(() => document.querySelector('#choice').open, 'a list of choices');
    for (let n = 0; n < 40; n++) {
      if ((await this.#focused()) === `# ${what}`) {
        await this.page.press('Enter');
        return settled(this.page);
      }
      await this.page.press('ArrowDown');
    }
    throw new Error(`no “${what}” among the choices`);
  }
  // Behind the last step: `last` is its name.
  async addEnd(of, what, last) {
    await this.go(last, of.replace(/,.*/, '') === of ? of : 'main');
    await this.page.press('a');
    await this.choose(what);
  }
  async addAbove(step, of, what) {
    await this.go(step, of);
    await this.page.press('Enter');
    await this.choose('Add a step above');
    await this.choose(what);
  }
  async around(step, of, what) {
    await this.go(step, of);
    await this.page.press('Enter');
    await this.choose('Put a timeout, lock, loop or try around it');
    await this.choose(what);
  }
  async remove(step, of) {
    await this.go(step, of);
    await this.page.press('Delete');
    await settled(this.page);
  }
  async duplicate(step, of) {
    await this.go(step, of);
    await this.page.press('Control', 'd');
    await settled(this.page);
  }
  async down(step, of) {
    await this.go(step, of);
    await this.page.press('Alt', 'ArrowDown');
    await settled(this.page);
  }
}
