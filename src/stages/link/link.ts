import type { Actor } from '../../document/claim.ts';
import type { Layers } from '../../document/reading.ts';
import { antecedentOf } from '../../grammar/clause.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { namesOf } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import { appositive } from './apposition.ts';
import { aliasOf, bodyOf } from './bodies.ts';
import { type Company, entityOf } from './company.ts';
import { datedNames } from './dated-names.ts';
import { type Entity, openDiscourse } from './discourse.ts';
import { type Facts, type Scene, setScene } from './facts.ts';
import type { Ground } from './ground.ts';
import { groupOf } from './groups.ts';
import { holdersIn } from './holders.ts';
import { homeOf, placesIn } from './home.ts';
import { chosenName } from './meaning.ts';
import { officeHolder } from './office-holders.ts';
import { gatherPeople } from './people.ts';
import { atHome, folk, peopleOf } from './peoples.ts';
import { antecedent } from './pronouns.ts';
import { quotedStretches } from './quoted.ts';

/**
 * Links each mention to the actor that it means in this report, null where that is open: names through the knowledge, people
 * as the report introduces them, offices through the report or the table of holders at its date, groups by their words and
 * country, the rest through what was spoken of before.
 */
export function linkActors(
  language: Language,
  know: Knowledge,
): (layers: Pick<Layers, 'report' | 'trees' | 'mentions'>) => readonly (Actor | null)[] {
  const namesOn = datedNames(namesOf(know), know);
  const places = placesIn(know);
  const holders = holdersIn(know.tables, { articled: language.modifiers.articled, styles: language.titles.styles });
  const { outlet } = know.tables;
  return ({ report, trees, mentions }) => {
    const on = report.published === null ? null : report.published.slice(0, 10);
    const names = namesOn(on);
    const scene = setScene(report.text, trees, mentions, { language, names, quotes: quotedStretches(report.text) });
    const home = homeOf(report, scene, { names, places, outlet });
    const plain = (facts: Facts): Actor | null => {
      const actor = chosenName(facts, { scene, home, places }) ?? designation(facts, { scene, home, places });
      return actor?.kind === 'group' ? atHome(actor, { names, home }) : actor;
    };
    const ground: Ground = { scene, language, holders, names, places, home, on, plain };
    return linkAll(scene, ground);
  };
}

/** "the Muslim Brotherhood movement": the name inside says which. */
function designation(facts: Facts, around: Pick<Ground, 'scene' | 'home' | 'places'>): Actor | null {
  if (facts.agent === null || facts.agent.kind.again === null || facts.agent.kind.again === 'state') return null;
  const inner = around.scene
    .inside(facts)
    .filter(
      (one) =>
        one.head.label !== 'nmod:poss' &&
        one.to >= (facts.agent?.from ?? 0) &&
        one.mention.words[1] <= facts.head.words[0],
    )
    .at(-1);
  const actor = inner === undefined ? null : chosenName(inner, around);
  return actor?.kind === 'state' ? null : actor;
}

function linkAll(scene: Scene, ground: Ground): readonly (Actor | null)[] {
  const people = gatherPeople(ground);
  const discourse = openDiscourse();
  for (const { actor, sex } of people.all) if (sex !== null) discourse.sexes.set(actor.id, sex);
  const entities = new Map<string, Entity>();
  const done = new Map<number, Actor | null>();
  const actorOf = (facts: Facts): Actor | null => {
    const known = done.get(facts.index);
    if (known !== undefined) return known;
    // Asked again while it is being found, a mention means nobody yet.
    done.set(facts.index, null);
    const actor = resolve(facts, company);
    done.set(facts.index, actor);
    return actor;
  };
  const company: Company = { ...ground, people, discourse, actorOf };
  return scene.facts.map((facts) => {
    const actor = actorOf(facts);
    if (actor !== null) {
      // A pronoun speaks of what was spoken of, as it was.
      const before = facts.pronoun === null ? undefined : entities.get(actor.id);
      const entity = before ?? entityOf(actor, facts);
      entities.set(actor.id, entity);
      const sex = actor.kind === 'person' ? ground.language.pronouns.sexOfName(actor.name) : null;
      if (sex !== null && !discourse.sexes.has(actor.id)) discourse.sexes.set(actor.id, sex);
      discourse.note(entity, facts);
    }
    return actor;
  });
}

/** "the envoy to Chad Ana Silva, who …": the clause hangs on a name that does not head its phrase. */
function namedAt(node: number, { tree, mention }: Facts, { facts: all }: Scene): Facts | null {
  const [start, end] = tree.nodes[node]?.words ?? [-1, -1];
  const holds = ({ mention: { at, name } }: Facts): boolean =>
    at.sentence === mention.at.sentence && name !== null && name[0] <= start && end <= name[1];
  return all.find(holds) ?? null;
}

function resolve(facts: Facts, company: Company): Actor | null {
  const { people: known, plain, scene, actorOf } = company;
  if (facts.pronoun === 'relative') {
    const node = antecedentOf(facts.tree, facts.head.index);
    const before =
      node === facts.head.index ? null : (scene.at(facts.mention.at.sentence, node) ?? namedAt(node, facts, scene));
    return before === null ? null : actorOf(before);
  }
  if (facts.pronoun !== null) return antecedent(facts, company);
  const person = known.named(facts);
  if (person !== null) return person.actor;
  if (facts.title !== null && facts.name === null) {
    const named = appositive(facts, scene)
      .map((other) => known.named(other))
      .find((one) => one !== null);
    return named?.actor ?? officeHolder(facts, company);
  }
  if (
    facts.mention.form === 'demonym' &&
    !facts.inner &&
    (facts.head.upos !== 'ADJ' || facts.head.children.some((child) => facts.tree.nodes[child]?.upos === 'DET'))
  )
    return peopleOf(facts, company);
  const sure = aliasOf(facts, company) ?? folk(facts, company);
  if (sure !== null) return sure;
  return (facts.agent === null ? null : groupOf(facts, company)) ?? plain(facts) ?? bodyOf(facts, company);
}
