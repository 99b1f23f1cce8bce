/** How a page of readings looks: wide and narrow, light and dark, on paper. */
export const STYLE = `
:root {
  --paper: #fbfaf7; --card: #ffffff; --ink: #1c2230; --soft: #5c6577; --faint: #e4e1d9; --rule: #d4d0c6;
  --accent: #1f4e8c; --visits: #b4530a; --events: #a3204b; --statements: #1f4e8c; --relations: #2c6b45; --doubts: #6b5b95;
  --wash: 14%; --done: #2c6b45; --now: #11706f; --coming: #1f4e8c; --open: #8a5a00; --not: #a02c2c;
  --serif: 'Iowan Old Style', 'Charter', 'Source Serif 4', 'Georgia', 'Noto Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', 'Roboto', 'Noto Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171d; --card: #1b1f27; --ink: #e7e5df; --soft: #a0a7b4; --faint: #2a2f3a; --rule: #3a404d;
    --accent: #8bb4ea; --visits: #f0a35e; --events: #f08aa8; --statements: #8bb4ea; --relations: #86c79d; --doubts: #b9a9e3;
    --wash: 26%; --done: #86c79d; --now: #6fc9c6; --coming: #8bb4ea; --open: #e3b45a; --not: #f09090;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 9rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); }
a { color: var(--accent); text-underline-offset: 2px; overflow-wrap: anywhere; }
p, ol, ul, blockquote, h2, h3 { margin: 0; padding: 0; }
ol, ul { list-style: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none !important; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.number { color: var(--soft); font-variant-numeric: tabular-nums; font-weight: 400; }

.bar { position: sticky; top: 0; z-index: 2; display: grid; grid-template-columns: auto 1fr; align-items: baseline;
  gap: .15rem 1rem; padding: .6rem clamp(1rem, 3vw, 2.5rem) .7rem; background: color-mix(in srgb, var(--paper) 94%, transparent);
  backdrop-filter: blur(8px); border-bottom: 1px solid var(--rule); }
.brand { font: 600 1.15rem/1.3 var(--serif); letter-spacing: .01em; }
.summary { color: var(--soft); font-size: .87rem; text-align: right; }
.filters { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .45rem 1.4rem; margin-top: .35rem; }
.row { display: flex; flex-wrap: wrap; gap: .35rem; align-items: center; min-width: 0; }
.find { min-width: 0; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--rule); border-radius: 99px; cursor: pointer; }
.kind { padding: .14rem .7rem; font-size: .87rem; border-color: var(--tint); }
.kind::before { content: ''; display: inline-block; width: .55em; height: .55em; margin-right: .45em; border-radius: 50%; background: var(--tint); }
.kind[aria-pressed='false'] { color: var(--soft); border-color: var(--rule); border-style: dashed; text-decoration: line-through; }
.kind[aria-pressed='false']::before { background: transparent; box-shadow: inset 0 0 0 1.5px var(--tint); }
.visits { --tint: var(--visits); } .events { --tint: var(--events); } .statements { --tint: var(--statements); }
.relations { --tint: var(--relations); } .doubts { --tint: var(--doubts); }
.find input { font: inherit; font-size: .87rem; width: 11rem; max-width: 100%; padding: .14rem .7rem; color: inherit;
  background: var(--card); border: 1px solid var(--rule); border-radius: 99px; }
.reset { padding: .14rem .7rem; font-size: .87rem; border-color: transparent; color: var(--accent); text-decoration: underline; text-underline-offset: 2px; }

main { padding: 0 clamp(1rem, 3vw, 2.5rem); max-width: 96rem; margin: 0 auto; }
.contents { margin: 1.2rem 0 0; columns: 22rem; column-gap: 2rem; font-size: .93rem; }
.contents li { padding: .12rem 0; break-inside: avoid; }
.report { padding: 1.6rem 0 2.6rem; }
.report + .report { border-top: 1px solid var(--rule); }
.report-head h2 { font: 600 clamp(1.35rem, 2.6vw, 1.9rem)/1.25 var(--serif); text-wrap: balance; overflow-wrap: anywhere; }
.byline { display: flex; flex-wrap: wrap; gap: 0 .9rem; margin-top: .25rem; color: var(--soft); font-size: .87rem; }
.sides { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.6rem; margin-top: 1.2rem; }
.text-side, .claim-side { min-width: 0; }
.text { font: 1.09rem/1.72 var(--serif); white-space: pre-wrap; overflow-wrap: anywhere; max-width: 40rem; unicode-bidi: isolate; }
.seg { cursor: pointer; border-bottom: 1.5px solid color-mix(in srgb, var(--tint) 38%, transparent); border-radius: 2px;
  transition: background-color .12s; }
.seg.doubts { border-bottom-style: dotted; }
.seg.off { border-bottom-color: transparent; cursor: text; }
.seg[data-as='visits'] { --tint: var(--visits); } .seg[data-as='events'] { --tint: var(--events); }
.seg[data-as='statements'] { --tint: var(--statements); } .seg[data-as='relations'] { --tint: var(--relations); }
.seg[data-as='doubts'] { --tint: var(--doubts); }
.seg.lit { background: color-mix(in srgb, var(--tint) var(--wash), transparent); }
.seg.lit-also { background: color-mix(in srgb, var(--tint) 8%, transparent); border-bottom-style: dashed; }
.seg.lit-content { background: color-mix(in srgb, var(--tint) calc(var(--wash) + 4%), transparent); }
.seg.lit-because, .seg.lit-cue { background: color-mix(in srgb, var(--tint) calc(var(--wash) + 12%), transparent); border-bottom-color: var(--tint); }
.furniture { color: var(--soft); }
.hidden-mark { white-space: nowrap; margin: 0 .1em; padding: 0 .3em; font: 600 .68em/1.5 var(--sans); color: var(--paper);
  background: var(--not); border-radius: 3px; vertical-align: .1em; unicode-bidi: isolate; }

.group + .group { margin-top: 1.5rem; }
.group h3 { display: flex; gap: .5rem; align-items: baseline; font-size: .93rem; font-weight: 600; padding-bottom: .35rem; }
.claims { display: grid; grid-template-columns: minmax(0, 1fr); gap: .55rem; }
.claim { position: relative; padding: .6rem .85rem .6rem 1rem; background: var(--card); border: 1px solid var(--faint); border-radius: 8px;
  cursor: pointer; overflow-wrap: anywhere; scroll-margin: 9rem 0 2rem; transition: border-color .12s, box-shadow .12s; }
.claim::before { content: ''; position: absolute; inset: 8px auto 8px 0; width: 3px; border-radius: 0 3px 3px 0; background: var(--tint); opacity: .55; }
.claim.lit { border-color: var(--tint); }
.claim.lit::before, .claim.pinned::before { opacity: 1; }
.claim.pinned { box-shadow: 0 0 0 1px var(--tint), 0 3px 14px color-mix(in srgb, var(--tint) 18%, transparent); border-color: var(--tint); }
.top { display: flex; justify-content: space-between; gap: .6rem; align-items: baseline; font-size: .82rem; }

.top > *, .facts > *, .byline > *, .group h3 > *, .filters > * { min-width: 0; overflow-wrap: anywhere; }
.label { overflow: hidden; color: var(--tint); font-weight: 600; }
.chip { flex: none; --c: var(--soft); padding: .03rem .55rem; font-size: .79rem; line-height: 1.5; color: var(--c); border: 1px solid color-mix(in srgb, var(--c) 45%, transparent);
  border-radius: 99px; white-space: nowrap; background: color-mix(in srgb, var(--c) 9%, transparent); }
.chip.done { --c: var(--done); } .chip.now { --c: var(--now); } .chip.coming { --c: var(--coming); }
.chip.open { --c: var(--open); } .chip.not { --c: var(--not); }
button.chip { background: none; } button.chip[aria-pressed='true'] { background: var(--c); color: var(--paper); border-color: var(--c); }
.who { font-size: 1rem; line-height: 1.4; }
.who b { font-weight: 600; }
.country { font-size: .74rem; color: var(--soft); letter-spacing: .03em; }
.arrow { color: var(--soft); }
.nobody { color: var(--soft); font-style: italic; }
.facts { display: flex; flex-wrap: wrap; font-size: .87rem; color: var(--soft); }
.facts > span:not(:last-child)::after { content: '·'; margin: 0 .45em; }
.voice { font-size: .87rem; color: var(--soft); }
.voice em { font-style: normal; color: var(--ink); }
.claim blockquote { margin-top: .3rem; font: .95rem/1.5 var(--serif); color: color-mix(in srgb, var(--ink) 82%, transparent); }
details { margin-top: .25rem; font-size: .82rem; color: var(--soft); cursor: auto; }
summary { cursor: pointer; width: max-content; }
details ul { padding: .2rem 0 0 .9rem; }
code { font-size: .95em; padding: 0 .25em; background: var(--faint); border-radius: 3px; }
.nothing { padding: 1rem 0; color: var(--soft); }
footer { padding: 1.2rem clamp(1rem, 3vw, 2.5rem) 2rem; color: var(--soft); font-size: .84rem; border-top: 1px solid var(--rule); }
kbd { font: inherit; font-size: .92em; padding: 0 .35em; border: 1px solid var(--rule); border-radius: 4px; }

@media (min-width: 60rem) {
  .sides { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: clamp(1.6rem, 3vw, 3rem); align-items: start; }
  .text-side { position: sticky; top: 7rem; max-height: calc(100vh - 8rem); overflow: auto; overscroll-behavior: auto; padding-right: .5rem; }
}
@media (max-width: 40rem) {
  .bar { position: static; } html { scroll-padding-top: 1rem; } .claim { scroll-margin: 1rem; } .keys { display: none; }
  .bar { grid-template-columns: minmax(0, 1fr); } .summary { text-align: left; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; }
  .bar { position: static; border: 0; padding: 0 0 .5rem; } .filters, .keys, details, footer { display: none; }
  body { font-size: 10pt; } .text { font-size: 10.5pt; max-width: none; } main { padding: 0; max-width: none; }
  .sides { display: block; } .claim-side { margin-top: 1rem; }
  .text-side { position: static; max-height: none; overflow: visible; }
  .claim { break-inside: avoid; border-color: #ccc; } .report + .report { break-before: page; }
}
`;
