import { type Choice, type PlainBlock, plainCard } from '../src/core/cards/card.ts';
import type { Library } from '../src/core/dataset/library.ts';
import type { Article, Claim } from '../src/core/dataset/schema.ts';
import { packOf } from '../src/core/dataset/scope.ts';
import { describePublished } from '../src/core/dates.ts';
import { type Command, defineAction } from '../src/core/requests/command.ts';
import { toAsker, toEveryone } from '../src/core/requests/request.ts';
import { type Token, typeToken } from '../src/core/requests/token.ts';
import { keysOf, labelOf } from '../src/core/settings/pack-named.ts';
import { packOption } from '../src/core/settings/pack-option.ts';
import { type Paged, pageOf, spanOf } from '../src/core/settings/pages.ts';
import { type Wanted, wantedHere } from '../src/core/settings/wanted.ts';

/** What one message has room for on every platform, with the longest titles. */
const MOST_LISTED = 10;

export const sources: Command = {
  name: 'sources',
  description: 'The articles behind the facts, and how many facts rest on each',
  managersOnly: false,
  button: 'Sources',
  examples: () => [{ args: {} }],
  actions: {
    sole: defineAction({
      audience: 'everyone',
      options: {
        // Nothing else can be meant by a word behind it.
        pack: { ...packOption, byNameOnly: false },
        page: {
          kind: 'integer',
          description: 'Which part of a long list',
          wanted: 'Lists have 1 to 999 parts.',
          min: 1,
          max: 999,
        },
      },
      run: async ({ origin, args, services }) => {
        const { library } = services;
        const wanted = await wantedHere(
          services,
          origin,
          { about: '', pack: args.pack },
          { fits: () => false, retry: (pack) => listToken(pack, 1) },
        );
        if ('problem' in wanted) return toAsker(wanted.problem);
        const articles = [...library.articles.values()].filter(({ id }) =>
          wanted.allowed.pack(packOf(id) ?? ''),
        );
        const paged = pageOf(articles, args.page ?? 1, MOST_LISTED);
        return toEveryone(
          plainCard(
            'neutral',
            { type: 'heading', text: `Sources${spanOf(paged, articles.length)}` },
            ...listed(library, wanted, paged),
            ...more(wanted, paged),
            {
              type: 'note',
              text: [
                'Every fact and every answer names the paragraph it rests on. Nothing comes from anywhere else.',
              ],
            },
          ),
        );
      },
    }),
  },
};

/** Under the titles of their packs, where there are several. */
function listed(library: Library, { allowed }: Wanted, { shown }: Paged<Article>): readonly PlainBlock[] {
  const claims = [...library.claims.values()].filter(allowed.claim);
  return allowed.packs.flatMap((pack): readonly PlainBlock[] => {
    const own = shown.filter(({ id }) => packOf(id) === pack.info.id);
    const heading = { type: 'heading', text: labelOf(pack, library.packs) } as const;
    return [
      ...(own.length > 0 && allowed.packs.length > 1 ? [heading] : []),
      ...own.map((article) => describe(claims, article)),
    ];
  });
}

function more({ pack }: Wanted, { next }: Paged<Article>): readonly PlainBlock[] {
  const token = next === undefined ? undefined : listToken(pack, next);
  const choice: Choice | undefined = token && { label: 'More sources', token, style: 'plain' };
  return choice ? [{ type: 'choices', choices: [choice] }] : [];
}

function listToken(pack: string | undefined, page: number): Token | undefined {
  const of = (named: string) => typeToken('sources', `${named} page: ${page}`.trim());
  const [id, short] = pack === undefined ? ['', ''] : keysOf(pack).map((key) => `pack: ${key}`);
  return of(id ?? '') ?? of(short ?? '');
}

function describe(claims: readonly Claim[], article: Article): PlainBlock {
  const facts = claims.filter(({ receipts }) => receipts.some((receipt) => receipt.article === article.id));
  const language =
    article.language === 'en'
      ? ''
      : ` · in ${new Intl.DisplayNames('en', { type: 'language' }).of(article.language)}`;
  const { title, url, author, publisher } = article;
  const source = [author, publisher, describePublished(article)].filter(Boolean).join(', ');
  return {
    type: 'text',
    text: [
      url === undefined ? { bold: title } : { link: title, href: url },
      `\n${source}${language} · ${facts.length === 1 ? '1 fact rests' : `${facts.length} facts rest`} on it`,
    ],
  };
}
