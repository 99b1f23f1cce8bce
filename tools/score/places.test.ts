import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMarked } from './places-file.ts';
import { scorePlaces } from './places.ts';

function fileOf(xml: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'places-')), 'set.xml');
  writeFileSync(path, xml);
  return path;
}

const geovirus = (name: string): string => `<articles><article>
  <source>https://example.org/wiki/Floods</source>
  <text>Floods &amp; storms hit Bergen.</text>
  <locations><location><name>${name}</name><start>21</start><end>27</end><lat>60.39</lat><lon>5.32</lon></location></locations>
</article></articles>`;

const lgl = `<articles><article docid="7"><domain>example.org</domain><url>https://example.org/7</url>
  <text><![CDATA[Leeds council met in York.]]></text>
  <toponyms count="2">
    <toponym><start>0</start><end>5</end><phrase>Leeds</phrase></toponym>
    <toponym><start>21</start><end>25</end><phrase>York</phrase><gaztag geonameid="1"><name>York</name><lat>53.96</lat><lon>-1.08</lon></gaztag></toponym>
  </toponyms>
</article></articles>`;

test('both sets are read to the words that people marked', () => {
  const [flood] = readMarked(fileOf(geovirus('Bergen')));
  expect(flood?.toponyms.map(({ words, at }) => [flood.text.slice(...words), at])).toEqual([['Bergen', [60.39, 5.32]]]);
  const [council] = readMarked(fileOf(lgl));
  expect(council?.toponyms.map(({ words, at }) => [council.text.slice(...words), at])).toEqual([
    ['Leeds', null],
    ['York', [53.96, -1.08]],
  ]);
});

test('offsets that miss the name are refused with the report and the name', () => {
  expect(() => readMarked(fileOf(geovirus('Berge')))).toThrow('Floods: "Berge" does not stand at 20-26');
  expect(() => readMarked(fileOf('<gold/>'))).toThrow('no articles');
});

test('a town found where it stands and lies counts as tagged and near', () => {
  const { json } = scorePlaces([fileOf(geovirus('Bergen'))]);
  expect(json['all']).toMatchObject({ exact: { p: 100, r: 100 }, within161km: 100, open: 0 });
});
