import { defineConfig } from 'vite'

import { inline } from '../scripts/inline.ts'

/** Files with a content hash in the name; the Worker reads their addresses from the manifest, and what is inlined from beside it. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: 'public',
  plugins: [inline()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [
        'styles/main.css',
        'styles/from-a-mail.css',
        'islands/calendar/calendar.ts',
        'islands/forms.ts',
        'islands/in-place.ts',
        'islands/way-back.ts',
        'islands/search-key.ts',
      ].map((entry) => `${import.meta.dirname}/${entry}`),
    },
  },
})
