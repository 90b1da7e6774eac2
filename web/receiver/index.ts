export { createReceiver, type Numbered, type Page, type Receiver, type ReceiverOptions } from './receiver.js';
export { createSender, type Line, type Sender, type SenderOptions } from './sender.js';
export { LinkDown, Refused } from './failures.js';
export { openLink, type Link, type LinkOptions, type LinkState } from './link.js';
export { knowsEvent } from './kinds.js';
export type { Store } from './outbox.js';
export { wallTimers, type Timers } from './timers.js';
export { onWake } from './wake.js';
