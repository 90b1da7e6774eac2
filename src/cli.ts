#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { registerAccountsCommands } from './accounts/index.js';
import { registerConversationCommands } from './conversation/index.js';
import { registerKnowledgeCommands } from './knowledge/index.js';
import { LIMITS } from './contract/index.js';
import { withinGround } from './ground.js';
import { ConfigError, readConfig } from './platform/config.js';
import { registerPrivacyCommands } from './privacy/index.js';
import { registerDataCommands } from './platform/data.commands.js';
import { schema } from './schema.js';
import { serve } from './main.js';

const program = new Command('guichet')
  .description('Answers citizens from official content, and hands over to a person when unsure.')
  .showHelpAfterError();

program.command('serve', { isDefault: true }).description('migrate, seed an empty database, listen').action(serve);
program
  .command('limits')
  .description('print every named limit, its value and what it is for')
  .action(() => {
    const { limits } = readConfig();
    for (const [name, { doc }] of Object.entries(LIMITS)) console.log(`${name}: ${limits[name as keyof typeof LIMITS]}  # ${doc}`);
  });
registerDataCommands(program, schema);
registerAccountsCommands(program, withinGround);
registerKnowledgeCommands(program, withinGround);
registerConversationCommands(program, withinGround);
registerPrivacyCommands(program, withinGround);

program.parseAsync().catch((error: unknown) => {
  // One line that says what is wrong; a stack only for what nobody expected.
  const expected = error instanceof ConfigError || (error instanceof Error && error.name !== 'TypeError');
  console.error(`guichet: ${expected ? (error as Error).message : String((error as Error).stack ?? error)}`);
  process.exitCode = 1;
});
