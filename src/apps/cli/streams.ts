import { once } from 'node:events';
import type { Page } from '../../outputs/lines.ts';
import { visible } from '../../outputs/visible.ts';

/** How a command ended, as every shell script of this house may rely on. */
export const EXIT = { good: 0, fatal: 1, usage: 2, partial: 3, interrupted: 130 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** An end that the user can do something about: its message is all that is printed. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exit: Exit;

  constructor(message: string, exit: Exit = EXIT.fatal) {
    super(message);
    this.exit = exit;
  }
}

/** Data goes to standard output; waits where the reader at the other end is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/**
 * Messages go to standard error, so that data can be piped; on a terminal they take the place of a progress line. Names of
 * files and words of the input stand in them: what could command the terminal is shown as a mark.
 */
export const say = (text: string): void =>
  void process.stderr.write(`${process.stderr.isTTY ? '\r\u001B[K' : ''}${visible(text)}\n`);

/** What a command that takes inputs ends with: some may be refused, but not all. */
export const exitAfter = ({ through, refused }: { readonly through: number; readonly refused: number }): Exit =>
  refused === 0 ? EXIT.good : through === 0 ? EXIT.fatal : EXIT.partial;

/** A reader that has seen enough (`| head`) ends the command quietly; any other fault of the stream is told. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.good);
    say(`chancery: standard output: ${error.message}`);
    process.exit(EXIT.fatal);
  });
}

/** Colours for a terminal that wants them (NO_COLOR, FORCE_COLOR and pipes are honoured), and its width. */
export async function pageOf(stream: NodeJS.WriteStream): Promise<Page> {
  const { createColors, isColorSupported } = (await import('picocolors')).default;
  const wanted = process.env['NO_COLOR'] === undefined || process.env['NO_COLOR'] === '';
  const colours = wanted && (stream.isTTY || process.env['FORCE_COLOR'] !== undefined) && isColorSupported;
  return { paint: createColors(colours), width: Math.max(40, Math.min(stream.isTTY ? stream.columns : 100, 120)) };
}
