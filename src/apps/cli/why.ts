import { jsonLine } from '../../outputs/json.ts';
import { recordLines } from '../../outputs/ledger-account.ts';
import { changeLine, decisionLine, derivationLines } from '../../outputs/why-account.ts';
import type { Store } from '../../store/store.ts';
import { withLedger, type LedgerOption } from './ledger.ts';
import { EXIT, Failure, pageOf, print, type Exit } from './streams.ts';

export interface WhyOptions extends LedgerOption {
  readonly json?: boolean;
}

/** `chancery why`: all that a record rests on, or why it stands no more. */
export async function why(id: string, options: WhyOptions): Promise<Exit> {
  await withLedger(options, async (store) => {
    const told = await tell(store, id);
    if (options.json === true) return print(`${jsonLine(told)}\n`);
    const page = await pageOf(process.stdout);
    const { paint } = page;
    const section = (title: string, lines: readonly string[]): string =>
      lines.length === 0 ? '' : `${paint.bold(title)}\n${lines.join('\n')}\n\n`;
    if (told.record === null) await print(`${paint.bold('No record of this id stands.')}\n\n`);
    else await print(`${recordLines(told.record, page).join('\n')}\n`);
    await print(
      section(
        'Claims',
        told.claims.flatMap((claim) => derivationLines(claim, page)),
      ),
    );
    await print(section('Decisions', told.decisions.map(decisionLine)));
    await print(section('Changes', told.changes.map(changeLine)));
  });
  return EXIT.good;
}

async function tell(store: Store, id: string) {
  const record = await store.resolve(id);
  const roots = await store.rootsOf(id);
  const known = new Set(roots);
  const changes = await store.changesOf(record?.id ?? id);
  if (record === null && roots.length === 0 && changes.length === 0)
    throw new Failure(`${id}: the ledger holds no record and no claim of this id`, EXIT.usage);
  const decisions = (await store.decisions()).filter(({ targets }) => targets.some((root) => known.has(root)));
  return { record, claims: await store.derive(roots), decisions, changes };
}
