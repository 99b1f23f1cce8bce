// The network's arithmetic, in AssemblyScript. Addresses and counts come in, nothing is allocated, nothing is imported.
// Every number is computed in one fixed order, so the result is the same on every machine and however sentences are batched.

/** Hidden states lie in (-1, 1) and are kept as 16-bit numbers of this unit. */
const HIDDEN_ONE: f32 = 8192;

/** tanh as a ratio of polynomials (Eigen's, for 32-bit floats: within a few units in the last place). */
// @ts-ignore: decorator
@inline
function tanh4(input: v128): v128 {
  // The pseudo-minimum is one instruction, the minimum eight; they differ for what is no number, which nothing here is.
  const x = f32x4.pmax(f32x4.pmin(input, f32x4.splat(7.9)), f32x4.splat(-7.9));
  const square = f32x4.mul(x, x);
  let top = f32x4.splat(-2.76076847742355e-16);
  top = f32x4.add(f32x4.mul(top, square), f32x4.splat(2.00018790482477e-13));
  top = f32x4.add(f32x4.mul(top, square), f32x4.splat(-8.60467152213735e-11));
  top = f32x4.add(f32x4.mul(top, square), f32x4.splat(5.12229709037114e-8));
  top = f32x4.add(f32x4.mul(top, square), f32x4.splat(1.48572235717979e-5));
  top = f32x4.add(f32x4.mul(top, square), f32x4.splat(6.37261928875436e-4));
  top = f32x4.add(f32x4.mul(top, square), f32x4.splat(4.89352455891786e-3));
  let bottom = f32x4.splat(1.19825839466702e-6);
  bottom = f32x4.add(f32x4.mul(bottom, square), f32x4.splat(1.18534705686654e-4));
  bottom = f32x4.add(f32x4.mul(bottom, square), f32x4.splat(2.268434632439e-3));
  bottom = f32x4.add(f32x4.mul(bottom, square), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(f32x4.mul(x, top), bottom);
}

// @ts-ignore: decorator
@inline
function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(x, half)), half), half);
}

/** tanh of four numbers in place: for tests of the approximation. */
export function tanhInPlace(at: usize): void {
  v128.store(at, tanh4(v128.load(at)));
}

/** to[0, n) += from[0, n), 32-bit floats, n a multiple of 4. */
export function addRow(to: usize, from: usize, n: i32): void {
  const end = to + (<usize>n << 2);
  for (; to < end; to += 16, from += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
}

/** to[0, n) += scale * from[0, n): floats and signed bytes, n a multiple of 8. */
export function addBytes(to: usize, from: usize, scale: f32, n: i32): void {
  const end = to + (<usize>n << 2), scales = f32x4.splat(scale);
  for (; to < end; to += 32, from += 8) {
    const wide = v128.load8x8_s(from);
    v128.store(to, f32x4.add(v128.load(to), f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(wide)), scales)));
    v128.store(to, f32x4.add(v128.load(to, 16), f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(wide)), scales)), 16);
  }
}

/** Eight bytes as floats, times a scale: the first or the last four. */
// @ts-ignore: decorator
@inline
function scaled(bytes: usize, scale: v128, last: bool): v128 {
  const wide = v128.load8x8_s(bytes);
  return f32x4.mul(f32x4.convert_i32x4_s(last ? i32x4.extend_high_i16x8_s(wide) : i32x4.extend_low_i16x8_s(wide)), scale);
}

/** Eight bytes times two factors each, rounded to 16-bit numbers. */
// @ts-ignore: decorator
@inline
function rounded(bytes: usize, scale: v128, low: v128, high: v128): v128 {
  return i16x8.narrow_i32x4_s(
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(scaled(bytes, scale, false), low))),
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(scaled(bytes, scale, true), high))),
  );
}

/**
 * Places a matrix of byte rows, each times its scale, for `project`: whole numbers up to `most` with one scale an output, in blocks
 * of eight outputs; in a block, pair after pair of inputs.
 */
