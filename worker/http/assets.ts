import inline from '../../web/dist/.vite/inline.json' with { type: 'json' }
import manifest from '../../web/dist/.vite/manifest.json' with { type: 'json' }
import type { Assets } from '../../web/parts/page-frame.ts'

/** Paths of the built files, from the build's manifest. */
export const assets: Assets = {
  styles: fileOf('styles/main.css'),
  calendar: fileOf('islands/calendar/calendar.ts'),
  forms: fileOf('islands/forms.ts'),
  inPlace: fileOf('islands/in-place.ts'),
  searchKey: fileOf('islands/search-key.ts'),
  busy: fileOf('islands/busy.ts'),
  inline: { style: inline.style.text, wayBack: inline.wayBack.text },
}

/** For the policy: what may stand in a page. */
export const INLINE_HASHES = { style: inline.style.hash, wayBack: inline.wayBack.hash } as const

function fileOf(source: string): string {
  const entries: Readonly<Record<string, { readonly file: string }>> = manifest
  const file = entries[source]?.file
  if (!file) throw new Error(`not built: ${source}`)
  return `/${file}`
}
