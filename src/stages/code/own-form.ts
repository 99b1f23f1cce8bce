import type { Status } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Supposition } from './supposition.ts';
import { isCommand, isDestined } from './verb-mood.ts';

/** What the form of a verb alone says of its act. */
export interface OwnForm {
  /** Its standing by tense, aspect, modal, and the condition it stands in; `present`: as `Stand` has it. */
  readonly ownForm: (tree: Tree, index: number) => { readonly status: Status; readonly present: boolean };
  /** Is this a clause of time in the present tense, which tells of what is to come ("before he leaves", "once it has signed")? */
  readonly isAwaited: (tree: Tree, index: number) => boolean;
}

/** Reads the forms of verbs by a language's modal verbs and conjunctions. */
export function ownFormOf(words: Knowledge['languages/en/standing'], isCondition: Supposition['isCondition']): OwnForm {
  const motion = new Set(words.motion);
  const inferring = new Set(words.inferring);
  const unfulfilled = new Set(words.unfulfilled);
  const awaiting = new Set(words.awaiting);
  const given = (status: Status, present = false): ReturnType<OwnForm['ownForm']> => ({ status, present });

  /** "would have signed": it did not; "must have signed": it did, as somebody infers. */
  const byModal = (modal: string, perfect: boolean): Status => {
    if (perfect && unfulfilled.has(modal)) return 'not-occurred';
    if (perfect && inferring.has(modal)) return 'occurred';
    return words.modals[modal] ?? 'possible';
  };

  return {
    ownForm: (tree, index) => {
      const form = verbForm(tree, index);
      const node = nodeAt(tree, index);
      if (isCondition(tree, index)) return given('possible');
      if (isCommand(tree, index)) return given('proposed');
      if (form.modal !== null) return given(byModal(form.modal, form.perfect));
      // "is to visit"; "was to have visited", and did not
      if (isDestined(tree, index)) return given(form.perfect ? 'not-occurred' : 'scheduled');
      if (form.progressive) return given('underway', true);
      if (form.tense === 'present' && !form.perfect && node.upos === 'VERB' && !form.passive)
        return given('occurred', motion.has(node.lemma));
      return given('occurred');
    },
    isAwaited: (tree, index) => {
      const { tense, modal } = verbForm(tree, index);
      return (
        tense === 'present' &&
        modal === null &&
        hasLabel(nodeAt(tree, index), 'advcl') &&
        dependents(tree, index, 'mark', 'advmod').some((it) => awaiting.has(it.lemma))
      );
    },
  };
}
