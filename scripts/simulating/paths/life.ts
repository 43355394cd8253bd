import { ACT_OF_AIM } from '../../../worker/domain/path/aim.ts'
import { fitOf, type Format, standardFormats } from '../../../worker/domain/path/format.ts'
import { CLOSING_TALK, type StandardFormat } from '../../../worker/domain/path/house.ts'
import type { Path } from '../../../worker/domain/path/next-steps.ts'
import { NO_PATH, pathAfter } from '../../../worker/domain/path/path.ts'
import { EVIDENCES } from '../../../worker/domain/path/stage.ts'
import type { Evidence } from '../../../worker/domain/session/outcome.ts'
import { instant } from '../../../worker/domain/time/time.ts'
import { type Chance, chanceOf } from '../random.ts'
import { type Executive, nextActOf } from './people.ts'
import type { Choice, Policy } from './policies.ts'
import { CUT_SHORT, NOTICED, OF_ITSELF, type Prior, TOLD } from './priors.ts'

/** As many sessions as three weeks apart fit into a year and a half. */
export const HORIZON = 24

export type Life = {
  /** Held sessions until the act of the aim was seen; null: not within the horizon. */
  readonly sessionsToAim: number | null
  readonly repeats: number
  readonly begun: readonly StandardFormat[]
  readonly isDeadEnd: boolean
}

const FORMATS: readonly Format[] = standardFormats('prg_0', (prefix) => `${prefix}_0`).map((each) => ({
  ...each,
  id: `fmt_${each.standard}`,
}))

/** The sessions of one executive under a policy. The chances of a session are the same under each. */
export function live(executive: Executive, prior: Prior, policy: Policy, seed: number): Life {
  const { aim, blockers } = executive
  const byPhone = blockers.includes('on-the-go')
  let path: Path = { ...NO_PATH, formats: FORMATS, aim, blockers, written: [], byPhone }
  let practised = 0
  let last: { readonly isDone: boolean; readonly isTold: boolean } | null = null
  const begun: StandardFormat[] = []
  const lived = (isDeadEnd: boolean, sessionsToAim: number | null): Life => ({
    sessionsToAim,
    repeats: begun.length - new Set(begun).size,
    begun,
    isDeadEnd,
  })
  let reached: number | null = null
  for (let count = 1; count <= HORIZON; count += 1) {
    const chance = chanceOf(seed, `${executive.id}:${count}`)
    const choice = policy.choose(path, chanceOf(seed, `${executive.id}:${count}:choice`))
    if (choice.kind !== 'step') return lived(choice.kind === 'dead-end', reached)
    const went = held({ executive, prior, path, choice, practised }, chance)
    begun.push(choice.format.standard ?? 'first-meeting')
    if (went.isPractised) practised += 1
    path = { ...path, ...after(path, choice.format, went, last, count) }
    last = went
    if (aim && reached === null && path.acts.includes(ACT_OF_AIM[aim])) reached = count
  }
  return lived(false, reached)
}

type Session = {
  readonly executive: Executive
  readonly prior: Prior
  readonly path: Path
  readonly choice: Extract<Choice, { kind: 'step' }>
  readonly practised: number
}

type Went = {
  readonly wasCutShort: boolean
  readonly isDone: boolean
  readonly isTold: boolean
  readonly isPractised: boolean
  readonly seen: Evidence | null
}

/** Every chance is drawn, whether it counts or not, so that policies meet the same luck. */
function held(session: Session, chance: Chance): Went {
  const { executive, path, choice } = session
  const { act } = fitOf(choice.format, path.formats)
  const [luckOfAct, luckOfItself] = [chance.between(0, 1), chance.between(0, 1)]
  const wasCutShort = chance.of(CUT_SHORT)
  const isDone = chance.of(executive.followsThrough)
  const isNoticed = chance.of(NOTICED)
  const isTold = chance.of(TOLD)
  const acted = act && isDone && !wasCutShort && luckOfAct < likelihood(session, act) ? act : null
  const happened = acted ?? (luckOfItself < OF_ITSELF ? nextActOf(path.acts) : null)
  return {
    wasCutShort,
    isDone,
    isTold,
    isPractised: act === null && isDone && !wasCutShort,
    seen: isNoticed ? happened : null,
  }
}

/** How likely the act is after this session, where what was agreed is done. */
function likelihood({ executive, prior, path, choice, practised }: Session, act: Evidence): number {
  const skipped = EVIDENCES.slice(0, EVIDENCES.indexOf(act)).filter(
    (each) => !path.acts.includes(each),
  ).length
  const { blockers } = fitOf(choice.format, path.formats)
  const suits = executive.obstacles.some((each) => blockers.includes(each))
  const cameBefore = path.steps.some(({ formatId }) => formatId === choice.format.id)
  const again = cameBefore ? (choice.isSmaller ? prior.smaller : prior.again) : 1
  return (
    executive.ease[act] *
    prior.leap ** skipped *
    (suits ? 1 + prior.fit : 1) *
    (1 + prior.practice * Math.min(3, practised)) *
    again
  )
}

/** What a log would leave: the step, the act, and what is now known of the commitment before. */
function after(
  path: Path,
  { id: formatId, standard }: Format,
  { wasCutShort, seen }: Went,
  last: { readonly isDone: boolean; readonly isTold: boolean } | null,
  count: number,
) {
  const before = last && {
    sessionId: `ses_${count - 1}` as const,
    done: last.isTold ? (last.isDone ? ('yes' as const) : ('no' as const)) : null,
  }
  const step = { sessionId: `ses_${count}` as const, formatId, at: instant(count), wasCutShort, done: null }
  return pathAfter(path, { step, isClosing: standard === CLOSING_TALK, evidence: seen, before })
}
