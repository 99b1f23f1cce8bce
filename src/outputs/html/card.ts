import type { Actor, Claim, Doubt } from '../../document/claim.ts';
import { wordsAt } from '../../document/span.ts';
import { describe, GROUPS, TONES, type Group } from '../describe.ts';
import { html, isolated, type Html } from './escape.ts';

/** What ties cards to text: the mark of the claim at an index, marks by claim id, and the report's text. */
export interface Naming {
  readonly mark: (index: number) => string;
  readonly ids: ReadonlyMap<string, string>;
  readonly text: string;
}

/** The claims of one group as cards under their heading; nothing where there are none. */
export function groupCards(group: Group, claims: readonly Claim[], naming: Naming): Html {
  const cards = claims.flatMap((claim, index) =>
    describe(claim).group === group ? [card(claim, naming.mark(index), naming)] : [],
  );
  if (cards.length === 0) return html``;
  return html`<section class="group" data-group="${group}">
    <h3>${GROUPS[group]} <span class="number">${cards.length}</span></h3>
    <ol class="claims">
      ${cards}
    </ol>
  </section> `;
}

function card(claim: Claim, mark: string, { ids, text }: Naming): Html {
  const { group, label, whom, who, status, facts, voice } = describe(claim);
  const inside = claim.statement === null ? undefined : ids.get(claim.statement);
  const tone = status === null ? null : TONES[status];
  return html`<li class="claim ${group}" id="c${mark}" tabindex="0" data-mark="${mark}" data-status="${status ?? ''}">
    <p class="top">
      <span class="label">${isolated(label)}</span
      >${status === null ? null : html`<span class="chip ${tone ?? ''}">${status}</span>`}
    </p>
    <p class="who">
      ${party(who, actorsOf(claim))}${
        whom.length === 0
          ? null
          : html` <span class="arrow" role="img" aria-label="${group === 'relations' ? label : 'to'}">→</span>
              ${party(whom, recipientsOf(claim))}`
      }
    </p>
    ${facts.length === 0 ? null : html`<p class="facts">${facts.map((fact) => html`<span>${isolated(fact)}</span>`)}</p>`}
    ${voice.length === 0 ? null : html`<p class="voice">on the word of ${voice.map((each, index) => html`${index === 0 ? '' : ', as told by '}<em>${isolated(each)}</em>`)}</p>`}
    <blockquote>${isolated(claim.quote)}</blockquote>
    <details>
      <summary>Why</summary>
      <ul>
        ${claim.because.map(
          ({ rule, words }) =>
            html`<li>rule <code>${isolated(rule)}</code> on <q>${isolated(wordsAt(text, words))}</q></li>`,
        )}
        <li>confidence ${claim.confidence.toFixed(2)}</li>
        ${
          claim.also.length === 0
            ? null
            : html`<li>
                told again ${claim.also.length === 1 ? 'once' : `${claim.also.length} times`} in this report
              </li>`
        }${inside === undefined ? null : html`<li>made in <a href="#c${inside}">this statement</a></li>`}
      </ul>
    </details>
  </li> `;
}

const actorsOf = (claim: Claim): readonly (Actor | { readonly name: string })[] =>
  claim.kind === 'event'
    ? claim.actors
    : claim.kind === 'relation'
      ? [claim.subject]
      : claim.speaker === null
        ? []
        : [claim.speaker];

const recipientsOf = (claim: Claim): readonly (Actor | { readonly name: string })[] =>
  claim.kind === 'event' ? claim.recipients : claim.kind === 'relation' ? [claim.object] : [];

/** Names with their countries set apart and their offices on hover; plain words where no actor stands behind them. */
function party(words: readonly string[], actors: readonly (Actor | { readonly name: string })[]): Html {
  if (words.length === 0) return html`<span class="nobody">nobody named</span>`;
  return html`${words.map((word, index) => {
    const actor = actors[index];
    const comma = html`${index === 0 ? '' : ', '}`;
    if (actor === undefined) return html`${comma}<b>${isolated(word)}</b>`;
    const country = 'id' in actor && actor.kind !== 'state' && actor.kind !== 'pact' ? actor.country : null;
    const office = 'id' in actor ? actor.as : null;
    return html`${comma}<b${office === null ? null : html` title="${office}"`}>${isolated(actor.name)}</b>${
      country === null ? null : html`&nbsp;<span class="country">${country}</span>`
    }`;
  })}`;
}

/** What the reading leaves open, as cards of the same kind. */
export function doubtCards(doubts: readonly Doubt[], text: string, mark: (index: number) => string): Html {
  if (doubts.length === 0) return html``;
  return html`<section class="group" data-group="doubts">
    <h3>Left open <span class="number">${doubts.length}</span></h3>
    <ol class="claims">
      ${doubts.map(
        (doubt, index) =>
          html`<li class="claim doubts" id="c${mark(index)}" tabindex="0" data-mark="${mark(index)}" data-status="">
            <p class="top"><span class="label">${doubt.reason.replaceAll('-', ' ')}</span></p>
            <blockquote>${isolated(shorten(wordsAt(text, doubt.words)))}</blockquote>
          </li> `,
      )}
    </ol>
  </section> `;
}

const shorten = (words: string): string => (words.length > 160 ? `${words.slice(0, 160)}…` : words);
