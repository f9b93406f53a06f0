import { defineConfig, type OxlintOverride } from 'oxlint';
import packageJson from './package.json' with { type: 'json' };
import { zones, type Zone } from './scripts/zones.ts';

const libraries = [...Object.keys(packageJson.dependencies), ...Object.keys(packageJson.devDependencies)];
const socketModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns'].flatMap((name) => [
  name,
  `node:${name}`,
]);

const importsOf = (name: string, zone: Zone, where: string, allowed: readonly string[]): OxlintOverride => {
  const patterns = [
    {
      group: Object.keys(zones).flatMap((other) =>
        other === name || zone.zones.includes(other) ? [] : `#${other}/**`,
      ),
      message: `${zone.folder} may not import this zone (scripts/zones.ts).`,
    },
    {
      group: libraries.flatMap((library) => (allowed.includes(library) ? [] : [library, `${library}/**`])),
      message: `${zone.folder} may not import this library (scripts/zones.ts).`,
    },
    { group: zone.node ? [] : ['node:*', 'node:*/**'], message: `${zone.folder} runs without Node.` },
    { group: zone.node && name !== 'serve' ? socketModules : [], message: 'Only electron/serve opens a socket.' },
  ];
  const banned = patterns.filter(({ group }) => group.length > 0);
  return { files: [`${zone.folder}/${where}`], rules: { 'no-restricted-imports': ['error', { patterns: banned }] } };
};

/** An override replaces the whole rule, so a file that may know one library more gets the zone's list without it. */
const arrows = Object.entries(zones).flatMap(([name, zone]) => {
  const everywhere = Object.keys(zone.libraries).filter((library) => zone.libraries[library] === '**');
  const narrow = Object.entries(zone.libraries).filter(([, where]) => where !== '**');
  return [
    importsOf(name, zone, '**', everywhere),
    ...narrow.map(([library, where]) => importsOf(name, zone, where, [...everywhere, library])),
  ];
});

const markup = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((property) => ({
  property,
  message: 'Text from a file is text: it never becomes markup.',
}));
const outside = ['openExternal', 'openPath'].map((property) => ({ property, message: 'Nothing leaves the app.' }));

export default defineConfig({
  plugins: ['typescript', 'import', 'react', 'jsx-a11y', 'unicorn', 'oxc', 'promise', 'vitest'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist', 'coverage', 'artifacts'],
  rules: {
    eqeqeq: ['error', 'smart'],
    'max-lines': ['error', { max: 400 }],
    // `new Array(n)` is how a column is made.
    'unicorn/no-new-array': 'off',
    // A chart is a canvas: there is no tag for it but the role.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-script-url': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-restricted-properties': ['error', ...markup, ...outside],
    'no-restricted-globals': ['error', { name: 'fetch', message: 'Only renderer/transport asks anything of anyone.' }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-self-import': 'error',
    'react/no-danger': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/forbid-dom-props': ['error', { forbid: ['srcDoc'] }],
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    // useTranslation and the query cache hand out functions that are typed as methods.
    'typescript/unbound-method': 'off',
    'typescript/no-misused-spread': ['error', { allow: ['string'] }],
    'vitest/no-focused-tests': 'error',
    // Expectations live in helpers and inside properties too; skips give their reason.
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/no-disabled-tests': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
  },
  overrides: [
    ...arrows,
    {
      files: ['test/support/**'],
      rules: {
        'vitest/no-conditional-tests': 'off',
        'vitest/valid-title': 'off',
        'vitest/valid-describe-callback': 'off',
      },
    },
    { files: ['*.config.ts', 'scripts/knip-looked-at.ts'], rules: { 'import/no-default-export': 'off' } },
    { files: ['{shared,electron,test,scripts}/**'], rules: { 'react/rules-of-hooks': 'off' } },
    { files: ['renderer/transport/**', 'test/**', 'scripts/**'], rules: { 'no-restricted-globals': 'off' } },
    {
      files: ['shared/**', 'electron/engine/**', 'electron/columns/**'],
      rules: {
        'no-restricted-globals': ['error', { name: 'Date', message: 'Days are numbers here; the clock is passed in.' }],
        'no-restricted-properties': ['error', ...markup, { object: 'Math', property: 'random', message: 'Pure code.' }],
      },
    },
  ],
});
