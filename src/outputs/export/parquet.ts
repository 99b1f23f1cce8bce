import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, ColumnType, Table } from './table.ts';

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  // The first and last days of open ranges, and days of long ago, are text in every format alike.
  day: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const satisfies Record<ColumnType, object>;

const BASIC = { text: 'STRING', day: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A Parquet file written by row groups: each call gives the bytes that are ready, so that memory holds one group alone. */
export function parquetWriter({ columns }: Pick<Table, 'columns'>): {
  readonly write: (rows: readonly (readonly Cell[])[]) => Uint8Array;
  readonly end: () => Uint8Array;
} {
  const out = new ByteWriter();
  const writer = new ParquetWriter({
    writer: out,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, ...TYPES[type], repetition_type: 'OPTIONAL' as const })),
    ],
  });
  const ready = (): Uint8Array => {
    const bytes = out.getBytes().slice();
    // The writer goes on counting from the beginning of the file; only its room is used again.
    out.index = 0;
    return bytes;
  };
  return {
    write: (rows) => {
      if (rows.length > 0)
        writer.write({
          columnData: columns.map(({ name, type }, at) => ({
            name,
            type: BASIC[type],
            data: rows.map((row) => row[at] ?? null),
          })),
          rowGroupSize: rows.length,
        });
      return ready();
    },
    end: () => {
      writer.finish();
      return ready();
    },
  };
}
