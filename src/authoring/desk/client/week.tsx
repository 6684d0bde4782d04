/** The next seven mornings of a channel that begins today, and what is never asked. */
import { useEffect, useState } from 'react';
import { useMedia } from '../../../pages/client/theme.tsx';
import type { Day, Week as WeekAhead } from '../wire.ts';
import { Card, FACES } from './cards.tsx';
import { useDesk } from './desk.ts';
import { HowToPlay } from './how-to-play.tsx';
import { NeverAsked } from './never-asked.tsx';
import { fetchWeek } from './requests.ts';
import { Switch } from './switch.tsx';
import { count } from './words.ts';

export function Week() {
  const { server } = useDesk();
  const [week, setWeek] = useState<WeekAhead>();
  const [problem, setProblem] = useState('');
  const [face, chooseFace] = useState<string>('discord');
  const isWide = useMedia('(min-width: 64rem)');
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each change of the pack other questions may come
  useEffect(() => {
    let isLate = false;
    void fetchWeek().then((answer) => {
      if (isLate) return;
      if (answer.ok) setWeek(answer.value);
      setProblem(answer.ok ? '' : answer.refusal.error);
    });
    return () => {
      isLate = true;
    };
  }, [server.revision]);
  return (
    <section className="week" aria-label="The week">
      <header className="sheet-head">
        <h2 data-focus="view week" tabIndex={-1}>
          The week
        </h2>
        <p className="lead">
          What a new channel would be asked each morning.{' '}
          {week && week.pool > 0
            ? `${count(week.pool, 'question')} may come in the morning: after ${count(week.pool, 'day')} they begin again.`
            : null}
        </p>
        <HowToPlay />
        {isWide ? null : <Switch label="Platform" choices={FACES} chosen={face} choose={chooseFace} />}
      </header>
      {problem === '' ? null : <p className="refusal">{problem}</p>}
      {week?.said === undefined ? null : <p className="lead">{week.said}</p>}
      <ol className="days">
        {week?.days.map((day) => (
          <DayItem
            key={`${day.date} ${day.question.id}`}
            day={day}
            faces={isWide ? FACES : FACES.filter(({ name }) => name === face)}
          />
        ))}
      </ol>
      <NeverAsked />
    </section>
  );
}

interface DayItemProps {
  readonly day: Day;
  readonly faces: readonly (typeof FACES)[number][];
}

function DayItem({ day: { date, question, open, reveal }, faces }: DayItemProps) {
  const { act, server, dispatch } = useDesk();
  const [isAnswered, setAnswered] = useState(false);
  const id = `day-${date}`;
  const written = server.questions.find((one) => one.id === question.id);
  const never = async () => {
    const refusal = await act.never(question);
    // Its place is taken by another question.
    if (!refusal) dispatch({ type: 'focus', on: 'view week' });
  };
  return (
    <li className="day">
      <h3 id={id}>{dayWords(date)}</h3>
      <div className="cards">
        {faces.map((face) => (
          <Card
            key={face.name}
            face={face}
            card={isAnswered ? reveal : open}
            label={isAnswered ? 'Answer' : 'Question'}
          />
        ))}
      </div>
      <div className="buttons">
        <button
          type="button"
          className="plain"
          aria-pressed={isAnswered}
          aria-describedby={id}
          onClick={() => setAnswered(!isAnswered)}
        >
          Show the answer
        </button>
        {written ? (
          <button type="button" className="link" aria-describedby={id} onClick={() => act.show(written)}>
            Go to the question
          </button>
        ) : null}
        <button type="button" className="link" aria-describedby={id} onClick={() => void never()}>
          Never ask this
        </button>
      </div>
    </li>
  );
}

const dayWords = (date: string): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  });
