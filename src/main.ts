import { Accounts } from './accounts/index.js';
import { boot } from './boot.js';
import { Addresses } from './platform/addresses.js';
import { readConfig } from './platform/config.js';

/** Longest a stop may take, in milliseconds. */
const STOP_WITHIN_MS = 10_000;

/** `guichet serve`: until a signal asks it to stop. */
export async function serve(): Promise<void> {
  const started = performance.now();
  const { app, url, stop } = await boot(readConfig(), { seedApart: true });
  console.log(`Guichet is listening (started in ${((performance.now() - started) / 1000).toFixed(1)} s)`);
  console.log(`  Demo page:  ${url}/`);
  console.log(`  Console:    ${url}/console`);
  const accounts = app.get(Accounts);
  if (await accounts.isEmpty())
    console.log(
      `  First account, by this link, once, within 24 hours:\n              ${app.get(Addresses).setupLink(await accounts.setupToken())}`,
    );

  const end = () => {
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}
