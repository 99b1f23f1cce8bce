import type { ColumnType, Table } from './table.ts';

/** A file of an export, as the manifest has it. */
export interface Listed {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

const TYPES = {
  text: 'string',
  day: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
} as const satisfies Record<ColumnType, string>;

/** The descriptor of a Frictionless Data Package (v1): each table with its schema, size and checksum. */
export const descriptor = (tables: readonly Table[], files: readonly Listed[]) => ({
  profile: 'tabular-data-package',
  name: 'chancery-ledger',
  title: 'A ledger of diplomacy and politics, with its sources',
  resources: tables.flatMap(({ name, description, columns, key }) => {
    const listed = files.find(({ file }) => file === `${name}.csv`);
    if (listed === undefined) return [];
    return [
      {
        profile: 'tabular-data-resource',
        name,
        description,
        path: listed.file,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: listed.bytes,
        hash: `sha256:${listed.sha256}`,
        rows: listed.rows,
        schema: {
          fields: columns.map((column) => ({
            name: column.name,
            type: TYPES[column.type],
            description: column.description,
          })),
          primaryKey: key,
          missingValues: [''],
        },
      },
    ];
  }),
});

/** Every table and column in words. */
export const tableBook = (tables: readonly Table[]): string =>
  [
    '# Code book',
    '',
    'An empty cell is not known or does not apply. Dates are ISO 8601, in the local time of the place concerned.',
    '',
    ...tables.flatMap(({ name, description, columns }) => [
      `## ${name}`,
      '',
      description,
      '',
      '| column | type | meaning |',
      '| --- | --- | --- |',
      ...columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.description} |`),
      '',
    ]),
  ].join('\n');

/** A line for `sha256sum --check`. */
export const sumLine = ({ file, sha256 }: Listed): string => `${sha256}  ${file}\n`;
