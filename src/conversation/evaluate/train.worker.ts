import { parentPort, workerData } from 'node:worker_threads';
import { trainAndJudge, type TrainingTask } from './train-and-judge.js';

// A worker's port takes no target origin: the rule is about windows.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort!.postMessage(trainAndJudge(workerData as TrainingTask));
