import type { SightRule, Sight, Viewer } from '../../worker/domain/people/permission.ts'

/**
 * What the product promises, written a second time by hand. The doors are tested against this table, so that a
 * cell changed in the code alone fails a test. docs/who-sees-what.md shows and explains it.
 */
export const PROMISED = `
| sight | manager | mentor | stand-in | executive | inbox | assistant | sponsor | calendar | shown |
|---|---|---|---|---|---|---|---|---|---|
| time | yes | yes | yes | yes | yes | yes | – | yes | now |
| mentor-name | yes | yes | yes | yes | unless nameless | unless nameless | – | unless nameless | now |
| answers | yes | own | own | yes | yes | yes | totals | own | now |
| bumps | yes | own | own | yes | yes | yes | totals | – | now |
| topic | yes | yes | yes | yes | – | – | – | – | now |
| aim | yes | yes | yes | yes | – | – | – | – | now |
| track | yes | yes | yes | yes | – | – | – | – | now |
| commitment | yes | yes | yes | yes | yes | – | – | – | now |
| question | that there is one | yes | – | yes | – | – | – | – | now |
| why | yes | own | own | yes | – | own | bands | – | now |
| of-no-use | yes | – | – | – | – | – | – | – | now |
| stage | yes | yes | – | own | own | – | bands | – | now |
| private-note | – | own | own | that there is one | – | – | – | – | now |
| manager-note | yes | – | – | – | – | – | – | – | now |
| needs-manager | yes | own | own | – | – | – | – | – | now |
| who-looked | yes | – | – | own | – | – | – | – | now |
| pulse | yes | own | – | own | – | – | – | – | now |
| history | yes | – | – | – | – | – | – | – | now |
`.trim()

const RULES: Readonly<Record<string, SightRule>> = {
  yes: 'yes',
  '–': 'no',
  own: 'own',
  'unless nameless': 'unless-nameless',
  'that there is one': 'that-there-is-one',
  totals: 'totals',
  bands: 'bands',
}

type PromiseMade = {
  readonly sight: string
  readonly rules: Readonly<Record<string, SightRule>>
  readonly isLater: boolean
}

/** The table's rows, parsed. */
export const promises: readonly PromiseMade[] = rowsIn(PROMISED)

export function promised(viewer: Viewer, sight: Sight): SightRule {
  const rule = promises.find((each) => each.sight === sight)?.rules[viewer]
  if (!rule) throw new Error(`nothing is promised to the ${viewer} of ${sight}`)
  return rule
}

function rowsIn(table: string): readonly PromiseMade[] {
  const [head = [], , ...rows] = table.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  const viewers = head.slice(1, -1)
  return rows.map(([sight = '', ...cells]) => ({
    sight,
    isLater: cells.at(-1) === 'later',
    rules: Object.fromEntries(viewers.map((viewer, index) => [viewer, ruleOf(cells[index] ?? '')])),
  }))
}

function ruleOf(cell: string): SightRule {
  const rule = RULES[cell]
  if (!rule) throw new Error(`“${cell}” is no rule`)
  return rule
}