export function placeProjection(bytes: usize, scales: usize, inputs: i32, cols: i32, most: f32, weights: usize, scale: usize): void {
  const tiny = f32x4.splat(1e-30);
  for (let col = 0; col < cols; col += 8) {
    let low = tiny, high = tiny;
    for (let row = 0; row < inputs; row++) {
      const at = bytes + <usize>(row * cols + col), by = v128.load32_splat(scales + (<usize>row << 2));
      low = f32x4.max(low, f32x4.abs(scaled(at, by, false)));
      high = f32x4.max(high, f32x4.abs(scaled(at, by, true)));
    }
    const unit = f32x4.splat(most * HIDDEN_ONE), all = f32x4.splat(most);
    v128.store(scale + (<usize>col << 2), f32x4.div(low, unit));
    v128.store(scale + (<usize>col << 2), f32x4.div(high, unit), 16);
    low = f32x4.div(all, low);
    high = f32x4.div(all, high);
    let to = weights + <usize>(col * inputs * 2);
    for (let row = 0; row < inputs; row += 2, to += 32) {
      const at = bytes + <usize>(row * cols + col), by = scales + (<usize>row << 2);
      const first = rounded(at, v128.load32_splat(by), low, high);
      const second = rounded(at + cols, v128.load32_splat(by, 4), low, high);
      v128.store(to, v128.shuffle<i16>(first, second, 0, 8, 1, 9, 2, 10, 3, 11));
      v128.store(to, v128.shuffle<i16>(first, second, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    }
  }
}

/**
 * Eight outputs of one row: integer dot products of 16-bit numbers, then base + sum * scale.
 * Weights lie in blocks of eight outputs; in a block, pair after pair of inputs.
 */
// @ts-ignore: decorator
@inline
function dots1(x0: usize, weights: usize, pairs: i32, scale: usize, base0: usize, out0: usize): void {
  let a0 = i32x4.splat(0), b0 = i32x4.splat(0);
  const end = weights + (<usize>pairs << 5);
  for (; weights < end; weights += 32, x0 += 4) {
    const p = v128.load32_splat(x0);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(p, v128.load(weights)));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(p, v128.load(weights, 16)));
  }
  finish(out0, base0, a0, b0, v128.load(scale), v128.load(scale, 16));
}

// @ts-ignore: decorator
@inline
function dots2(
  x0: usize, x1: usize, weights: usize, pairs: i32, scale: usize, base0: usize, base1: usize, out0: usize, out1: usize,
): void {
  let a0 = i32x4.splat(0), b0 = i32x4.splat(0), a1 = i32x4.splat(0), b1 = i32x4.splat(0);
  const end = weights + (<usize>pairs << 5);
  for (; weights < end; weights += 32, x0 += 4, x1 += 4) {
    const a = v128.load(weights), b = v128.load(weights, 16);
    let p = v128.load32_splat(x0);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(p, a));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(p, b));
    p = v128.load32_splat(x1);
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(p, a));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(p, b));
  }
  const sa = v128.load(scale), sb = v128.load(scale, 16);
  finish(out0, base0, a0, b0, sa, sb);
  finish(out1, base1, a1, b1, sa, sb);
}

// @ts-ignore: decorator
@inline
function dots4(
  x0: usize, x1: usize, x2: usize, x3: usize, weights: usize, pairs: i32, scale: usize,
  base0: usize, base1: usize, base2: usize, base3: usize, out0: usize, out1: usize, out2: usize, out3: usize,
): void {
  let a0 = i32x4.splat(0), b0 = i32x4.splat(0), a1 = i32x4.splat(0), b1 = i32x4.splat(0);
  let a2 = i32x4.splat(0), b2 = i32x4.splat(0), a3 = i32x4.splat(0), b3 = i32x4.splat(0);
  const end = weights + (<usize>pairs << 5);
  for (; weights < end; weights += 32, x0 += 4, x1 += 4, x2 += 4, x3 += 4) {
    const a = v128.load(weights), b = v128.load(weights, 16);
    let p = v128.load32_splat(x0);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(p, a));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(p, b));
    p = v128.load32_splat(x1);
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(p, a));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(p, b));
    p = v128.load32_splat(x2);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(p, a));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(p, b));
    p = v128.load32_splat(x3);
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(p, a));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(p, b));
  }
  const sa = v128.load(scale), sb = v128.load(scale, 16);
  finish(out0, base0, a0, b0, sa, sb);
  finish(out1, base1, a1, b1, sa, sb);
  finish(out2, base2, a2, b2, sa, sb);
  finish(out3, base3, a3, b3, sa, sb);
}

