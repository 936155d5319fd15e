// Bundles the heap model of Chrome DevTools for Node. Its list of locales is generated when DevTools is built, so the
// package does not hold it: an empty one takes its place. Nothing of the model is changed.
import { build } from 'esbuild';

await build({
  stdin: {
    contents:
      "export * from './node_modules/chrome-devtools-frontend/front_end/entrypoints/heap_snapshot_worker/heap_snapshot_worker.js';",
    resolveDir: process.cwd(),
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: 'devtools.mjs',
  logLevel: 'error',
  plugins: [
    {
      name: 'locales',
      setup(plugin) {
        plugin.onResolve({ filter: /\/locales\.js$/ }, () => ({ path: 'locales', namespace: 'empty' }));
        plugin.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
          contents: "export const LOCALES = ['en-US']; export const BUNDLED_LOCALES = ['en-US'];"
            + " export const DEFAULT_LOCALE = 'en-US'; export const REMOTE_FETCH_PATTERN = ''; export const LOCAL_FETCH_PATTERN = '';",
        }));
      },
    },
  ],
});
