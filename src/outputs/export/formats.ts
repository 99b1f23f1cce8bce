import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { TypeCodes } from './acts.ts';
import { csvHead, csvLine, type CsvProfile } from './csv.ts';
import { gdeltRows, tabbed } from './gdelt.ts';
import { CONTEXT, graphOf } from './jsonld.ts';
import { jsonLine } from '../json.ts';
import { ploverEvents } from './plover.ts';
import type { Batch, Table } from './table.ts';
import { TABLES } from './tables.ts';

/** Bytes to be added to a file of an export, and how many rows they hold. */
export interface Piece {
  readonly file: string;
  readonly bytes: string | Uint8Array;
  readonly rows: number;
}

/** An export under way: pieces for each batch of records, and the last ones. */
export interface Export {
  readonly begin: () => readonly Piece[];
  readonly take: (batch: Batch) => readonly Piece[];
  readonly end: () => readonly Piece[];
}

export interface Format {
  readonly summary: string;
  /** Many files under one folder, or one file. */
  readonly lies: 'folder' | 'file';
  /** Whether batches must bring the texts of reports. */
  readonly needsTexts: boolean;
  readonly open: (know: Knowledge) => Promise<Export>;
}

/** Every format by its name; a new one is a file and a line here. Markdown, which needs all records at once, is `brief`. */
export const FORMATS = {
  csv: { summary: 'tidy tables as CSV', lies: 'folder', needsTexts: false, open: async () => csv('plain') },
  spreadsheet: {
    summary: 'the same for a spreadsheet, safe from formulas',
    lies: 'folder',
    needsTexts: false,
    open: async () => csv('spreadsheet'),
  },
  parquet: { summary: 'tidy tables as Parquet', lies: 'folder', needsTexts: false, open: async () => parquet() },
  package: {
    summary: 'a Frictionless package with code book and checksums',
    lies: 'folder',
    needsTexts: false,
    open: async () => csv('plain'),
  },
  jsonl: {
    summary: 'records as JSON lines',
    lies: 'file',
    needsTexts: false,
    open: async () => lines(({ records }) => records),
  },
  plover: {
    summary: 'events as PLOVER JSON lines',
    lies: 'file',
    needsTexts: false,
    open: async (know) => lines(ploverEvents(know)),
  },
  jsonld: {
    summary: 'a graph of schema.org, PROV-O and Web Annotation',
    lies: 'file',
    needsTexts: true,
    open: async () => jsonld(),
  },
  gdelt: {
    summary: 'event and mention tables in the shape of GDELT 2.0',
    lies: 'folder',
    needsTexts: false,
    open: async (know) => gdelt(know['ontology/plover']),
  },
} satisfies Record<string, Format>;

/** The one file of a format that has one. */
export const WHOLE = '';

const csv = (profile: CsvProfile): Export =>
  tabular('csv', (table) => ({
    begin: csvHead(table, profile),
    take: (rows) => rows.map((row) => csvLine(row, profile)).join(''),
    end: () => '',
  }));

async function parquet(): Promise<Export> {
  const { parquetWriter } = await import('./parquet.ts');
  return tabular('parquet', (table) => {
    const writer = parquetWriter(table);
    return { begin: '', take: writer.write, end: writer.end };
  });
}

interface TableWriter {
  readonly begin: string;
  readonly take: (rows: ReturnType<Table['rows']>) => string | Uint8Array;
  readonly end: () => string | Uint8Array;
}

function tabular(ending: string, open: (table: Table) => TableWriter): Export {
  const writers = TABLES.map((table) => ({ table, file: `${table.name}.${ending}`, writer: open(table) }));
  return {
    begin: () => writers.map(({ file, writer }) => ({ file, bytes: writer.begin, rows: 0 })),
    take: (batch) =>
      writers.map(({ table, file, writer }) => {
        const rows = table.rows(batch);
        return { file, bytes: writer.take(rows), rows: rows.length };
      }),
    end: () => writers.map(({ file, writer }) => ({ file, bytes: writer.end(), rows: 0 })),
  };
}

const lines = (objects: (batch: Batch) => readonly object[]): Export => ({
  begin: () => [{ file: WHOLE, bytes: '', rows: 0 }],
  take: (batch) => {
    const some = objects(batch);
    return [{ file: WHOLE, bytes: some.map((one) => `${jsonLine(one)}\n`).join(''), rows: some.length }];
  },
  end: () => [],
});

function jsonld(): Export {
  let first = true;
  return {
    begin: () => [{ file: WHOLE, bytes: `{"@context":${jsonLine(CONTEXT)},"@graph":[`, rows: 0 }],
    take: (batch) => {
      const nodes = graphOf(batch).map((node) => `${first && (first = false) === false ? '' : ','}\n${jsonLine(node)}`);
      return [{ file: WHOLE, bytes: nodes.join(''), rows: batch.records.length }];
    },
    end: () => [{ file: WHOLE, bytes: '\n]}\n', rows: 0 }],
  };
}

const gdelt = (types: readonly TypeCodes[]): Export => ({
  begin: () => ['events.export.CSV', 'mentions.CSV'].map((file) => ({ file, bytes: '', rows: 0 })),
  take: (batch) => {
    const { events, mentions } = gdeltRows(batch, types);
    return [
      { file: 'events.export.CSV', bytes: events.map(tabbed).join(''), rows: events.length },
      { file: 'mentions.CSV', bytes: mentions.map(tabbed).join(''), rows: mentions.length },
    ];
  },
  end: () => [],
});
