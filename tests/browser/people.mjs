// What a story told in a browser needs: people with a phone or a desk each, a look at a page, and a line that can be cut.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const password = 'ThanhSon2026!';

export class Story {
  passed = 0;
  failures = [];
  people = new Map();

  constructor(base, out) { Object.assign(this, { base, out }); fs.mkdirSync(out, { recursive: true }); }

  async begin() { this.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] }); }

  check(good, what) { if (good) this.passed++; else this.failures.push(what); }

  /** Somebody who is signed in: on a phone of 360 px, or at a desk; at both, when they are given another key. */
  async as(user, { phone = false, base = this.base, key = user } = {}) {
    if (!this.people.has(key)) {
      const context = await this.browser.newContext(phone ? { locale: 'vi-VN', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } : { locale: 'vi-VN', viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(45000);
      page.on('pageerror', error => this.failures.push(`error on ${page.url()}: ${error.message}`));
      // A refused form answers 422, and a line that is cut is an error to the browser; both are part of the story.
      page.on('console', message => { if (message.type() === 'error' && !/status of 422|net::ERR_|Failed to load resource: net/.test(message.text())) this.failures.push(`console on ${page.url()}: ${message.text()}`); });
      await page.goto(base + '/dang-nhap');
      await this.signIn(page, user);
      this.people.set(key, page);
    }
    return this.people.get(key);
  }

  async signIn(page, user) {
    await page.fill('#userName', user);
    await page.fill('#password', password);
    await Promise.all([page.waitForURL(url => url.pathname !== '/dang-nhap'), page.click('main button')]);
  }

  /** A screenshot in each width, and what axe finds. */
  async look(page, name, widths = [360, 1280]) {
    const size = page.viewportSize();
    for (const width of widths) {
      await page.setViewportSize({ width, height: { 360: 740, 1920: 1080 }[width] ?? 900 });
      await page.screenshot({ path: path.join(this.out, `${name}-${width}.png`), fullPage: true });
      if (width === 360) this.check(await page.evaluate(() => document.documentElement.scrollWidth) <= 360, `${name} scrolls sideways at 360 px`);
    }
    await page.setViewportSize(size);
    this.check((await page.content()).length < 140000, `${name} is heavier than 140 KB`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document));
    this.check(violations.length === 0, `${name} axe: ${violations.map(one => `${one.id} ${one.nodes.slice(0, 2).map(node => node.target).join(' ')}`).join('; ')}`);
  }

  /** What was just sent is recorded, and the page says so. */
  async recorded(page, what) {
    await page.waitForSelector('.receipt, .problem');
    const good = await page.locator('.receipt').count() === 1;
    this.check(good, `${what}: no receipt. ${(await page.locator('.problem').allTextContents()).join(' ')} (${page.url()})`);
    if (!good) throw new Error(what);
  }

  async end(error) {
    if (error) this.failures.push(`stopped: ${error.message.split('\n').slice(0, 4).join(' ')} ${error.stack?.split('\n').find(line => /browser\/\w+\.mjs/.test(line)) ?? ''}`);
    await this.browser?.close();
    for (const failure of new Set(this.failures)) console.log('FAIL ' + failure);
    console.log(`${this.passed} passed, ${new Set(this.failures).size} failed`);
    process.exit(this.failures.length ? 1 : 0);
  }
}

/** A line to the host that can be cut: not the browser's own switch, but connections that end and are refused, for pages and workers alike. */
export class Line {
  sockets = new Set();

  constructor(base) { this.to = new URL(base); }

  async join() {
    this.server = net.createServer(from => {
      const to = net.connect(Number(this.to.port), this.to.hostname);
      for (const [one, other] of [[from, to], [to, from]]) { this.sockets.add(one); one.pipe(other); one.on('close', () => { this.sockets.delete(one); other.destroy(); }); one.on('error', () => other.destroy()); }
    });
    await new Promise((done, fail) => this.server.on('error', fail).listen(this.port ?? 0, '127.0.0.1', done));
    this.port = this.server.address().port;
    return `http://127.0.0.1:${this.port}`;
  }

  async cut() {
    const closed = new Promise(done => this.server.close(done));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
