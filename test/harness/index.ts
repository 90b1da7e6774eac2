/** What every test of the running service starts from. */
export * from './client.js';
export { environment, guichet, type Ended } from './command.js';
export * from './data-folder.js';
export * from './fault-proxy.js';
export { http, openSession, signIn, type HttpAnswer } from './http.js';
export * from './people.js';
export * from './postgres.js';
export * from './redis.js';
export * from './screen.js';
export * from './service.js';
export * from './store.js';
export * from './traffic.js';
export * from './waiting.js';
