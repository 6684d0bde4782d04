/** Questions on the one quantity that a statement gives. */
import { ask, type Clause, clauseOf, isJoined } from './asking.ts';
import { chooseWrong } from './choose-wrong.ts';
import { ordered } from './draw.ts';
import type { Maker, Proposal } from './proposal.ts';
import { numberedNames, type Quantity, quantityOf } from './quantities.ts';
import type { Story, Told } from './story.ts';

/** The nearest rivals of a number; further off they would be seen through. */
const NEAR = 6;

export const howMany: Maker = (story) => {
  const names = numberedNames(story.pack.entities);
  return story.askable.flatMap((told) => {
    const quantity = quantityOf(told.statement, names);
    return quantity ? (proposal(story, told, quantity) ?? []) : [];
  });
};

interface Asked {
  readonly prompt: string;
  /** What every option has behind its number. */
  readonly unit: string;
}

function proposal(story: Story, { claim, statement }: Told, quantity: Quantity): Proposal | undefined {
  const clause = withTail(statement, quantity);
  const asked =
    (clause && (measured(story, clause, quantity) ?? fronted(story, clause, quantity))) ??
    asItStands(statement, quantity);
  if (!asked) return undefined;
  const seed = `how-many ${claim.id}`;
  const told = story.rivalsOf(claim).map(({ text }) => text);
  const near = quantity.rivals.filter((rival) => !told.some((text) => text.includes(rival))).slice(0, NEAR);
  const wrong = chooseWrong(ordered(near, seed, String), { right: quantity.text, seed, textOf: String });
  return wrong.length < 3
    ? undefined
    : {
        fact: claim.id,
        question: {
          question: asked.prompt,
          right: quantity.text + asked.unit,
          wrong: wrong.map((text) => text + asked.unit),
        },
      };
}

/** "… when it was lit again" may follow what is asked: it stays at the end of the question too. */
function withTail(statement: string, { at }: Quantity): Clause | undefined {
  const tail = / (?:when|while|after|before|because|if|until)\b.*$/.exec(statement);
  const end = tail && tail.index > at ? tail.index : statement.length;
  const clause = clauseOf(statement.slice(0, end));
  return clause && { ...clause, rest: clause.rest + statement.slice(end) };
}

const MEASURE =
  /^( (?:metres?|meters?|feet|kilometres?|km|miles?|years?|inches|centimetres?)) (high|tall|long|wide|deep|old|thick)\b(.*)$/;

/** "How high is Varn Light?" */
function measured(story: Story, clause: Clause, { text }: Quantity): Asked | undefined {
  const [before, after = ''] = clause.rest.split(text);
  const [, unit = '', how, rest = ''] = MEASURE.exec(after) ?? [];
  if (
    how === undefined ||
    !/^(?:is|was)$/.test(clause.helper) ||
    !/^(?:about |almost |nearly )?$/.test(before ?? '')
  )
    return undefined;
  const prompt = ask(`How ${how}`, { ...clause, rest: rest.trim() }, story.isName);
  return prompt === undefined ? undefined : { prompt, unit: how === 'old' ? '' : unit };
}

/** Which end it is belongs to what is asked for. */
const HEDGE = /(?:^| )(about|almost|nearly|up to|at least|at most|around|some|exactly|just|only)$/i;

/** "Within how many days must it be sent?" */
const LEAD = /(?:^| )(at|by|until|within|after|for|before)$/;

/** "How many steps does the tower have?", "What time does the office close?" */
function fronted(story: Story, clause: Clause, { text, asks, counted }: Quantity): Asked | undefined {
  const place = clause.rest.indexOf(text);
  if (place < 0 || asks === 'what percentage') return undefined;
  const before = clause.rest.slice(0, place).trim();
  const after = clause.rest.slice(place + text.length).trim();
  if (!after.startsWith(counted) || after.startsWith(`${counted} of `)) return undefined;
  const hedge = HEDGE.exec(before)?.[1] ?? '';
  const verb = before.slice(0, before.length - hedge.length).trim();
  const [, lead = ''] = LEAD.exec(verb) ?? [];
  const what = [
    lead === 'at' ? '' : lead,
    /about|almost|nearly|up to|at/.test(hedge) ? hedge : '',
    asks,
    counted,
  ]
    .filter(Boolean)
    .join(' ');
  const rest = [verb.slice(0, verb.length - lead.length).trim(), after.slice(counted.length).trim()]
    .filter(Boolean)
    .join(' ');
  // "How many metres is it run on a track of?"
  if (/\b(?:an?|the|its|our|their) .*(?:of|on|in|to|at|for|with|from)$/.test(rest)) return undefined;
  const prompt = ask(upper(what), { ...clause, rest }, story.isName);
  return prompt === undefined ? undefined : { prompt, unit: '' };
}

/** What somebody says, thinks or hopes: a question in the same order would have them ask it. */
const SAYS =
  /\b(?:says?|said|tells?|told|claim(?:s|ed)?|admit(?:s|ted)?|recall(?:s|ed)?|remember(?:s|ed)?|report(?:s|ed)?|thinks?|thought|believe[sd]?|hope[sd]?|promise[sd]?|writes?|wrote|adds|added that|estimate[sd]?|insist(?:s|ed)?|complain(?:s|ed)?)\b/;

/** "In the first year, how many people slept in the tower?", "Lunch costs how much?" */
function asItStands(statement: string, { at, text, asks }: Quantity): Asked | undefined {
  const before = statement.slice(0, at);
  const after = statement.slice(at + text.length);
  const isEasy =
    !/,/.test(after) &&
    !SAYS.test(before) &&
    !isJoined(after.trim().split(' ')) &&
    /^(?:(?:In|At|On|By|During|After|Before|For|Since) [^,]+, )?[^,;:]*$/.test(before);
  return isEasy ? { prompt: upper(`${before}${asks}${after}?`), unit: '' } : undefined;
}

const upper = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
