import { type PlainBlock, plainCard } from '../src/core/cards/card.ts';
import type { Library } from '../src/core/dataset/library.ts';
import type { Article } from '../src/core/dataset/schema.ts';
import { describePublished } from '../src/core/dates.ts';
import { type Command, defineAction } from '../src/core/requests/command.ts';
import { toEveryone } from '../src/core/requests/request.ts';

export const sources: Command = {
  name: 'sources',
  description: 'The articles behind the facts, and how many facts rest on each',
  managersOnly: false,
  button: 'Sources',
  examples: () => [{ args: {} }],
  actions: {
    sole: defineAction({
      audience: 'everyone',
      options: {},
      run: async ({ services: { library } }) =>
        toEveryone(
          plainCard(
            'neutral',
            { type: 'heading', text: 'Sources' },
            ...[...library.articles.values()].slice(0, 10).map((article) => describe(library, article)),
            {
              type: 'note',
              text: [
                'Every fact and every answer names the paragraph it rests on. Nothing comes from anywhere else.',
              ],
            },
          ),
        ),
    }),
  },
};

function describe(library: Library, article: Article): PlainBlock {
  const facts = [...library.claims.values()].filter(({ receipts }) =>
    receipts.some((receipt) => receipt.article === article.id),
  );
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
