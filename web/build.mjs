/**
 * Builds what runs in a browser: `node web/build.mjs [loader|widget|console]...` (all of them without an argument).
 *
 *   dist/web/loader.js                  the one script tag of the embedding page, not hashed
 *   dist/web/assets/widget.{js,css}     the frame
 *   dist/web/assets/console.{js,css}    the desks of agents and editors, with hashed chunks beside them
 */
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = dirname(fileURLToPath(import.meta.url));
const out = join(web, '..', 'dist', 'web');
const assets = join(out, 'assets');

const shared = {
  root: web,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
};
const target = ['es2022', 'chrome107', 'firefox115', 'safari16'];

const parts = {
  loader: {
    entry: join(web, 'loader', 'main.ts'),
    options: {
      outDir: out,
      rolldownOptions: { output: { format: 'iife', entryFileNames: 'loader.js' } },
    },
  },
  widget: {
    entry: join(web, 'widget', 'main.tsx'),
    jsx: 'preact',
    options: {
      outDir: assets,
      modulePreload: false,
      rolldownOptions: {
        output: { entryFileNames: 'widget.js', chunkFileNames: 'widget-[name]-[hash].js', assetFileNames: 'widget[extname]' },
      },
    },
  },
  console: {
    entry: join(web, 'console', 'main.tsx'),
    jsx: 'react',
    options: {
      outDir: assets,
      rolldownOptions: {
        output: { entryFileNames: 'console.js', chunkFileNames: 'console-[hash].js', assetFileNames: 'console[extname]' },
      },
    },
  },
};

/** "use client" means something to servers that render React, and there is none here: some 400 warnings less. */
function onLog(level, log, pass) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') pass(level, log);
}

async function make(name) {
  const part = parts[name];
  await build({
    ...shared,
    base: '/w/assets/',
    ...(part.jsx ? { oxc: { jsx: { runtime: 'automatic', importSource: part.jsx, development: false } } } : {}),
    build: {
      target,
      emptyOutDir: false,
      assetsDir: '',
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      ...part.options,
      rolldownOptions: { input: part.entry, onLog, ...part.options.rolldownOptions },
    },
  });
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`web/build.mjs: unknown part ${unknown.join(', ')}; known: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const began = Date.now();
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  if (existsSync(parts[name].entry)) await make(name);
  else if (asked.includes(name)) throw new Error(`web/build.mjs: ${parts[name].entry} does not exist`);
}
if (asked.length === 0) await sweep();

/** Takes the chunks of earlier builds away, at the end: a running service is never without its files. */
async function sweep() {
  for (const file of await readdir(assets)) {
    const path = join(assets, file);
    // Clocks of file systems are coarse.
    if ((await stat(path)).mtimeMs < began - 2000) await rm(path, { force: true });
  }
}
