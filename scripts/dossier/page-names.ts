const NAMES = {
  contents: 'README',
  record: '1-record-of-processing',
  map: '2-data-map',
  assessment: '3-impact-assessment',
  agreement: '4-works-council-agreement',
  security: '5-security-questions',
  routes: '6-letters-and-routes',
} as const

export type PageName = keyof typeof NAMES

/** The file of a page. */
export function fileOf(name: PageName): string {
  return `${NAMES[name]}.md`
}
