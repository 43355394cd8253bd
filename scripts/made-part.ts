/** The page with a part that `npm run retention` makes in its place. */
export function placed(page: string, part: 'retention' | 'at rest' | 'rate limits', made: string): string {
  const command = `made by \`npm run retention\`${part === 'retention' ? '' : `, ${part}`}`
  const [begin, end] = [`<!-- ${command}: begin -->`, `<!-- ${command}: end -->`]
  const [before = '', rest = ''] = page.split(begin)
  const [, after = ''] = rest.split(end)
  return `${before}${begin}\n\n${made}\n\n${end}${after}`
}