// @ts-ignore: decorator
@inline
function finish(out: usize, base: usize, a: v128, b: v128, sa: v128, sb: v128): void {
  v128.store(out, f32x4.add(v128.load(base), f32x4.mul(f32x4.convert_i32x4_s(a), sa)));
  v128.store(out, f32x4.add(v128.load(base, 16), f32x4.mul(f32x4.convert_i32x4_s(b), sb)), 16);
}

/** out[rows, outputs] = bias + x[rows, 2 pairs] W: 16-bit inputs and weights, float outputs; outputs a multiple of 8. */
export function project(x: usize, rows: i32, pairs: i32, weights: usize, scale: usize, bias: usize, outputs: i32, out: usize): void {
  const xRow = <usize>pairs << 2, outRow = <usize>outputs << 2, block = <usize>pairs << 5;
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const x0 = x + <usize>row * xRow, o0 = out + <usize>row * outRow;
    let w = weights;
    for (let at: usize = 0; at < outRow; at += 32, w += block) {
      dots4(
        x0, x0 + xRow, x0 + 2 * xRow, x0 + 3 * xRow, w, pairs, scale + at, bias + at, bias + at, bias + at, bias + at,
        o0 + at, o0 + outRow + at, o0 + 2 * outRow + at, o0 + 3 * outRow + at,
      );
    }
  }
  for (; row < rows; row++) {
    const x0 = x + <usize>row * xRow, o0 = out + <usize>row * outRow;
    let w = weights;
    for (let at: usize = 0; at < outRow; at += 32, w += block) dots1(x0, w, pairs, scale + at, bias + at, o0 + at);
  }
}

