import { foldName, isAskedFor, type Asked } from '../../ledger/asked.ts';
import type { Question } from '../../ledger/question.ts';
import { pactsOf, type Pact } from '../../ledger/pacts.ts';
import { reportsOf } from '../../ledger/rows.ts';
import { STANDINGS, type Standing } from '../../ledger/standings.ts';
import { jsonLine } from '../../outputs/json.ts';
import { pactLines } from '../../outputs/ledger-account.ts';
import { count, grouped } from '../../outputs/lines.ts';
import { visibleLine } from '../../outputs/visible.ts';
import type { Store } from '../../store/store.ts';
import { askedWords, commandLine, searchedWords, type Heading } from './answers.ts';
import type { QuestionOptions } from './question.ts';
import { pageOf, print } from './streams.ts';

interface Wanted {
  readonly question: Question;
  readonly heading: Heading;
  readonly options: QuestionOptions;
  /** Only the pact of this name, with its parts; null for all. */
  readonly named: string | null;
}

/** Every pact that the records speak of, whole or not at all: whom it concerns is asked of its standings. */
export async function printPacts(store: Store, { question, heading, options, named }: Wanted): Promise<void> {
  const actors = named === null ? [] : [{ country: null, name: named }];
  const { records } = await store.ask({ ...question, actors, size: 1_000_000, after: null, order: 'newest' });
  const rows = await store.claimsOf(records.map(({ id }) => id));
  const all = pactsOf(rows)
    .filter((pact) => isNamed(pact, named))
    .filter((pact) => question.actors.every((asked) => concerns(pact, asked)));
  const told = (pact: Pact): number => reportsOf(standingsOf(pact).flatMap((each) => each.rows));
  const shown =
    options.top === undefined ? all : [...all].sort((a, b) => told(b) - told(a)).slice(0, Number(options.top));
  if (options.json === true) {
    for (const pact of shown) await print(`${jsonLine({ record: 'pact', ...pact })}\n`);
    return;
  }
  const page = await pageOf(process.stdout);
  const { paint } = page;
  if (shown.length === 0) {
    await print(
      `${paint.bold(heading.title)}\n  No pacts found${named === null ? '' : ` of the name ${visibleLine(named)}`}${askedWords(question)}. ${searchedWords(await store.coverage())}\n\n`,
    );
    return;
  }
  const left = all.length - shown.length;
  const more = commandLine(heading.command, { ...options, top: undefined });
  await print(
    [
      `${paint.bold(paint.underline(heading.title))} ${paint.dim(count(all.length, 'pact'))}`,
      ...shown.flatMap((pact) => pactLines(pact, page)),
      ...(left === 0 ? [] : [paint.dim(`  … and ${grouped(left)} more: ${more}`), '']),
      '',
    ].join('\n'),
  );
}

/** A pact by its id, its name or a part of it, or by those of the pact that it is a part of. */
const isNamed = ({ id, name, partOf }: Pact, asked: string | null): boolean =>
  asked === null || [id, name, partOf?.name ?? ''].some((one) => foldName(one).includes(foldName(asked)));

const concerns = (pact: Pact, asked: Asked): boolean =>
  isAskedFor({ name: pact.name }, asked) ||
  standingsOf(pact).some(
    ({ name, country }) =>
      isAskedFor({ name }, asked) || (asked.country !== null && country?.toLowerCase() === asked.country.toLowerCase()),
  );

const standingsOf = (pact: Pact): readonly Standing[] => [
  ...(pact.partOf === null ? [] : [pact.partOf]),
  ...STANDINGS.flatMap((role) => pact[role]),
];
