import { createHash } from 'node:crypto';
import { plainDelivery } from '../document/delivery.ts';
import { decodeText } from './encoding.ts';
import { mebibytes, type Format, type Refusal, type Source, type Taken } from './input.ts';
import { joined } from './lines.ts';
import { makeReport } from './report.ts';

/** Plain text: one file is one report, whose id is the file's name. */
export const plain: Format = {
  endings: ['.txt', '.text', '.md'],
  read: async function* (chunks, source, { language, encoding, limits }): AsyncGenerator<Taken> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > limits.report) {
        yield tooLarge(source, limits.report);
        return;
      }
      pieces.push(chunk.slice());
    }
    const bytes = joined(pieces, length);
    const decoded = await decodeText(bytes, encoding);
    if ('fault' in decoded) {
      const { at, ...fault } = decoded.fault;
      const refused: Refusal = { ...fault, source: source.file, line: null, column: null, byte: at };
      yield { kind: 'refused', source: source.file, refused };
    } else if (decoded.text.trim() === '') yield { kind: 'empty', source: source.file, line: null };
    else {
      const given = { id: source.name, published: null, publisher: null, title: null, url: null, language: null };
      const { report, warnings } = makeReport(decoded.text, given, language);
      const delivery = plainDelivery(createHash('sha256').update(bytes).digest('hex'));
      yield { kind: 'report', source: source.file, report, delivery, warnings: [...decoded.warnings, ...warnings] };
    }
  },
};

const tooLarge = ({ file }: Source, limit: number): Taken => ({
  kind: 'refused',
  source: file,
  refused: {
    code: 'E_TOO_LARGE',
    source: file,
    line: null,
    column: null,
    byte: null,
    reason: `more than ${mebibytes(limit)}, the most for one report`,
    next: 'Split it into its reports, a file each or a JSON line each',
  },
});
