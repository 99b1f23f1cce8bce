// What the trainings of linear models by hashed features share; see src/tagger/.
import { MAGIC, VERSION } from '../dist/src/tagger/tagger.js';

/** Features that occur once are the articles' own and only crowd the table: they are left out, as `spare`. */
export function pruned(rows, bits) {
  const seen = new Uint8Array(2 ** 26);
  const place = (feature) => (Math.imul(feature, 0x9e3779b1) >>> 6) & (2 ** 26 - 1);
  for (const row of rows) for (const feature of row) seen[place(feature)] = Math.min(2, seen[place(feature)] + 1);
  const mask = 2 ** bits - 1;
  for (const row of rows) row.forEach((feature, at) => (row[at] = seen[place(feature)] < 2 ? 2 ** bits : feature & mask));
}

/** Random numbers from 0 to 1 that are the same in every run. */
export function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return (state >>> 8) / 2 ** 24;
  };
}

export function shuffle(order, random) {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
}

/** The format of src/tagger/tagger.ts: each table's weights as bytes with one scale; the largest two in ten thousand are clipped. */
export function fileOf(tables) {
  let at = 0;
  const bodies = [];
  const places = Object.entries(tables).map(([name, { labels, bits, weights, bias, steps }]) => {
    const sizes = weights.map(Math.abs).filter((size) => size > 0).sort();
    const scale = (sizes[Math.floor(sizes.length * 0.9998)] ?? 1) / 127;
    bodies.push(Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))));
    const place = { name, labels, bits, scale, bias, steps, at };
    at += weights.length;
    return place;
  });
  const header = new TextEncoder().encode(JSON.stringify(places));
  const bytes = new Uint8Array(12 + header.length + at);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, false);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, header.length, true);
  bytes.set(header, 12);
  bodies.reduce((from, body) => {
    bytes.set(new Uint8Array(body.buffer), from);
    return from + body.length;
  }, 12 + header.length);
  return bytes;
}
