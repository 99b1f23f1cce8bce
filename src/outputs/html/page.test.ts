// Runs in a real browser: what matters about a page is what a browser makes of it.
import type { Browser, Page } from 'playwright-core';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../../document/reading.ts';
import { bareReport } from '../../document/report.ts';
import { bareReading, exampleReading, rabuka, visitClaim } from '../../testing/example.ts';
import { htmlPage } from './page.ts';

const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
if (CHROMIUM === undefined)
  process.stderr.write(
    '\n*** NO CHROMIUM: the page of readings is NOT tested. Install it or set CHROMIUM=path. ***\n\n',
  );

const HOSTILE = `<script>window.hit = 1</script> <img src=x onerror="window.hit = 2"> </script><svg onload="window.hit=3">
"><b onmouseover=alert(1)> ' onfocus='window.hit=4' javascript:window.hit=5 <style>body{display:none}</style> &lt;i&gt; <!-- -->
]]> {{7*7}} \${7*7} http://127.0.0.1:9/leak.png \u202Edesrever\u202C \u2066iso\u2069 \u200Bzero \uD800 \u0000 nul \u{E0041}tag <base href="http://127.0.0.1:9/"> <meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">`;

/** A reading whose every field that can hold words from outside holds hostile ones. */
function hostileReading(): Reading {
  const words: [number, number] = [0, HOSTILE.length];
  const actor = { ...rabuka, name: HOSTILE, country: '"><img src=x>', as: HOSTILE };
  const source = { speaker: null, speakerWords: HOSTILE };
  const claim = visitClaim(HOSTILE, HOSTILE, {
    actors: [actor],
    recipients: [actor],
    initiators: [actor],
    mode: HOSTILE,
    about: [HOSTILE],
    voice: [{ ...source, cue: words, channel: null, via: HOSTILE, when: null }],
    where: { name: HOSTILE, country: HOSTILE, coordinates: null, words },
    because: [{ rule: HOSTILE, words }],
    also: [[5, 40]],
  });
  return {
    ...bareReading({
      ...bareReport(HOSTILE, HOSTILE, HOSTILE),
      title: HOSTILE,
      publisher: HOSTILE,
      url: `javascript:window.hit=6//${HOSTILE}`,
      language: '"><script>window.hit=7</script>',
    }),
    events: [claim],
    doubts: [{ words, reason: 'unknown-actor' }],
  };
}

describe.skipIf(CHROMIUM === undefined)('the page of readings, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-page-'));
  let browser: Browser;
  beforeAll(async () => {
    const { chromium } = await import('playwright-core');
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  interface Opened {
    readonly page: Page;
    /** Requests that left the page, and all it complained of, violations of its policy among it. */
    readonly requests: string[];
    readonly complaints: string[];
  }

  async function opened(readings: readonly Reading[], { width = 1280, hash = '' } = {}): Promise<Opened> {
    const file = join(folder, 'page.html');
    writeFileSync(file, htmlPage(readings));
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => void (request.url().startsWith('file://') || requests.push(request.url())));
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(error.message));
    page.on('dialog', (dialog) => void (complaints.push('dialog'), dialog.dismiss()));
    await page.goto(pathToFileURL(file).href + hash);
    return { page, requests, complaints };
  }

  test('hostile text stays text: nothing runs, nothing is asked for, nothing breaks out', async () => {
    const { page, requests, complaints } = await opened([hostileReading(), exampleReading()]);
    await page.click('.claim >> nth=0');
    await page.hover('.seg >> nth=0');
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('style').count()).toBe(1);
    expect(
      await page
        .locator('img, svg, base, iframe, object, meta[http-equiv=refresh], [onload], [onerror], [onfocus]')
        .count(),
    ).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await page.locator('.report').count()).toBe(2);
    // The text is all there, hidden characters as marks.
    const shown = await page
      .locator('.text')
      .first()
      .evaluate((element) => element.textContent);
    const expected = HOSTILE.replace(
      /[\u202E\u202C\u2066\u2069\u200B\u0000]|[\uD800](?![\uDC00-\uDFFF])|\u{E0041}/gu,
      (hidden) => `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
    expect(shown).toBe(expected);
    await page.close();
  });

  test('the policy stops a script that got in by any other way', async () => {
    const { page, complaints } = await opened([exampleReading()]);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hit = 1' })), undefined`,
    );
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(complaints.join()).toMatch(/Content Security Policy/);
    await page.close();
  });

  test('the text stands on the page letter by letter', async () => {
    const reading = exampleReading();
    const { page, complaints } = await opened([reading]);
    expect(await page.locator('.text').evaluate((element) => element.textContent)).toBe(reading.report.text);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('pointing at a claim marks its words; clicking words pins the claims that rest on them', async () => {
    const { page } = await opened([exampleReading()]);
    await page.hover('.claim:has-text("Kamikawa met")');
    expect((await page.locator('.seg.lit').allTextContents()).join('')).toBe('Kamikawa met Mr Rabuka on Sunday');
    expect(await page.locator('.seg.lit-because').allTextContents()).toEqual(['met']);
    await page.click('.seg:has-text("criticised")');
    expect(await page.locator('.claim.pinned .label').allTextContents()).toEqual(['accuse · disapprove']);
    await page.keyboard.press('Escape');
    expect(await page.locator('.claim.pinned').count()).toBe(0);
    await page.close();
  });

  test('filters by kind, status and words, keeps them in the address, and finds them there again', async () => {
    const { page } = await opened([exampleReading()]);
    const shown = () => page.locator('.claim:visible').count();
    expect(await shown()).toBe(12);
    await page.click('button[data-kind=relations]');
    expect(await shown()).toBe(7);
    await page.click('button[data-status-filter=invited]');
    expect(await shown()).toBe(1);
    expect(new URL(page.url()).hash).toBe('#hide=relations&status=invited');
    const again = await opened([exampleReading()], { hash: '#hide=relations&status=invited' });
    expect(await again.page.locator('.claim:visible').count()).toBe(1);
    await again.page.close();
    await page.click('.reset');
    expect(await shown()).toBe(12);
    await page.fill('.find input', 'nothing has these words');
    expect(await shown()).toBe(0);
    expect(await page.locator('.none-match').isVisible()).toBe(true);
    await page.close();
  });

  test('the keyboard does all that the mouse does', async () => {
    const { page } = await opened([exampleReading()]);
    await page.locator('.claim').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Kamikawa met');
    await page.keyboard.press('Enter');
    expect(await page.locator('.claim.pinned').count()).toBe(1);
    expect(await page.locator('.seg.lit').count()).toBeGreaterThan(0);
    await page.locator('.seg').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.claim.lit').count()).toBeGreaterThan(0);
    await page.close();
  });

  test.each([320, 800])('nothing sticks out at a width of %i', async (width) => {
    const { page } = await opened([hostileReading(), exampleReading()], { width });
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > ${width} + 0.5).map((each) => each.outerHTML.slice(0, 80))`,
      ),
    ).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.close();
  });

  test('no report at all still makes a page', async () => {
    const { page, complaints } = await opened([]);
    expect(await page.locator('.nothing').textContent()).toBe('No report was read.');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
