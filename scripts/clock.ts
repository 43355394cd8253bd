import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { askAgainAt, CLAIM_MS, FAILING_TRIES, TIMERS } from '../worker/domain/clock/timer.ts'
import { instant, MINUTE } from '../worker/domain/time/time.ts'
import { root } from './root.ts'

const PAGE = join(root, 'docs/operating.md')
const BEGIN = '<!-- made by `npm run clock`: begin -->'
const END = '<!-- made by `npm run clock`: end -->'

/** What happens by itself, and when, as Markdown. */
function clockTable(): string {
  const rows = Object.entries(TIMERS).map(([kind, { does, when }]) => `| \`${kind}\` | ${does} | ${when} |`)
  const waits = [1, 2, 3, 4, 5].map((tries) => minutesText(askAgainAt(instant(0), tries) / MINUTE))
  return [
    '| timer | what it does | when it is due |',
    '|---|---|---|',
    ...rows,
    '',
    `What cannot be done is asked again after ${waits.slice(0, -1).join(', ')}, then each ${waits.at(-1)}; one that throws as well. ` +
      `From try ${FAILING_TRIES} of a throw on it stands on *Today* and on the page of letters. ` +
      `A timer whose tick died is due again after ${CLAIM_MS / MINUTE} minutes.`,
  ].join('\n')
}

function minutesText(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? 'day' : `${minutes / 1440} days`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`
}

/** The page with the table in its place. */
export function withClockTable(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN)
  const [, after = ''] = rest.split(END)
  return `${before}${BEGIN}\n\n${clockTable()}\n\n${END}${after}`
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--write')) writeFileSync(PAGE, withClockTable(readFileSync(PAGE, 'utf8')))
  else console.log(clockTable())
}
