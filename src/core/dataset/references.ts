/** What a schema cannot see: ids that are used twice, and references that lead nowhere. */
import type { Pack, Problem } from './parse.ts';

type Kind = 'articles' | 'entities' | 'events' | 'claims' | 'disagreements' | 'questions';

const KINDS: readonly Kind[] = ['articles', 'entities', 'events', 'claims', 'disagreements', 'questions'];

export function checkReferences(packs: readonly Pack[]): Problem[] {
  return [...packs.flatMap(checkPack), ...checkUnique(packs)];
}

function checkPack(pack: Pack): Problem[] {
  const ids = Object.fromEntries(
    KINDS.map((kind) => [kind, new Set(pack[kind].map(({ id }) => id))]),
  ) as Record<Kind, Set<string>>;
  const topics = new Set(pack.info.topics.map(({ id }) => id));
  const problems: Problem[] = [];
  const expect = (
    kind: Kind,
    record: string,
    field: string,
    known: ReadonlySet<string>,
    id: string,
    noun: string,
  ) => {
    if (!known.has(id))
      problems.push({
        file: pack.origin.get(`${kind}/${record}`) ?? pack.info.id,
        record,
        field,
        expected: `the id of ${noun} of this pack, but “${id}” is none`,
      });
  };
  for (const { id, entities } of pack.events)
    for (const { entity } of entities) expect('events', id, 'entities', ids.entities, entity, 'an entity');
  for (const claim of pack.claims) {
    expect('claims', claim.id, 'topic', topics, claim.topic, 'a topic');
    for (const event of claim.events) expect('claims', claim.id, 'events', ids.events, event, 'an event');
    for (const { entity } of claim.entities)
      expect('claims', claim.id, 'entities', ids.entities, entity, 'an entity');
    for (const { article } of claim.receipts)
      expect('claims', claim.id, 'receipts', ids.articles, article, 'an article');
    for (const denial of claim.denials) expect('claims', claim.id, 'denials', ids.claims, denial, 'a claim');
  }
  for (const { id, sides } of pack.disagreements)
    for (const claim of sides.flatMap((side) => side.claims))
      expect('disagreements', id, 'sides', ids.claims, claim, 'a claim');
  for (const question of pack.questions) {
    expect('questions', question.id, 'topic', topics, question.topic, 'a topic');
    for (const claim of question.right.claims)
      expect('questions', question.id, 'right.claims', ids.claims, claim, 'a claim');
    for (const claim of question.wrong.flatMap((option) => option.claims))
      expect('questions', question.id, 'wrong.claims', ids.claims, claim, 'a claim');
  }
  return problems;
}

function checkUnique(packs: readonly Pack[]): Problem[] {
  return KINDS.flatMap((kind) => {
    const seen = new Set<string>();
    return packs.flatMap((pack) =>
      pack[kind].flatMap(({ id }) => {
        if (!seen.has(id)) {
          seen.add(id);
          return [];
        }
        const file = pack.origin.get(`${kind}/${id}`) ?? pack.info.id;
        return [{ file, record: id, field: 'id', expected: `an id that no other record of ${kind} has` }];
      }),
    );
  });
}
