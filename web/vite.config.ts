import { defineConfig } from 'vite'

/** Some files with a content hash in the name; the Worker reads their addresses from the manifest. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: 'public',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [
        'styles/main.css',
        'islands/calendar/calendar.ts',
        'islands/forms.ts',
        'islands/in-place.ts',
        'islands/way-back.ts',
        'islands/search-key.ts',
        'islands/busy.ts',
      ].map((entry) => `${import.meta.dirname}/${entry}`),
    },
  },
})
