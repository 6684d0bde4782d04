import { isUnwritten } from '../../drafts/unwritten.ts';
import { finding, type Rule } from '../rule.ts';

export const unwritten = {
  id: 'unwritten',
  severity: 'error',
  says: 'A proposal is a list of what to tell: without its draft sign, people would be shown a form that nobody filled in.',
  check: (pack) =>
    pack.claims
      .filter(({ text }) => isUnwritten(text))
      .map((claim) =>
        finding(
          claim,
          'text',
          'a sentence of your own in place of the proposal, or “draft: true” until there is one',
        ),
      ),
} satisfies Rule;
