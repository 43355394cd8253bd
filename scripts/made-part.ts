/** What each part of a page is made by, as its marks say. */
const MADE_BY = {
  retention: '`npm run retention`',
  'at rest': '`npm run retention`, at rest',
  'rate limits': '`npm run retention`, rate limits',
  capabilities: '`npm run retention`, capabilities',
  schema: '`npm run schema`',
} as const
type Part = keyof typeof MADE_BY

/** The page with a part that a command makes in its place. */
export function placed(page: string, part: Part, made: string): string {
  const command = `made by ${MADE_BY[part]}`
  const [begin, end] = [`<!-- ${command}: begin -->`, `<!-- ${command}: end -->`]
  const [before = '', rest = ''] = page.split(begin)
  const [, after = ''] = rest.split(end)
  return `${before}${begin}\n\n${made}\n\n${end}${after}`
}
