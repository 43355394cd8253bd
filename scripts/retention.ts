import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { RETENTION } from '../worker/domain/clock/retention.ts'
import { DAY, HOUR } from '../worker/domain/time/time.ts'
import { withAtRestTable } from './at-rest.ts'
import { withCapabilities } from './capabilities.ts'
import { placed } from './made-part.ts'
import { withRateLimitTable } from './rate-limits.ts'
import { root } from './root.ts'

const PAGE = join(root, 'docs/operating.md')
const CAPABILITIES_PAGE = join(root, 'docs/capabilities.md')

/** How long each table is kept, as Markdown. */
function retentionTable(): string {
  const rows = Object.entries(RETENTION).flatMap(([table, { holds, rules, decided }]) => {
    const said = rules.map(
      ({ columns, keptMs, since, by }) =>
        `${columns ? codes(columns) : 'all'}: ${spanText(keptMs, since)} (\`${by}\`)`,
    )
    return `| \`${table}\` | ${holds} | ${said.join('; ') || 'stays'} | [${decided}](${pageOf(decided)}) |`
  })
  return ['| table | holds | what goes, and when | decided |', '|---|---|---|---|', ...rows].join('\n')
}

const DECISIONS = readdirSync(join(root, 'docs/decisions'))

function pageOf(decided: number): string {
  const number = String(decided).padStart(4, '0')
  return `decisions/${DECISIONS.find((name) => name.startsWith(number)) ?? number}`
}

function codes(columns: readonly string[]): string {
  return columns.map((each) => `\`${each}\``).join(', ')
}

/** When something goes, in words. */
export function spanText(keptMs: number | null, since: string): string {
  if (keptMs === null) return `when ${since}`
  const [count, unit] = keptMs < DAY ? [keptMs / HOUR, 'hour'] : [keptMs / DAY, 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'} after ${since}`
}

/** The page with the table in its place. */
export function withRetentionTable(page: string): string {
  return placed(page, 'retention', retentionTable())
}

function write(): void {
  const page = withAtRestTable(withRetentionTable(readFileSync(PAGE, 'utf8')))
  writeFileSync(PAGE, withRateLimitTable(page))
  writeFileSync(CAPABILITIES_PAGE, withCapabilities(readFileSync(CAPABILITIES_PAGE, 'utf8')))
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--write')) write()
  else console.log(retentionTable())
}
