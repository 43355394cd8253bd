import { defineConfig, type Plugin } from 'vite'

import { inline } from '../scripts/inline.ts'

/** FullCalendar brings its arrows as a font in its styles. Our pages have no toolbar of its, and no font is allowed. */
const withoutFont: Plugin = {
  name: 'without-font',
  transform: (code, id) =>
    id.includes('/@fullcalendar/core/') ? code.replace(/@font-face\{[^}]*\}/, '') : null,
}

/** Files with a content hash in the name; the Worker reads their addresses from the manifest, and what is inlined from beside it. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: 'public',
  plugins: [withoutFont, inline()],
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
        'islands/busy.ts',
      ].map((entry) => `${import.meta.dirname}/${entry}`),
    },
  },
})
