import { count } from '../../outputs/lines.ts';
import { visibleName } from '../../outputs/visible.ts';
import { lateStore, type Intake } from '../../store/late.ts';
import { ledgerPath } from './home.ts';
import { filesIn, inputChoice, intake, type InputChoice, type InputOptions } from './intake.ts';
import { isMade, ledgerToWrite, placeWords } from './ledger.ts';
import { progress } from './progress.ts';
import { openReader, type KnowledgeOption } from './reader.ts';
import { BATCH, shelve, sum, type Placed, type Tally } from './shelf.ts';
import { EXIT, exitAfter, print, say, type Exit } from './streams.ts';

export interface AddOptions extends InputOptions, KnowledgeOption {
  readonly ledger?: string;
}

/** `chancery add`: reads what the ledger does not hold yet and adds it, batch by batch. */
export async function add(paths: readonly string[], options: AddOptions): Promise<Exit> {
  const choice = await inputChoice(options);
  const path = ledgerPath(options.ledger);
  // Where there is none yet, none is made before something is accepted.
  const made = isMade(path);
  const store = made ? await ledgerToWrite(path) : lateStore(() => ledgerToWrite(path));
  const stop = stopping();
  try {
    const tally = await addAll(store, paths, {
      ...choice,
      knowledge: options.knowledge ?? null,
      stopped: stop.stopped,
    });
    await print(summary(tally, made || tally.accepted > 0 ? path : null));
    if (stop.stopped()) {
      say('chancery: stopped; what was accepted is kept. Run the same command again to go on.');
      return EXIT.interrupted;
    }
    return exitAfter({ through: tally.accepted + tally.already, refused: tally.refused });
  } finally {
    stop.end();
    await store.close();
  }
}

interface Work extends InputChoice {
  readonly knowledge: string | null;
  readonly stopped: () => boolean;
}

async function addAll(store: Intake, paths: readonly string[], work: Work): Promise<Tally> {
  const tally: Tally = { accepted: 0, already: 0, empty: 0, refused: 0 };
  const shown = progress(process.stderr, filesIn(paths));
  const { read, language, own } = await openReader(work.knowledge);
  const shelf = shelve(store, tally, { read, own, stopped: work.stopped, tick: shown.done });
  let waiting: Placed[] = [];
  for await (const taken of intake(paths, { ...work, language })) {
    if (work.stopped()) break;
    await shelf.lookAt(taken.source);
    if (taken.kind === 'report') waiting.push(taken);
    else if (taken.kind === 'empty') tally.empty += 1;
    else await shelf.refuse(taken.refused);
    if (waiting.length >= BATCH) {
      await shelf.take(waiting);
      waiting = [];
    }
  }
  await shelf.take(waiting);
  await shelf.flush();
  const now = new Date().toISOString();
  await store.release(now);
  await store.refresh(now);
  shown.end();
  return tally;
}

/** What came of the work, and where it lies; null where nothing was accepted and no ledger was made. */
function summary(tally: Tally, path: string | null): string {
  const { accepted, already, empty, refused } = tally;
  return `${count(sum(tally), 'input')} looked at: ${accepted} accepted, ${already} already there, ${empty} empty, ${refused} refused
${path === null ? 'No ledger was made: nothing was accepted.' : `Ledger: ${visibleName(placeWords(path))}`}
`;
}

/** The first Ctrl-C ends the work after the report at hand; a second one ends the program, which harms nothing either. */
function stopping(): { readonly stopped: () => boolean; readonly end: () => void } {
  let stopped = false;
  const hear = (): void => {
    if (stopped) process.exit(EXIT.interrupted);
    stopped = true;
    say('\nchancery: stopping after this report …');
  };
  process.on('SIGINT', hear).on('SIGTERM', hear);
  return { stopped: () => stopped, end: () => void process.off('SIGINT', hear).off('SIGTERM', hear) };
}
