import type { PageFrame } from './page-frame.ts'

/** The address with the programme of the page, for a reader of several: another window may have gone on to another. */
export function within({ nav }: Pick<PageFrame, 'nav'>, path: string): string {
  return nav?.programme?.several ? inProgramme(path, nav.programme.id) : path
}

export function inProgramme(path: string, programmeId: string): string {
  const [page = '', part] = path.split('#')
  const named = `${page}${page.includes('?') ? '&' : '?'}programme=${programmeId}`
  return part ? `${named}#${part}` : named
}
