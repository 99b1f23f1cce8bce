import { claimsOf } from '../../claims.ts';
import type { Claim } from '../../document/claim.ts';
import type { Reading } from '../../document/reading.ts';
import { contains, overlaps, wordsAt } from '../../document/span.ts';
import { dayWords } from '../dates.ts';
import { describe, GROUPS, type Group } from '../describe.ts';
import { groupCards, doubtCards } from './card.ts';
import { html, isolated, outside, raw, type Html } from './escape.ts';
import { markedClaim, markedDoubt, segments, type Segment } from './segments.ts';

/** One report and what is read in it: the text on one side, the claims on the other. `number` keeps ids apart. */
export function reportSection(reading: Reading, number: number): Html {
  const { report } = reading;
  const claims = claimsOf(reading);
  const mark = (index: number) => `${number}-${index}`;
  const ids = new Map(claims.map((claim, index) => [claim.id, mark(index)]));
  const groups = Object.keys(GROUPS) as Group[];
  return html`<section class="report" id="report-${number}" aria-labelledby="title-${number}">
    <header class="report-head">
      <h2 id="title-${number}">${isolated(report.title ?? report.id)}</h2>
      <p class="byline">
        ${[
          report.published === null ? html`<span>no date</span>` : html`<time>${dayWords(report.published)}</time>`,
          ...(report.publisher === null ? [] : [html`<span>${isolated(report.publisher)}</span>`]),
          ...(report.title === null ? [] : [html`<span>${isolated(report.id)}</span>`]),
          ...(report.url === null ? [] : [link(report.url)]),
        ]}
      </p>
    </header>
    <div class="sides">
      <div class="text-side">${textBox(reading, claims, mark)}</div>
      <div class="claim-side">
        ${groups.map((group) => groupCards(group, claims, { mark, ids, text: report.text }))}
        ${doubtCards(reading.doubts, report.text, (index) => mark(claims.length + index))}
        ${claims.length === 0 ? html`<p class="nothing">No claims were found in this report.</p>` : null}
        <p class="nothing none-match" hidden>No claim of this report passes the filters.</p>
      </div>
    </div>
  </section>`;
}

/** Only web addresses become links: any other scheme could run something. */
const link = (url: string): Html =>
  /^https?:\/\//i.test(url)
    ? html`<span><a href="${url}" rel="noreferrer noopener">${isolated(url)}</a></span>`
    : html`<span>${isolated(url)}</span>`;

/** The text, blank for blank: whatever stands between these tags is the report's own. */
const textBox = (reading: Reading, claims: readonly Claim[], mark: (index: number) => string): Html => {
  const opening = html`<div class="text" dir="auto" lang="${reading.report.language ?? 'und'}" tabindex="0"></div>`
    .html;
  const inner = markedText(reading, claims, mark).map((segment) => segment.html);
  return raw(`${opening.slice(0, -'</div>'.length)}${inner.join('')}</div>`);
};

function markedText(reading: Reading, claims: readonly Claim[], mark: (index: number) => string): readonly Html[] {
  const { text, furniture } = reading.report;
  const marked = [
    ...claims.flatMap((claim, index) => markedClaim(claim, mark(index))),
    ...reading.doubts.flatMap((doubt, index) => markedDoubt(doubt, mark(claims.length + index))),
    ...furniture.map(({ words }) => ({ mark: 'furniture', part: 'words', words }) as const),
  ];
  const kinds = new Map(claims.map((claim, index) => [mark(index), describe(claim).group] as const));
  return segments(text, marked).map((segment) => segmentHtml(segment, { text, kinds, claims }));
}

interface Surroundings {
  readonly text: string;
  readonly kinds: ReadonlyMap<string, Group>;
  readonly claims: readonly Claim[];
}

function segmentHtml({ words, marks }: Segment, { text, kinds, claims }: Surroundings): Html {
  const shown = outside(wordsAt(text, words));
  if (marks.size === 0) return shown;
  const named = [...marks].filter(([mark]) => mark !== 'furniture');
  const over = claims.filter(
    (claim) => contains(claim.words, words) || claim.also.some((span) => overlaps(span, words)),
  );
  // The narrowest claim colours the words at rest, since the wide ones colour their margins anyway.
  const narrowest = over.reduce<Claim | null>((a, b) => (a === null || length(b) < length(a) ? b : a), null);
  const kind = narrowest === null ? (kinds.get(named[0]?.[0] ?? '') ?? 'doubts') : describe(narrowest).group;
  const classes = [named.length > 0 ? `seg ${kind}` : '', marks.has('furniture') ? 'furniture' : ''].join(' ').trim();
  return named.length === 0
    ? html`<span class="${classes}">${shown}</span>`
    : html`<span class="${classes}" data-marks="${named.map(([mark, part]) => `${mark}:${part}`).join(' ')}"
        >${shown}</span
      >`;
}

const length = ({ words }: Claim): number => words[1] - words[0];
