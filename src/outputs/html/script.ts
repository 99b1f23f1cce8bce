/**
 * What a page of readings does: marks a claim's words and a word's claims, pins, filters, keeps the filters in the
 * address. It reads the page's own attributes alone and never makes HTML out of text.
 */
export const SCRIPT = `'use strict';
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const claims = all('.claim');
  const segments = all('.seg');
  const byMark = new Map(claims.map((claim) => [claim.dataset.mark, claim]));
  const marksOf = (segment) => segment.dataset.marks.split(' ').map((each) => each.split(':'));
  const segmentsOf = new Map(claims.map((claim) => [claim.dataset.mark, []]));
  for (const segment of segments)
    for (const [mark, part] of marksOf(segment)) segmentsOf.get(mark)?.push([segment, part]);
  const PARTS = ['also', 'words', 'content', 'because', 'cue'];
  let pinned = [];

  const light = (marks) => {
    for (const element of all('.lit')) {
      element.classList.remove('lit', ...PARTS.map((part) => 'lit-' + part));
      element.removeAttribute('data-as');
    }
    for (const mark of marks) {
      const claim = byMark.get(mark);
      claim?.classList.add('lit');
      for (const [segment, part] of segmentsOf.get(mark) ?? []) {
        segment.classList.add('lit', 'lit-' + part);
        segment.dataset.as = claim?.closest('.group').dataset.group;
      }
    }
  };
  const pin = (marks) => {
    for (const mark of pinned) byMark.get(mark)?.classList.remove('pinned');
    pinned = marks;
    for (const mark of pinned) byMark.get(mark)?.classList.add('pinned');
    light(pinned);
  };
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const show = (element, block) => element?.scrollIntoView({ block, behavior: still.matches ? 'auto' : 'smooth' });
  const sideBySide = matchMedia('(min-width: 60rem)');
  const shownMarks = (segment) => marksOf(segment).map(([mark]) => mark).filter((mark) => !byMark.get(mark)?.hidden);
  // The narrowest claim first: wide ones are seen anyway.
  const narrowFirst = (marks) => [...marks].sort((a, b) => segmentsOf.get(a).length - segmentsOf.get(b).length);

  for (const claim of claims) {
    const mark = claim.dataset.mark;
    claim.addEventListener('mouseenter', () => light([...pinned, mark]));
    claim.addEventListener('mouseleave', () => light(pinned));
    claim.addEventListener('focus', () => light([...pinned, mark]));
    claim.addEventListener('blur', () => light(pinned));
    claim.addEventListener('click', (event) => {
      if (event.target.closest('a, summary, details')) return;
      if (String(getSelection()) !== '') return;
      choose(claim);
    });
    claim.addEventListener('keydown', (event) => {
      if (event.target !== claim) return;
      if (event.key === 'Enter' || event.key === ' ') choose(claim);
      else if (event.key === 'ArrowDown' || event.key === 'j') step(claim, 1);
      else if (event.key === 'ArrowUp' || event.key === 'k') step(claim, -1);
      else return;
      event.preventDefault();
    });
  }
  const choose = (claim) => {
    const mark = claim.dataset.mark;
    if (pinned.length === 1 && pinned[0] === mark) return pin([]);
    pin([mark]);
    if (sideBySide.matches) show(segmentsOf.get(mark)[0]?.[0], 'center');
  };
  const step = (claim, by) => {
    const shown = claims.filter((each) => !each.hidden && !each.closest('.group').hidden);
    shown[shown.indexOf(claim) + by]?.focus();
  };

  for (const [index, segment] of segments.entries()) {
    segment.tabIndex = index === 0 ? 0 : -1;
    segment.addEventListener('mouseenter', () => light([...pinned, ...shownMarks(segment)]));
    segment.addEventListener('mouseleave', () => light(pinned));
    segment.addEventListener('focus', () => light([...pinned, ...shownMarks(segment)]));
    segment.addEventListener('blur', () => light(pinned));
    const press = () => {
      const marks = shownMarks(segment);
      pin(marks);
      show(byMark.get(narrowFirst(marks)[0]), 'center');
    };
    segment.addEventListener('click', () => String(getSelection()) === '' && press());
    segment.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') press();
      else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') rove(index, 1);
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') rove(index, -1);
      else return;
      event.preventDefault();
    });
  }
  const rove = (index, by) => {
    const next = segments[index + by];
    if (!next) return;
    segments[index].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  document.addEventListener('keydown', (event) => event.key === 'Escape' && pin([]));

  const kinds = all('[data-kind]');
  const statuses = all('[data-status-filter]');
  const find = document.querySelector('.find input');
  const reset = document.querySelector('.reset');
  const pressed = (button) => button.getAttribute('aria-pressed') === 'true';
  const press = (button, on) => button.setAttribute('aria-pressed', String(on));
  const filter = () => {
    const off = new Set(kinds.filter((button) => !pressed(button)).map((button) => button.dataset.kind));
    const wanted = new Set(statuses.filter(pressed).map((button) => button.dataset.statusFilter));
    const words = find.value.trim().toLowerCase();
    for (const claim of claims)
      claim.hidden =
        off.has(claim.closest('.group').dataset.group) ||
        (wanted.size > 0 && !wanted.has(claim.dataset.status)) ||
        (words !== '' && !claim.textContent.toLowerCase().includes(words));
    for (const group of all('.group')) {
      const shown = all('.claim', group).filter((claim) => !claim.hidden).length;
      group.hidden = shown === 0;
      group.querySelector('h3 .number').textContent = shown;
    }
    for (const side of all('.claim-side')) {
      const none = all('.claim', side).length > 0 && all('.claim', side).every((claim) => claim.hidden);
      side.querySelector('.none-match').hidden = !none;
    }
    for (const segment of segments) segment.classList.toggle('off', shownMarks(segment).length === 0);
    reset.hidden = off.size === 0 && wanted.size === 0 && words === '';
    const address = new URLSearchParams();
    if (off.size > 0) address.set('hide', [...off].join(','));
    if (wanted.size > 0) address.set('status', [...wanted].join(','));
    if (words !== '') address.set('find', words);
    const next = String(address) === '' ? location.href.split('#')[0] : '#' + address;
    if (/^#?$|=/.test(location.hash) && next !== location.href) history.replaceState(null, '', next);
    pin(pinned.filter((mark) => !byMark.get(mark)?.hidden));
  };
  for (const button of [...kinds, ...statuses])
    button.addEventListener('click', () => (press(button, !pressed(button)), filter()));
  find.addEventListener('input', filter);
  reset.addEventListener('click', () => {
    for (const button of kinds) press(button, true);
    for (const button of statuses) press(button, false);
    find.value = '';
    filter();
  });

  const fromAddress = () => {
    if (location.hash.includes('=')) {
      const address = new URLSearchParams(location.hash.slice(1));
      const list = (name) => (address.get(name) ?? '').split(',');
      for (const button of kinds) press(button, !list('hide').includes(button.dataset.kind));
      for (const button of statuses) press(button, list('status').includes(button.dataset.statusFilter));
      find.value = address.get('find') ?? '';
      filter();
    } else if (location.hash.startsWith('#c')) {
      const claim = claims.find((each) => '#' + each.id === location.hash);
      if (claim) { pin([claim.dataset.mark]); claim.focus({ preventScroll: true }); show(claim, 'center'); }
    }
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
})();
`;
