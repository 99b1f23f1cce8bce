import { claimsOf } from '../claims.ts';
import type { Because } from '../document/claim.ts';
import type { Reading } from '../document/reading.ts';
import { wordsAt, type Span } from '../document/span.ts';
import type { Tree } from '../document/tree.ts';
import { dateWords } from './dates.ts';
import { describe, nameOf, voiceWords } from './describe.ts';
import { wrap, type Page } from './lines.ts';
import { visibleLine } from './visible.ts';

/** Every stage's layer in readable form, in the order the stages ran, then each claim with its rules and their words. */
export function explanation(reading: Reading, page: Page): string {
  const { report, sentences, trees, times, mentions, actors, places, attributions, doubts } = reading;
  const words = (span: Span): string => `“${visibleLine(wordsAt(report.text, span))}”`;
  const { code, read } = reading.language;
  return [
    ...part('language', page, [`${code ?? 'not known'}${read ? '' : ': not read'}`]),
    ...part(
      'sentences',
      page,
      sentences.map((sentence, index) => `${index + 1}  ${words(sentence.words)}`),
    ),
    ...part(
      'trees',
      page,
      trees.flatMap((tree, index) => [
        ...(trees.length > 1 ? [page.paint.dim(`sentence ${index + 1}`)] : []),
        ...treeLines(tree, page),
      ]),
    ),
    ...part(
      'times',
      page,
      columns(
        times.map((time) =>
          time.kind === 'date'
            ? [words(time.words), dateWords(time), `${time.granularity}, ${time.basis}`]
            : [words(time.words), time.value, time.kind],
        ),
      ),
    ),
    ...part(
      'mentions → actors',
      page,
      columns(
        mentions.map((mention, index) => {
          const actor = actors[index] ?? null;
          const who = actor === null ? '– open' : `${nameOf(actor)}${actor.as === null ? '' : `, ${actor.as}`}`;
          return [words(mention.words), mention.form, `→ ${visibleLine(who)}`, actor === null ? '' : actor.id];
        }),
      ),
    ),
    ...part(
      'places',
      page,
      columns(
        places.map(({ words: at, name, country, coordinates, stands }) => [
          words(at),
          visibleLine(name),
          country ?? '–',
          coordinates === null ? '' : coordinates.map((degrees) => degrees.toFixed(2)).join(', '),
          stands,
        ]),
      ),
    ),
    ...part(
      'attributions',
      page,
      columns(
        attributions.map(({ id, source, cue, content, statement, within, confidence }) => [
          id,
          source.map(words).join(' … ') || 'nobody named',
          words(cue),
          content.map(words).join(' … '),
          statement ?? '',
          within === null ? '' : `within ${within}`,
          confidence.toFixed(2),
        ]),
      ),
    ),
    ...claimParts(reading, page, words),
    ...part('doubts', page, columns(doubts.map((doubt) => [doubt.reason.replaceAll('-', ' '), words(doubt.words)]))),
  ].join('\n');
}

function part(title: string, { paint }: Page, lines: readonly string[]): string[] {
  const shown = lines.length === 0 ? [paint.dim('none')] : lines;
  return [paint.bold(paint.underline(title)), ...shown.map((line) => `  ${line}`), ''];
}

/** A tree drawn from its root downwards: word, relation to what stands above it, tags, lemma, class of name. */
function treeLines({ nodes, root }: Tree, { paint }: Page): string[] {
  const lines: string[][] = [];
  const draw = (index: number, { stem, branch }: { readonly stem: string; readonly branch: string }): void => {
    const node = nodes[index];
    if (node === undefined) return;
    const drawn = `${paint.dim(branch)}${visibleLine(node.form)}`;
    const name = node.name === 'O' ? '' : node.name;
    const tags = `${node.upos}/${node.xpos}`;
    lines.push([String(index + 1).padStart(3), drawn, paint.cyan(node.label), tags, node.lemma, paint.dim(name)]);
    node.children.forEach((child, place) => {
      const last = place === node.children.length - 1;
      draw(child, { stem: `${stem}${last ? '  ' : '│ '}`, branch: `${stem}${last ? '└ ' : '├ '}` });
    });
  };
  draw(root, { stem: '', branch: '' });
  return columns(lines);
}

function claimParts(reading: Reading, page: Page, words: (span: Span) => string): string[] {
  const claims = claimsOf(reading);
  return (['statement', 'event', 'relation'] as const).flatMap((kind) =>
    part(
      `${kind}s`,
      page,
      claims
        .filter((claim) => claim.kind === kind)
        .flatMap((claim) => {
          const described = describe(claim);
          const { label, who, whom, status, facts } = described;
          const parties = `${who.join(', ') || 'nobody named'}${whom.length === 0 ? '' : ` → ${whom.join(', ')}`}`;
          return [
            `${page.paint.dim(claim.id)} ${page.paint.cyan(label)}  ${page.paint.bold(visibleLine(parties))}${status === null ? '' : `  [${status}]`}`,
            ...circumstances([...facts, ...voiceWords(described)], page),
            `    words    ${words(claim.words)}`,
            ...(claim.kind === 'statement' ? claim.content.map((span) => `    content  ${words(span)}`) : []),
            ...(claim.kind === 'statement' && claim.cue !== null ? [`    cue      ${words(claim.cue)}`] : []),
            ...claim.also.map((span) => `    also     ${words(span)}`),
            ...claim.because.map((because) => becauseLine(because, words)),
            `    confidence ${claim.confidence.toFixed(2)}${claim.statement === null ? '' : `, in statement ${claim.statement}`}`,
          ];
        }),
    ),
  );
}

const circumstances = (facts: readonly string[], { width, paint }: Page): string[] =>
  facts.length === 0 ? [] : wrap(visibleLine(facts.join(' · ')), { width: width - 2, indent: '    ' }).map(paint.dim);

const becauseLine = ({ rule, words: span }: Because, words: (span: Span) => string): string =>
  `    because  ${rule} on ${words(span)}`;

/** Rows with their cells under one another; colour codes take no room. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => room(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - room(cell))))
      .join('  ')
      .trimEnd(),
  );
}

// Colour codes are ours: the texts have been made visible before.
const room = (cell: string): number => cell.replace(/\u001B\[[\d;]*m/g, '').length;
