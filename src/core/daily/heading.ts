/** What stands above a daily question, and by which its message is known again. */
import { formatDate } from '../dates.ts';

export const dailyHeading = (localDate: string): string => `Daily question, ${formatDate(localDate)}`;
