import type { Auc, Verdict } from './judge.ts'
import type { WhatIf } from './what-if.ts'

export type Traces = {
  readonly seed: number
  readonly participants: number
  readonly others: number
  readonly readers: readonly {
    readonly reader: 'colleague' | 'mail administrator'
    /** Of so many events or mails that were judged, so many are ours. */
    readonly ours: number
    readonly seen: number
    readonly verdicts: readonly Verdict[]
  }[]
  readonly whatIfs: readonly WhatIf[]
}

/** The figures as tables; with `--json` all of them as one object on the last line. */
export function printTraces(traces: Traces, asJson: boolean): void {
  const { seed, participants, others, readers } = traces
  console.log(`${participants} participants and ${others} others over half a year, seed ${seed}.`)
  console.log('AUC: 0.5 is guessing, 1 is never wrong. In brackets what 95 of 100 resamples of people give.')
  for (const { reader, ours, seen, verdicts } of readers) {
    console.log(`\nWhat a ${reader} sees: ${ours} of ours among ${seen}.`)
    for (const { group, each, person, tells } of verdicts) {
      const most = tells.map(({ name, lost }) => `${name.replace(/^\w+: /, '')} ${lost}`).join(' · ')
      console.log(`  ${group.padEnd(10)}each ${shown(each)}  person ${shown(person)}  ${most}`)
    }
  }
  console.log('\nWhat a colleague could tell by one group alone, were it otherwise:')
  for (const { name, group, each, person } of traces.whatIfs)
    console.log(`  ${group.padEnd(10)}each ${shown(each)}  person ${shown(person)}  ${name}`)
  console.log('\nThe corpus is made by us: docs/discretion.md says what this cannot show.')
  if (asJson) console.log(JSON.stringify(traces))
}

function shown({ auc, low, high }: Auc): string {
  const range = `${auc.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
  return range.padEnd(18)
}
