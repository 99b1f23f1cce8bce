import type { Node } from '../../document/tree.ts';

/** Is a token a quotation mark of any kind? */
export const isQuotationMark = ({ form }: Pick<Node, 'form'>): boolean => /^(?:["“”'‘’]|''|``)$/.test(form);

/** Is it one that may open a quotation? */
export const isOpeningMark = ({ form }: Pick<Node, 'form'>): boolean => /^["“‘«„]$|^``$/.test(form);
