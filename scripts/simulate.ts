import { buildWeb } from './build.ts'
import { startInMemoryWorker } from './simulating/in-memory-worker.ts'
import { comparePaths } from './simulating/paths/compare.ts'
import { printPaths } from './simulating/paths/print.ts'
import type { Year } from './simulating/result.ts'

const seed = numberAfter('--seed', 1)
const weeks = numberAfter('--weeks', 26)

if (process.argv.includes('--paths')) {
  const figures = comparePaths(seed)
  printPaths(figures, process.argv.includes('--json'))
  const own = figures.filter(({ name }) => name === 'next-steps')
  process.exit(own.every(({ unreached, deadEnds }) => unreached + deadEnds === 0) ? 0 : 1)
}

await buildWeb()
const worker = await startInMemoryWorker('2026-12-01T08:00:00Z')
try {
  const year = await worker.simulate({ seed, weeks })
  print(year)
  process.exitCode = year.summary.brokenInvariants === 0 ? 0 : 1
} finally {
  await worker.stop()
}
process.exit()

function print({ summary, touches, mails, dates, broken, forgotten }: Year): void {
  if (process.argv.includes('--json')) return console.log(JSON.stringify(summary))
  console.log(`A programme of ${weeks} weeks, seed ${seed}.\n`)
  for (const [name, value] of Object.entries(summary)) console.log(`${name.padEnd(26)}${value}`)
  const share = Math.round((100 * dates.givenUp) / dates.come)
  console.log(`\nOf ${dates.come} dates whose hour came, ${dates.givenUp} were given up before: ${share} %.`)
  console.log(
    `Executives also got ${mails.offers} offers of times, ${mails.cancels} cancellations, ${mails.nudges} words between two dates, ${mails.inWriting} in writing.`,
  )
  console.log(
    `The manager got ${mails.toManager.morning} mails of a morning and ${mails.toManager.urgent} at once.`,
  )
  console.log('\nWhat the manager pressed or wrote:')
  for (const [kind, count] of Object.entries(touches)) console.log(`  ${kind.padEnd(24)}${count}`)
  for (const each of [...broken, ...forgotten.map((who) => `forgotten: ${who}`)].slice(0, 40))
    console.log(`! ${each}`)
}

function numberAfter(flag: string, otherwise: number): number {
  const at = process.argv.indexOf(flag)
  const wanted = at < 0 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isInteger(wanted) || wanted < 1) throw new Error(`${flag} takes a whole number.`)
  return wanted
}
