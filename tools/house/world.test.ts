import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import { isTest, root, sourcesUnder, type Source } from './sources.ts';

/*
 * Data knows the world, code knows grammar: no string in src/ names a state, a pact, an organisation, a city's capital,
 * a month or a weekday; and no word of a text is compared with an event verb.
 */

const know = readKnowledge(join(root, 'knowledge'));

// Help and pages show examples and name fonts; neither judges text.
const SHOWN = /^src\/(apps|outputs)\//;
const sources = sourcesUnder('src').filter(({ path }) => !isTest(path) && !SHOWN.test(path));

interface Literal {
  readonly where: string;
  readonly text: string;
  /** What the code compares it with: `node.lemma`; null where with nothing. */
  readonly against: string | null;
}

/** Strings, templates' fixed parts and regular expressions; what is imported is no literal. */
function literalsOf({ path, text }: Source): readonly Literal[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push({
        where: `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        text: node.text,
        against: comparedWith(node),
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `node.lemma === 'be'`, `['be', 'have'].includes(node.lemma)` */
function comparedWith(literal: ts.Node): string | null {
  const { parent } = literal;
  if (ts.isBinaryExpression(parent)) return (parent.left === literal ? parent.right : parent.left).getText();
  const call = ts.isArrayLiteralExpression(parent) ? parent.parent.parent : null;
  return call !== null && ts.isCallExpression(call) ? call.arguments.map((one) => one.getText()).join(', ') : null;
}

const literals = sources.flatMap(literalsOf);
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Literals in which one of the names stands as whole words, in its own case. */
const naming = (names: readonly string[]): readonly string[] => {
  const patterns = names.map((name) => ` ${words(name).join(' ')} `);
  return literals
    .filter(({ text }) => patterns.some((name) => ` ${words(text).join(' ')} `.includes(name)))
    .map(({ where, text }) => `${where} "${text}"`);
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

describe('no string in src/', () => {
  it('names a state, its people or its capital', () => {
    const names = know['actors/states'].flatMap(({ name, also, adjectives, demonyms, capital }) =>
      [name, ...also, ...adjectives, ...demonyms, capital ?? ''].filter((one) => one.length > 3),
    );
    expect(naming(names)).toEqual([]);
  });

  it('names a pact or an organisation', () => {
    const names = [...know['pacts/*'], ...know['actors/organisations']].map(({ name }) => name);
    expect(naming(names.filter((one) => words(one).join('').length > 3))).toEqual([]);
  });

  it('names a month or a weekday', () => {
    const { months, weekdays } = know['languages/en/calendar'];
    const names = [...months, ...weekdays].flatMap(([full = '']) => [full, capitalised(full)]);
    expect(naming(names.filter((name) => !['march', 'may'].includes(name)))).toEqual([]);
  });

  it('is an event verb with which a word of the text is compared', () => {
    const verbs = new Set(know['languages/en/events/*'].flatMap(({ verb }) => verb));
    const wrong = literals.filter(
      ({ text, against }) => verbs.has(text) && !GRAMMAR.has(text) && /(^|\.)(lemma|form|lower)$/.test(against ?? ''),
    );
    expect(wrong.map(({ where, text }) => `${where} "${text}"`)).toEqual([]);
  });
});

/** Verbs that are grammar before they are anything else. */
const GRAMMAR = new Set(['be', 'have', 'do', 'get', 'go', 'let']);
