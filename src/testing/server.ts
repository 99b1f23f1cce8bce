/** The address in DATABASE_URL of the PostgreSQL server to test on; null where none is named. */
export const serverNamed = (): string | null => process.env['DATABASE_URL'] || null;

/** Says on stderr, where no server is named, that PostgreSQL is left out; to be called once a run. */
export function saySkipped(): void {
  if (serverNamed() === null)
    process.stderr.write(
      '\n*** NO DATABASE_URL: nothing is tested or measured on PostgreSQL. Start a server and set DATABASE_URL=postgres://user@host:5432/database. ***\n\n',
    );
}