/** Floats between -2^22 and 2^22 to the nearest whole numbers, ties to even: what this sum leaves in the lowest bits. */
// @ts-ignore: decorator
@inline
function whole(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** The gates of one step become cell and hidden state, fused: gates are input, forget, candidate, output, each `units` long. */
// @ts-ignore: decorator
@inline
function step(gates: usize, cell: usize, hidden: usize, units: i32): void {
  const gate = <usize>units << 2;
  const one = f32x4.splat(HIDDEN_ONE);
  for (let k: usize = 0; k < gate; k += 32) {
    let g = gates + k;
    let c = f32x4.add(
      f32x4.mul(sigmoid4(v128.load(g)), tanh4(v128.load(g + 2 * gate))),
      f32x4.mul(sigmoid4(v128.load(g + gate)), v128.load(cell + k)),
    );
    v128.store(cell + k, c);
    const low = f32x4.mul(sigmoid4(v128.load(g + 3 * gate)), tanh4(c));
    g += 16;
    c = f32x4.add(
      f32x4.mul(sigmoid4(v128.load(g)), tanh4(v128.load(g + 2 * gate))),
      f32x4.mul(sigmoid4(v128.load(g + gate)), v128.load(cell + k, 16)),
    );
    v128.store(cell + k, c, 16);
    const high = f32x4.mul(sigmoid4(v128.load(g + 3 * gate)), tanh4(c));
    v128.store(hidden + (k >> 1), i16x8.narrow_i32x4_s(whole(f32x4.mul(low, one)), whole(f32x4.mul(high, one))));
  }
}

/**
 * One direction of one LSTM layer over a batch, four sentences in lock step (Hochreiter & Schmidhuber 1997; Gers 2000).
 * @param offsets first word of each sentence, 32-bit; @param lengths words of each, longest first, 32-bit
 * @param inputs for each word the address of its projected input (4 * units floats), 32-bit; @param inputAt added to each
 * @param hidden [word][2 * units] 16-bit; this direction writes the half that begins at byte hiddenAt
 * @param scratch zeros (units 16-bit), then 4 rows of gates (4 * units floats), then cells (sentences * units floats)
 */
export function lstm(
  sentences: i32, offsets: usize, lengths: usize, inputs: usize, inputAt: usize, backward: i32, weights: usize, scale: usize,
  units: i32, hidden: usize, hiddenAt: usize, scratch: usize,
): void {
  const pairs = units >> 1, row = <usize>units << 2, gate = <usize>units << 4, block = <usize>pairs << 5;
  const zeros = scratch, gates = scratch + (<usize>units << 1), cells = gates + 4 * gate;
  memory.fill(zeros, 0, <usize>units << 1);
  memory.fill(cells, 0, <usize>sentences * row);
  const steps = load<i32>(lengths);
  let active = sentences;
  for (let t = 0; t < steps; t++) {
    while (active > 0 && load<i32>(lengths + (<usize>(active - 1) << 2)) <= t) active--;
    let s = 0;
    for (; s + 4 <= active; s += 4) {
      const w0 = wordAt(offsets, lengths, s, t, backward), w1 = wordAt(offsets, lengths, s + 1, t, backward);
      const w2 = wordAt(offsets, lengths, s + 2, t, backward), w3 = wordAt(offsets, lengths, s + 3, t, backward);
      const h0 = hidden + w0 * row + hiddenAt, h1 = hidden + w1 * row + hiddenAt;
      const h2 = hidden + w2 * row + hiddenAt, h3 = hidden + w3 * row + hiddenAt;
      const back: isize = backward ? <isize>row : -<isize>row;
      const p0 = t ? h0 + back : zeros, p1 = t ? h1 + back : zeros, p2 = t ? h2 + back : zeros, p3 = t ? h3 + back : zeros;
      const i0 = <usize>load<u32>(inputs + (w0 << 2)) + inputAt, i1 = <usize>load<u32>(inputs + (w1 << 2)) + inputAt;
      const i2 = <usize>load<u32>(inputs + (w2 << 2)) + inputAt, i3 = <usize>load<u32>(inputs + (w3 << 2)) + inputAt;
      let w = weights;
      for (let at: usize = 0; at < gate; at += 32, w += block) {
        dots4(
          p0, p1, p2, p3, w, pairs, scale + at, i0 + at, i1 + at, i2 + at, i3 + at,
          gates + at, gates + gate + at, gates + 2 * gate + at, gates + 3 * gate + at,
        );
      }
      step(gates, cells + <usize>s * row, h0, units);
      step(gates + gate, cells + <usize>(s + 1) * row, h1, units);
      step(gates + 2 * gate, cells + <usize>(s + 2) * row, h2, units);
      step(gates + 3 * gate, cells + <usize>(s + 3) * row, h3, units);
    }
    for (; s + 2 <= active; s += 2) {
      const w0 = wordAt(offsets, lengths, s, t, backward), w1 = wordAt(offsets, lengths, s + 1, t, backward);
      const h0 = hidden + w0 * row + hiddenAt, h1 = hidden + w1 * row + hiddenAt;
      const back: isize = backward ? <isize>row : -<isize>row;
      const p0 = t ? h0 + back : zeros, p1 = t ? h1 + back : zeros;
      const i0 = <usize>load<u32>(inputs + (w0 << 2)) + inputAt, i1 = <usize>load<u32>(inputs + (w1 << 2)) + inputAt;
      let w = weights;
      for (let at: usize = 0; at < gate; at += 32, w += block)
        dots2(p0, p1, w, pairs, scale + at, i0 + at, i1 + at, gates + at, gates + gate + at);
      step(gates, cells + <usize>s * row, h0, units);
      step(gates + gate, cells + <usize>(s + 1) * row, h1, units);
    }
    for (; s < active; s++) {
      const w0 = wordAt(offsets, lengths, s, t, backward);
      const h0 = hidden + w0 * row + hiddenAt;
      const p0 = t ? (backward ? h0 + row : h0 - row) : zeros;
      const i0 = <usize>load<u32>(inputs + (w0 << 2)) + inputAt;
      let w = weights;
      for (let at: usize = 0; at < gate; at += 32, w += block) dots1(p0, w, pairs, scale + at, i0 + at, gates + at);
      step(gates, cells + <usize>s * row, h0, units);
    }
  }
}

// @ts-ignore: decorator
@inline
function wordAt(offsets: usize, lengths: usize, sentence: i32, t: i32, backward: i32): usize {
  const at = <usize>sentence << 2;
  return <usize>(load<i32>(offsets + at) + (backward ? load<i32>(lengths + at) - 1 - t : t));
}

/** out[rows, cols] += a[rows, inner] b[inner, cols], floats, rows of each by a stride in bytes; cols a multiple of 8. */
export function addProduct(rows: i32, cols: i32, inner: i32, a: usize, aRow: usize, b: usize, bRow: usize, out: usize, outRow: usize): void {
  const width = <usize>cols << 2;
  let row = 0;
  for (; row + 4 <= rows; row += 4) {
    const a0 = a + <usize>row * aRow, o0 = out + <usize>row * outRow;
    for (let at: usize = 0; at < width; at += 32) {
      const o = o0 + at;
      let p0 = v128.load(o), q0 = v128.load(o, 16);
      let p1 = v128.load(o + outRow), q1 = v128.load(o + outRow, 16);
      let p2 = v128.load(o + 2 * outRow), q2 = v128.load(o + 2 * outRow, 16);
      let p3 = v128.load(o + 3 * outRow), q3 = v128.load(o + 3 * outRow, 16);
      let right = b + at, left = a0;
      for (let k = 0; k < inner; k++, right += bRow, left += 4) {
        const r = v128.load(right), s = v128.load(right, 16);
        let x = v128.load32_splat(left);
        p0 = f32x4.add(p0, f32x4.mul(x, r));
        q0 = f32x4.add(q0, f32x4.mul(x, s));
        x = v128.load32_splat(left + aRow);
        p1 = f32x4.add(p1, f32x4.mul(x, r));
        q1 = f32x4.add(q1, f32x4.mul(x, s));
        x = v128.load32_splat(left + 2 * aRow);
        p2 = f32x4.add(p2, f32x4.mul(x, r));
        q2 = f32x4.add(q2, f32x4.mul(x, s));
        x = v128.load32_splat(left + 3 * aRow);
        p3 = f32x4.add(p3, f32x4.mul(x, r));
        q3 = f32x4.add(q3, f32x4.mul(x, s));
      }
      v128.store(o, p0);
      v128.store(o, q0, 16);
      v128.store(o + outRow, p1);
      v128.store(o + outRow, q1, 16);
      v128.store(o + 2 * outRow, p2);
      v128.store(o + 2 * outRow, q2, 16);
      v128.store(o + 3 * outRow, p3);
      v128.store(o + 3 * outRow, q3, 16);
    }
  }
  for (; row < rows; row++) {
    const a0 = a + <usize>row * aRow, o0 = out + <usize>row * outRow;
    let at: usize = 0;
    // Two cache lines of each row of b at a time: its rows may lie far apart.
    for (; at + 128 <= width; at += 128) {
      const o = o0 + at;
      let p0 = v128.load(o), p1 = v128.load(o, 16), p2 = v128.load(o, 32), p3 = v128.load(o, 48);
      let p4 = v128.load(o, 64), p5 = v128.load(o, 80), p6 = v128.load(o, 96), p7 = v128.load(o, 112);
      let right = b + at, left = a0;
      for (let k = 0; k < inner; k++, right += bRow, left += 4) {
        const x = v128.load32_splat(left);
        p0 = f32x4.add(p0, f32x4.mul(x, v128.load(right)));
        p1 = f32x4.add(p1, f32x4.mul(x, v128.load(right, 16)));
        p2 = f32x4.add(p2, f32x4.mul(x, v128.load(right, 32)));
        p3 = f32x4.add(p3, f32x4.mul(x, v128.load(right, 48)));
        p4 = f32x4.add(p4, f32x4.mul(x, v128.load(right, 64)));
        p5 = f32x4.add(p5, f32x4.mul(x, v128.load(right, 80)));
        p6 = f32x4.add(p6, f32x4.mul(x, v128.load(right, 96)));
        p7 = f32x4.add(p7, f32x4.mul(x, v128.load(right, 112)));
      }
      v128.store(o, p0);
      v128.store(o, p1, 16);
      v128.store(o, p2, 32);
      v128.store(o, p3, 48);
      v128.store(o, p4, 64);
      v128.store(o, p5, 80);
      v128.store(o, p6, 96);
      v128.store(o, p7, 112);
    }
    for (; at < width; at += 32) {
      let p = v128.load(o0 + at), q = v128.load(o0 + at, 16);
      let right = b + at, left = a0;
      for (let k = 0; k < inner; k++, right += bRow, left += 4) {
        const x = v128.load32_splat(left);
        p = f32x4.add(p, f32x4.mul(x, v128.load(right)));
        q = f32x4.add(q, f32x4.mul(x, v128.load(right, 16)));
      }
      v128.store(o0 + at, p);
      v128.store(o0 + at, q, 16);
    }
  }
}

/** x becomes max(x, x / 10), in place, n a multiple of 4. */
export function leaky(at: usize, n: i32): void {
  const end = at + (<usize>n << 2), tenth = f32x4.splat(0.1);
  for (; at < end; at += 16) {
    const x = v128.load(at);
    v128.store(at, f32x4.pmax(x, f32x4.mul(x, tenth)));
  }
}

/** Copies a row of `bytes` to each of n rows that follow one another. */
export function repeatRow(to: usize, row: usize, bytes: usize, n: i32): void {
  for (let i = 0; i < n; i++) memory.copy(to + <usize>i * bytes, row, bytes);
}

/** For each row the index of its greatest float in [from, to), the first of equals; indices are 32-bit. */
export function greatest(at: usize, rows: i32, stride: i32, from: i32, to: i32, out: usize): void {
  for (let row = 0; row < rows; row++, at += <usize>stride << 2, out += 4) {
    let best = from, value = load<f32>(at + (<usize>from << 2));
    for (let k = from + 1; k < to; k++) {
      const x = load<f32>(at + (<usize>k << 2));
      if (x > value) {
        value = x;
        best = k;
      }
    }
    store<i32>(out, best);
  }
}

/**
 * Arc scores of one sentence: out[n][stride] for word d and head h (0 the root, h the word h - 1):
 * distance prior + pair[d] . head[h] (Dozat & Manning 2017). Stride is n + 1 rounded up to 8.
 * @param heads [n][dim]; @param root [dim]; @param pairs [n][dim]; @param prior 16 to the left, 16 to the right
 * @param turned room for [dim][stride]
 */
export function arcScores(n: i32, dim: i32, heads: usize, root: usize, pairs: usize, prior: usize, turned: usize, out: usize): void {
  const stride = (n + 8) & ~7, row = <usize>stride << 2;
  for (let k = 0; k < dim; k++) {
    const line = turned + <usize>k * row, at = <usize>k << 2;
    store<f32>(line, load<f32>(root + at));
    for (let h = 0; h < n; h++) store<f32>(line + (<usize>(h + 1) << 2), load<f32>(heads + <usize>(h * dim + k) * 4));
    for (let h = n + 1; h < stride; h++) store<f32>(line + (<usize>h << 2), 0);
  }
  for (let d = 0; d < n; d++) {
    const line = out + <usize>d * row;
    memory.fill(line, 0, row);
    for (let h = 0; h < n; h++) if (h != d) store<f32>(line + (<usize>(h + 1) << 2), load<f32>(prior + (<usize>distanceBucket(h, d) << 2)));
  }
  addProduct(n, stride, dim, pairs, <usize>dim << 2, turned, row, out, row);
}

function distanceBucket(head: i32, dependent: i32): i32 {
  const d = head > dependent ? head - dependent : dependent - head;
  const b = d <= 8 ? d - 1 : d <= 10 ? 8 : d <= 13 ? 9 : d <= 17 ? 10 : d <= 22 ? 11 : d <= 30 ? 12 : d <= 45 ? 13 : d <= 70 ? 14 : 15;
  return head > dependent ? 16 + b : b;
}

const NONE: f32 = -1e30;

/**
 * The best projective tree with exactly one word under the root (Eisner 1996), from arcScores' table.
 * @param heads n 32-bit results: 0 the root, h the word h - 1
 * @param chart room for (n + 2)^2 * 24 bytes, then 24 * (n + 2) bytes
 */
export function eisner(n: i32, scores: usize, heads: usize, chart: usize): void {
  const stride = (n + 8) & ~7, w = n + 1, table = <usize>(w * w) << 2;
  // Complete spans: right[i][j] has its head at i, left[j][i] (turned) at j; open spans: an arc between i and j.
  const right = chart, left = right + table, openRight = left + table, openLeft = openRight + table;
  const cutOpen = openLeft + table, cutLeft = cutOpen + (table >> 1), cutRight = cutLeft + (table >> 1);
  for (let i = 1; i <= n; i++) {
    store<f32>(right + cell(w, i, i), 0);
    store<f32>(left + cell(w, i, i), 0);
  }
  for (let length = 1; length < n; length++) {
    for (let i = 1; i + length <= n; i++) {
      const j = i + length;
      let best = NONE, cut = i;
      let p = right + cell(w, i, i), q = left + cell(w, j, i + 1);
      for (let k = i; k < j; k++, p += 4, q += 4) {
        const s = load<f32>(p) + load<f32>(q);
        if (s > best) {
          best = s;
          cut = k;
        }
      }
      store<f32>(openLeft + cell(w, j, i), best + load<f32>(scores + (<usize>((i - 1) * stride + j) << 2)));
      store<f32>(openRight + cell(w, i, j), best + load<f32>(scores + (<usize>((j - 1) * stride + i) << 2)));
      store<u16>(cutOpen + (cell(w, i, j) >> 1), <u16>cut);
      best = NONE;
      cut = i;
      p = left + cell(w, i, i);
      q = openLeft + cell(w, j, i);
      // left[k][i] runs down a column of the turned table.
      for (let k = i; k < j; k++, p += <usize>w << 2, q += 4) {
        const s = load<f32>(p) + load<f32>(q);
        if (s > best) {
          best = s;
          cut = k;
        }
      }
      store<f32>(left + cell(w, j, i), best);
      store<u16>(cutLeft + (cell(w, i, j) >> 1), <u16>cut);
      best = NONE;
      cut = j;
      p = openRight + cell(w, i, i + 1);
      q = right + cell(w, i + 1, j);
      for (let k = i + 1; k <= j; k++, p += 4, q += <usize>w << 2) {
        const s = load<f32>(p) + load<f32>(q);
        if (s > best) {
          best = s;
          cut = k;
        }
      }
      store<f32>(right + cell(w, i, j), best);
      store<u16>(cutRight + (cell(w, i, j) >> 1), <u16>cut);
    }
  }
  let best = NONE, root = 1;
  for (let r = 1; r <= n; r++) {
    const s = load<f32>(scores + (<usize>((r - 1) * stride) << 2)) + load<f32>(left + cell(w, r, 1)) + load<f32>(right + cell(w, r, n));
    if (s > best) {
      best = s;
      root = r;
    }
  }
  store<i32>(heads + (<usize>(root - 1) << 2), 0);
  // Undo the cuts from a stack of spans: from, to, kind (0 complete left, 1 complete right, 2 open left, 3 open right).
  let stack = cutRight + (table >> 1);
  stack = (stack + 15) & ~15;
  const floor = stack;
  stack = push(push(stack, 1, root, 0), root, n, 1);
  while (stack > floor) {
    stack -= 8;
    const i = <i32>load<u16>(stack), j = <i32>load<u16>(stack, 2), kind = <i32>load<u16>(stack, 4);
    if (i == j) continue;
    const at = cell(w, i, j) >> 1;
    if (kind >= 2) {
      if (kind == 2) store<i32>(heads + (<usize>(i - 1) << 2), j);
      else store<i32>(heads + (<usize>(j - 1) << 2), i);
      const cut = <i32>load<u16>(cutOpen + at);
      stack = push(push(stack, i, cut, 1), cut + 1, j, 0);
    } else if (kind == 0) {
      const cut = <i32>load<u16>(cutLeft + at);
      stack = push(push(stack, i, cut, 0), cut, j, 2);
    } else {
      const cut = <i32>load<u16>(cutRight + at);
      stack = push(push(stack, i, cut, 3), cut, j, 1);
    }
  }
}

// @ts-ignore: decorator
@inline
function cell(w: i32, i: i32, j: i32): usize {
  return <usize>(i * w + j) << 2;
}

function push(stack: usize, i: i32, j: i32, kind: i32): usize {
  store<u16>(stack, <u16>i);
  store<u16>(stack, <u16>j, 2);
  store<u16>(stack, <u16>kind, 4);
  return stack + 8;
}

/** hidden[d] = leaky(head of d + dependent d), the label layer's input; heads as eisner leaves them. */
export function labelInputs(n: i32, dim: i32, heads: usize, headRows: usize, root: usize, dependentRows: usize, out: usize): void {
  const row = <usize>dim << 2;
  for (let d = 0; d < n; d++) {
    const h = load<i32>(heads + (<usize>d << 2));
    const from = h == 0 ? root : headRows + <usize>(h - 1) * row;
    memory.copy(out + <usize>d * row, from, row);
    addRow(out + <usize>d * row, dependentRows + <usize>d * row, dim);
  }
  leaky(out, n * dim);
}

/** First address that the kernels leave free. */
export function heapBase(): usize {
  return __heap_base;
}
