/** Fields that are seldom needed. They are in sight where one of them is written. */
import { type ReactNode, useState } from 'react';
import type { Fields } from '../wire.ts';

interface MoreProps {
  readonly what: string;
  readonly fields: Fields;
  readonly names: readonly string[];
  /** For something else that is written in one of them. */
  readonly isOpenFirst?: boolean;
  readonly children: ReactNode;
}

export function More({ what, fields, names, isOpenFirst = false, children }: MoreProps) {
  const [isOpen, setOpen] = useState(
    () => isOpenFirst || names.some((name) => fields[name] !== undefined && fields[name] !== ''),
  );
  return (
    <details className="more" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>More about this {what}</summary>
      <div className="more-fields">{children}</div>
    </details>
  );
}
