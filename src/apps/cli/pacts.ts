import { foldName, isAskedFor, type Asked } from '../../ledger/asked.ts';
import type { Question } from '../../ledger/question.ts';
import { pactsOf, type Pact } from '../../ledger/pacts.ts';
import { STANDINGS, type Standing } from '../../ledger/standings.ts';
import { pactLines } from '../../outputs/ledger-account.ts';
import { visibleLine } from '../../outputs/visible.ts';
import type { Store } from '../../store/store.ts';
import { askedWords, type Heading } from './answers.ts';
import type { QuestionOptions } from './question.ts';
import { ALL, printWhole } from './whole.ts';

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
  const { records } = await store.ask({ ...question, actors, size: ALL, after: null, order: 'newest' });
  const rows = await store.claimsOf(records.map(({ id }) => id));
  const all = pactsOf(rows)
    .filter((pact) => isNamed(pact, named))
    .filter((pact) => question.actors.every((asked) => concerns(pact, asked)));
  await printWhole(store, {
    things: all,
    heading,
    options,
    asked: ` found${named === null ? '' : ` of the name ${visibleLine(named)}`}${askedWords(question)}`,
    rowsOf: (pact) => standingsOf(pact).flatMap(({ rows }) => rows),
    lines: pactLines,
  });
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
