/** Jest 30 in ESM mode; TypeScript by swc with decorator metadata. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
      target: 'es2022',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};
const project = (name, folder) => ({ ...common, displayName: name, testMatch: [`<rootDir>/test/${folder}/**/*.spec.ts`] });

export default {
  maxWorkers: 2,
  testTimeout: 30000,
  projects: [
    project('unit', 'unit'),
    project('integration', 'integration'),
    project('e2e', 'e2e'),
    project('postgres', 'postgres'),
    project('browser', 'browser'),
    project('fault', 'fault'),
  ],
};
