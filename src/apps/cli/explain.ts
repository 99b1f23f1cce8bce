import { bareReport } from '../../document/report.ts';
import { explanation } from '../../outputs/explanation.ts';
import { jsonLine, toJson } from '../../outputs/json.ts';
import { dateOption } from './dates.ts';
import { openReader, type KnowledgeOption } from './reader.ts';
import { EXIT, Failure, pageOf, print, type Exit } from './streams.ts';

export interface ExplainOptions extends KnowledgeOption {
  readonly published?: string;
  readonly json?: boolean;
}

/** `chancery explain`: every stage's output for a text, then each claim with its rules and words. */
export async function explain(given: string, { published, json, knowledge }: ExplainOptions): Promise<Exit> {
  const text = given === '-' ? await standardInput() : given;
  if (text.trim() === '') throw new Failure('nothing to explain: give a sentence in quotation marks', EXIT.usage);
  const { read } = await openReader(knowledge ?? null);
  const reading = read(bareReport('sentence', text, dateOption(published, '--published')));
  await print(
    json === true
      ? `${jsonLine(toJson(reading, { layers: true }))}\n`
      : `${explanation(reading, await pageOf(process.stdout))}`,
  );
  return EXIT.good;
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks));
}
