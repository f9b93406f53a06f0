import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages: everything from this origin and in files of its own, so that the strict CSP of reliability holds. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    // The pages come from this machine; test/house/bundle.slow.test.ts keeps their size in bounds.
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
  },
});
