import { createInProcessQueue } from '../../src/queue/in-process.ts';
import { queueContract } from '../contracts/queue.ts';

queueContract('one process', async (parts) => createInProcessQueue(parts));
