import type { Format } from './input.ts';
import { jsonl } from './jsonl.ts';
import { plain } from './plain.ts';

/** Every input format by its name; a new one is a file and a line here. */
export const INPUTS = { plain, jsonl } satisfies Record<string, Format>;

export type InputName = keyof typeof INPUTS;

export const isInputName = (name: string): name is InputName => Object.hasOwn(INPUTS, name);

/** The format of a file by its ending, else by its first bytes: an object opens JSON lines, all else is plain text. */
export function formatFor(file: string, head: Uint8Array): InputName {
  const lower = file.toLowerCase();
  for (const name of Object.keys(INPUTS) as InputName[])
    if (INPUTS[name].endings.some((ending) => lower.endsWith(ending))) return name;
  const first = head.find((byte) => byte > 0x20 && byte < 0x80);
  return first === 0x7b ? 'jsonl' : 'plain';
}
