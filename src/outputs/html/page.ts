import { createHash } from 'node:crypto';
import { claimsOf } from '../../claims.ts';
import { STATUSES } from '../../document/claim.ts';
import type { Reading } from '../../document/reading.ts';
import { describe, GROUPS, TONES } from '../describe.ts';
import { count } from '../lines.ts';
import { html, isolated, raw, type Html } from './escape.ts';
import { reportSection } from './report.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/**
 * Readings as one page that needs nothing else: no request leaves it, and its content security policy allows only the
 * one style and the one script it carries, by their hashes, so that nothing in a report's text can ever run.
 */
export function htmlPage(readings: readonly Reading[]): string {
  const only = readings.length === 1 ? readings[0] : undefined;
  const title =
    only === undefined ? `${count(readings.length, 'report')}, read` : (only.report.title ?? only.report.id);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · Chancery</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header class="bar">
          <p class="brand">Chancery</p>
          <p class="summary">${summary(readings)}</p>
          ${filters(readings)}
        </header>
        <main>
          ${readings.length > 1 ? contents(readings) : null}
          ${readings.length === 0 ? html`<p class="nothing">No report was read.</p>` : null}
          ${readings.map((reading, number) => reportSection(reading, number))}
        </main>
        <footer>
          <p>
            Every claim rests on the words it marks. Point at a claim to see them; point at words to see what rests on
            them.
            <span class="keys"
              >Keys: <kbd>↑</kbd> <kbd>↓</kbd> move between claims, <kbd>Enter</kbd> pins one, <kbd>Esc</kbd> lets it
              go.</span
            >
          </p>
        </footer>
        ${raw(`<script>${SCRIPT}</script>`)}
      </body>
    </html>`.html;
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const policy = [
  "default-src 'none'",
  `style-src ${hash(STYLE)}`,
  `script-src ${hash(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function summary(readings: readonly Reading[]): string {
  const claims = readings.reduce((sum, reading) => sum + claimsOf(reading).length, 0);
  const doubts = readings.reduce((sum, reading) => sum + reading.doubts.length, 0);
  return `${count(readings.length, 'report')} · ${count(claims, 'claim')} · ${doubts} left open`;
}

function filters(readings: readonly Reading[]): Html {
  const described = readings.flatMap((reading) => claimsOf(reading).map(describe));
  const doubts = readings.reduce((sum, reading) => sum + reading.doubts.length, 0);
  const kinds = [
    ...Object.entries(GROUPS).map(
      ([group, title]) => [group, title, described.filter((each) => each.group === group).length] as const,
    ),
    ['doubts', 'Left open', doubts] as const,
  ].filter(([, , number]) => number > 0);
  const statuses = STATUSES.filter((status) => described.some((each) => each.status === status));
  return html`<div class="filters" role="group" aria-label="Filters">
    <div class="row">
      ${kinds.map(
        ([group, title, number]) =>
          html`<button type="button" class="kind ${group}" data-kind="${group}" aria-pressed="true">
            ${title} <span class="number">${number}</span>
          </button>`,
      )}
    </div>
    <div class="row">
      ${statuses.map(
        (status) =>
          html`<button type="button" class="chip ${TONES[status]}" data-status-filter="${status}" aria-pressed="false">
            ${status}
          </button>`,
      )}<label class="find"
        ><span class="away">Find in claims</span
        ><input type="search" placeholder="Find in claims" autocomplete="off" spellcheck="false" /></label
      ><button type="button" class="reset" hidden>Show all</button>
    </div>
  </div>`;
}

const contents = (readings: readonly Reading[]): Html =>
  html`<nav class="contents" aria-label="Reports">
    <ol>
      ${readings.map(
        (reading, number) =>
          html`<li>
            <a href="#report-${number}">${isolated(reading.report.title ?? reading.report.id)}</a>
            <span class="number">${claimsOf(reading).length}</span>
          </li>`,
      )}
    </ol>
  </nav>`;
