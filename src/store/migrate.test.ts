// A ledger as the first release made it is brought up to this schema, on every real engine.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { QUESTION } from '../ledger/question.ts';
import { exampleEntry, visitEntry } from '../testing/entries.ts';
import { testEngines } from '../testing/stores.ts';

const engines = await testEngines();
const AT = '2024-05-07T00:00:00.000Z';

const OLD_TABLES = (seq: string) => `
  create table facts (name text primary key, value text not null);
  create table reports (key text primary key, id text not null, text text not null, added text not null);
  create table readings (seq ${seq}, key text not null unique, report text not null references reports,
    version text not null, published text, publisher text, title text, url text, language text, doubts text not null,
    read text not null);
  create index readings_by_report on readings (report, seq);
  create table claims (reading text not null references readings (key), place integer not null, kind text not null,
    type text not null, mode text, status text, earliest text, latest text, body text not null, primary key (reading, place));
  create index claims_by_kind on claims (kind, type, status);
  create table claim_actors (reading text not null, place integer not null, part text not null, actor text not null,
    name text not null, country text);
  create table refusals (source text not null, line integer not null, place integer not null, byte integer not null,
    code text not null, reason text not null, next text not null, seen text not null,
    primary key (source, line, place, byte, code));
  insert into facts values ('schema', '1');`;

const quoted = (value: string | null): string => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);

/** The example reading as the first release wrote it, read by two readers. */
function oldRows(): string {
  const { report, claims, doubts } = exampleEntry;
  const key = createHash('sha256').update(report.id).digest('hex');
  const { id, text, published, publisher, title, url, language } = report;
  const statements = [`insert into reports values (${[key, id, text, AT].map(quoted).join()})`];
  for (const [version, some] of [
    ['1', claims.slice(0, 2)],
    ['2', claims],
  ] as const) {
    const reading = [
      `${key}${version}`,
      key,
      version,
      published,
      publisher,
      title,
      url,
      language,
      JSON.stringify(doubts),
      AT,
    ];
    statements.push(
      `insert into readings (key, report, version, published, publisher, title, url, language, doubts, read) values (${reading.map(quoted).join()})`,
    );
    for (const [place, claim] of some.entries())
      statements.push(
        `insert into claims values (${quoted(`${key}${version}`)}, ${place}, '${claim.kind}', 'x', null, null, null, null, ${quoted(JSON.stringify(claim))})`,
      );
  }
  return statements.join(';\n');
}

describe.each(engines)('$name', (engine) => {
  afterAll(() => engine.end());
  const old = async (): Promise<string> => {
    const place = await engine.place();
    await engine.meddle(
      place,
      OLD_TABLES(engine.name === 'SQLite' ? 'integer primary key autoincrement' : 'bigserial primary key'),
    );
    await engine.meddle(place, oldRows());
    return place;
  };

  test('what an old ledger held is held, with its readers, and a copy of it stays', async () => {
    const place = await old();
    const store = await engine.open(place);
    await store.refresh(AT);
    expect(await store.coverage()).toMatchObject({ reports: 1, claims: exampleEntry.claims.length });
    const { total } = await store.ask(QUESTION);
    expect(total).toBeGreaterThan(5);
    expect((await store.kept(0, 10)).map(({ report, readers }) => [report.id, readers])).toEqual([
      ['suva-visit', ['1', '2']],
    ]);
    await store.close();
    const again = await engine.open(place);
    expect((await again.ask(QUESTION)).total).toBe(total);
    await again.close();
    if (engine.name === 'SQLite') expect(existsSync(`${place}.schema-1`)).toBe(true);
    else {
      const [here] = await engine.query(place, 'select current_schema() as name');
      expect(await engine.query(place, `select id from ${String(here?.['name'])}_schema_1.reports`)).toEqual([
        { id: 'suva-visit' },
      ]);
    }
  });

  test('a migration that breaks off leaves the old ledger as it was, and the next one succeeds', async () => {
    const place = await old();
    await engine.meddle(place, `update claims set body = 'torn' where place = 1`);
    await expect(engine.open(place)).rejects.toThrow();
    expect(await engine.query(place, 'select value from facts')).toEqual([{ value: '1' }]);
    expect((await engine.query(place, 'select place from claims')).length).toBe(exampleEntry.claims.length + 2);
    await engine.meddle(place, `delete from claims where body = 'torn'`);
    const store = await engine.open(place);
    expect(await store.coverage()).toMatchObject({ reports: 1 });
    await store.close();
  });

  test('a ledger whose claims were filed by other rules is filed anew: the records are those of a new one, decisions and feed stay', async () => {
    const place = await engine.place();
    const store = await engine.open(place);
    await store.add(
      [exampleEntry, visitEntry('a'), visitEntry('b'), visitEntry('c', { claim: { status: 'denied' } })],
      AT,
    );
    await store.refresh(AT);
    const { records } = await store.ask(QUESTION);
    const by = { who: 'an analyst', reason: 'a reason' };
    await store.decide({ op: 'accept', targets: [records[0]?.id ?? ''], ...by }, AT);
    await store.refresh(AT);
    const wanted = [(await store.ask(QUESTION)).records, await store.decisions(), await store.changes(0, 100)];
    await store.close();
    await engine.meddle(
      place,
      `update claims set bucket = 'another ' || root; update records set bucket = 'another ' || id`,
    );
    await engine.meddle(place, `update facts set value = '2' where name = 'schema'`);
    const again = await engine.open(place);
    expect(await again.refresh(AT)).toBe(0);
    expect([(await again.ask(QUESTION)).records, await again.decisions(), await again.changes(0, 100)]).toEqual(wanted);
    expect(await engine.query(place, `select root from claims where moved = 1 or bucket like 'another %'`)).toEqual([]);
    await again.close();
  });

  test('two programs that open an old ledger at once bring it up once', async () => {
    const place = await old();
    const stores = await Promise.all([engine.open(place), engine.open(place)]);
    for (const store of stores) {
      expect(await store.coverage()).toMatchObject({ reports: 1, claims: exampleEntry.claims.length });
      await store.close();
    }
  });
});
