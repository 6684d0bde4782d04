/** A card as Discord and Slack show it, drawn from the payloads that their own renderers made. */
import { DRAWINGS } from '../../../pages/client/drawings.ts';
import { SeenAt } from '../../../pages/client/moment.tsx';
import { Undrawable } from '../../../pages/client/undrawable.tsx';
import type { ShownCard } from '../wire.ts';
import { useLook } from './look.ts';

export const FACES = [
  { name: 'discord', label: 'Discord' },
  { name: 'slack', label: 'Slack' },
] as const;

interface CardProps {
  readonly card: ShownCard;
  readonly face: (typeof FACES)[number];
  /** “Fact”, “Question”, “Reveal” */
  readonly label: string;
}

/** Its buttons belong to the platforms: here there is nothing to press, and who cannot see it hears its words. */
export function Card({ card, face, label }: CardProps) {
  const { icon, people, theme } = useLook();
  const Drawing = DRAWINGS[face.name];
  const drawing = Drawing && (
    <Undrawable key={card.text} words={card.text}>
      <SeenAt value={card.at}>
        <Drawing
          payload={card.payloads[face.name]}
          message={{ at: card.at, names: card.names }}
          icon={icon}
          people={people}
          press={() => {}}
        />
      </SeenAt>
    </Undrawable>
  );
  return (
    <figure className={`card pane-${face.name}`} aria-label={`${label} on ${face.label}`}>
      <div inert>
        {face.name === 'discord' ? (
          <discord-messages key={theme} lightTheme={theme === 'light'} noBackground>
            {drawing}
          </discord-messages>
        ) : (
          drawing
        )}
      </div>
      <p className="unseen">{card.spoken}</p>
    </figure>
  );
}
