import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import { hash, mix } from '../../tagger/hash.ts';
import type { Stand } from './standing.ts';

/**
 * What there is to tell whether the act of a verb is a fact: what the rules made of it, its form, what hangs on it, what it hangs on, the
 * words around it, and how its sentence begins and ends. Each feature is a number; the first part says of what sort it is.
 */
export function factualityFeatures(tree: Tree, at: number, stand: Stand): readonly number[] {
  const found: number[] = [];
  const of = (sort: number, ...parts: readonly number[]): void => void found.push(parts.reduce(mix, sort));
  const node = nodeAt(tree, at);
  const own: Word = { lemma: word(node), tag: hash(node.xpos), label: hash(node.label), form: formOf(tree, at) };
  const standing = hash(`${stand.status}${stand.thought ? '?' : ''}`);
  ofItself(own, standing, of);
  of(10, standing, hash(stand.certainty));
  for (const { rule, node: governor } of stand.by) {
    of(11, hash(rule), standing);
    of(12, hash(rule), word(nodeAt(tree, governor)));
  }
  for (const child of node.children) ofChild(tree, nodeAt(tree, child), at, { own, standing, of });
  ofSubject(tree, at, { own, standing, of });
  ofAbove(tree, at, { own, standing, of });
  ofNeighbours(tree, at, own, of);
  ofSentence(tree, at, { own, standing, of });
  return found;
}

type Of = (sort: number, ...parts: readonly number[]) => void;

interface Word {
  readonly lemma: number;
  readonly tag: number;
  readonly label: number;
  readonly form: number;
}

interface Around {
  readonly own: Word;
  readonly standing: number;
  readonly of: Of;
}

const word = ({ lemma }: Node): number => hash(lemma.toLowerCase());
const EDGE = hash('');

/** A verb's tense, aspect, voice and modal as one number. */
function formOf(tree: Tree, at: number): number {
  const { finite, tense, perfect, progressive, passive, modal, infinitive } = verbForm(tree, at);
  return hash([finite, tense, perfect, progressive, passive, modal, infinitive].join(' '));
}

function ofItself({ lemma, tag, label, form }: Word, standing: number, of: Of): void {
  of(20, lemma);
  of(21, lemma, tag);
  of(22, lemma, label);
  of(23, tag, label);
  of(24, form);
  of(25, form, lemma);
  of(26, form, label);
  for (const [id, part] of [lemma, tag, label, form].entries()) of(30 + id, standing, part);
}

/** Small words that say how an act stands; of other dependents their sort says more than they. */
const isSmall = ({ label }: Node): boolean => SMALL.has(label.split(':', 1)[0] ?? label);
const SMALL = new Set(['aux', 'mark', 'advmod', 'cop', 'case', 'cc', 'expl', 'det', 'discourse', 'punct']);
const CLAUSES = new Set(['ccomp', 'xcomp', 'advcl', 'parataxis', 'acl', 'acl:relcl']);

function ofChild(tree: Tree, child: Node, at: number, { own, standing, of }: Around): void {
  const [label, lemma] = [hash(child.label), word(child)];
  of(40, label, lemma);
  of(41, label, own.lemma);
  if (isSmall(child)) {
    of(42, label, lemma, standing);
    of(43, label, lemma, own.lemma);
    return;
  }
  of(44, label, child.index < at ? 1 : 2);
  of(45, label, hash(child.xpos));
  if (CLAUSES.has(child.label)) of(46, label, formOf(tree, child.index));
  for (const small of child.children.map((it) => nodeAt(tree, it)))
    if (isSmall(small)) of(47, label, hash(small.label), word(small));
}

/** Who acts, which a clause without a subject takes from the one above: "you", a name, a noun. */
function ofSubject(tree: Tree, at: number, { own, standing, of }: Around): void {
  const subject = subjectOf(tree, at);
  const sort =
    subject === null ? EDGE : subject.upos === 'PRON' ? word(subject) : mix(hash(subject.upos), hash(subject.xpos));
  of(50, sort);
  of(51, sort, own.form);
  of(52, sort, own.lemma);
  of(53, sort, standing);
}

function subjectOf(tree: Tree, at: number): Node | null {
  for (let here = at, steps = 0; here >= 0 && steps < 4; steps++) {
    const node = nodeAt(tree, here);
    const subject = node.children.map((it) => nodeAt(tree, it)).find(({ label }) => label.startsWith('nsubj'));
    if (subject !== undefined) return subject;
    if (!SHARING.has(node.label)) return null;
    here = node.head;
  }
  return null;
}

const SHARING = new Set(['conj', 'xcomp', 'advcl', 'ccomp']);

/** The words above, up to the fourth, by the path to them; small words beside the path. */
function ofAbove(tree: Tree, at: number, { own, standing, of }: Around): void {
  let path = own.label;
  for (let here = nodeAt(tree, at), steps = 0; steps < 4; steps++) {
    of(60, steps, path);
    if (here.head < 0) return;
    const above = nodeAt(tree, here.head);
    const [lemma, form] = [word(above), formOf(tree, above.index)];
    of(61, steps, lemma);
    of(62, path, lemma);
    of(63, path, hash(above.xpos));
    of(64, path, form);
    if (steps < 2) {
      of(65, steps, lemma, own.lemma);
      of(66, steps, lemma, standing);
      of(67, steps, form, own.form);
    }
    for (const beside of above.children.map((it) => nodeAt(tree, it))) {
      if (beside === here || beside.label === 'punct') continue;
      if (isSmall(beside)) {
        of(68, steps, hash(beside.label), word(beside));
        of(69, hash(beside.label), word(beside), hash(here.label));
      } else if (steps < 2 && beside.label.startsWith('nsubj')) {
        const sort = beside.upos === 'PRON' ? word(beside) : hash(beside.xpos);
        of(70, steps, sort, lemma);
        of(71, steps, sort, form);
      }
    }
    here = above;
    path = mix(path, hash(above.label));
  }
}

function ofNeighbours({ nodes }: Tree, at: number, { lemma, tag }: Word, of: Of): void {
  const form = (offset: number): number => hash(nodes[at + offset]?.form.toLowerCase() ?? '');
  const sort = (offset: number): number => hash(nodes[at + offset]?.xpos ?? '');
  for (const offset of [-3, -2, -1, 1, 2, 3]) {
    of(80, offset, form(offset));
    of(81, offset, sort(offset));
    if (Math.abs(offset) < 3) of(82, offset, form(offset), lemma);
  }
  of(83, form(-2), form(-1));
  of(84, form(1), form(2));
  of(85, form(-3), form(-2), form(-1));
  of(86, sort(-2), sort(-1), tag);
  of(87, tag, sort(1), sort(2));
  for (let offset = 1; offset <= 6; offset++) {
    of(88, form(-offset));
    of(89, form(offset));
  }
}

function ofSentence(tree: Tree, at: number, { own, standing, of }: Around): void {
  const root = nodeAt(tree, tree.root);
  const [first, last] = [nodeAt(tree, 0), nodeAt(tree, tree.nodes.length - 1)];
  const form = formOf(tree, root.index);
  of(90, word(root));
  of(91, hash(root.xpos), form);
  of(92, form, standing);
  of(93, at === root.index ? 1 : 2);
  of(94, hash(last.form));
  of(95, hash(last.form), standing);
  of(96, hash(last.form), own.label);
  of(97, hash(first.form.toLowerCase()));
  of(98, hash(first.xpos), at === 0 ? 1 : 2);
  for (const node of tree.nodes)
    if (node.xpos === 'MD' || node.upos === 'SCONJ') of(99, word(node), node.index < at ? 1 : 2);
}
