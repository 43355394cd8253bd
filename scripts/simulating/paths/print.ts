import { type Figures, isSooner } from './compare.ts'
import { HORIZON } from './life.ts'

/** The figures as a table, what may be claimed of them, and with `--json` one object on the last line. */
export function printPaths(all: readonly Figures[], asJson: boolean): void {
  for (const prior of new Set(all.map((each) => each.prior))) {
    const here = all.filter((each) => each.prior === prior)
    console.log(`\nExecutives as “${prior}” has them:`)
    for (const { name, sessionsToAim, reachedShare, repeats, unreached, deadEnds } of here) {
      const { median, low, high } = sessionsToAim
      const until = median > HORIZON ? `more than ${HORIZON}` : `${median}`
      console.log(
        `  ${name.padEnd(11)}sessions to the aim ${until} (${low}–${high}) · ${Math.round(100 * reachedShare)} % reach it · ` +
          `${repeats} repeats · ${unreached} formats nobody reached · ${deadEnds} dead ends`,
      )
    }
    console.log(`  ${claimOf(here)}`)
  }
  console.log(
    '\nThis is about acts that are seen, under guesses that are written down; not about what anybody takes along.',
  )
  if (!asJson) return
  const policies = all.map(({ reachedShare: _, ...figures }) => figures)
  console.log(JSON.stringify({ policies }))
}

/** Against whom the next steps come sooner, or later. */
function claimOf(here: readonly Figures[]): string {
  const own = here.find(({ name }) => name === 'next-steps')
  const others = here.filter((each) => each !== own)
  const named = (which: (other: Figures) => boolean) =>
    others
      .filter(which)
      .map(({ name }) => name)
      .join(', ') || 'none'
  if (!own) return ''
  const open = named((other) => !isSooner(own, other) && !isSooner(other, own))
  return `Sooner than: ${named((other) => isSooner(own, other))}. Later than: ${named((other) => isSooner(other, own))}. Not told apart from: ${open}.`
}
