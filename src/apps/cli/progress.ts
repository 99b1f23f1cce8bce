import { grouped } from '../../outputs/lines.ts';

/** Tells how long work goes on, on standard error: one line rewritten on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  readonly done: (number: number) => void;
  readonly end: () => void;
}

// Milliseconds between two drawings on a terminal, and between two lines in a log.
const REDRAW = 100;
const LINE = 10_000;

/** `total` is null where nobody knows how much there is. Nothing is printed for work that is over in a moment. */
export function progress(stream: NodeJS.WriteStream, total: number | null): Progress {
  const began = Date.now();
  let shown = began;
  let drawn = false;
  return {
    done: (number) => {
      const now = Date.now();
      if (now - shown < (stream.isTTY ? REDRAW : LINE)) return;
      shown = now;
      const line = progressLine({ done: number, total, seconds: (now - began) / 1000 });
      if (!stream.isTTY) stream.write(`${line}\n`);
      else {
        stream.write(`\r\u001B[K${line}`);
        drawn = true;
      }
    },
    end: () => {
      if (drawn) stream.write('\r\u001B[K');
    },
  };
}

/** "120 of 400 read · 12.5 a second · 22 s left". */
export function progressLine(at: {
  readonly done: number;
  readonly total: number | null;
  readonly seconds: number;
}): string {
  const rate = at.seconds > 0 ? at.done / at.seconds : 0;
  const left = at.total === null || rate === 0 ? null : Math.max(0, at.total - at.done) / rate;
  return [
    at.total === null ? `${grouped(at.done)} read` : `${grouped(at.done)} of ${grouped(at.total)} read`,
    `${rate.toFixed(1)} a second`,
    ...(left === null ? [] : [`${timeWords(left)} left`]),
  ].join(' · ');
}

function timeWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
