import type { Reading } from '../../document/reading.ts';
import { dateOption } from './dates.ts';
import { inputChoice, intake, refusalLine, type InputOptions } from './intake.ts';
import type { Refused } from '../../store/store.ts';
import { openReader, readOrRefuse, type KnowledgeOption } from './reader.ts';
import { EXIT, exitAfter, Failure, pageOf, print, say, type Exit } from './streams.ts';

export interface ReadOptions extends InputOptions, KnowledgeOption {
  readonly json?: boolean;
  readonly html?: boolean;
  readonly layers?: boolean;
  readonly published?: string;
}

/** `chancery read`: prints what each report says, in the order of the input; refused input is told on standard error. */
export async function read(files: readonly string[], options: ReadOptions): Promise<Exit> {
  if (options.layers === true && options.json !== true) throw new Failure('--layers goes with --json', EXIT.usage);
  const published = dateOption(options.published, '--published');
  const choice = await inputChoice(options);
  const write = await writer(options);
  const { read, language } = await openReader(options.knowledge ?? null);
  const came = { through: 0, refused: 0 };
  const refuse = (refused: Refused): void => {
    came.refused += 1;
    say(`refused: ${refusalLine(refused)}`);
  };
  for await (const taken of intake(files.length === 0 ? ['-'] : files, { ...choice, language })) {
    if (taken.kind === 'report') {
      const report = { ...taken.report, published: taken.report.published ?? published };
      const done = readOrRefuse(read, { report, source: taken.source });
      if ('refused' in done) refuse(done.refused);
      else {
        came.through += 1;
        await write.reading(done.reading);
      }
    } else if (taken.kind === 'refused') refuse(taken.refused);
  }
  if (came.through > 0) await write.end();
  return exitAfter(came);
}

interface Writer {
  readonly reading: (reading: Reading) => Promise<void>;
  readonly end: () => Promise<void>;
}

async function writer({ json, html, layers }: ReadOptions): Promise<Writer> {
  if (json === true) {
    const { jsonLine, toJson } = await import('../../outputs/json.ts');
    return {
      reading: (reading) => print(`${jsonLine(toJson(reading, { layers: layers === true }))}\n`),
      end: async () => {},
    };
  }
  if (html === true) {
    const { htmlPage } = await import('../../outputs/html/page.ts');
    const readings: Reading[] = [];
    return {
      reading: async (reading) => void readings.push(reading),
      end: () => print(htmlPage(readings)),
    };
  }
  const { account } = await import('../../outputs/account.ts');
  const page = await pageOf(process.stdout);
  let first = true;
  return {
    reading: async (reading) => {
      const rule = first ? '' : `${page.paint.dim('─'.repeat(page.width))}\n\n`;
      first = false;
      await print(`${rule}${account(reading, page)}\n`);
    },
    end: async () => {},
  };
}
