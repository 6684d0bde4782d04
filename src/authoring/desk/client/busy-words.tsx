/** That something is being done. It is there before there is something to say, so that it is heard. */
import { useBusy } from './busy.ts';

export function BusyWords() {
  const words = useBusy();
  return (
    <span className="busy" role="status">
      {words}
    </span>
  );
}
